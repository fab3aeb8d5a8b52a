import { permutation } from "../../random/permutation.ts";
import { stream } from "../../random/stream.ts";
import { classMembers } from "./class-members.ts";

/** Images of each class in each set, and anomalies in each representative set. */
export interface CvaeSizes {
  readonly unlabelled: number;
  readonly labelled: number;
  readonly representative: number;
  readonly anomalies: number;
}

export interface CvaeRequest {
  /** Labels of the training images. */
  readonly labels: Uint8Array;
  /** The normal classes, in the order of their modes: [1, 3, 5, 7, 9] makes ankle boots (9) mode 4. */
  readonly classes: readonly number[];
  /** Candidates for anomalies of a source (see `anomalySource`). */
  readonly candidates: Uint32Array;
  readonly seed: number;
  /** Default: those of the report, 5,200, 400, 200 and 52. */
  readonly sizes?: CvaeSizes;
}

/** Places of images with the mode of each. */
export interface ModeSet {
  readonly places: Uint32Array;
  readonly modes: Uint8Array;
}

export interface RepresentativeSet {
  readonly normal: ModeSet;
  /** Places among the images of the anomalies' source. */
  readonly anomalies: Uint32Array;
}

export interface CvaeSplits {
  readonly unlabelled: ModeSet;
  readonly labelled: ModeSet;
  /** The first to choose a threshold on, the second to test it on. */
  readonly representatives: readonly [RepresentativeSet, RepresentativeSet];
}

export const reportedCvaeSizes: CvaeSizes = { unlabelled: 5200, labelled: 400, representative: 200, anomalies: 52 };

/**
 * The four sets of the CVAE assignment: 26,000 unlabelled images, 2,000 labelled ones, and two representative sets of
 * 1,000 normal images and 52 anomalies each. Their sizes add up to the 6,000 training images of five classes of
 * Fashion-MNIST if every class is cut alike, which is assumed. All sets are disjoint, the anomalies of the two
 * representative sets too; within a set, images are ordered by mode.
 *
 * Each class has a random stream of its own, so that which other classes are normal does not change its cut.
 *
 * Throws a RangeError for a class named twice, a size that is no natural number, a class with fewer images than are asked
 * of it, and fewer candidates than twice the anomalies of a set.
 *
 * @example
 * const labels = Uint8Array.from({ length: 120 }, (_, index) => index % 10);
 * const sizes = { unlabelled: 6, labelled: 2, representative: 2, anomalies: 3 };
 * const candidates = Uint32Array.of(0, 2, 4, 6, 8, 10);
 * const { labelled } = cvaeSplits({ labels, classes: [1, 3, 5, 7, 9], candidates, seed: 1, sizes });
 * labelled.modes.join(); // => "0,0,1,1,2,2,3,3,4,4"
 */
export function cvaeSplits(request: CvaeRequest): CvaeSplits {
  const { labels, classes, candidates, seed, sizes = reportedCvaeSizes } = request;
  requireRequest(request, sizes);
  const members = classMembers(labels, 256);
  const shuffled = classes.map((label) => drawn(members[label] ?? new Uint32Array(0), seed, `class ${label}`));
  const anomalies = drawn(candidates, seed, "anomalies");
  let from = 0;
  const next = (perClass: number): ModeSet => {
    const set = modeSet(shuffled, from, from + perClass);
    from += perClass;
    return set;
  };
  const representative = (turn: number): RepresentativeSet => ({
    normal: next(sizes.representative),
    anomalies: anomalies.subarray(turn * sizes.anomalies, (turn + 1) * sizes.anomalies),
  });
  return {
    labelled: next(sizes.labelled),
    representatives: [representative(0), representative(1)],
    unlabelled: next(sizes.unlabelled),
  };
}

function requireRequest({ labels, classes, candidates }: CvaeRequest, sizes: CvaeSizes): void {
  for (const [name, size] of Object.entries(sizes))
    if (!Number.isSafeInteger(size) || size < 0)
      throw new RangeError(`cvaeSplits: ${name} is ${size}, expected a natural number`);
  if (new Set(classes).size < classes.length) throw new RangeError(`cvaeSplits: classes ${classes} name one twice`);
  const wanted = sizes.unlabelled + sizes.labelled + 2 * sizes.representative;
  for (const label of classes) {
    const count = labels.reduce((sum, each) => sum + (each === label ? 1 : 0), 0);
    if (count < wanted)
      throw new RangeError(`cvaeSplits: class ${label} has ${count} images, the sets ask for ${wanted} of each class`);
  }
  if (candidates.length < 2 * sizes.anomalies)
    throw new RangeError(
      `cvaeSplits: ${candidates.length} candidates for 2 × ${sizes.anomalies} anomalies, take another source`,
    );
}

function drawn(places: Uint32Array, seed: number, what: string): Uint32Array {
  return permutation(places.length, stream("cvae-splits", seed, what)).map((place) => places[place] as number);
}

function modeSet(shuffled: readonly Uint32Array[], from: number, to: number): ModeSet {
  return {
    places: Uint32Array.from(shuffled.flatMap((places) => [...places.subarray(from, to)])),
    modes: Uint8Array.from(shuffled.flatMap((_, mode) => new Array<number>(to - from).fill(mode))),
  };
}
