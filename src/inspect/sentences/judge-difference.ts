import type { CheckResult } from "../../checks/check-result.ts";
import { checkDifference, checkRatio, checkRelativeGain, type RelativeGainInput } from "../../checks/difference.ts";
import { type Decimal, parseDecimal, toRational } from "../../numbers/decimal.ts";
import { compare } from "../../numbers/rational.ts";
import type { RoundingRule } from "../../numbers/rounding.ts";
import type { Line } from "../../tables/table-reading.ts";
import { cellPlace } from "../cell-place.ts";
import type { CellAt } from "../table-check.ts";
import { allWordsKnown } from "./accounted-words.ts";
import { cellOf, inPercent, isFraction, isOpen, mentioned, numberAt, other, resultLines } from "./cell-values.ts";
import { type Judgement, undecided } from "./judgement.ts";
import type { Mention } from "./mentions.ts";
import type { PaperTable, TableMeant } from "./paper-table.ts";
import { significantDigits } from "./sentence-number.ts";
import type { DifferenceStatement, Measure } from "./statement.ts";

/**
 * Whether printed differences agree with the cells of the lines that a clause compares. Words seldom say of what a gain
 * is a share, so every usual meaning is admitted, and only what fits none is flagged.
 */
export function judgeDifference(statement: DifferenceStatement, { table, trust }: TableMeant): readonly Judgement[] {
  const { clause, numbers, measure } = statement;
  const mentions = table.mentionsIn(clause);
  const pairs = isOpen(mentions) ? undefined : comparisonsOf(numbers.length, table, mentions);
  return numbers.map((number, index): Judgement => {
    const candidates = pairs?.[index] ?? [];
    const results = candidates.flatMap((pair) => {
      const value = numberAt(table.reading, pair.value);
      const baseline = numberAt(table.reading, pair.baseline);
      return value === undefined || baseline === undefined
        ? []
        : [{ pair, result: gainResult(measure, number.value, value, baseline) }];
    });
    const [only, second] = results;
    // With several places to look, one of them fits by luck.
    if (only === undefined || second !== undefined) return undecided("sentence-difference");
    if (only.result.outcome === "consistent") return { check: "sentence-difference", outcome: "consistent" };
    const mayFlag =
      only.pair.certain && significantDigits(number.value) >= 2 && (trust === "named" || trust === "near");
    if (
      !mayFlag ||
      only.result.outcome !== "inconsistent" ||
      !allWordsKnown(clause, [...mentions, ...numbers], table.vocabulary)
    )
      return undecided("sentence-difference");
    const places = [only.pair.value, only.pair.baseline].map((cell) => cellPlace(table.reading, cell));
    return {
      check: "sentence-difference",
      outcome: "inconsistent",
      flag: {
        strength: "suspicion",
        printed: number.text,
        why: only.result.explanation,
        restsOn: [
          `the sentence compares ${places.map(({ label }) => label).join(" with ")}`,
          ...only.result.assumptions,
        ],
        result: only.result,
        cells: places,
      },
    };
  });
}

/**
 * A gain checked under every meaning that its words leave open, and whichever of the two numbers it is said of:
 * `consistent` where one fits with rounding to nearest, `conditional` where only another rounding rule makes one fit.
 */
export function gainResult(measure: Measure, reported: Decimal, one: Decimal, another: Decimal): CheckResult {
  const ordered = compare(toRational(one), toRational(another)) >= 0 ? [one, another] : [another, one];
  const [greater, lesser] = ordered as [Decimal, Decimal];
  const fractions = isFraction(greater) && isFraction(lesser);
  const scales = [[greater, lesser], ...(fractions ? [[inPercent(greater), inPercent(lesser)]] : [])];
  const asked = (rules: readonly RoundingRule[] | undefined): readonly CheckResult[] =>
    scales.flatMap(([high, low], scale) => {
      const perfect = parseDecimal(fractions && scale === 0 ? "1" : "100");
      return [
        [high, low],
        [low, high],
      ].flatMap(([value, baseline]) =>
        value === undefined || baseline === undefined
          ? []
          : readings(measure, { value, baseline, reported, perfect, ...(rules === undefined ? {} : { rules }) }),
      );
    });
  const meant = asked(["half-either"]).find(({ outcome }) => outcome === "consistent" || outcome === "conditional");
  if (meant !== undefined) return { ...meant, outcome: "consistent" };
  const all = asked(undefined);
  const open = all.find(({ outcome }) => outcome === "conditional" || outcome === "undecidable");
  return open ?? (all[0] as CheckResult);
}

function readings(measure: Measure, input: RelativeGainInput): readonly CheckResult[] {
  if (measure === "ratio") return [checkRatio(input), checkRelativeGain(input)];
  if (measure === "points") return [checkDifference(input)];
  return measure === "relative" ? [checkRelativeGain(input)] : [checkRelativeGain(input), checkDifference(input)];
}

interface Comparison {
  readonly value: CellAt;
  readonly baseline: CellAt;
  /** Whether the clause names the crossing line, or the table has no other. */
  readonly certain: boolean;
}

/** For every number the cells that it may compare; undefined where the names do not say which lines. */
function comparisonsOf(
  count: number,
  { reading }: PaperTable,
  mentions: readonly Mention[],
): readonly (readonly Comparison[])[] | undefined {
  for (const axis of ["row", "column"] as const) {
    const lines = mentioned(mentions, axis);
    const crossing = mentioned(mentions, other(axis));
    const all = resultLines(axis === "row" ? reading.columns : reading.rows);
    const listed = lines.length === count + 1 && crossing.length <= 1;
    const across = count > 1 && lines.length === 2 && crossing.length === count;
    if (!listed && !across) continue;
    const [subject, ...others] = lines;
    return Array.from({ length: count }, (_, index) => {
      const baseline = listed ? others[index] : others[0];
      const where = across ? crossing[index] : crossing[0];
      const through = where?.lines ?? all;
      const single = through.length === 1 && (where === undefined || where.complete);
      return (subject?.lines ?? []).flatMap((line) =>
        (baseline?.lines ?? []).flatMap((base) =>
          through.map((cross) => ({
            value: cellOf(axis, line, cross),
            baseline: cellOf(axis, base, cross),
            certain: single && isOnly(subject, line) && isOnly(baseline, base),
          })),
        ),
      );
    });
  }
  return undefined;
}

function isOnly(mention: Mention | undefined, line: Line): boolean {
  return mention?.lines.length === 1 && mention.lines[0] === line && mention.complete;
}
