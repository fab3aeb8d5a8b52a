import type { Decimal } from "../numbers/decimal.ts";
import type { Line } from "../tables/table-reading.ts";
import { approximate, unitOf } from "./linear/linear-chance.ts";
import { crossingOf, lineOf, plainLines, type Sheet, valueAt } from "./sheet.ts";
import type { CellAt } from "./table-check.ts";

/**
 * Whether a line's numbers are, cell by cell, made of those of other lines: the greatest of every column, a gain in
 * percent of one over another. Its average is then made of the others' averages, not the mean of its own numbers.
 */
export function isMadeOfOthers(sheet: Sheet, cells: readonly CellAt[]): boolean {
  const line = lineOf(sheet, cells[0]);
  if (line === undefined) return false;
  const crossing = cells.flatMap((cell) => crossingOf(sheet, cell) ?? []);
  const numbersOf = (its: Line): readonly Decimal[] => crossing.flatMap((cross) => valueAt(sheet, its, cross) ?? []);
  const others = plainLines(sheet)
    .filter((other) => other !== line)
    .slice(0, mostLines)
    .map(numbersOf)
    .filter(({ length }) => length === cells.length);
  const own = numbersOf(line);
  return own.length === cells.length && others.length > 1 && isMadeOf(own, others);
}

/** Whether a line's name says that it may be made of other lines, or of what others published. */
export function maySumUpOthers(sheet: Sheet, cells: readonly CellAt[]): boolean {
  const line = lineOf(sheet, cells[0]);
  // What parts the levels of a name is no sign of division.
  return line?.name.split(" / ").some((part) => madeByName.test(part)) ?? false;
}

/** Each with each is tried. */
const mostLines = 40;

const madeByName =
  /\b(?:max|maximum|min|minimum|median|best|worst|range|sd|std|s\.d\.|se|sem|ci|variance|oracle|virtual|bound|ceiling|skyline|sota|state[- ]of[- ]the[- ]art|previous|prior|published|reported|relative|rel|improv\w*|gains?|increases?|reductions?|speed-?ups?|ratios?|changes?|vs|versus|over|ranks?|wins?|geo|geomean|geometric|harmonic|rmse|rms|psnr|ppl|perplexity|gap|diff\w*|drop|top)\b|[%Δ∆±]|\s[-−–/÷]\s/iu;

function isMadeOf(own: readonly Decimal[], others: readonly (readonly Decimal[])[]): boolean {
  const columns = own.map((_, at) =>
    others.map((numbers) => approximate(numbers[at] as Decimal)).sort((a, b) => a - b),
  );
  const extremes = [-1, 0].map((end) => columns.map((column) => column.at(end) as number));
  const [greatest = [], least = []] = extremes;
  const middle = columns.map(
    (column) =>
      ((column[Math.floor((column.length - 1) / 2)] as number) + (column[Math.floor(column.length / 2)] as number)) / 2,
  );
  const isNear = (of: (at: number) => number, units: number): boolean =>
    own.every((value, at) => Math.abs(approximate(value) - of(at)) <= (units + 1e-6) * unitOf(value));
  if (extremes.some((numbers) => isNear((at) => numbers[at] as number, 0))) return true;
  if (isNear((at) => middle[at] as number, 1) || isNear((at) => (greatest[at] as number) - (least[at] as number), 2))
    return true;
  return others.some((value) => others.some((base) => value !== base && isChange(own, value, base)));
}

/** What is made of two numbers, but for differences and means of them, which averages keep. */
const changes: readonly ((value: number, base: number) => number)[] = [
  (value, base) => value / base,
  (value, base) => (100 * value) / base,
  (value, base) => (100 * (value - base)) / base,
  (value, base) => (100 * (base - value)) / base,
  (value, base) => (100 * (value - base)) / (100 - base),
  (value, base) => Math.abs(value - base),
  (value, base) => (2 * value * base) / (value + base),
  (value, base) => Math.sqrt(value * base),
];

function isChange(own: readonly Decimal[], values: readonly Decimal[], bases: readonly Decimal[]): boolean {
  return changes.some((change) =>
    own.every((printed, at) => {
      const [value, base] = [values[at], bases[at]] as [Decimal, Decimal];
      const ends = [-1, 1].flatMap((a) =>
        [-1, 1].map((b) => change(approximate(value) + a * unitOf(value), approximate(base) + b * unitOf(base))),
      );
      const [its, unit] = [approximate(printed), unitOf(printed)];
      return its >= Math.min(...ends) - unit && its <= Math.max(...ends) + unit;
    }),
  );
}
