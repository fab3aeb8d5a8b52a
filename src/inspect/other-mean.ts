import type { MeanRow } from "../checks/mean-row.ts";
import { weightsFor } from "../checks/satisfiable-rows.ts";
import { type Decimal, parseDecimal } from "../numbers/decimal.ts";
import { compare, divide, multiply, one, type Rational, rational, total, zero } from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import type { Line } from "../tables/table-reading.ts";
import { addsToZero } from "./linear/linear-relation.ts";
import { spread, type Values, valuesOf } from "./relation.ts";
import { plainLines, type Sheet } from "./sheet.ts";

/**
 * Another mean than the plain one under which all lines hold, in words to stand behind "under": a harmonic or geometric
 * mean, or unequal weights. Undefined where there is none: of weights, where no weights at all make even some of the
 * lines true together.
 */
export function otherMean(fitting: readonly Values[], failing: readonly Values[]): string | undefined {
  const all = [...failing, ...spread(fitting, 200)];
  for (const [name, is] of Object.entries({ harmonic: isHarmonic, geometric: isGeometric })) {
    if (all.every((values) => is(values, nearest))) return `the ${name} mean`;
    if (all.every((values) => is(values, anyRounding))) return `the ${name} mean ${ofMixedRules}`;
  }
  const [first] = failing;
  const cells = (first?.length ?? 1) - 1;
  // What follows is the same in every line of a column: lines of other cells have none in common.
  if (all.some(({ length }) => length !== cells + 1)) return undefined;
  if (isTurnedOver(all, cells)) return "the mean of what is left to 100 in one column, and of the others";
  // The lines whose weights are asked for: few, since what those refute more refute as well.
  const failed = spread(failing, Math.max(6, cells + 4 - fitting.length));
  // Wide lines are slow to solve; fewer of them refute less, which is the safe side.
  const rows = [...failed, ...spread(fitting, cells + 4)].map(meanRowOf).slice(0, mostRows(cells));
  const chosen = rows.map((_, at) => at);
  return weightsFor(rows, chosen).exist ? "unequal weights" : undefined;
}

/** Two lines, averages themselves perhaps, whose harmonic or geometric mean a line is throughout, in words. */
export function meanOfTwo(sheet: Sheet, target: Line): string | undefined {
  const others = sheet.crossing
    .filter((line) => line !== target && (line.role === "score" || line.role === "average"))
    .slice(0, mostOthers);
  const lines = plainLines(sheet);
  const isThroughout = (one: Line, other: Line, is: (values: Values) => boolean): boolean => {
    let any = false;
    const fits = lines.every((line) => {
      const values = valuesOf(
        sheet.reading,
        [target, one, other].map((its) => sheet.at(line, its)),
      );
      any ||= values !== undefined;
      return values === undefined || is(values);
    });
    return fits && any;
  };
  for (const [at, one] of others.entries())
    for (const other of others.slice(at + 1)) {
      const words = `mean of "${one.name}" and "${other.name}"`;
      for (const [name, is] of Object.entries({ harmonic: isHarmonic, geometric: isGeometric })) {
        if (isThroughout(one, other, (values) => is(values, nearest))) return `the ${name} ${words}`;
        if (isThroughout(one, other, (values) => is(values, anyRounding)))
          return `the ${name} ${words}, ${ofMixedRules}`;
      }
    }
  return undefined;
}

/** What is said where numbers agree only if each was shortened in its own way. */
export const ofMixedRules = "of numbers each shortened by a rule of its own";

const mostOthers = 20;

function mostRows(cells: number): number | undefined {
  if (cells <= 8) return undefined;
  return cells <= 24 ? 8 : 4;
}

function meanRowOf([reported, ...cells]: Values): MeanRow {
  if (reported === undefined) throw new RangeError("otherMean: a line has no printed mean");
  return { reported, cells: cells.map((value, at) => ({ label: String(at), value })) };
}

/** n / Σ 1/x rises with every x, so that the ends of the cells' intervals give its ends. */
function isHarmonic(values: Values, read: Rounding): boolean {
  return risingMeanFits(values, read, (ends) => {
    const sum = total(ends.map((end) => divide(one, end)));
    return (mean) => compare(rational(ends.length), multiply(mean, sum));
  });
}

/** (Π x)^(1/n) against a mean, by nth powers. */
function isGeometric(values: Values, read: Rounding): boolean {
  return risingMeanFits(values, read, (ends) => {
    const product = ends.reduce(multiply, one);
    return (mean) =>
      compare(
        product,
        ends.reduce((power) => multiply(power, mean), one),
      );
  });
}

/** Whether a mean that rises with every cell can print as reported; `sign` orders it against a number. */
function risingMeanFits(
  [reported, ...cells]: Values,
  read: Rounding,
  sign: (ends: readonly Rational[]) => (mean: Rational) => number,
): boolean {
  if (reported === undefined || cells.length === 0) return false;
  const intervals = cells.map(read);
  const printed = read(reported);
  if (compare(printed.lower, zero) <= 0 || intervals.some(({ lower }) => compare(lower, zero) <= 0)) return false;
  const least = sign(intervals.map(({ lower }) => lower));
  const greatest = sign(intervals.map(({ upper }) => upper));
  return least(printed.upper) <= 0 && greatest(printed.lower) >= 0;
}

type Rounding = (value: Decimal) => { readonly lower: Rational; readonly upper: Rational };

const nearest: Rounding = (value) => roundingInterval(value);

/** Whatever the rule by which it was shortened. */
function anyRounding(value: Decimal): ReturnType<Rounding> {
  return { lower: roundingInterval(value, "ceiling").lower, upper: roundingInterval(value, "floor").upper };
}

/** Whether in one column, the same in all lines, not the score but what is left to 100 is averaged. */
function isTurnedOver(lines: readonly Values[], cells: number): boolean {
  return Array.from({ length: cells }, (_, column) => column + 1).some((turned) =>
    lines.every((values) => {
      const terms = values.map((value, at) => ({ value, factor: at === 0 ? -cells : at === turned ? -1 : 1 }));
      return addsToZero([...terms, { value: hundred, factor: 1 }], "any rule");
    }),
  );
}

/** With digits enough to count as exact beside printed scores. */
const hundred = parseDecimal("100.000000");
