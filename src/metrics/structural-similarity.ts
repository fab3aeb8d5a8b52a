/** Planes of numbers in row-major order, one after another: one for grey images, three for colour. */
export interface ImagePlanes {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/**
 * The window over which means and variances are taken:
 * - `uniform`: a square of an odd side (default 7, as in scikit-image);
 * - `gaussian`: weights of a standard deviation in pixels (default 1.5), cut off at 3.5 of them (then 11 × 11).
 *
 * Variances divide by N − 1 (`sample`, scikit-image's default, N being the window's number of pixels for both kinds) or by
 * N (`population`). A Gaussian window with `population` is the definition of Wang et al. 2004.
 */
export type SsimWindow = { readonly covariance?: "sample" | "population" } & (
  | { readonly kind: "uniform"; readonly side?: number }
  | { readonly kind: "gaussian"; readonly sigma?: number }
);

/**
 * The mean structural similarity index of two images: over all windows that lie wholly inside, and over the channels, as
 * scikit-image's `structural_similarity` with the `data_range` given, K1 = 0.01 and K2 = 0.03.
 *
 * In [−1, 1], 1 for equal images; computed in doubles. Windows that reach over the edge are left out, as in scikit-image,
 * not padded as in some ports. Throws a RangeError for lengths that do not fit the shape, an image smaller than the window,
 * an even side, and a range that is not positive.
 *
 * Source: Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli: Image quality assessment: from error visibility to
 * structural similarity. IEEE Transactions on Image Processing 13(4), 2004.
 *
 * @param dataRange greatest minus smallest possible pixel: 255 for bytes, 1 for [0, 1]
 * @example
 * const image = Float64Array.from({ length: 64 }, (_, index) => index);
 * const shape = { channels: 1, height: 8, width: 8 };
 * structuralSimilarity(image, image, shape, 255, { kind: "uniform" }); // => 1
 */
export function structuralSimilarity(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  shape: ImagePlanes,
  dataRange: number,
  window: SsimWindow,
): number {
  const { channels, height, width } = shape;
  const weights = windowWeights(window);
  const plane = height * width;
  for (const { length } of [first, second])
    if (length !== channels * plane || length === 0)
      throw new RangeError(`structuralSimilarity: ${length} numbers for ${channels} × ${height} × ${width}`);
  if (height < weights.length || width < weights.length)
    throw new RangeError(
      `structuralSimilarity: an image of ${height} × ${width} has no window of ${weights.length} × ${weights.length}`,
    );
  if (!(dataRange > 0)) throw new RangeError(`structuralSimilarity: range ${dataRange} is not positive`);
  const pixels = weights.length ** 2;
  const bias = window.covariance === "population" ? 1 : pixels / (pixels - 1);
  const constants = { luminance: (0.01 * dataRange) ** 2, contrast: (0.03 * dataRange) ** 2, bias };
  let sum = 0;
  for (let channel = 0; channel < channels; channel++) {
    const from = channel * plane;
    const a = Float64Array.from({ length: plane }, (_, pixel) => first[from + pixel] as number);
    const b = Float64Array.from({ length: plane }, (_, pixel) => second[from + pixel] as number);
    sum += planeSimilarity(a, b, width, weights, constants);
  }
  return sum / channels;
}

interface Constants {
  readonly luminance: number;
  readonly contrast: number;
  readonly bias: number;
}

/** One dimension of the separable window; adds up to 1. */
function windowWeights(window: SsimWindow): Float64Array {
  if (window.kind === "uniform") {
    const { side = 7 } = window;
    if (!(Number.isSafeInteger(side) && side > 1 && side % 2 === 1))
      throw new RangeError(`structuralSimilarity: side ${side}, expected an odd integer above 1`);
    return new Float64Array(side).fill(1 / side);
  }
  const { sigma = 1.5 } = window;
  if (!(sigma > 0)) throw new RangeError(`structuralSimilarity: sigma ${sigma} is not positive`);
  const radius = Math.trunc(3.5 * sigma + 0.5);
  const raw = Float64Array.from({ length: 2 * radius + 1 }, (_, tap) =>
    Math.exp((-0.5 * (tap - radius) ** 2) / sigma ** 2),
  );
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

function planeSimilarity(
  a: Float64Array,
  b: Float64Array,
  width: number,
  weights: Float64Array,
  { luminance, contrast, bias }: Constants,
): number {
  const product = (x: Float64Array, y: Float64Array): Float64Array =>
    x.map((value, pixel) => value * (y[pixel] as number));
  const mean = (plane: Float64Array): Float64Array => windowed(plane, width, weights);
  const meanA = mean(a);
  const meanB = mean(b);
  const squareA = mean(product(a, a));
  const squareB = mean(product(b, b));
  const cross = mean(product(a, b));
  let sum = 0;
  for (let place = 0; place < meanA.length; place++) {
    const ofA = meanA[place] as number;
    const ofB = meanB[place] as number;
    const varianceA = bias * ((squareA[place] as number) - ofA * ofA);
    const varianceB = bias * ((squareB[place] as number) - ofB * ofB);
    const covariance = bias * ((cross[place] as number) - ofA * ofB);
    sum +=
      ((2 * ofA * ofB + luminance) * (2 * covariance + contrast)) /
      ((ofA * ofA + ofB * ofB + luminance) * (varianceA + varianceB + contrast));
  }
  return sum / meanA.length;
}

/** The weighted mean in every window that lies inside: by rows, then by columns. */
function windowed(plane: Float64Array, width: number, weights: Float64Array): Float64Array {
  const height = plane.length / width;
  const across = width - weights.length + 1;
  const down = height - weights.length + 1;
  const rows = new Float64Array(height * across);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < across; column++)
      for (let tap = 0; tap < weights.length; tap++)
        rows[row * across + column] =
          (rows[row * across + column] as number) +
          (weights[tap] as number) * (plane[row * width + column + tap] as number);
  const means = new Float64Array(down * across);
  for (let row = 0; row < down; row++)
    for (let tap = 0; tap < weights.length; tap++)
      for (let column = 0; column < across; column++)
        means[row * across + column] =
          (means[row * across + column] as number) +
          (weights[tap] as number) * (rows[(row + tap) * across + column] as number);
  return means;
}
