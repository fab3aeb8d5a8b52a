import type { Decimal } from "../numbers/decimal.ts";
import type { Rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { decide, readingsOf, truthOf } from "./decide.ts";
import { exactText, intervalDetail, listText, shortText } from "./exact-text.ts";
import type { LabelledValue } from "./labelled-value.ts";
import { meanNearMisses } from "./mean-near-misses.ts";
import { type MeanOfRow, meanOfRow } from "./mean-row.ts";
import { printedBy, ruleWords, usualRules } from "./rule-words.ts";
import { exactWeights, meanText, type Weighting } from "./weighting.ts";

/** A row of a table: its cells and the mean printed beside them. */
export interface NamedMeanRow {
  readonly name: string;
  readonly cells: readonly LabelledValue[];
  readonly reported: Decimal;
}

export interface MeanColumnInput {
  readonly rows: readonly NamedMeanRow[];
  /** The closed list of candidate weightings, the default first. */
  readonly weightings: readonly Weighting[];
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * Which weighting, under which rounding rule, makes a whole column of printed means true: one convention for all rows.
 * `consistent` under the first weighting and rule; `conditional` where another combination makes all rows true;
 * else `inconsistent`, with the combination that rescues most rows, the rows it leaves, and those that hold under none.
 * Throws a RangeError for no rows or weightings, or for a cell that a weighting does not name.
 *
 * @example
 * const cells = [{ label: "A", value: parseDecimal("1.0") }, { label: "B", value: parseDecimal("4.0") }];
 * const weightings = [unweighted(["A", "B"]), { name: "by size", weights: { A: 2, B: 1 } }];
 * checkMeanColumn({ rows: [{ name: "r", cells, reported: parseDecimal("2.0") }], weightings }).outcome; // => "conditional"
 */
export function checkMeanColumn({ rows, weightings, rules = usualRules }: MeanColumnInput): CheckResult {
  if (rows.length === 0) throw new RangeError("checkMeanColumn: there are no rows");
  const combinations = weightings.flatMap((weighting) => rules.map((rule) => combine(rows, weighting, rule)));
  const [first, ...others] = combinations;
  if (first === undefined) throw new RangeError("checkMeanColumn: there is no weighting or no rounding rule to try");
  const best = combinations.reduce((most, next) => (next.held > most.held ? next : most));
  const whole = combinations.filter(({ held }) => held === rows.length);
  const { outcome, rescuedBy } = decide(
    truthOf(whole.includes(first)),
    readingsOf(
      others.map((combination) => ({
        departures: departuresOf(combination, first),
        truth: truthOf(whole.includes(combination)),
      })),
    ),
  );
  const impossible = rows.filter((_, index) => combinations.every(({ found }) => found[index]?.holds !== true));
  return {
    check: "weighted-means",
    outcome,
    explanation: explain(rows, first, best, impossible),
    assumptions: [
      `Every mean of the column is the ${meanText(first.weighting)}.`,
      `All cells and means were ${printedBy(first.rule, ...rows.flatMap(numbersOf))}.`,
      `Also tried: ${listText(weightings.slice(1).map((weighting) => `the ${meanText(weighting)}`))}${rules.length > 1 ? `; each under ${listText(rules.map((rule) => ruleWords[rule]))}` : ""}.`,
    ],
    rescuedBy,
    nearMisses: best.remaining.flatMap(({ row }) =>
      meanNearMisses(row, weightsOf(best, row), best.rule).map((guess) => `${row.name}: ${guess}`),
    ),
    details: {
      rowCount: rows.length,
      best: summaryOf(best),
      impossible: impossible.map(({ name }) => name),
      byWeighting: combinations.map(summaryOf),
      rows: rows.map((row, index) => ({
        name: row.name,
        reported: row.reported.text,
        byDefault: detailOf(first.found[index]),
        best: detailOf(best.found[index]),
      })),
    },
  };
}

interface Combination {
  readonly weighting: Weighting;
  readonly rule: RoundingRule;
  readonly found: readonly MeanOfRow[];
  readonly held: number;
  readonly remaining: readonly { readonly row: NamedMeanRow; readonly found: MeanOfRow }[];
}

function combine(rows: readonly NamedMeanRow[], weighting: Weighting, rule: RoundingRule): Combination {
  const judged = rows.map((row) => ({ row, found: meanOfRow(row, weightsOf({ weighting }, row), rule) }));
  const remaining = judged.filter(({ found }) => !found.holds);
  return { weighting, rule, found: judged.map(({ found }) => found), held: rows.length - remaining.length, remaining };
}

function weightsOf({ weighting }: { readonly weighting: Weighting }, row: NamedMeanRow): readonly Rational[] {
  return exactWeights(
    weighting,
    row.cells.map(({ label }) => label),
  );
}

function departuresOf({ weighting, rule }: Combination, first: Combination): readonly string[] {
  return [
    ...(weighting === first.weighting ? [] : [`the ${meanText(weighting)}`]),
    ...(rule === first.rule ? [] : [ruleWords[rule]]),
  ];
}

function nameOf({ weighting, rule }: Combination, rows: readonly NamedMeanRow[]): string {
  return `the ${meanText(weighting)}, ${printedBy(rule, ...rows.flatMap(numbersOf))}`;
}

function numbersOf({ cells, reported }: NamedMeanRow): readonly Decimal[] {
  return [...cells.map(({ value }) => value), reported];
}

function explain(
  rows: readonly NamedMeanRow[],
  first: Combination,
  best: Combination,
  impossible: readonly NamedMeanRow[],
): string {
  const start = `${first.held} of ${rows.length} printed means agree with the ${meanText(first.weighting)} of their cells.`;
  if (first.held === rows.length) return start;
  if (best === first) return `${start} No other weighting of the list makes more rows true.`;
  const rescue = `${capital(nameOf(best, rows))}, makes ${best.held} of ${rows.length} true`;
  if (best.remaining.length === 0) return `${start} ${rescue}.`;
  const left = best.remaining.map(
    ({ row, found }) => `${row.name} (printed ${row.reported.text}, error ${shortText(found.error)})`,
  );
  const never =
    impossible.length === 0
      ? "Each of these holds under some other combination of the list, but no combination makes all rows true"
      : `Under no combination of the list hold: ${listText(impossible.map(({ name }) => name))}`;
  return `${start} ${rescue} and leaves ${listText(left)}. ${never}.`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function summaryOf({ weighting, rule, held, remaining }: Combination): { readonly [name: string]: Detail } {
  return {
    name: weighting.name,
    weights: weighting.weights,
    rule,
    holds: held,
    remaining: remaining.map(({ row, found }) => ({
      name: row.name,
      reported: row.reported.text,
      mean: exactText(found.mean),
      error: exactText(found.error),
      errorRounded: shortText(found.error),
    })),
  };
}

function detailOf(found: MeanOfRow | undefined): Detail {
  if (found === undefined) return {};
  return {
    holds: found.holds,
    mean: exactText(found.mean),
    error: exactText(found.error),
    errorRounded: shortText(found.error),
    possibleMeans: intervalDetail(found.possible),
  };
}
