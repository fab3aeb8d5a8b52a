import { type Decimal, toRational } from "../numbers/decimal.ts";
import { type Interval, intersects, point } from "../numbers/interval.ts";
import { compare, divide, multiply, one, type Rational, subtract, zero } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { decide, truthOf } from "./decide.ts";
import { exactText, intervalDetail, intervalText, listText, shortText } from "./exact-text.ts";
import { type LabelledValue, standsFor } from "./labelled-value.ts";
import { ruleWords, usualRules } from "./rule-words.ts";

export interface Factor extends LabelledValue {
  /** Whether it is exact (a count, a conversion such as 60 minutes an hour) instead of rounded. */
  readonly exact?: boolean;
}

export interface ProductInput {
  readonly factors: readonly Factor[];
  /** What the product is divided by, such as 60 for minutes in hours. */
  readonly divisors?: readonly Factor[];
  readonly reported: Decimal;
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether a printed product can be that of the printed factors: some numbers that print as the factors have a product
 * that prints as the reported one. Undecidable where a divisor may be zero. Throws a RangeError for no factors.
 *
 * @example
 * const factor = (label: string, text: string) => ({ label, value: parseDecimal(text), exact: true });
 * checkProduct({
 *   factors: [factor("epochs", "2048"), factor("minutes", "15")],
 *   divisors: [factor("minutes in an hour", "60")],
 *   reported: parseDecimal("512"),
 * }).outcome; // => "consistent"
 */
export function checkProduct({ factors, divisors = [], reported, rules = usualRules }: ProductInput): CheckResult {
  if (factors.length === 0) throw new RangeError("checkProduct: there are no factors");
  const readings = rules.map((rule) => {
    const possible = productOf(factors, divisors, rule);
    const holds = possible !== undefined && intersects(possible, standsFor(reported, rule, false));
    return { rule, possible, truth: possible === undefined ? ("unknown" as const) : truthOf(holds) };
  });
  const [first, ...others] = readings;
  if (first === undefined) throw new RangeError("checkProduct: there is no rounding rule to try");
  const { outcome, rescuedBy } = decide(
    first.truth,
    others.map(({ rule, truth }) => ({ name: ruleWords[rule], truth })),
  );
  const terms = [
    factors.map(({ label, value }) => `${value.text} ${label}`).join(" × "),
    ...divisors.map(({ label, value }) => `${value.text} ${label}`),
  ].join(" / ");
  const printed = printedProduct(factors, divisors);
  const verdict =
    printed === undefined || first.possible === undefined
      ? "is undefined where a divisor may be zero"
      : `is ${shortText(printed)}, and numbers that print like these give ${intervalText(first.possible)}: the printed product ${
          outcome === "consistent" ? "agrees" : `is off by ${shortText(subtract(toRational(reported), printed))}`
        }`;
  const rescue = rescuedBy.length > 0 ? ` It agrees under ${listText(rescuedBy)}.` : "";
  return {
    check: "product",
    outcome,
    explanation: `Printed ${reported.text}; ${terms} ${verdict}.${rescue}`,
    assumptions: [
      `Exact are ${listText([...factors, ...divisors].filter(({ exact }) => exact).map(({ label }) => label)) || "none"}; all else was printed by ${ruleWords[first.rule]}.`,
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      reported: reported.text,
      factors: factors.map(({ label, value, exact = false }) => ({ label, value: value.text, exact })),
      divisors: divisors.map(({ label, value, exact = false }) => ({ label, value: value.text, exact })),
      ...(printed === undefined ? {} : { product: exactText(printed) }),
      readings: readings.map(({ rule, possible, truth }) => ({
        rule,
        holds: truth,
        ...(possible === undefined ? {} : { possibleProducts: intervalDetail(possible) }),
      })),
    },
  };
}

function printedProduct(factors: readonly Factor[], divisors: readonly Factor[]): Rational | undefined {
  const product = (values: readonly Factor[]) => values.map(({ value }) => toRational(value)).reduce(multiply, one);
  const divisor = product(divisors);
  return compare(divisor, zero) === 0 ? undefined : divide(product(factors), divisor);
}

/** Undefined where a divisor may be zero. */
function productOf(factors: readonly Factor[], divisors: readonly Factor[], rule: RoundingRule): Interval | undefined {
  const intervals = factors.map(({ value, exact = false }) => standsFor(value, rule, exact));
  for (const { value, exact = false } of divisors) {
    const { lower, upper, lowerClosed, upperClosed } = standsFor(value, rule, exact);
    if (compare(lower, zero) <= 0 && compare(upper, zero) >= 0) return undefined;
    intervals.push({
      lower: divide(one, upper),
      upper: divide(one, lower),
      lowerClosed: upperClosed,
      upperClosed: lowerClosed,
    });
  }
  return intervals.reduce(times, point(one));
}

/** The interval of all products: an end is attained where a corner that gives it is, or where a zero inside does. */
function times(a: Interval, b: Interval): Interval {
  const corners = [
    corner(a.lower, a.lowerClosed, b.lower, b.lowerClosed, a, b),
    corner(a.lower, a.lowerClosed, b.upper, b.upperClosed, a, b),
    corner(a.upper, a.upperClosed, b.lower, b.lowerClosed, a, b),
    corner(a.upper, a.upperClosed, b.upper, b.upperClosed, a, b),
  ];
  const least = corners.reduce((best, next) => (better(next, best, -1) ? next : best));
  const most = corners.reduce((best, next) => (better(next, best, 1) ? next : best));
  return { lower: least.value, lowerClosed: least.attained, upper: most.value, upperClosed: most.attained };
}

interface Corner {
  readonly value: Rational;
  readonly attained: boolean;
}

function corner(x: Rational, xIn: boolean, y: Rational, yIn: boolean, a: Interval, b: Interval): Corner {
  const zeroThere = (side: Interval, end: Rational, isIn: boolean) =>
    compare(end, zero) === 0 ? isIn : compare(side.lower, zero) < 0 && compare(side.upper, zero) > 0;
  const value = multiply(x, y);
  const attained = compare(value, zero) === 0 ? zeroThere(a, x, xIn) || zeroThere(b, y, yIn) : xIn && yIn;
  return { value, attained };
}

function better(next: Corner, best: Corner, sign: 1 | -1): boolean {
  const order = sign * compare(next.value, best.value);
  return order > 0 || (order === 0 && next.attained && !best.attained);
}
