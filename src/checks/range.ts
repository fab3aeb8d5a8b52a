import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, type Interval, negate } from "../numbers/interval.ts";
import { type Rational, subtract } from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { allOf, decide, type Truth } from "./decide.ts";
import { exactText, intervalDetail, listText, shortText } from "./exact-text.ts";
import { type LabelledValue, standsFor } from "./labelled-value.ts";
import { rangeWords, withinBounds } from "./within-bounds.ts";

export interface RangeItem extends LabelledValue {
  /** Where given, the range is claimed of value − minus, both as printed. */
  readonly minus?: Decimal;
}

export interface RangeInput {
  readonly items: readonly RangeItem[];
  readonly atLeast?: Decimal;
  readonly atMost?: Decimal;
  /** The unit of the range, for people: `%pt`. */
  readonly unit: string;
  /** Whether the values are exact instead of rounded to nearest. */
  readonly exact?: boolean;
}

/**
 * Whether all printed values lie in a claimed range, ends included: `2 to 5 %pt`, `within 10 %pt` (atLeast −10, atMost
 * 10). A value that print puts outside, but rounding may have moved there, leaves the claim undecidable. Alternative:
 * the ends of the range are rounded numbers themselves. Throws a RangeError for no items or no end.
 *
 * @example
 * const items = ["2.6", "4.7"].map((text) => ({ label: text, value: parseDecimal(text) }));
 * checkRange({ items, atLeast: parseDecimal("2"), atMost: parseDecimal("5"), unit: "%pt" }).outcome; // => "consistent"
 */
export function checkRange(input: RangeInput): CheckResult {
  const { items, atLeast, atMost, unit } = input;
  if (items.length === 0) throw new RangeError("checkRange: there are no values");
  if (atLeast === undefined && atMost === undefined) throw new RangeError("checkRange: the range has neither end");
  const exactRange = { atLeast: rationalOf(atLeast), atMost: rationalOf(atMost) };
  const roundedRange = {
    atLeast: atLeast === undefined ? undefined : roundingInterval(atLeast).lower,
    atMost: atMost === undefined ? undefined : roundingInterval(atMost).upper,
  };
  const read = items.map((item) => quantityOf(item, input.exact ?? false));
  const truths = read.map(({ printed, possible }) => withinBounds(printed, possible, exactRange));
  const loose = read.map(({ printed, possible }) => withinBounds(printed, possible, roundedRange));
  const { outcome, rescuedBy } = decide(allOf(truths), [
    { name: `a range whose ends ${rangeWords(atLeast?.text, atMost?.text)} are rounded`, truth: allOf(loose) },
  ]);
  const range = `${rangeWords(atLeast?.text, atMost?.text)} ${unit}`;
  const named = (wanted: Truth): readonly string[] =>
    read.flatMap(({ label, printed }, index) => (truths[index] === wanted ? [`${label} (${shortText(printed)})`] : []));
  const rescue = rescuedBy.length > 0 ? ` All do with ${listText(rescuedBy)}.` : "";
  return {
    check: "range",
    outcome,
    explanation: (read.length === 1
      ? [singleValueText(read[0], truths[0], range, atLeast !== undefined && atMost !== undefined)]
      : [
          `${named("true").length} of ${items.length} printed values lie in ${range}.`,
          named("false").length > 0 ? `Outside: ${listText(named("false"))}.` : "",
          named("unknown").length > 0 ? `Outside by less than rounding: ${listText(named("unknown"))}.` : "",
        ]
    )
      .filter((sentence) => sentence !== "")
      .join(" ")
      .concat(rescue),
    assumptions: [
      `The ends of ${range} are exact and belong to it.`,
      input.exact === true
        ? "The values are exact."
        : "The values were printed by rounding to nearest (ties either way).",
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      ...(atLeast === undefined ? {} : { atLeast: atLeast.text }),
      ...(atMost === undefined ? {} : { atMost: atMost.text }),
      unit,
      inside: named("true").length,
      items: read.map(
        ({ label, printed, possible }, index): Detail => ({
          label,
          value: exactText(printed),
          possible: intervalDetail(possible),
          inRange: truths[index] ?? "unknown",
        }),
      ),
    },
  };
}

interface Quantity {
  readonly label: string;
  readonly printed: Rational;
  readonly possible: Interval;
}

function quantityOf({ label, value, minus }: RangeItem, exact: boolean): Quantity {
  const values = standsFor(value, "half-either", exact);
  if (minus === undefined) return { label, printed: toRational(value), possible: values };
  const printed = subtract(toRational(value), toRational(minus));
  return { label, printed, possible: add(values, negate(standsFor(minus, "half-either", exact))) };
}

function singleValueText(
  quantity: Quantity | undefined,
  truth: Truth | undefined,
  range: string,
  bothEnds: boolean,
): string {
  if (quantity === undefined) return "";
  const value = `${quantity.label}: ${shortText(quantity.printed)}`;
  const by = truth === "unknown" ? ", by less than rounding" : "";
  if (bothEnds) return `${value} lies ${truth === "true" ? "in" : "outside"} ${range}${by}.`;
  return `${value} is ${truth === "true" ? "" : "not "}${range}${by}.`;
}

function rationalOf(value: Decimal | undefined): Rational | undefined {
  return value === undefined ? undefined : toRational(value);
}
