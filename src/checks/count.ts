import { type Decimal, toRational } from "../numbers/decimal.ts";
import { compare, rational } from "../numbers/rational.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { decide, type Truth } from "./decide.ts";
import { listText } from "./exact-text.ts";

/** One thing that is counted or not. */
export interface CountedItem {
  readonly label: string;
  readonly holds: boolean | "undecided";
  /** Why, with the numbers: `error 2.82, above 0.5`. */
  readonly why: string;
}

export type CountQualifier = "exactly" | "at-least" | "more-than" | "all";

export interface CountInput {
  /** What is counted, in the plural: `row means that lie outside rounding`. */
  readonly what: string;
  readonly items: readonly CountedItem[];
  readonly reported: Decimal;
  readonly qualifier?: CountQualifier;
  /** Other readings of what is counted, each with its own items, in words: `a tolerance of 0.5 instead of rounding`. */
  readonly alternatives?: readonly { readonly name: string; readonly items: readonly CountedItem[] }[];
}

/**
 * Whether a printed count is that of the listed items which satisfy what is claimed; `all` also asks that none is left
 * out. Undecided items count both ways: a count between is undecidable. Throws a RangeError for no items.
 *
 * @example
 * const items = [1, 2, 3].map((n) => ({ label: `row ${n}`, holds: n > 1, why: `${n} against 1` }));
 * checkCount({ what: "rows above 1", items, reported: parseDecimal("2") }).outcome; // => "consistent"
 */
export function checkCount(input: CountInput): CheckResult {
  const { what, items, reported, qualifier = "exactly", alternatives = [] } = input;
  if (items.length === 0) throw new RangeError(`checkCount: there are no items of which ${what} could be counted`);
  const { outcome, rescuedBy } = decide(
    truthOfCount(items, reported, qualifier),
    alternatives.map(({ name, items: others }) => ({ name, truth: truthOfCount(others, reported, qualifier) })),
  );
  const readings = alternatives.map(({ name, items: others }) => `${countText(others)} under ${name}`);
  return {
    check: "count",
    outcome,
    explanation: [
      `Printed: ${qualifierWords[qualifier]}${reported.text} ${what}; counted: ${countText(items)} of ${items.length}.`,
      exceptionsText(items, reported, outcome === "consistent"),
      outcome === "consistent" || readings.length === 0 ? "" : `Other readings give ${listText(readings)}.`,
    ]
      .filter((sentence) => sentence !== "")
      .join(" "),
    assumptions: [`Counted among ${items.length} listed: ${what}.`],
    rescuedBy,
    nearMisses: [],
    details: {
      reported: reported.text,
      qualifier,
      of: items.length,
      ...detailOf(items),
      alternatives: alternatives.map(({ name, items: others }) => ({ name, of: others.length, ...detailOf(others) })),
    },
  };
}

const qualifierWords: Readonly<Record<CountQualifier, string>> = {
  exactly: "",
  "at-least": "at least ",
  "more-than": "more than ",
  all: "all ",
};

function truthOfCount(items: readonly CountedItem[], reported: Decimal, qualifier: CountQualifier): Truth {
  const least = items.filter(({ holds }) => holds === true).length;
  const most = least + items.filter(({ holds }) => holds === "undecided").length;
  const against = (count: number): number => compare(rational(count), toRational(reported));
  switch (qualifier) {
    case "exactly":
      if (against(least) > 0 || against(most) < 0) return "false";
      return least === most ? truth(against(least) === 0) : "unknown";
    case "at-least":
      return against(least) >= 0 ? "true" : truth(against(most) < 0, "false", "unknown");
    case "more-than":
      return against(least) > 0 ? "true" : truth(against(most) <= 0, "false", "unknown");
    case "all":
      if (against(items.length) !== 0 || most < items.length) return "false";
      return truth(least === items.length, "true", "unknown");
  }
}

function truth(condition: boolean, yes: Truth = "true", no: Truth = "false"): Truth {
  return condition ? yes : no;
}

function countText(items: readonly CountedItem[]): string {
  const undecided = items.filter(({ holds }) => holds === "undecided").length;
  const holding = items.filter(({ holds }) => holds === true).length;
  return undecided === 0 ? `${holding}` : `${holding} to ${holding + undecided}`;
}

/** Names the shorter list: those that do not hold, or those that do. */
function exceptionsText(items: readonly CountedItem[], reported: Decimal, agrees: boolean): string {
  if (agrees) return "";
  const not = items.filter(({ holds }) => holds === false);
  const yes = items.filter(({ holds }) => holds === true);
  const tooMany = compare(rational(yes.length), toRational(reported)) > 0;
  const [word, shown] = tooMany || not.length > yes.length ? ["Those that do", yes] : ["Those that do not", not];
  if (shown.length === 0) return "";
  const named = shown.slice(0, 8).map(({ label, why }) => `${label} (${why})`);
  return `${word}: ${listText(shown.length > 8 ? [...named, `${shown.length - 8} more`] : named)}.`;
}

function detailOf(items: readonly CountedItem[]): { readonly [name: string]: Detail } {
  const pick = (wanted: CountedItem["holds"]) =>
    items.filter(({ holds }) => holds === wanted).map(({ label, why }) => ({ label, why }));
  return {
    counted: items.filter(({ holds }) => holds === true).length,
    holding: pick(true),
    notHolding: pick(false),
    undecided: pick("undecided"),
  };
}
