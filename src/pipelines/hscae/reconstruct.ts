import { div, square, sub } from "../../engine/arithmetic.ts";
import type { Engine } from "../../engine/executor.ts";
import type { Node } from "../../engine/graph.ts";
import { mean } from "../../engine/reduction.ts";
import { logits } from "../../models/networks/classifier.ts";
import { hscae } from "../../models/networks/hscae.ts";
import { vggFeatures } from "../../models/networks/vgg-features.ts";
import type { Examples } from "../../models/training/examples.ts";
import { compileInference } from "../../models/training/infer.ts";
import type { Network } from "../../models/training/network.ts";
import type { Values } from "../../models/training/training.ts";
import { digitClasses } from "../odin/digits.ts";
import { type ClassifierSettings, classifierOf } from "../odin/train-classifier.ts";
import type { Settings } from "./settings.ts";

/** Images for one pass through the autoencoder. */
export interface Pass {
  /** The images that reconstructions are compared with, [count, 1, height, width]. */
  readonly originals: Float32Array;
  /** What goes in: these, or reconstructions of a level before. */
  readonly images: Float32Array;
  /** [count, 9]. */
  readonly condition: Float32Array;
}

/** What comes out, and how it compares with the original. */
export interface Passed {
  readonly reconstructions: Float32Array;
  /** The classifier's logits of the reconstructions, [count, 9]. */
  readonly logits: Float32Array;
  readonly squaredErrors: Float32Array;
  readonly contents: Float32Array;
}

export interface Reconstructor {
  readonly pass: (pass: Pass, signal: AbortSignal) => Promise<Passed>;
  readonly release: () => Promise<void>;
}

/** Compiles one pass through the trained autoencoder. `values` are those of all three networks. */
export async function openReconstructor(
  settings: Settings,
  shape: readonly [channels: number, height: number, width: number],
  values: Values,
  engine: Engine,
): Promise<Reconstructor> {
  const shapes = { originals: shape, images: shape, condition: [digitClasses] };
  const compiled = await compileInference({
    ...{ engine, shapes, batchSize: settings.inferenceBatch },
    inference: (network, batch) => {
      const [originals, images] = [batch.originals as Node, batch.images as Node];
      const condition = settings.conditioned ? (batch.condition as Node) : undefined;
      const { reconstruction } = hscae(network, images, condition, settings.network);
      const content = (x: Node): Node => contentOf(network, x, settings.contentNetwork);
      return {
        reconstructions: reconstruction,
        logits: logits(network, reconstruction, classifierOf(settings.classifier)),
        squaredErrors: mean(square(sub(reconstruction, originals)), { axes: [1, 2, 3] }),
        contents: mean(square(sub(content(reconstruction), content(originals))), { axes: [1, 2, 3] }),
      };
    },
  });
  return {
    pass: async (pass, signal) => {
      const results = await compiled.run(values, examplesOf(pass, shapes), signal);
      const named = (name: string): Float32Array => results[name] as Float32Array;
      return {
        reconstructions: named("reconstructions"),
        logits: named("logits"),
        squaredErrors: named("squaredErrors"),
        contents: named("contents"),
      };
    },
    release: compiled.release,
  };
}

/** Activations of a VGG after its third block of convolutions, before the pooling. */
function contentOf(network: Network, images: Node, settings: ClassifierSettings): Node {
  const { classes, width, standardise } = classifierOf(settings);
  const standardised = div(sub(images, standardise.mean), standardise.deviation);
  return vggFeatures(network, standardised, { classes, width }).blocks[2] as Node;
}

function examplesOf(pass: Pass, shapes: Examples["shapes"]): Examples {
  return {
    count: pass.condition.length / digitClasses,
    shapes,
    read: (indices, _epoch, into) => {
      for (const [name, source] of Object.entries(pass) as readonly (readonly [string, Float32Array])[]) {
        const size = (shapes[name] ?? []).reduce((product, length) => product * length, 1);
        for (const [row, index] of indices.entries())
          into[name]?.set(source.subarray(index * size, (index + 1) * size), row * size);
      }
    },
  };
}
