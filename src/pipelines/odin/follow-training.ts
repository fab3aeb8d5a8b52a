import type { Dataset } from "../../data/image-set.ts";
import type { Engine } from "../../engine/executor.ts";
import { auroc } from "../../metrics/auroc.ts";
import { maximumSoftmax } from "../../metrics/maximum-softmax.ts";
import type { EpochDecision, EpochEnd } from "../../models/training/training.ts";
import { classOfLabel, digitClasses } from "./digits.ts";
import { openDigitScorer } from "./score-digits.ts";
import { firstOfEach } from "./select-images.ts";
import type { Settings } from "./settings.ts";
import { outlierClass } from "./settings.ts";

export interface Follower {
  readonly onEpoch: (end: EpochEnd) => Promise<EpochDecision>;
  readonly release: () => Promise<void>;
}

/**
 * Looks at some test images after every epoch: the cross-entropy of the digits (`validation`) and the share that is named
 * rightly (`accuracy`), and how well the greatest softmax probability tells zeros apart (`auroc`). Nothing is chosen by it.
 */
export async function followTraining(
  settings: Settings,
  dataset: Dataset,
  engine: Engine,
  signal: AbortSignal,
): Promise<Follower> {
  const { classifier, inferenceBatch, temperature, followedPerClass } = settings;
  const images = dataset.test;
  const places = firstOfEach(images.labels, followedPerClass);
  const options = { settings: classifier, engine, images, outlierClass, batchSize: inferenceBatch, temperature };
  const scorer = await openDigitScorer({ ...options, epsilons: [] });
  const classes = Array.from(places, (place) => classOfLabel(images.labels[place] as number, outlierClass));
  const outliers = Uint8Array.from(classes, (own) => (own === undefined ? 1 : 0));
  return {
    onEpoch: async ({ values }) => {
      const { plain } = await scorer.run(values, places, signal);
      const { probability, predicted } = maximumSoftmax(plain, digitClasses, 1);
      let [loss, right, count] = [0, 0, 0];
      for (const [image, own] of classes.entries()) {
        if (own === undefined) continue;
        const row = plain.subarray(image * digitClasses, (image + 1) * digitClasses);
        const greatest = row[predicted[image] as number] as number;
        // The greatest log-probability, less what the right class falls short of it.
        loss -= Math.log(probability[image] as number) + (row[own] as number) - greatest;
        right += predicted[image] === own ? 1 : 0;
        count++;
      }
      const area = auroc(
        probability.map((value) => -value),
        outliers,
      );
      const told = { validation: loss / count, accuracy: right / count };
      return { losses: area.defined ? { ...told, auroc: area.value } : told };
    },
    release: scorer.release,
  };
}
