import { defined, type Metric, undefinedBecause } from "./metric.ts";

/**
 * The share of an image's spectral energy that lies at high frequencies: Σ |F(u, v)|² over √(u² + v²) > radius, divided
 * by the same sum over all frequencies but zero. F is the discrete Fourier transform of the plane, u and v in cycles a
 * pixel, from −0.5 to 0.5. Lower means more blurred.
 *
 * Brightness and contrast do not count: the mean is left out, and any factor cancels. No window is applied, so that a step
 * between opposite edges counts as high frequency. In [0, 1]. Undefined for an image of one value. Throws a RangeError for
 * a length that does not fit, and for a radius outside [0, √0.5).
 *
 * @param plane height × width numbers, in row-major order
 * @param radius in cycles a pixel: 0.25 is half the highest frequency that a row can have
 * @example
 * const stripes = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
 * highFrequencyEnergy(stripes, { height: 4, width: 4 }, 0.25); // => { defined: true, value: 1 }
 */
export function highFrequencyEnergy(
  plane: ArrayLike<number>,
  { height, width }: { readonly height: number; readonly width: number },
  radius: number,
): Metric {
  if (plane.length !== height * width || plane.length === 0)
    throw new RangeError(`highFrequencyEnergy: ${plane.length} numbers for ${height} × ${width}`);
  if (!(radius >= 0 && radius < Math.SQRT1_2))
    throw new RangeError(`highFrequencyEnergy: radius ${radius} lies outside [0, ${Math.SQRT1_2})`);
  const values = Float64Array.from(plane);
  const first = values[0] as number;
  if (values.every((value) => value === first)) return undefinedBecause("the image is of one value");
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const rows = transformRows(
    { real: values.map((value) => value - mean), imaginary: new Float64Array(values.length) },
    width,
  );
  const spectrum = transformRows(transposed(rows, width), height);
  let high = 0;
  let all = 0;
  for (let u = 0; u < width; u++)
    for (let v = 0; v < height; v++) {
      if (u === 0 && v === 0) continue;
      const place = u * height + v;
      const energy = (spectrum.real[place] as number) ** 2 + (spectrum.imaginary[place] as number) ** 2;
      all += energy;
      if (frequency(u, width) ** 2 + frequency(v, height) ** 2 > radius ** 2) high += energy;
    }
  return defined(high / all);
}

interface Complex {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** The discrete Fourier transform of each row, term by term: images of some dozen pixels a side need no faster one. */
function transformRows({ real, imaginary }: Complex, length: number): Complex {
  const cosine = Float64Array.from({ length }, (_, turn) => Math.cos((2 * Math.PI * turn) / length));
  const sine = Float64Array.from({ length }, (_, turn) => Math.sin((2 * Math.PI * turn) / length));
  const out = { real: new Float64Array(real.length), imaginary: new Float64Array(real.length) };
  for (let start = 0; start < real.length; start += length)
    for (let harmonic = 0; harmonic < length; harmonic++) {
      let sumReal = 0;
      let sumImaginary = 0;
      for (let place = 0; place < length; place++) {
        const turn = (harmonic * place) % length;
        const [c, s] = [cosine[turn] as number, sine[turn] as number];
        const [x, y] = [real[start + place] as number, imaginary[start + place] as number];
        sumReal += x * c + y * s;
        sumImaginary += y * c - x * s;
      }
      out.real[start + harmonic] = sumReal;
      out.imaginary[start + harmonic] = sumImaginary;
    }
  return out;
}

function transposed({ real, imaginary }: Complex, width: number): Complex {
  const height = real.length / width;
  const turned = (values: Float64Array): Float64Array =>
    values.map((_, place) => values[(place % height) * width + Math.floor(place / height)] as number);
  return { real: turned(real), imaginary: turned(imaginary) };
}

/** In cycles a sample, from −0.5 to 0.5. */
function frequency(harmonic: number, length: number): number {
  return (harmonic <= length / 2 ? harmonic : harmonic - length) / length;
}
