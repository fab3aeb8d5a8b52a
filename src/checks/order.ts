import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, type Interval, negate } from "../numbers/interval.ts";
import { type Rational, subtract } from "../numbers/rational.ts";
import type { CheckResult } from "./check-result.ts";
import { allOf, decide, type Truth } from "./decide.ts";
import { exactText, intervalDetail, listText, shortText } from "./exact-text.ts";
import { isGreater } from "./is-greater.ts";
import { type LabelledValue, standsFor } from "./labelled-value.ts";
import { rangeWords, withinBounds } from "./within-bounds.ts";

export interface OrderInput {
  readonly items: readonly LabelledValue[];
  readonly relation: "increasing" | "decreasing";
  /** Whether neighbours must differ; default true. */
  readonly strict?: boolean;
  /** How far neighbours lie apart, as the claim reads its words ("slightly lower"); ends included. */
  readonly by?: { readonly atLeast?: Decimal; readonly atMost?: Decimal };
  /** Whether the values are exact instead of rounded to nearest. */
  readonly exact?: boolean;
}

/**
 * Whether printed numbers stand in the claimed order, each with every later one, and by the claimed distance from
 * neighbour to neighbour. Where rounding leaves the order of two open, the paper's own numbers do not order them and
 * the claim is undecidable. Throws a RangeError for fewer than two items.
 *
 * @example
 * const items = ["74.5", "86.4"].map((text) => ({ label: text, value: parseDecimal(text) }));
 * checkOrder({ items, relation: "increasing", by: { atLeast: parseDecimal("5") } }).outcome; // => "consistent"
 */
export function checkOrder(input: OrderInput): CheckResult {
  const { items, relation, strict = true, by, exact = false } = input;
  if (items.length < 2) throw new RangeError(`checkOrder: ${items.length} item, where two or more have an order`);
  const pairs = items.flatMap((earlier, index) =>
    items.slice(index + 1).map((later, gap) => pairOf(earlier, later, gap === 0, input)),
  );
  const { outcome } = decide(allOf(pairs.flatMap(({ ordered, apart }) => [ordered, apart])), []);
  const words = `${strict ? "" : "not "}${strict ? relation : relation === "increasing" ? "decreasing" : "increasing"}`;
  const distance = by === undefined ? "" : ` by ${rangeWords(by.atLeast?.text, by.atMost?.text)}`;
  const named = (wanted: Truth): readonly string[] =>
    pairs.filter(({ ordered, apart }) => allOf([ordered, apart]) === wanted).map(({ text }) => text);
  const sequence = items.map(({ label, value }) => `${label} ${value.text}`).join(", ");
  const verdict: readonly string[] =
    outcome === "consistent"
      ? [`they are ${words}${distance}.`]
      : outcome === "inconsistent"
        ? [`they are not ${words}${distance}: ${listText(named("false"))}.`]
        : [
            `the paper's own numbers do not decide whether they are ${words}${distance}: ${listText(named("unknown"))}.`,
          ];
  return {
    check: "order",
    outcome,
    explanation: `Printed are ${sequence}; ${verdict.join("")}`,
    assumptions: [
      exact ? "The values are exact." : "The values were printed by rounding to nearest, all by one rule.",
      ...(by === undefined
        ? []
        : [`"${words}${distance}" is the reading of the claim's words; its ends belong to it.`]),
    ],
    rescuedBy: [],
    nearMisses: [],
    details: {
      items: items.map(({ label, value }) => ({ label, value: value.text })),
      relation,
      strict,
      pairs: pairs.map(({ earlier, later, ordered, apart, step, possible }) => ({
        earlier,
        later,
        step: exactText(step),
        possibleSteps: intervalDetail(possible),
        ordered,
        ...(by === undefined ? {} : { byDistance: apart }),
      })),
    },
  };
}

interface Pair {
  readonly earlier: string;
  readonly later: string;
  /** From the lesser to the greater, as the claim has them. */
  readonly step: Rational;
  readonly possible: Interval;
  readonly ordered: Truth;
  readonly apart: Truth;
  readonly text: string;
}

function pairOf(earlier: LabelledValue, later: LabelledValue, neighbours: boolean, input: OrderInput): Pair {
  const { relation, strict = true, by, exact = false } = input;
  const [lesser, greater] = relation === "increasing" ? [earlier, later] : [later, earlier];
  const step = subtract(toRational(greater.value), toRational(lesser.value));
  const possible = add(
    standsFor(greater.value, "half-either", exact),
    negate(standsFor(lesser.value, "half-either", exact)),
  );
  const range = {
    atLeast: by?.atLeast === undefined ? undefined : toRational(by.atLeast),
    atMost: by?.atMost === undefined ? undefined : toRational(by.atMost),
  };
  return {
    earlier: earlier.label,
    later: later.label,
    step,
    possible,
    ordered: isGreater(greater.value, lesser.value, strict, exact),
    apart: neighbours && by !== undefined ? withinBounds(step, possible, range) : "true",
    text: `${greater.label} minus ${lesser.label} is ${shortText(step)}`,
  };
}
