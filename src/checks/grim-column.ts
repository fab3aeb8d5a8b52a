import type { Decimal } from "../numbers/decimal.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { truthOf } from "./decide.ts";
import { listText } from "./exact-text.ts";
import { asFraction, fitsGrim, grimPower } from "./grim-lattice.ts";
import type { LabelledValue } from "./labelled-value.ts";
import { requireCount } from "./require-count.ts";
import { fitsRoundedRuns, type RoundedTo, roundedRunsWords, roundingsOf } from "./rounded-runs.ts";
import { printedBy, usualRules } from "./rule-words.ts";
import { type Meaning, searchConventions } from "./search-conventions.ts";

export interface GrimColumnInput {
  /** Means of one and the same unknown number of values. */
  readonly means: readonly LabelledValue[];
  /** The counts to try, both ends included; at most a million. */
  readonly countRange: { readonly least: number; readonly greatest: number };
  readonly items?: number;
  readonly runs?: number;
  /** Whether the runs were averaged in full. Absent: not known, with runs that were rounded before as an alternative. */
  readonly unroundedRuns?: boolean;
  readonly percent?: boolean;
  readonly rules?: readonly RoundingRule[];
}

/**
 * GRIM for a whole column whose count is not known: which counts in a range fit all its means. `inconsistent` where no
 * count does under any rule; the means that no count fits by themselves, and how many fit each, are in the details.
 * `undecidable` where no count of the range could flag anything. Alternatives: truncation, floor, ceiling; runs that were
 * rounded before they were averaged, unless `unroundedRuns`. Throws a RangeError for no means or an empty range.
 *
 * @example
 * const means = ["3.33", "1.67"].map((text) => ({ label: text, value: parseDecimal(text) }));
 * checkGrimColumn({ means, countRange: { least: 1, greatest: 8 } }).details.fittingCounts; // => [3, 6]
 */
export function checkGrimColumn(input: GrimColumnInput): CheckResult {
  const { means, countRange, items = 1, runs = 1, unroundedRuns = false, percent = false, rules = usualRules } = input;
  const { least, greatest } = countRange;
  requireCount("checkGrimColumn", "countRange.least", least);
  requireCount("checkGrimColumn", "countRange.greatest", greatest, least);
  requireCount("checkGrimColumn", "items", items);
  requireCount("checkGrimColumn", "runs", runs);
  if (means.length === 0) throw new RangeError("checkGrimColumn: there are no means");
  if (greatest - least >= 1_000_000) throw new RangeError("checkGrimColumn: give a range of at most a million counts");
  const values = means.map(({ value }) => (percent ? asFraction(value) : value));
  const counts = Array.from({ length: greatest - least + 1 }, (_, index) => least + index);
  const fits = (value: Decimal, count: number, { rounded }: ColumnMeaning, rule: RoundingRule): boolean => {
    const steps = count * items;
    if (rounded === undefined) return fitsGrim(value, steps * runs, rule);
    return fitsRoundedRuns({ mean: value, runs, steps, rule, percent }, rounded);
  };
  const search = searchConventions("checkGrimColumn", meaningsOf(runs, unroundedRuns), rules, (meaning, rule) =>
    truthOf(counts.some((count) => values.every((value) => fits(value, count, meaning, rule)))),
  );
  const { meaning, rule } = search.fitting ?? search.first;
  const found = counts.filter((count) => values.every((value) => fits(value, count, meaning, rule)));
  const alone = values.map((value) => counts.filter((count) => fits(value, count, meaning, rule)).length);
  const impossible = means.filter((_, index) => alone[index] === 0);
  const chances = counts.map((count) =>
    values.reduce((chance, value) => chance * (1 - grimPower(value, count * items * runs, rule)), 1),
  );
  const powerless = chances.every((chance) => chance === 1);
  return {
    check: "grim-column",
    outcome: search.outcome === "consistent" && powerless ? "undecidable" : search.outcome,
    explanation: explain(input, found, impossible, powerless, search.rescuedBy),
    assumptions: [
      `All ${means.length} means are of the same number of values${items * runs > 1 ? `, each of ${items * runs} whole numbers` : ", which are whole numbers"}.`,
      `They were ${printedBy(search.first.rule, ...values)}${unroundedRuns ? "; the runs were averaged in full" : ""}.`,
    ],
    rescuedBy: search.rescuedBy,
    nearMisses: [],
    details: {
      rule,
      least,
      greatest,
      fitting: found.length,
      fittingCounts: found.slice(0, 1000),
      fittingByChance: chances.reduce((sum, chance) => sum + chance, 0),
      power: 1 - chances.reduce((sum, chance) => sum + chance, 0) / chances.length,
      means: means.map(({ label, value }, index) => ({ label, mean: value.text, fittingAlone: alone[index] ?? 0 })),
    },
  };
}

interface ColumnMeaning extends Meaning {
  readonly rounded?: RoundedTo;
}

function meaningsOf(runs: number, unroundedRuns: boolean): readonly ColumnMeaning[] {
  return [
    { name: "as stated" },
    ...roundingsOf(runs, unroundedRuns).map((to) => ({ name: `means of ${roundedRunsWords[to]}`, rounded: to })),
  ];
}

function explain(
  { means, countRange: { least, greatest } }: GrimColumnInput,
  found: readonly number[],
  impossible: readonly LabelledValue[],
  powerless: boolean,
  rescuedBy: readonly string[],
): string {
  const start = `Of the counts from ${least} to ${greatest}`;
  if (powerless) return `${start}, every one fits any mean of so few decimals: nothing can be concluded.`;
  if (found.length === 0) {
    const alone = impossible.map(({ label, value }) => `${label} (${value.text})`);
    const why = alone.length === 0 ? "each mean fits some, but no count fits all" : `none fits ${listText(alone)}`;
    return `${start}, none fits all ${means.length} means: ${why}.`;
  }
  const shown = found.slice(0, 12).join(", ");
  const rest = found.length > 12 ? ` and ${found.length - 12} more` : "";
  const rescue = rescuedBy.length === 0 ? "" : ` under ${listText(rescuedBy)} only`;
  return `${start}, ${found.length} fit all ${means.length} means${rescue}: ${shown}${rest}.`;
}
