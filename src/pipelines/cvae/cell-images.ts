import type { Dataset, ImageSet } from "../../data/image-set.ts";
import { preprocessor, type Recipe } from "../../data/preprocess.ts";
import { type AnomalySource, anomalySource } from "../../data/splits/anomaly-source.ts";
import { cvaeSplits } from "../../data/splits/cvae-splits.ts";
import { syntheticDataset } from "../../data/synthetic.ts";
import { cvaeSide } from "../../models/networks/cvae.ts";
import type { Settings } from "./settings.ts";

/**
 * Where anomalies come from, which the report does not say: the classes that are not used, MNIST's digits, or digits drawn
 * by code.
 */
export const anomalyNames = ["other-classes", "digits", "drawn-digits"] as const;

export type AnomalyName = (typeof anomalyNames)[number];

/** Images as the network takes them, [count, 1, 32, 32] in [0, 1]. */
export interface Images {
  readonly count: number;
  readonly values: Float32Array;
}

export interface LabelledImages extends Images {
  /** Place of each image's class among the normal classes. */
  readonly modes: Uint8Array;
}

export interface TestSet {
  readonly normal: LabelledImages;
  readonly anomalies: Readonly<Record<AnomalyName, Images>>;
}

export interface CellImages {
  readonly labelled: LabelledImages;
  /** The first to choose a threshold on, the second to try it on. */
  readonly sets: readonly [TestSet, TestSet];
}

/**
 * The images of a cell, cut by its seed. The 26,000 unlabelled images are set aside: nothing that is measured uses them.
 * Which source the anomalies are of changes nothing else; all come to 32 pixels in one way.
 */
export function cellImages(dataset: Dataset, digits: Dataset, settings: Settings): CellImages {
  const { train } = dataset;
  const { classes, seed, sizes } = settings;
  const sources: Readonly<Record<AnomalyName, AnomalySource>> = {
    "other-classes": anomalySource("other-classes-train", classes, dataset),
    digits: anomalySource("foreign-train", classes, dataset, digits),
    "drawn-digits": anomalySource("foreign-train", classes, dataset, syntheticDataset("synthetic-digits", drawnDigits)),
  };
  const splits = bySource((name) =>
    cvaeSplits({ labels: train.labels, classes, candidates: sources[name].candidates, seed, sizes }),
  );
  const prepared = (places: Uint32Array, images: ImageSet): Images => ({
    count: places.length,
    values: preprocessor(images, recipe(settings)).batch(places),
  });
  const { labelled, representatives } = splits["other-classes"];
  const testSet = (turn: 0 | 1): TestSet => {
    const { places, modes } = representatives[turn].normal;
    return {
      normal: { ...prepared(places, train), modes },
      anomalies: bySource((name) => prepared(splits[name].representatives[turn].anomalies, sources[name].images)),
    };
  };
  return {
    labelled: { ...prepared(labelled.places, train), modes: labelled.modes },
    sets: [testSet(0), testSet(1)],
  };
}

/** Enough for the anomalies of both sets; the cell's seed chooses among them. */
const drawnDigits = { seed: 1, trainPerClass: 20, testPerClass: 1 };

function bySource<Value>(of: (name: AnomalyName) => Value): Readonly<Record<AnomalyName, Value>> {
  return {
    "other-classes": of("other-classes"),
    digits: of("digits"),
    "drawn-digits": of("drawn-digits"),
  };
}

function recipe({ geometry }: Settings): Recipe {
  return geometry === "zero-pad"
    ? { geometry: { kind: "zero-pad", size: cvaeSide } }
    : { geometry: { kind: "resize-crop", resize: cvaeSide, crop: cvaeSide } };
}

/** Images of several sets, one after the other. */
export function joined(...sets: readonly Images[]): Images {
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const values = new Float32Array(count * cvaeSide * cvaeSide);
  let filled = 0;
  for (const set of sets) {
    values.set(set.values, filled);
    filled += set.values.length;
  }
  return { count, values };
}
