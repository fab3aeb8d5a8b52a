import type { Decimal } from "../numbers/decimal.ts";
import { compare, type Rational, subtract, zero } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { decide, readingsOf, truthOf } from "./decide.ts";
import { exactText, intervalDetail, intervalText, listText, shortText } from "./exact-text.ts";
import type { LabelledValue } from "./labelled-value.ts";
import { meanNearMisses } from "./mean-near-misses.ts";
import { type MeanOfRow, type MeanRow, meanOfRow } from "./mean-row.ts";
import { printedBy, ruleWords, usualRules } from "./rule-words.ts";
import { exactWeights, meanText, unweighted, type Weighting } from "./weighting.ts";

export interface MeanInput {
  readonly cells: readonly LabelledValue[];
  readonly reported: Decimal;
  /** The default reading; absent: the unweighted mean. */
  readonly weighting?: Weighting;
  /** Other weightings that the paper may have meant. */
  readonly alternatives?: readonly Weighting[];
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
  /** Whether the cells are exact (counts, ratings) instead of rounded. */
  readonly exactCells?: boolean;
}

/**
 * Whether a printed mean can be the mean of the printed cells: some numbers that print as the cells have a mean that
 * prints as the reported one, all shortened by one rule. Exact, by interval arithmetic on fractions. Alternatives:
 * the other weightings, and truncation, floor and ceiling for all numbers at once.
 * Throws a RangeError for no cells, or for a cell that a weighting does not name.
 *
 * @example
 * const cells = ["61.2", "59.6", "89.8", "50.7", "57.1"].map((text) => ({ label: text, value: parseDecimal(text) }));
 * checkMean({ cells, reported: parseDecimal("66.5") }).outcome; // => "inconsistent"
 */
export function checkMean(input: MeanInput): CheckResult {
  const { cells, reported, alternatives = [], rules = usualRules } = input;
  if (cells.length === 0) throw new RangeError("checkMean: there are no cells to take a mean of");
  const labels = cells.map(({ label }) => label);
  const weighting = input.weighting ?? unweighted(labels);
  const row: MeanRow = { cells, reported, exactCells: input.exactCells ?? false };
  const readings = [weighting, ...alternatives].flatMap((candidate) =>
    rules.map((rule) => read(row, candidate, rule, labels)),
  );
  const [first, ...others] = readings;
  if (first === undefined) throw new RangeError("checkMean: there is no rounding rule to try");
  const judged = others.map((reading) => ({
    ...reading,
    departures: departuresOf(reading, first),
    truth: truthOf(reading.found.holds),
  }));
  const { outcome, rescuedBy } = decide(truthOf(first.found.holds), readingsOf(judged));
  const rescue = judged.find(({ departures, truth }) => truth === "true" && departures.join(" with ") === rescuedBy[0]);
  return {
    check: "mean",
    outcome,
    explanation: [sentence(input, first), rescue === undefined ? "" : rescueSentence(rescue, rescuedBy)]
      .join(" ")
      .trim(),
    assumptions: [
      `The printed mean is the ${meanText(weighting)}.`,
      input.exactCells === true
        ? "The cells are exact numbers."
        : `All cells and the mean were ${printedBy(first.rule, reported, ...cells.map(({ value }) => value))}; the mean was taken before or after the cells were rounded.`,
    ],
    rescuedBy,
    nearMisses: outcome === "consistent" ? [] : meanNearMisses(row, first.weights, first.rule),
    details: {
      reported: reported.text,
      cells: cells.map(({ label, value }) => ({ label, value: value.text })),
      ...detailOf(first),
      readings: others.map(detailOf),
    },
  };
}

interface MeanReading {
  readonly weighting: Weighting;
  readonly weights: readonly Rational[];
  readonly rule: RoundingRule;
  readonly found: MeanOfRow;
}

function read(row: MeanRow, weighting: Weighting, rule: RoundingRule, labels: readonly string[]): MeanReading {
  const weights = exactWeights(weighting, labels);
  return { weighting, weights, rule, found: meanOfRow(row, weights, rule) };
}

function departuresOf({ weighting, rule }: MeanReading, first: MeanReading): readonly string[] {
  return [
    ...(weighting === first.weighting ? [] : [`the ${meanText(weighting)}`]),
    ...(rule === first.rule ? [] : [ruleWords[rule]]),
  ];
}

function sentence({ cells, reported }: MeanInput, { weighting, found }: MeanReading): string {
  const decimals = reported.decimals + 2;
  const cellsText = cells.length === 1 ? "the one cell" : `the ${cells.length} cells`;
  const named = `the ${meanText({ ...weighting, weights: {} })} of ${cellsText}`;
  const range = `cells that print like these give ${intervalText(found.possible, decimals)}`;
  const start = `Printed ${reported.text}; ${named} is ${shortText(found.mean, decimals)}, and ${range}`;
  if (found.holds) return `${start}: the printed mean agrees.`;
  const side = compare(found.error, zero) < 0 ? "below" : "above";
  const size = compare(found.error, zero) < 0 ? subtract(zero, found.error) : found.error;
  return `${start}; the printed mean lies ${shortText(size, decimals)} ${side}.`;
}

function rescueSentence({ weighting, found }: MeanReading, rescuedBy: readonly string[]): string {
  return `It agrees under ${listText(rescuedBy)}${rescuedBy.length === 1 && weighting.name !== "unweighted" ? `: ${shortText(found.mean)}` : ""}.`;
}

function detailOf({ weighting, rule, found }: MeanReading): { readonly [name: string]: Detail } {
  return {
    weighting: weighting.name,
    weights: weighting.weights,
    rule,
    holds: found.holds,
    mean: exactText(found.mean),
    error: exactText(found.error),
    errorRounded: shortText(found.error),
    possibleMeans: intervalDetail(found.possible),
    reportedInterval: intervalDetail(found.reportedInterval),
    ...(found.witness === undefined
      ? {}
      : { witness: { mean: exactText(found.witness.mean), cells: found.witness.cells.map(exactText) } }),
  };
}
