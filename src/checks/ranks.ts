import { type Decimal, toRational } from "../numbers/decimal.ts";
import { type Interval, intersection, isEmpty, negate } from "../numbers/interval.ts";
import { compare, type Rational, rational } from "../numbers/rational.ts";
import type { CheckResult } from "./check-result.ts";
import { decide, truthOf } from "./decide.ts";
import { exactText, listText } from "./exact-text.ts";
import { type LabelledValue, standsFor } from "./labelled-value.ts";

export interface RankedItem extends LabelledValue {
  readonly rank: Decimal;
}

export interface RanksInput {
  readonly items: readonly RankedItem[];
  /** `descending`: the greatest value has rank 1. */
  readonly direction: "descending" | "ascending";
  /** Whether the values are exact (counts, sums of ratings) instead of rounded to nearest. */
  readonly exact?: boolean;
}

/** How ties are ranked: 1224, 1223, 1334, 1234 in any order among ties, 1 2.5 2.5 4. */
type Ranking = "competition" | "dense" | "modified competition" | "ordinal" | "fractional";

/**
 * Whether printed ranks are those of the printed values: competition ranks ("1224", ties share the smaller rank) by
 * default; alternatives are dense ("1223"), modified competition ("1334"), ordinal ("1234") and fractional ("1 2.5 2.5 4")
 * ranks. Values that were rounded may be ranked by what they were before: a rank order counts where some numbers that
 * print as the values have it. Throws a RangeError for no items.
 *
 * @example
 * const items = [["9", "1"], ["9", "1"], ["8", "3"]].map(([value = "", rank = ""]) => ({
 *   label: value, value: parseDecimal(value), rank: parseDecimal(rank),
 * }));
 * checkRanks({ items, direction: "descending", exact: true }).outcome; // => "consistent"
 */
export function checkRanks(input: RanksInput): CheckResult {
  const { items, direction, exact = false } = input;
  if (items.length === 0) throw new RangeError("checkRanks: there are no items");
  const groups = groupsOf(input);
  const holds = (ranking: Ranking): boolean => numbered(groups, ranking) && ordered(groups, ranking);
  const { outcome, rescuedBy } = decide(
    truthOf(holds("competition")),
    alternatives.map((ranking) => ({ name: `${ranking} ranking`, truth: truthOf(holds(ranking)) })),
  );
  const expected = items.map((item) => competitionRank(item, items, direction));
  const wrong = items.flatMap((item, index) =>
    compare(toRational(item.rank), rational(expected[index] ?? 0)) === 0
      ? []
      : [`${item.label} (${item.value.text}) is printed as ${item.rank.text} where ${expected[index]} follows`],
  );
  return {
    check: "ranks",
    outcome,
    explanation: explain(items.length, wrong, outcome === "consistent", rescuedBy),
    assumptions: [
      `The ${direction === "descending" ? "greatest" : "smallest"} value has rank 1; ties share the smaller rank and the next ranks are left out ("1224").`,
      exact
        ? "The values are exact."
        : items.every(({ value }) => value.halfWidth !== undefined)
          ? "Any numbers within ± the half width may have been ranked."
          : "The values may have been ranked before they were rounded to nearest.",
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      direction,
      items: items.map(({ label, value, rank }, index) => ({
        label,
        value: value.text,
        printedRank: rank.text,
        competitionRank: expected[index] ?? 0,
      })),
      byRanking: (["competition", ...alternatives] as const).map((ranking) => ({ ranking, holds: holds(ranking) })),
    },
  };
}

const alternatives: readonly Ranking[] = ["dense", "modified competition", "ordinal", "fractional"];

/** All items of one rank. */
interface Group {
  readonly rank: Rational;
  readonly size: number;
  /** What all its values may stand for at once, turned so that greater is better; may be empty. */
  readonly common: Interval;
}

/** The groups of equal rank, first rank first. */
function groupsOf({ items, direction, exact = false }: RanksInput): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { rank, value } of items) {
    const position = toRational(rank);
    const key = exactText(position);
    const standing = standsFor(value, "half-either", exact);
    const values = direction === "descending" ? standing : negate(standing);
    const group = groups.get(key);
    const common = group === undefined ? values : intersection(group.common, values);
    groups.set(key, { rank: position, size: (group?.size ?? 0) + 1, common });
  }
  return [...groups.values()].sort((a, b) => compare(a.rank, b.rank));
}

/** Whether every rank is the one that its group has, given how many items and groups stand before it. */
function numbered(groups: readonly Group[], ranking: Ranking): boolean {
  let better = 0;
  return groups.every(({ rank, size }, before) => {
    const expected: Readonly<Record<Ranking, Rational>> = {
      competition: rational(better + 1),
      dense: rational(before + 1),
      "modified competition": rational(better + size),
      ordinal: rational(better + 1),
      fractional: rational(2 * better + size + 1, 2),
    };
    better += size;
    return compare(rank, expected[ranking]) === 0 && (ranking !== "ordinal" || size === 1);
  });
}

/** Whether numbers within the values' intervals fall strictly from rank to rank (ordinal: do not rise), equal in a rank. */
function ordered(groups: readonly Group[], ranking: Ranking): boolean {
  return groups.every(
    ({ common }, index) =>
      !isEmpty(common) &&
      groups.slice(index + 1).every((worse) => {
        const room = compare(common.upper, worse.common.lower);
        return ranking === "ordinal" ? room >= 0 : room > 0;
      }),
  );
}

function competitionRank(item: RankedItem, items: readonly RankedItem[], direction: RanksInput["direction"]): number {
  const sign = direction === "descending" ? 1 : -1;
  return 1 + items.filter((other) => sign * compare(toRational(other.value), toRational(item.value)) > 0).length;
}

function explain(count: number, wrong: readonly string[], holds: boolean, rescuedBy: readonly string[]): string {
  const right = `${count - wrong.length} of ${count} printed ranks are the competition ranks of the printed values`;
  if (wrong.length === 0) return `${right}.`;
  if (holds) return `${right}; ${listText(wrong)}, which values that differ behind the last printed digit allow.`;
  const rescue = rescuedBy.length > 0 ? ` All agree under ${listText(rescuedBy)}.` : "";
  return `${right}; ${listText(wrong)}.${rescue}`;
}
