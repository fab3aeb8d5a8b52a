import type { CheckResult } from "../../checks/check-result.ts";
import { checkRegression, type RegressionScoreName } from "../../checks/regression.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { compare, multiply, rational } from "../../numbers/rational.ts";
import { roundingInterval } from "../../numbers/rounding.ts";
import type { Line } from "../../tables/table-reading.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { approximate, unitOf } from "../linear/linear-chance.ts";
import { bareName, metricGroups } from "../metric-lines.ts";
import { askedOf, type Question } from "../questions.ts";
import { valuesOf } from "../relation.ts";
import { alongColumns, alongRows, type Sheet } from "../sheet.ts";
import type { Asked, TableCheck } from "../table-check.ts";

/**
 * MAE, RMSE and MSE of one line: MAE is at most RMSE, also in averages, and MSE is RMSE squared, in averages at least.
 * MAE may be a median, at most √2 RMSE, and scales may differ, so the lines must confirm it.
 */
export const regressionScores: TableCheck = {
  name: "regression",
  apply: (reading, { rule }) =>
    [alongRows(reading), alongColumns(reading)].flatMap((sheet) => {
      const groups = metricGroups(sheet, errorName);
      return [
        ...askedOfPairs(
          sheet,
          groups.flatMap(({ mae, rmse }) => pairOf(mae, rmse)),
          "mae",
          rule,
        ),
        ...askedOfPairs(
          sheet,
          groups.flatMap(({ mse, rmse }) => pairOf(mse, rmse)),
          "mse",
          rule,
        ),
      ];
    }),
};

interface Pair {
  readonly other: Line;
  readonly rmse: Line;
}

type ErrorName = "mae" | "rmse" | "mse";

function errorName(part: string): ErrorName | undefined {
  const name = bareName(part);
  if (name === "mae" || name === "rmse" || name === "mse") return name;
  if (name === "meanabsoluteerror") return "mae";
  if (/^rootmeansquarederror$/.test(name)) return "rmse";
  return /^meansquarederror$/.test(name) ? "mse" : undefined;
}

function pairOf(other: Line | undefined, rmse: Line | undefined): readonly Pair[] {
  return other === undefined || rmse === undefined ? [] : [{ other, rmse }];
}

function askedOfPairs(
  sheet: Sheet,
  pairs: readonly Pair[],
  name: RegressionScoreName,
  rule: InspectOptions["rule"],
): readonly Asked[] {
  const [first] = pairs;
  if (first === undefined) return [];
  const judge = (values: readonly Decimal[]): CheckResult | undefined => {
    const [other, rmse] = values;
    if (other === undefined || rmse === undefined || other.units < 0n || rmse.units < 0n) return undefined;
    const scores = [{ name, value: other } as const, { name: "rmse", value: rmse } as const];
    const result = checkRegression({ scores, ...(rule === undefined ? {} : { rules: [rule] }) });
    return name === "mse" ? orAveraged(result, other, rmse) : orMedian(result, other, rmse);
  };
  return askedOf({
    reading: sheet.reading,
    words: `"${first.other.name}" and "${first.rmse.name}" are of the same predictions, in the same unit`,
    lineWord: sheet.lineWord,
    basis: "earned",
    questions: sheet.lines.flatMap((line) =>
      line.role !== "score" && line.role !== "average"
        ? []
        : pairs.flatMap(({ other, rmse }): readonly Question[] => {
            const cells = [other, rmse].map((its) => sheet.at(line, its));
            const values = valuesOf(sheet.reading, cells);
            return values === undefined
              ? []
              : [{ cells, values, judge, chance: () => (name === "mae" ? 0.5 : chanceOfSquare(values)) }];
          }),
    ),
  });
}

/** At least half of the errors are as great as their median, so that its square is at most twice the MSE. */
function orMedian(result: CheckResult, mae: Decimal, rmse: Decimal): CheckResult {
  const [least, most] = [roundingInterval(mae).lower, roundingInterval(rmse).upper];
  if (result.outcome !== "inconsistent") return result;
  if (compare(multiply(least, least), multiply(rational(2), multiply(most, most))) > 0) return result;
  return { ...result, outcome: "conditional", rescuedBy: [...result.rescuedBy, "a median absolute error"] };
}

/** The mean of squares is at least the square of the mean. */
function orAveraged(result: CheckResult, mse: Decimal, rmse: Decimal): CheckResult {
  const root = roundingInterval(rmse).lower;
  const least = root.numerator < 0n ? toRational({ ...rmse, units: 0n }) : root;
  if (result.outcome !== "inconsistent" || compare(multiply(least, least), roundingInterval(mse).upper) > 0)
    return result;
  const words = "averages over data sets or runs, whose MSE is at least the mean RMSE squared";
  return { ...result, outcome: "conditional", rescuedBy: [...result.rescuedBy, words] };
}

/** Other errors of that size: the printed MSE that agree, over those up to twice this one. */
function chanceOfSquare([mse, rmse]: readonly Decimal[]): number {
  if (mse === undefined || rmse === undefined) return 1;
  const agreeing = 2 * Math.abs(approximate(rmse)) * unitOf(rmse) + 2 * unitOf(mse);
  return Math.min(1, agreeing / Math.max(2 * Math.abs(approximate(mse)), unitOf(mse)));
}
