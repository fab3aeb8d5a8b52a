/** A rectangle of the output, in output pixels. */
export interface Window {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** Resizes one plane: `source[sourceOffset …]` (input height × width) into `target[targetOffset …]` (window's size). */
export type PlaneResizer = (source: Uint8Array, sourceOffset: number, target: Uint8Array, targetOffset: number) => void;

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

const precisionBits = 22;
const half = 1 << (precisionBits - 1);

/**
 * Bilinear resizing of 8-bit planes, bit for bit as Pillow does it (and torchvision on PIL images): a triangle filter with
 * half-pixel centres, widened when shrinking so that nothing aliases, horizontally first, then vertically, with 22-bit
 * fixed-point weights and rounding to 8 bits after each pass.
 *
 * The weights are computed once; only the output pixels within `window` (default: all) are computed, which are the same as
 * those of the whole output. The returned function reuses one buffer, hence is not re-entrant.
 *
 * Source: Pillow, src/libImaging/Resample.c (`precompute_coeffs`, `ImagingResampleHorizontal_8bpc`).
 *
 * Throws a RangeError for sizes that are not positive integers and for a window that leaves the output.
 *
 * @example
 * const out = new Uint8Array(4);
 * bilinearResizer({ height: 1, width: 2 }, { height: 1, width: 4 })(Uint8Array.of(0, 100), 0, out, 0);
 * out.join(); // => "0,25,75,100"
 */
export function bilinearResizer(
  from: Size,
  to: Size,
  window: Window = { top: 0, left: 0, height: to.height, width: to.width },
): PlaneResizer {
  requireSizes(from, to, window);
  const columns = bilinearTaps(from.width, to.width, window.left, window.width);
  const rows = bilinearTaps(from.height, to.height, window.top, window.height);
  const between = new Uint8Array(from.height * window.width);
  const sums = new Int32Array(window.width);
  return (source, sourceOffset, target, targetOffset) => {
    resizeRows(source, sourceOffset, from.width, columns, between, from.height);
    resizeColumns(between, window.width, rows, target, targetOffset, window.height, sums);
  };
}

function requireSizes(from: Size, to: Size, window: Window): void {
  for (const size of [from.height, from.width, to.height, to.width, window.height, window.width])
    if (!Number.isSafeInteger(size) || size < 1)
      throw new RangeError(`bilinearResizer: size ${size} is not a positive integer`);
  const inside =
    window.top >= 0 &&
    window.left >= 0 &&
    window.top + window.height <= to.height &&
    window.left + window.width <= to.width;
  if (!inside)
    throw new RangeError(
      `bilinearResizer: window ${window.height} × ${window.width} at (${window.top}, ${window.left}) leaves the output of ${to.height} × ${to.width}`,
    );
}

function bilinearTaps(inputSize: number, outputSize: number, start: number, length: number): Taps {
  const scale = inputSize / outputSize;
  const filterScale = Math.max(scale, 1);
  const most = Math.ceil(filterScale) * 2 + 1;
  const first = new Int32Array(length);
  const count = new Int32Array(length);
  const weights = new Int32Array(length * most);
  for (let position = 0; position < length; position++) {
    const center = (start + position + 0.5) * scale;
    const low = Math.max(Math.trunc(center - filterScale + 0.5), 0);
    const high = Math.min(Math.trunc(center + filterScale + 0.5), inputSize);
    const exact = Array.from({ length: high - low }, (_, tap) =>
      Math.max(0, 1 - Math.abs((tap + low - center + 0.5) * (1 / filterScale))),
    );
    const total = exact.reduce((sum, weight) => sum + weight, 0);
    const fixed = exact.map((weight) => Math.trunc(0.5 + (weight / total) * 2 ** precisionBits));
    // Weights that round to nothing change no sum: leaving them out keeps the common case at two taps.
    const skipped = fixed.findIndex((weight) => weight !== 0);
    const kept = fixed.slice(skipped, fixed.findLastIndex((weight) => weight !== 0) + 1);
    first[position] = low + skipped;
    count[position] = kept.length;
    weights.set(kept, position * most);
  }
  return { first, count, weights, most };
}

function resizeRows(
  source: Uint8Array,
  sourceOffset: number,
  sourceWidth: number,
  taps: Taps,
  target: Uint8Array,
  height: number,
): void {
  const { first, count, weights, most } = taps;
  const width = first.length;
  for (let row = 0; row < height; row++) {
    const rowStart = sourceOffset + row * sourceWidth;
    for (let column = 0; column < width; column++) {
      const from = rowStart + (first[column] as number);
      const taken = count[column] as number;
      let sum = half;
      for (let tap = 0; tap < taken; tap++)
        sum += (source[from + tap] as number) * (weights[column * most + tap] as number);
      // The sum of weighted bytes is never negative and at most 255 and a rounding more, so that only the top needs a clip.
      target[row * width + column] = Math.min(sum >> precisionBits, 255);
    }
  }
}

function resizeColumns(
  source: Uint8Array,
  width: number,
  taps: Taps,
  target: Uint8Array,
  targetOffset: number,
  height: number,
  sums: Int32Array,
): void {
  const { first, count, weights, most } = taps;
  for (let row = 0; row < height; row++) {
    const from = (first[row] as number) * width;
    const taken = count[row] as number;
    const out = targetOffset + row * width;
    sums.fill(half);
    for (let tap = 0; tap < taken; tap++) {
      const weight = weights[row * most + tap] as number;
      const line = from + tap * width;
      for (let column = 0; column < width; column++)
        sums[column] = (sums[column] as number) + (source[line + column] as number) * weight;
    }
    for (let column = 0; column < width; column++)
      target[out + column] = Math.min((sums[column] as number) >> precisionBits, 255);
  }
}
