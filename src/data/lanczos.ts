import type { PlaneResizer } from "./resize.ts";

interface Size {
  readonly height: number;
  readonly width: number;
}

/** For each output position: the first input position, and the fixed-point weights of it and its followers. */
interface Taps {
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** [positions, `most`] */
  readonly weights: Int32Array;
  readonly most: number;
}

const lobes = 3;
const precisionBits = 22;
const half = 1 << (precisionBits - 1);

/**
 * Lanczos resizing of 8-bit planes, bit for bit as Pillow 7.2's `resize(size, Image.ANTIALIAS)` (now `Image.LANCZOS`): a
 * windowed sinc of three lobes, widened when shrinking, horizontally first, then vertically, with 22-bit fixed-point
 * weights and rounding and clipping to 8 bits after each pass. A colour image is its planes, one by one. (Pillow 13 takes
 * the vertical pass first for some sizes, which gives other bytes.)
 *
 * The weights are computed once. The returned function reuses one buffer, hence is not re-entrant. Throws a RangeError for
 * sizes that are not positive integers.
 *
 * Source: Pillow, src/libImaging/Resample.c (`lanczos_filter`, `precompute_coeffs`, `normalize_coeffs_8bpc`).
 *
 * @example
 * const out = new Uint8Array(2);
 * lanczosResizer({ height: 1, width: 4 }, { height: 1, width: 2 })(Uint8Array.of(0, 100, 200, 200), 0, out, 0);
 * out.join(); // => "61,200"
 */
export function lanczosResizer(from: Size, to: Size): PlaneResizer {
  for (const size of [from.height, from.width, to.height, to.width])
    if (!Number.isSafeInteger(size) || size < 1)
      throw new RangeError(`lanczosResizer: size ${size} is not a positive integer`);
  const columns = lanczosTaps(from.width, to.width);
  const rows = lanczosTaps(from.height, to.height);
  const between = new Uint8Array(from.height * to.width);
  return (source, sourceOffset, target, targetOffset) => {
    for (let row = 0; row < from.height; row++)
      resizeLine(source, sourceOffset + row * from.width, 1, columns, between, row * to.width, 1);
    for (let column = 0; column < to.width; column++)
      resizeLine(between, column, to.width, rows, target, targetOffset + column, to.width);
  };
}

function lanczosTaps(inputSize: number, outputSize: number): Taps {
  const scale = inputSize / outputSize;
  const filterScale = Math.max(scale, 1);
  const support = lobes * filterScale;
  const most = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(outputSize);
  const count = new Int32Array(outputSize);
  const weights = new Int32Array(outputSize * most);
  for (let position = 0; position < outputSize; position++) {
    const center = (position + 0.5) * scale;
    const low = Math.max(Math.trunc(center - support + 0.5), 0);
    const high = Math.min(Math.trunc(center + support + 0.5), inputSize);
    const exact = Array.from({ length: high - low }, (_, tap) => lanczos((tap + low - center + 0.5) / filterScale));
    const total = exact.reduce((sum, weight) => sum + weight, 0);
    first[position] = low;
    count[position] = exact.length;
    weights.set(
      exact.map((weight) => Math.trunc((weight / total) * 2 ** precisionBits + (weight / total < 0 ? -0.5 : 0.5))),
      position * most,
    );
  }
  return { first, count, weights, most };
}

function lanczos(x: number): number {
  return -lobes <= x && x < lobes ? sinc(x) * sinc(x / lobes) : 0;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Resizes a row or, with a stride, a column. */
function resizeLine(
  source: Uint8Array,
  sourceOffset: number,
  sourceStride: number,
  { first, count, weights, most }: Taps,
  target: Uint8Array,
  targetOffset: number,
  targetStride: number,
): void {
  for (let position = 0; position < first.length; position++) {
    const taken = count[position] as number;
    let from = sourceOffset + (first[position] as number) * sourceStride;
    let sum = half;
    for (let tap = 0; tap < taken; tap++) {
      sum += (source[from] as number) * (weights[position * most + tap] as number);
      from += sourceStride;
    }
    // The outer lobes are negative: sums leave the range of a byte on both sides.
    target[targetOffset + position * targetStride] = Math.min(Math.max(sum >> precisionBits, 0), 255);
  }
}
