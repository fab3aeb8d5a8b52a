import { type Decimal, toRational } from "../numbers/decimal.ts";
import { type Interval, intersection, isEmpty } from "../numbers/interval.ts";
import { compare, equal } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { decide, truthOf } from "./decide.ts";
import { listText } from "./exact-text.ts";
import type { LabelledValue } from "./labelled-value.ts";
import { printedBy, ruleWords, usualRules } from "./rule-words.ts";

/** One place where the number is printed, with what stands behind ± there. */
export interface Place extends LabelledValue {
  readonly spread?: Decimal;
}

export interface AgreementInput {
  readonly places: readonly Place[];
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether one number that is printed in several places can be one number: printed with as many digits it must be
 * equal; printed with different digits, some number must print as each. That one place was shortened in another way
 * than the next is the last alternative: it alone lets 63.72 and 63.73 be one number. Spreads are compared among the
 * places that have one. Throws a RangeError for fewer than two places.
 *
 * @example
 * const places = ["93.9", "92.7"].map((text, i) => ({ label: `Table ${i}`, value: parseDecimal(text) }));
 * checkAgreement({ places }).outcome; // => "inconsistent"
 */
export function checkAgreement({ places, rules = usualRules }: AgreementInput): CheckResult {
  if (places.length < 2) throw new RangeError(`checkAgreement: ${places.length} place, where two or more can agree`);
  const values = places.map(({ value }) => value);
  const spreads = places.flatMap(({ spread }) => (spread === undefined ? [] : [spread]));
  const readings = rules.map((rule) => ({ rule, values: agree(values, rule), spreads: agree(spreads, rule) }));
  const [first, ...others] = readings;
  if (first === undefined) throw new RangeError("checkAgreement: there is no rounding rule to try");
  const { outcome, rescuedBy } = decide(truthOf(first.values && first.spreads), [
    ...others.map((reading) => ({
      name: ruleWords[reading.rule],
      truth: truthOf(reading.values && reading.spreads),
    })),
    ...(readings.some((reading) => reading.values && reading.spreads)
      ? []
      : [{ name: mixed, truth: truthOf(agreeMixed(values, rules) && agreeMixed(spreads, rules)) }]),
  ]);
  const printed = listText(places.map(({ label, value, spread }) => `${value.text}${spreadText(spread)} in ${label}`));
  const differ = [...(first.values ? [] : ["the numbers"]), ...(first.spreads ? [] : ["the spreads"])];
  const verdict =
    differ.length === 0
      ? "one number prints as all of these"
      : `no one number prints as all of these (${listText(differ)} differ)`;
  const rescue = rescuedBy.length > 0 ? ` They agree under ${listText(rescuedBy)}.` : "";
  return {
    check: "agreement",
    outcome,
    explanation: `Printed are ${printed}: ${verdict}.${rescue}`,
    assumptions: ["All places print the same number.", `All were ${printedBy(first.rule, ...values, ...spreads)}.`],
    rescuedBy,
    nearMisses: [],
    details: {
      places: places.map(({ label, value, spread }) => ({
        label,
        value: value.text,
        ...(spread === undefined ? {} : { spread: spread.text }),
      })),
      valuesAgree: first.values,
      spreadsAgree: first.spreads,
      byRule: readings.map((reading) => ({ rule: reading.rule, values: reading.values, spreads: reading.spreads })),
    },
  };
}

const mixed = "different rounding in different places";

/** One rule turns one number into one text of each length; a common number must exist for all lengths. */
function agree(printed: readonly Decimal[], rule: RoundingRule): boolean {
  const sameLength = printed.every((a) =>
    printed.every(
      (b) =>
        a.decimals !== b.decimals ||
        a.halfWidth !== undefined ||
        b.halfWidth !== undefined ||
        equal(toRational(a), toRational(b)),
    ),
  );
  const [first, ...rest] = printed.map((value) => roundingInterval(value, rule));
  return sameLength && (first === undefined || !isEmpty(rest.reduce(intersection, first)));
}

/** Whether some number prints as each of these, whichever of the rules shortened it there. */
function agreeMixed(printed: readonly Decimal[], rules: readonly RoundingRule[]): boolean {
  const [first, ...rest] = printed.map((value) => rules.map((rule) => roundingInterval(value, rule)).reduce(hull));
  return first === undefined || !isEmpty(rest.reduce(intersection, first));
}

/** All that lies in either of two intervals that share a number. */
function hull(a: Interval, b: Interval): Interval {
  const low = compare(a.lower, b.lower);
  const high = compare(a.upper, b.upper);
  return {
    lower: low <= 0 ? a.lower : b.lower,
    lowerClosed: low === 0 ? a.lowerClosed || b.lowerClosed : low < 0 ? a.lowerClosed : b.lowerClosed,
    upper: high >= 0 ? a.upper : b.upper,
    upperClosed: high === 0 ? a.upperClosed || b.upperClosed : high > 0 ? a.upperClosed : b.upperClosed,
  };
}

function spreadText(spread: Decimal | undefined): string {
  return spread === undefined ? "" : `±${spread.text}`;
}
