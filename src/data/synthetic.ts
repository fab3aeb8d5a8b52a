import { createHash } from "node:crypto";
import { stream } from "../random/stream.ts";
import { type Dataset, type ImageSet, imageSize } from "./image-set.ts";
import { digits } from "./synthetic/digits.ts";
import type { Drawing } from "./synthetic/drawing.ts";
import { garments } from "./synthetic/garments.ts";
import { textures } from "./synthetic/textures.ts";

/** The embedded stand-ins: for MNIST, for Fashion-MNIST (its ten classes), for CIFAR (its shape). */
export type SyntheticName = "synthetic-digits" | "synthetic-garments" | "synthetic-textures";

export interface SyntheticSize {
  readonly seed: number;
  readonly trainPerClass: number;
  readonly testPerClass: number;
}

const drawings: Readonly<Record<SyntheticName, Drawing>> = {
  "synthetic-digits": digits,
  "synthetic-garments": garments,
  "synthetic-textures": textures,
};

export function isSyntheticName(name: string): name is SyntheticName {
  return Object.hasOwn(drawings, name);
}

/**
 * A stand-in data set of ten classes, drawn by code: the same for the same seed, everywhere. It lets a pipeline run from
 * end to end without a download; results on it say nothing about any paper.
 *
 * Image i is of class i mod 10, and each image has a random stream of its own, so that asking for more of them leaves the
 * first ones as they were. Throws a RangeError for a count that is not a positive integer.
 *
 * @example
 * syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 60, testPerClass: 40 }).train.count; // => 600
 */
export function syntheticDataset(name: SyntheticName, size: SyntheticSize): Dataset {
  for (const perClass of [size.trainPerClass, size.testPerClass])
    if (!Number.isSafeInteger(perClass) || perClass < 1)
      throw new RangeError(`syntheticDataset: ${perClass} images a class, expected a positive integer`);
  const drawing = drawings[name];
  const train = drawn(name, drawing, size.seed, "train", size.trainPerClass);
  const test = drawn(name, drawing, size.seed, "test", size.testPerClass);
  return {
    name,
    classes: drawing.classes,
    train,
    test,
    checksums: { [`${name}/train`]: checksum(train), [`${name}/test`]: checksum(test) },
    synthetic: true,
  };
}

function drawn(name: string, drawing: Drawing, seed: number, split: string, perClass: number): ImageSet {
  const { channels, height, width, classes } = drawing;
  const count = perClass * classes.length;
  const size = imageSize(drawing);
  const pixels = new Uint8Array(count * size);
  const labels = Uint8Array.from({ length: count }, (_, index) => index % classes.length);
  for (const [index, label] of labels.entries())
    pixels.set(drawing.draw(label, stream(name, seed, split, index)), index * size);
  return { count, channels, height, width, pixels, labels };
}

function checksum({ pixels, labels }: ImageSet): string {
  return createHash("sha256").update(pixels).update(labels).digest("hex");
}
