import { checkRelativeGain } from "../checks/difference.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { Line } from "../tables/table-reading.ts";
import { sameCell } from "./cell-place.ts";
import { approximate, unitOf } from "./linear/linear-chance.ts";
import { addsToZero } from "./linear/linear-relation.ts";
import { valuesOf } from "./relation.ts";
import { plainLines, type Sheet } from "./sheet.ts";
import type { CellAt } from "./table-check.ts";

/** Another pair of which a single difference may be: of its own line, such as the best of each, or of its own score. */
export function otherBaseline(
  sheet: Sheet,
  reported: Decimal,
  value: Decimal,
  [made, minuend, subtrahend]: readonly CellAt[],
): string | undefined {
  const lines = plainLines(sheet);
  const lineOf = (cell: CellAt | undefined): Line | undefined =>
    cell === undefined
      ? undefined
      : lines.find((line) => sheet.crossing.some((other) => sameCell(sheet.at(line, other), cell)));
  const line = lineOf(made);
  if (line === undefined) return undefined;
  const numbersAt = (cells: readonly CellAt[]): readonly Decimal[] =>
    cells.slice(0, mostTried).flatMap((cell) => valuesOf(sheet.reading, [cell]) ?? []);
  const scores = sheet.crossing.filter(({ role }) => role === "score" || role === "average" || role === "count");
  if (lineOf(subtrahend) === line) {
    const own = numbersAt(scores.map((score) => sheet.at(line, score)));
    if (own.some((one) => own.some((other) => isMade(reported, one, other))))
      return `a difference of other ${sheet.crossingWord}s in this ${sheet.lineWord}, such as against the best of each`;
    // Where several are compared, the best may be one of those that are not printed.
    return own.length > 2 ? "a difference against one that is not printed" : undefined;
  }
  const score = minuend && scores.find((one) => sameCell(sheet.at(line, one), minuend));
  const others = score === undefined ? [] : lines.filter((other) => other !== line);
  const baselines = score === undefined ? [] : numbersAt(others.map((other) => sheet.at(other, score)));
  return baselines.some((baseline) => isMade(reported, value, baseline))
    ? `a difference against another ${sheet.lineWord}`
    : undefined;
}

/** How many lines either way are tried as another baseline: each with each. */
const mostTried = 60;

/** Whether a number is the difference or the relative gain of two others. */
function isMade(reported: Decimal, value: Decimal, baseline: Decimal): boolean {
  const isDifference = addsToZero(
    [reported, value, baseline].map((each, at) => ({ value: each, factor: at === 1 ? 1 : -1 })),
    "nearest",
  );
  if (isDifference) return true;
  return (
    mayBeGain([reported, value, baseline]) && checkRelativeGain({ value, baseline, reported }).outcome === "consistent"
  );
}

/** A screen: whether a gain is near, by a little more than rounding can move it, or by far more for other definitions. */
export function mayBeGain(values: readonly Decimal[], widely = false): boolean {
  const [reported, value, baseline] = values as [Decimal, Decimal, Decimal];
  const [a, b] = [approximate(value), approximate(baseline)];
  const slack = Math.abs((100 * (unitOf(value) + unitOf(baseline)) * (1 + Math.abs(a / b))) / b);
  const most = widely ? 10 * (1 + slack + unitOf(reported)) : 2 * (slack + unitOf(reported));
  return !(Math.abs((100 * (a - b)) / b - approximate(reported)) > most);
}
