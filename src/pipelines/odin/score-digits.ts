import type { ImageSet } from "../../data/image-set.ts";
import type { Engine } from "../../engine/executor.ts";
import type { Node } from "../../engine/graph.ts";
import { logits } from "../../models/networks/classifier.ts";
import { perturbTowardsPrediction } from "../../models/perturb-towards-prediction.ts";
import { compileInference } from "../../models/training/infer.ts";
import type { Values } from "../../models/training/training.ts";
import { digits } from "./digits.ts";
import { type ClassifierSettings, classifierOf } from "./train-classifier.ts";

export interface ScoringOptions {
  readonly settings: ClassifierSettings;
  readonly engine: Engine;
  readonly images: ImageSet;
  readonly outlierClass: number;
  readonly batchSize: number;
  readonly temperature: number;
  /** Sizes of perturbations, in pixels from 0 to 1. */
  readonly epsilons: readonly number[];
}

/** A classifier's logits of images, [images, 9] each. */
export interface DigitLogits {
  readonly plain: Float32Array;
  /** After ODIN's perturbation, one for each ε. */
  readonly perturbed: readonly Float32Array[];
}

export interface DigitScorer {
  readonly run: (values: Values, places: Uint32Array, signal: AbortSignal) => Promise<DigitLogits>;
  readonly release: () => Promise<void>;
}

/** Compiles a trained classifier's logits, plain and after perturbations towards its predictions. */
export async function openDigitScorer(options: ScoringOptions): Promise<DigitScorer> {
  const { settings, engine, images, outlierClass, batchSize, temperature, epsilons } = options;
  const classifier = classifierOf(settings);
  const compiled = await compileInference({
    engine,
    batchSize,
    shapes: { images: [images.channels, images.height, images.width] },
    inference: (network, batch) => {
      const x = batch.images as Node;
      const plain = logits(network, x, classifier);
      const moved = perturbTowardsPrediction(x, plain, { temperature, epsilons });
      const perturbed = moved.map((node, at) => [`perturbed ${at}`, logits(network, node, classifier)] as const);
      return { plain, ...Object.fromEntries(perturbed) };
    },
  });
  return {
    run: async (values, places, signal) => {
      const examples = digits({ images, places, outlierClass, augmentation: [], purpose: ["inference"] });
      const results = await compiled.run(values, examples, signal);
      const named = (name: string): Float32Array => results[name] as Float32Array;
      return { plain: named("plain"), perturbed: epsilons.map((_, at) => named(`perturbed ${at}`)) };
    },
    release: compiled.release,
  };
}
