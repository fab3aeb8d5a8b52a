import { maximumSoftmax } from "../../metrics/maximum-softmax.ts";
import type { ImagePlanes } from "../../metrics/structural-similarity.ts";
import { digitClasses } from "../odin/digits.ts";
import { type DistanceName, distancesOf } from "./distances.ts";
import type { Passed, Reconstructor } from "./reconstruct.ts";
import { levels, type Settings } from "./settings.ts";
import { softmaxRows } from "./softmax-rows.ts";

/**
 * The condition of the second pass and the later ones, which the report does not give: the classifier's probabilities of
 * what goes in (`predicted again`), or still those of the image (`kept`). `none` is of an autoencoder without condition.
 */
export const conditions = ["predicted again", "kept", "none"] as const;

export type Condition = (typeof conditions)[number];

/** Which of them a variant has, the one of the lesser measurements first. */
export function conditionsOf({ conditioned }: Settings): readonly Condition[] {
  return conditioned ? ["predicted again", "kept"] : ["none"];
}

/** What one level of hierarchy makes of the scored images. */
export interface Level {
  readonly level: number;
  readonly condition: Condition;
  readonly distances: Readonly<Record<DistanceName, Float64Array>>;
  /** How surely each reconstruction is recognised: its greatest softmax probability. */
  readonly recognition: Float64Array;
  /** 1 where a reconstruction is recognised as what its image is. */
  readonly sameClass: Uint8Array;
  /** Reconstructions of the images to be shown. */
  readonly shown: Float32Array;
}

export interface Climb {
  readonly settings: Settings;
  readonly reconstructor: Reconstructor;
  readonly shape: ImagePlanes;
  /** [count, channels, height, width]. */
  readonly images: Float32Array;
  /** The classifier's logits of the images, [count, 9]. */
  readonly logits: Float32Array;
  /** Places of the images to be shown. */
  readonly shown: readonly number[];
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/** Feeds reconstructions back, level by level, under each condition. */
export async function climbLevels(climb: Climb): Promise<readonly Level[]> {
  const { settings, reconstructor, images, logits, signal, progress } = climb;
  const known = conditionsOf(settings);
  const found: Level[] = [];
  const total = levels.length * known.length;
  let first: Passed | undefined;
  for (const condition of known) {
    let passed: Passed | undefined;
    for (const level of levels) {
      // The first level is that of the image itself, under whatever condition.
      const source = passed === undefined || condition === "kept" ? logits : passed.logits;
      const pass = { originals: images, images: passed?.reconstructions ?? images, condition: softmaxRows(source) };
      passed = level === 1 && first !== undefined ? first : await reconstructor.pass(pass, signal);
      first ??= passed;
      found.push(levelOf(climb, level, condition, passed));
      progress(found.length, total);
    }
  }
  return found;
}

function levelOf(
  { shape, images, logits, shown }: Climb,
  level: number,
  condition: Condition,
  { reconstructions, logits: reconstructionLogits, squaredErrors, contents }: Passed,
): Level {
  const recognised = maximumSoftmax(reconstructionLogits, digitClasses, 1);
  const { predicted } = maximumSoftmax(logits, digitClasses, 1);
  const size = shape.channels * shape.height * shape.width;
  return {
    level,
    condition,
    distances: distancesOf({
      ...{ shape, images, reconstructions, logits, reconstructionLogits, squaredErrors, contents },
    }),
    recognition: recognised.probability,
    sameClass: recognised.predicted.map((label, image) => (label === predicted[image] ? 1 : 0)),
    shown: imagesAt(reconstructions, shown, size),
  };
}

/** Images of some places, one after the other. */
export function imagesAt(images: Float32Array, places: readonly number[], size: number): Float32Array {
  const taken = new Float32Array(places.length * size);
  for (const [row, place] of places.entries()) taken.set(images.subarray(place * size, (place + 1) * size), row * size);
  return taken;
}
