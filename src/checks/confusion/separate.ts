/** A linear score of integer variables, 0 … upper each, that must lie in [lower, upper]; floats. */
export interface Strip {
  readonly weights: readonly number[];
  readonly constant: number;
  readonly lower: number;
  readonly upper: number;
}

export interface Separation {
  /** Positive multiples of the strips that no point satisfies together; the zero vector where none were found. */
  readonly direction: readonly number[];
  /** A point of the box, not of integers, that comes closest to all strips. */
  readonly nearest: readonly number[];
}

/**
 * The point of the box 0 … uppers whose scores come closest to the strips: the shortest vector between two convex
 * sets, by Wolfe's method (1976). Floats: a direction is a suggestion, to be proved in fractions by who uses it.
 */
export function separate(uppers: readonly number[], strips: readonly Strip[]): Separation {
  interface Vertex {
    readonly difference: readonly number[];
    readonly point: readonly number[];
  }
  const size = strips.length;
  const support = (direction: readonly number[]): Vertex => {
    const point = uppers.map((upper, index) => {
      let slope = 0;
      for (let row = 0; row < size; row++) slope += at(direction, row) * at(strips[row]?.weights ?? [], index);
      return slope < 0 ? upper : 0;
    });
    const difference = strips.map((strip, row) => {
      let sum = strip.constant;
      for (let index = 0; index < point.length; index++) sum += at(strip.weights, index) * at(point, index);
      return sum - (at(direction, row) > 0 ? strip.upper : strip.lower);
    });
    return { difference, point };
  };
  let corral: Vertex[] = [support(strips.map(() => 1))];
  let shares: number[] = [1];
  let shortest = combine(
    corral.map(({ difference }) => difference),
    shares,
  );
  for (let round = 0; round < 200; round++) {
    const next = support(shortest);
    const length = dot(shortest, shortest);
    if (length < 1e-22 || length - dot(shortest, next.difference) <= 1e-12 * length + 1e-20) break;
    corral.push(next);
    shares.push(0);
    for (let inner = 0; inner < 50; inner++) {
      const wanted = affineShares(corral.map(({ difference }) => difference));
      if (wanted === undefined) {
        corral.pop();
        shares.pop();
        break;
      }
      if (wanted.every((share) => share > 1e-12)) {
        shares = wanted;
        break;
      }
      let step = 1;
      for (const [index, share] of wanted.entries())
        if (share <= 1e-12) step = Math.min(step, at(shares, index) / (at(shares, index) - share));
      const moved = shares.map((share, index) => share + step * (at(wanted, index) - share));
      const kept = moved.map((share) => share > 1e-12);
      corral = corral.filter((_, index) => kept[index]);
      shares = moved.filter((_, index) => kept[index]);
    }
    shortest = combine(
      corral.map(({ difference }) => difference),
      shares,
    );
  }
  return {
    direction: shortest,
    nearest: combine(
      corral.map(({ point }) => point),
      shares,
    ),
  };
}

const at = (values: readonly number[], index: number): number => values[index] as number;

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += at(a, index) * at(b, index);
  return sum;
}

function combine(vectors: readonly (readonly number[])[], shares: readonly number[]): readonly number[] {
  return (vectors[0] ?? []).map((_, place) =>
    vectors.reduce((sum, vector, index) => sum + at(shares, index) * at(vector, place), 0),
  );
}

/** The shares, of sum one, of the shortest affine combination; undefined where the vectors depend on each other. */
function affineShares(vectors: readonly (readonly number[])[]): number[] | undefined {
  const count = vectors.length;
  const rows = vectors.map((a) => [...vectors.map((b) => dot(a, b) + 1), 1]);
  for (let pivot = 0; pivot < count; pivot++) {
    const best = rows
      .slice(pivot)
      .reduce(
        (found, row, offset) =>
          Math.abs(at(row, pivot)) > Math.abs(at(rows[found] ?? [], pivot)) ? pivot + offset : found,
        pivot,
      );
    const [top, swap] = [rows[pivot] ?? [], rows[best] ?? []];
    rows[pivot] = swap;
    rows[best] = top;
    if (Math.abs(at(swap, pivot)) < 1e-14) return undefined;
    for (const [index, row] of rows.entries()) {
      if (index === pivot) continue;
      const factor = at(row, pivot) / at(swap, pivot);
      if (factor !== 0)
        for (let column = pivot; column <= count; column++) row[column] = at(row, column) - factor * at(swap, column);
    }
  }
  const solution = rows.map((row, index) => at(row, count) / at(row, index));
  const sum = solution.reduce((a, b) => a + b, 0);
  return Number.isFinite(sum) && Math.abs(sum) > 1e-14 ? solution.map((share) => share / sum) : undefined;
}
