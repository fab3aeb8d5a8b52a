import type { CheckResult } from "../../checks/check-result.ts";
import type { SignificanceTest } from "../../checks/p-range.ts";
import { checkPValue } from "../../checks/p-value.ts";
import { parseReportedP, type ReportedP } from "../../checks/reported-p.ts";
import { toRational } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { askedOf } from "../questions.ts";
import { alongRows, lastPart, plainLines, valueAt } from "../sheet.ts";
import type { Asked, TableCheck } from "../table-check.ts";

/**
 * Statistic, degrees of freedom and p-value in one row: whether they belong together. A table seldom says that its p-values
 * were adjusted, are of an exact test, or of degrees of freedom that were rounded: what these explain is conditional.
 */
export const pValues: TableCheck = {
  name: "p-value",
  apply: (reading, { rule }) => {
    const ps = reading.columns.filter(({ role }) => role === "p-value");
    const statistics = reading.columns.flatMap((column) => {
      const test = tests[plainName(column)];
      return test === undefined ? [] : [{ column, test }];
    });
    const [p, otherP] = ps;
    const [statistic, otherStatistic] = statistics;
    // Of several tests in one row nothing says which p belongs to which.
    if (p === undefined || statistic === undefined || otherP !== undefined || otherStatistic !== undefined) return [];
    const freedoms = reading.columns.filter((column) =>
      /^(?:df|dof|df ?[12]|degrees of freedom)$/.test(plainName(column)),
    );
    const judged = plainLines(alongRows(reading)).flatMap((row) => {
      const found = judge(reading, row, p, statistic, freedoms, rule);
      return found === undefined ? [] : [found];
    });
    return askedOf({
      reading,
      words: `column "${p.name}" is the p-value of "${statistic.column.name}"`,
      lineWord: "row",
      basis: "earned",
      questions: judged.map(({ result, reported, cells }) => ({
        cells,
        values: [],
        judge: () => result,
        chance: () => (reported.relation === "=" && reported.value !== undefined ? 0.2 : 0.9),
      })),
    });
  },
};

const tests: Readonly<Record<string, SignificanceTest>> = {
  t: "t",
  "t value": "t",
  "t statistic": "t",
  "t stat": "t",
  f: "F",
  "f value": "F",
  "f statistic": "F",
  z: "z",
  "z value": "z",
  χ2: "chi2",
  "χ²": "chi2",
  chi2: "chi2",
};

function plainName({ name }: Line): string {
  return lastPart(name).toLowerCase().replace(/[-_]/g, " ").trim();
}

function judge(
  reading: TableReading,
  row: Line,
  p: Line,
  { column, test }: { readonly column: Line; readonly test: SignificanceTest },
  freedoms: readonly Line[],
  rule: Parameters<TableCheck["apply"]>[1]["rule"],
): { result: CheckResult; reported: ReturnType<typeof parseReportedP>; cells: Asked["cells"] } | undefined {
  const sheet = alongRows(reading);
  const statistic = valueAt(sheet, row, column);
  const degreesOfFreedom = freedoms.map((line) => valueAt(sheet, row, line));
  const wanted = test === "z" ? 0 : test === "F" ? 2 : 1;
  if (statistic === undefined || freedoms.length !== wanted) return undefined;
  const numbers = degreesOfFreedom.flatMap((value) =>
    value !== undefined && value.units > 0n ? [Number(value.units) / 10 ** value.decimals] : [],
  );
  const text = reading.cell(row.index, p.index).source.text.replace(/[*†‡]+$/, "");
  const reported = readP(text);
  if (numbers.length !== wanted || reported === undefined) return undefined;
  const judged = (freedom: readonly number[]): CheckResult =>
    checkPValue({
      test,
      statistic,
      degreesOfFreedom: freedom,
      reported: text,
      ...(rule === undefined ? {} : { rules: [rule] }),
    });
  const plain = judged(numbers);
  const result = plain.outcome === "inconsistent" ? orOfAnotherTest(plain, reported, numbers, judged) : plain;
  return { result, reported, cells: [p, column, ...freedoms].map((line) => sheet.at(row, line)) };
}

/** What else may have given a p-value, where the printed statistic does not. */
function orOfAnotherTest(
  result: CheckResult,
  { relation, value }: ReportedP,
  degreesOfFreedom: readonly number[],
  judged: (degreesOfFreedom: readonly number[]) => CheckResult,
): CheckResult {
  const printed = value === undefined ? 1 : toNumber(toRational(value));
  const { leastP } = result.details;
  const greater = relation !== "<" && typeof leastP === "number" && printed > leastP;
  const rounded = [-0.5, 0.5].some(
    (step) => judged(degreesOfFreedom.map((freedom) => Math.max(0.5, freedom + step))).outcome !== "inconsistent",
  );
  const others = [
    ...(greater ? ["p-values that were adjusted, for several tests or in their degrees of freedom"] : []),
    ...(rounded && degreesOfFreedom.length > 0 ? ["degrees of freedom that were rounded, as of Welch's test"] : []),
    "p-values of an exact, a permutation or a bootstrap test, beside a statistic that was not used",
  ];
  return { ...result, outcome: "conditional", rescuedBy: others };
}

function readP(text: string): ReturnType<typeof parseReportedP> | undefined {
  try {
    return parseReportedP(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
