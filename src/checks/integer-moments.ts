import type { IntegerRange } from "./integers-in.ts";

/** Whole numbers that every value lies between, ends included. */
export interface Bounds {
  readonly least: bigint;
  readonly greatest: bigint;
}

/** The least sum of squares of n integers with a given sum: all at the two integers around their mean. */
export function leastSquares(n: bigint, sum: bigint): bigint {
  const rest = remainder(sum, n);
  const below = (sum - rest) / n;
  return n * below * below + rest * (2n * below + 1n);
}

/**
 * The greatest sum of squares of n integers between bounds with a given sum: all but one at the bounds; undefined where
 * the sum is out of reach.
 */
export function greatestSquares(n: bigint, sum: bigint, { least, greatest }: Bounds): bigint | undefined {
  const lifted = sum - n * least;
  const width = greatest - least;
  if (lifted < 0n || lifted > n * width) return undefined;
  const atTop = width === 0n ? 0n : lifted / width;
  const rest = lifted - atTop * width;
  return atTop * width * width + rest * rest + 2n * least * lifted + n * least * least;
}

/**
 * The first sum of squares in a range that n integers with a given sum can have; undefined where there is none.
 *
 * Always needed: the parity of the sum, and at least the sum of squares of equal values. That suffices from n = 5 on. For
 * n = 2, 2Q − S² must be a square; for n = 3, (3Q − S²)/2 of the form a² + ab + b²; for n = 4 and an even sum, Q − (S/2)²
 * a sum of three squares (Legendre). Beyond 10¹⁰ the form for n = 3 is taken for granted, so that nothing true is lost.
 */
export function firstSquares(n: bigint, sum: bigint, { least, greatest }: IntegerRange): bigint | undefined {
  const floor = leastSquares(n, sum);
  const from = least > floor ? least : floor;
  const start = from + remainder(from - sum, 2n);
  if (start > greatest) return undefined;
  if (n === 1n) return greatest >= sum * sum && start <= sum * sum ? sum * sum : undefined;
  if (n === 2n) return squaresOfTwo(sum, start, greatest);
  if (n > 4n) return start;
  for (let squares = start; squares <= greatest; squares += 2n) {
    const fits = n === 3n ? isTriangularForm((3n * squares - sum * sum) / 2n) : fitsFour(sum, squares);
    if (fits) return squares;
  }
  return undefined;
}

/**
 * Whether every n integers with this sum and sum of squares lie within bounds: none is farther from their mean than
 * √((n − 1)/n) times the root of the summed squared deviations (Samuelson's inequality).
 */
export function staysWithin(n: bigint, sum: bigint, squares: bigint, { least, greatest }: Bounds): boolean {
  const farthest = (n - 1n) * (n * squares - sum * sum);
  const above = n * greatest - sum;
  const below = sum - n * least;
  return above >= 0n && below >= 0n && above * above >= farthest && below * below >= farthest;
}

function squaresOfTwo(sum: bigint, start: bigint, greatest: bigint): bigint | undefined {
  const wanted = 2n * start - sum * sum;
  const root = squareRoot(wanted);
  const atLeast = root * root === wanted ? root : root + 1n;
  const difference = atLeast + remainder(atLeast - sum, 2n);
  const squares = (difference * difference + sum * sum) / 2n;
  return squares <= greatest ? squares : undefined;
}

function fitsFour(sum: bigint, squares: bigint): boolean {
  if (sum % 2n !== 0n) return true;
  let rest = squares - (sum / 2n) ** 2n;
  while (rest > 0n && rest % 4n === 0n) rest /= 4n;
  return rest % 8n !== 7n;
}

/** Whether a number is a² + ab + b²: no prime of the form 3k + 2 divides it an odd number of times. */
function isTriangularForm(value: bigint): boolean {
  if (value > 10_000_000_000n) return true;
  let rest = Number(value);
  if (rest === 0) return true;
  for (let prime = 2; prime * prime <= rest; prime++) {
    let times = 0;
    for (; rest % prime === 0; rest /= prime) times++;
    if (prime % 3 === 2 && times % 2 === 1) return false;
  }
  return rest % 3 !== 2;
}

/** The greatest integer whose square is at most the value. */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = BigInt(Math.floor(Math.sqrt(Number(value)))) + 1n;
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) break;
    root = next;
  }
  while (root * root > value) root--;
  while ((root + 1n) * (root + 1n) <= value) root++;
  return root;
}

function remainder(value: bigint, divisor: bigint): bigint {
  const rest = value % divisor;
  return rest < 0n ? rest + divisor : rest;
}
