import { type Decimal, toRational } from "../numbers/decimal.ts";
import { compare, divide, floor, multiply, type Rational, rational, zero } from "../numbers/rational.ts";
import type { CheckResult } from "./check-result.ts";
import { decide, type Truth, truthOf } from "./decide.ts";
import { isPrintedDouble } from "./double-interval.ts";
import { exactText, listText } from "./exact-text.ts";

export interface GridPointInput {
  /** As printed, with all its digits. */
  readonly value: Decimal;
  /** The distance of neighbouring points; the grid begins at 0. */
  readonly step: Decimal;
}

/**
 * Whether a double that was printed in full is a point of a grid, computed in binary: a threshold of 0.30000000000000004
 * was not read off a score, it is 3 times 0.1. Default: k times the step, as `numpy.arange` and `numpy.linspace` compute
 * from 0 on. Alternative: the step added k times. A finer grid may have the same point. `undecidable` for numbers with other than 15 to 17 digits, which need not be printed in
 * full, and above a million steps. Throws a RangeError for a step that is not above 0.
 *
 * @example
 * const { outcome, details } = checkGridPoint({ value: parseDecimal("0.30000000000000004"), step: parseDecimal("0.1") });
 * [outcome, details.steps]; // => ["consistent", 3]
 */
export function checkGridPoint({ value, step }: GridPointInput): CheckResult {
  const distance = toRational(step);
  if (compare(distance, zero) <= 0) throw new RangeError(`checkGridPoint: the step is ${step.text}; give one above 0`);
  const steps = Number(floor(divide(toRational(value), distance)));
  const near = [steps, steps + 1];
  const decidable = isPrintedDouble(value) && value.units > 0n && steps < 1_000_000;
  const found = ways.map(({ name, point }) => ({
    name,
    steps: decidable ? near.find((count) => point(count, step) === numberOf(value)) : undefined,
  }));
  const truths = found.map(({ steps: count }): Truth => (decidable ? truthOf(count !== undefined) : "unknown"));
  const { outcome, rescuedBy } = decide(
    truths[0] ?? "unknown",
    found.slice(1).map(({ name }, index) => ({ name, truth: truths[index + 1] ?? "unknown" })),
  );
  const fitting = found.find(({ steps: count }) => count !== undefined);
  const point = fitting?.steps === undefined ? undefined : multiply(rational(fitting.steps), distance);
  return {
    check: "grid-point",
    outcome,
    explanation: `Printed ${value.text}: ${textOf({ decidable, value, step, way: fitting?.name, steps: fitting?.steps, point })}.`,
    assumptions: ["The number is a double that was printed in full.", "The grid begins at 0."],
    rescuedBy,
    nearMisses: [],
    details: {
      value: value.text,
      step: step.text,
      ...(fitting?.steps === undefined ? {} : { steps: fitting.steps, way: fitting.name }),
      ...(point === undefined ? {} : { point: exactText(point), pointPrintsAs: String(Number(exactText(point))) }),
    },
  };
}

const ways: readonly { readonly name: string; readonly point: (count: number, step: Decimal) => number }[] = [
  { name: "k times the step", point: (count, step) => count * numberOf(step) },
  { name: "the step added k times", point: (count, step) => added(count, numberOf(step)) },
];

function added(count: number, step: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += step;
  return sum;
}

function numberOf(decimal: Decimal): number {
  return Number(decimal.text.replaceAll(",", ""));
}

interface Found {
  readonly decidable: boolean;
  readonly value: Decimal;
  readonly step: Decimal;
  readonly way: string | undefined;
  readonly steps: number | undefined;
  readonly point: Rational | undefined;
}

function textOf({ decidable, value, step, way, steps, point }: Found): string {
  if (!decidable) return `with these digits nothing tells whether it is a point of a grid with steps of ${step.text}`;
  if (way === undefined || steps === undefined || point === undefined)
    return `no point of a grid with steps of ${step.text} is this double, by ${listText(ways.map(({ name }) => name))}`;
  const plain = String(Number(exactText(point)));
  const betrayed =
    plain === value.text ? "" : `; ${exactText(point)} itself would print as ${plain}, so the number was computed`;
  return `the double of ${way} with k = ${steps} and steps of ${step.text}${betrayed}`;
}
