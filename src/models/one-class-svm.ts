/** The dual problem of a one-class SVM: everything that decides its solution. */
export interface OneClassSvmProblem {
  /** Kernel values of all pairs of fitted rows, row-major, count × count, symmetric. */
  readonly gram: Float32Array | Float64Array;
  /** Number of fitted rows. */
  readonly count: number;
  /** Share ν in (0, 1]: at most this share of rows lies outside, at least this share are support vectors. */
  readonly nu: number;
  /** Largest violation of the optimality conditions that is accepted; scikit-learn's and libsvm's default. */
  readonly tolerance?: number;
  /** Steps after which the search gives up with an error; by default max(10,000,000, 100 · count), as in libsvm. */
  readonly maximumIterations?: number;
}

/** A fitted one-class SVM: decision(x) = Σ alpha_i K(x_i, x) − rho. */
export interface OneClassSvm {
  /** Dual coefficients in [0, 1] with sum ν · count, one a fitted row. */
  readonly alpha: Float64Array;
  /** Offset of the decision function. */
  readonly rho: number;
  /** ½ αᵀKα at the solution. */
  readonly objective: number;
  /** Rows with a positive coefficient, ascending. */
  readonly supportIndices: Uint32Array;
  /** Steps of two coefficients each. */
  readonly iterations: number;
  /** Remaining violation of the optimality conditions, at most the tolerance. */
  readonly gap: number;
}

const smallestCurvature = 1e-12;

/**
 * Fits a one-class SVM (Schölkopf et al. 2001) to a kernel matrix: min ½ αᵀKα with 0 ≤ α ≤ 1 and Σα = ν · count, in the
 * scaling of libsvm and scikit-learn. Sequential minimal optimisation with the second-order working set of Fan, Chen
 * and Lin (2005), without shrinking. It starts from the rows least similar to the others rather than from the first
 * rows: the optimum is the same, the way shorter.
 *
 * The gradient is kept in float64 whatever the kernel matrix is stored in. ν = 1 leaves one feasible point, all ones.
 * Throws a RangeError for ν outside (0, 1], a matrix of the wrong size or with a value that is not finite, and an
 * Error when the iterations run out.
 *
 * @example
 * const gram = Float64Array.of(1, 0, 0, 1); // two rows at right angles
 * fitOneClassSvm({ gram, count: 2, nu: 0.5 }).objective; // => 0.25
 */
export function fitOneClassSvm(problem: OneClassSvmProblem): OneClassSvm {
  const { gram, count, nu, tolerance = 1e-3 } = problem;
  const maximumIterations = problem.maximumIterations ?? Math.max(10_000_000, 100 * count);
  validate(problem, tolerance);
  const alpha = startingPoint(gram, count, nu);
  const gradient = product(gram, count, alpha);
  let iterations = 0;
  let gap = nu === 1 ? 0 : Number.POSITIVE_INFINITY;
  let first = mostIncreasable(alpha, gradient);
  while (nu !== 1) {
    const pair = secondIndex(gram, count, alpha, gradient, first);
    gap = Math.max(0, pair.gap);
    if (pair.gap < tolerance || pair.second < 0) break;
    if (iterations >= maximumIterations)
      throw new Error(
        `one-class SVM: gap ${gap} after ${iterations} steps, above the tolerance ${tolerance}; allow more steps or a larger tolerance`,
      );
    first = step(gram, count, alpha, gradient, first, pair.second);
    iterations++;
  }
  return {
    alpha,
    rho: offset(alpha, gradient),
    objective: halfDot(alpha, gradient),
    supportIndices: Uint32Array.from(indicesOfPositive(alpha)),
    iterations,
    gap,
  };
}

function validate({ gram, count, nu }: OneClassSvmProblem, tolerance: number): void {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`one-class SVM: ${count} rows; it needs at least one`);
  if (gram.length !== count * count)
    throw new RangeError(`one-class SVM: the kernel matrix has ${gram.length} values, ${count} × ${count} are needed`);
  if (!(nu > 0 && nu <= 1)) throw new RangeError(`one-class SVM: nu ${nu} is outside (0, 1]`);
  if (!(tolerance > 0)) throw new RangeError(`one-class SVM: tolerance ${tolerance} is not positive`);
}

/** All weight on the rows with the smallest kernel sums, as much on each as the bounds allow. */
function startingPoint(gram: Float32Array | Float64Array, count: number, nu: number): Float64Array {
  const sums = new Float64Array(count);
  for (let row = 0, at = 0; row < count; row++) {
    let sum = 0;
    for (let column = 0; column < count; column++, at++) sum += gram[at] as number;
    if (!Number.isFinite(sum))
      throw new RangeError(`one-class SVM: row ${row} of the kernel matrix holds a value that is not finite`);
    sums[row] = sum;
  }
  const order = Array.from(sums.keys()).sort((a, b) => (sums[a] as number) - (sums[b] as number) || a - b);
  const alpha = new Float64Array(count);
  const total = nu * count;
  const whole = Math.min(count, Math.floor(total));
  for (let rank = 0; rank < whole; rank++) alpha[order[rank] as number] = 1;
  if (whole < count) alpha[order[whole] as number] = total - whole;
  return alpha;
}

function product(gram: Float32Array | Float64Array, count: number, alpha: Float64Array): Float64Array {
  const result = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const weight = alpha[row] as number;
    if (weight === 0) continue;
    const base = row * count;
    for (let column = 0; column < count; column++)
      result[column] = (result[column] as number) + weight * (gram[base + column] as number);
  }
  return result;
}

/** The row below its upper bound whose gradient is smallest; −1 where every row is at its bound. */
function mostIncreasable(alpha: Float64Array, gradient: Float64Array): number {
  let best = Number.POSITIVE_INFINITY;
  let index = -1;
  for (let row = 0; row < alpha.length; row++) {
    const value = gradient[row] as number;
    if (value < best && (alpha[row] as number) < 1) {
      best = value;
      index = row;
    }
  }
  return index;
}

/** The partner that promises the largest decrease of the objective, and the violation of the optimality conditions. */
function secondIndex(
  gram: Float32Array | Float64Array,
  count: number,
  alpha: Float64Array,
  gradient: Float64Array,
  first: number,
): { readonly second: number; readonly gap: number } {
  if (first < 0) return { second: -1, gap: 0 };
  const smallest = gradient[first] as number;
  const base = first * count;
  const curvature = gram[base + first] as number;
  let largest = Number.NEGATIVE_INFINITY;
  let bestDecrease = 0;
  let second = -1;
  for (let row = 0, diagonal = 0; row < count; row++, diagonal += count + 1) {
    if (!((alpha[row] as number) > 0)) continue;
    const value = gradient[row] as number;
    if (value > largest) largest = value;
    const difference = value - smallest;
    if (difference <= 0) continue;
    const along = curvature + (gram[diagonal] as number) - 2 * (gram[base + row] as number);
    const decrease = (difference * difference) / (along > 0 ? along : smallestCurvature);
    if (decrease > bestDecrease) {
      bestDecrease = decrease;
      second = row;
    }
  }
  return { second, gap: largest - smallest };
}

/** Moves weight from `second` to `first`, updates the gradient, and returns the next row to increase. */
function step(
  gram: Float32Array | Float64Array,
  count: number,
  alpha: Float64Array,
  gradient: Float64Array,
  first: number,
  second: number,
): number {
  const up = first * count;
  const down = second * count;
  const along = (gram[up + first] as number) + (gram[down + second] as number) - 2 * (gram[up + second] as number);
  const wanted = ((gradient[second] as number) - (gradient[first] as number)) / (along > 0 ? along : smallestCurvature);
  const before = alpha[first] as number;
  const partner = alpha[second] as number;
  const room = 1 - before;
  const moved = Math.min(wanted, room, partner);
  // At a bound the coefficient is set to the bound itself: rounding must not leave it just inside.
  alpha[first] = moved === room ? 1 : before + moved;
  alpha[second] = moved === partner ? 0 : partner - moved;
  let best = Number.POSITIVE_INFINITY;
  let next = -1;
  for (let row = 0; row < count; row++) {
    const value = (gradient[row] as number) + moved * ((gram[up + row] as number) - (gram[down + row] as number));
    gradient[row] = value;
    if (value < best && (alpha[row] as number) < 1) {
      best = value;
      next = row;
    }
  }
  return next;
}

/** libsvm's rule: the mean gradient of free rows, or midway between the bounds where none is free. */
function offset(alpha: Float64Array, gradient: Float64Array): number {
  let free = 0;
  let sum = 0;
  let above = Number.POSITIVE_INFINITY;
  let below = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < alpha.length; row++) {
    const weight = alpha[row] as number;
    const value = gradient[row] as number;
    if (weight >= 1) below = Math.max(below, value);
    else if (weight <= 0) above = Math.min(above, value);
    else {
      free++;
      sum += value;
    }
  }
  if (free > 0) return sum / free;
  return above === Number.POSITIVE_INFINITY ? below : (above + below) / 2;
}

function halfDot(alpha: Float64Array, gradient: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < alpha.length; row++) sum += (alpha[row] as number) * (gradient[row] as number);
  return sum / 2;
}

function* indicesOfPositive(alpha: Float64Array): Generator<number> {
  for (let row = 0; row < alpha.length; row++) if ((alpha[row] as number) > 0) yield row;
}
