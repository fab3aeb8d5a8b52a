import { defined, type Outcome, undefinedBecause } from "../../metrics/metric.ts";
import { cvaeSide } from "../../models/networks/cvae.ts";

/**
 * How scores are scaled before a grid of thousandths is laid over them, which the report does not say:
 * - `each-set`: (score − least) / (greatest − least), each set by its own least and greatest score;
 * - `first-set`: both sets by those of the first;
 * - `pixel-mean`: divided by the number of pixels.
 */
export const scaleNames = ["each-set", "first-set", "pixel-mean"] as const;

export type ScaleName = (typeof scaleNames)[number];

/** The step of the grid of thresholds: the printed 0.14100000000000001 is 141 of them. */
const step = 0.001;

export interface ScaledSets {
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Thresholds are tried from 0 to below its end, first and second set alike. */
  readonly grid: { readonly kind: "grid"; readonly step: number; readonly end: number };
}

/** The scores of both sets on a scale; undefined where all scores that fix it are one number. */
export function scaledSets(scale: ScaleName, first: Float32Array, second: Float32Array): Outcome<ScaledSets> {
  if (scale === "pixel-mean") {
    const pixels = cvaeSide * cvaeSide;
    const means = (scores: Float32Array): Float64Array => Float64Array.from(scores, (score) => score / pixels);
    const [ours, theirs] = [means(first), means(second)];
    const end = ours.reduce((greatest, score) => Math.max(greatest, score), 0) + step;
    return defined({ first: ours, second: theirs, grid: { kind: "grid", step, end } });
  }
  const own = rangeOf(first);
  const other = scale === "first-set" ? own : rangeOf(second);
  if (!(own.width > 0 && other.width > 0)) return undefinedBecause("all scores of a set are one number");
  return defined({ first: within(first, own), second: within(second, other), grid: { kind: "grid", step, end: 1 } });
}

interface Range {
  readonly least: number;
  readonly width: number;
}

function rangeOf(scores: Float32Array): Range {
  const least = scores.reduce((smallest, score) => Math.min(smallest, score), Number.POSITIVE_INFINITY);
  const greatest = scores.reduce((largest, score) => Math.max(largest, score), Number.NEGATIVE_INFINITY);
  return { least, width: greatest - least };
}

function within(scores: Float32Array, { least, width }: Range): Float64Array {
  return Float64Array.from(scores, (score) => (score - least) / width);
}
