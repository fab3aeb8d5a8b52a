import type { Dataset, ImageSet } from "../../data/image-set.ts";
import { type InlierDraw, oneClassSplit } from "../../data/one-class.ts";
import { stream } from "../../random/stream.ts";
import type { Settings } from "./settings.ts";

/** The images of a cell: what each class is fitted to, and what all are tested on. */
export interface SelectedImages {
  /** Indices into the training images for each class, repeated where drawn twice. */
  readonly fitted: readonly Uint32Array[];
  /** Indices into the test images, ascending. */
  readonly test: Uint32Array;
}

/**
 * Chooses the images of a cell. Inliers are drawn by streams keyed by variant, seed, data set and class; a protocol that
 * limits a class takes its first images.
 */
export function selectImages(dataset: Dataset, settings: Settings): SelectedImages {
  const train = limited(dataset.train, settings.trainPerClass);
  const fitted = dataset.classes.map((_, inlier) => {
    const members = train.filter((index) => dataset.train.labels[index] === inlier);
    return fittedIndices(dataset, settings, inlier, members);
  });
  return { fitted, test: limited(dataset.test, settings.testPerClass) };
}

function fittedIndices(dataset: Dataset, settings: Settings, inlier: number, members: Uint32Array): Uint32Array {
  const { fittedInliers, variant, seed, trainPerClass } = settings;
  if (fittedInliers.kind === "all") return members;
  const source = stream("resnet18-random", variant, `seed ${seed}`, "inliers", dataset.name, `class ${inlier}`);
  const count = trainPerClass === undefined ? fittedInliers.count : Math.min(fittedInliers.count, members.length);
  const draw: InlierDraw = { kind: fittedInliers.kind, count, source };
  // Drawn among the class's own images, whose places are then looked up.
  const labels = new Uint8Array(members.length);
  const own = { ...dataset.train, count: members.length, labels };
  return oneClassSplit({ train: own, test: own }, 0, draw).trainIndices.map((place) => members[place] as number);
}

/** The first images of each class, ascending; all without a limit. */
function limited({ labels, count }: ImageSet, perClass: number | undefined): Uint32Array {
  const indices = Uint32Array.from({ length: count }, (_, index) => index);
  if (perClass === undefined) return indices;
  const seen = new Map<number, number>();
  return indices.filter((index) => {
    const label = labels[index] as number;
    const before = seen.get(label) ?? 0;
    seen.set(label, before + 1);
    return before < perClass;
  });
}
