import type { Dataset } from "../../data/image-set.ts";
import { square, sub } from "../../engine/arithmetic.ts";
import type { Engine } from "../../engine/executor.ts";
import type { Node } from "../../engine/graph.ts";
import { mean } from "../../engine/reduction.ts";
import { auroc } from "../../metrics/auroc.ts";
import { hscae } from "../../models/networks/hscae.ts";
import { compileInference } from "../../models/training/infer.ts";
import type { EpochDecision, EpochEnd } from "../../models/training/training.ts";
import { digits } from "../odin/digits.ts";
import { firstOfEach } from "../odin/select-images.ts";
import { outlierClass } from "../odin/settings.ts";
import type { Settings } from "./settings.ts";
import { conditionOf } from "./train-hscae.ts";

export interface Follower {
  readonly onEpoch: (end: EpochEnd) => Promise<EpochDecision>;
  readonly release: () => Promise<void>;
}

/**
 * Looks at some test images after every epoch: the reconstruction errors of digits (`digits`) and of zeros (`zeros`) at
 * the first level, and how well they tell the two apart (`auroc`). Nothing is chosen by it.
 */
export async function followTraining(
  settings: Settings,
  dataset: Dataset,
  engine: Engine,
  signal: AbortSignal,
): Promise<Follower> {
  const images = dataset.test;
  const places = firstOfEach(images.labels, settings.followedPerClass);
  const outliers = Uint8Array.from(places, (place) => (images.labels[place] === outlierClass ? 1 : 0));
  const source = digits({ images, places, outlierClass, augmentation: [], purpose: ["inference"] });
  const shapes = { images: [images.channels, images.height, images.width] };
  const compiled = await compileInference({
    ...{ engine, shapes, batchSize: settings.inferenceBatch },
    inference: (network, batch) => {
      const x = batch.images as Node;
      const condition = settings.conditioned ? conditionOf(network, x, settings) : undefined;
      const { reconstruction } = hscae(network, x, condition, settings.network);
      return { error: mean(square(sub(reconstruction, x)), { axes: [1, 2, 3] }) };
    },
  });
  return {
    onEpoch: async ({ values }) => {
      const { error } = await compiled.run(values, { ...source, shapes }, signal);
      const errors = error ?? new Float32Array();
      const meanOf = (flag: number): number => {
        const group = errors.filter((_, image) => outliers[image] === flag);
        return group.reduce((sum, value) => sum + value, 0) / group.length;
      };
      const area = auroc(errors, outliers);
      return {
        losses: { digits: meanOf(0), zeros: meanOf(1), ...(area.defined ? { auroc: area.value } : {}) },
      };
    },
    release: compiled.release,
  };
}
