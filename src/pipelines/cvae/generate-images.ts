import { sigmoid } from "../../engine/activation.ts";
import type { Engine } from "../../engine/executor.ts";
import type { Node } from "../../engine/graph.ts";
import { cvaeSide, decodeCvae } from "../../models/networks/cvae.ts";
import type { Examples } from "../../models/training/examples.ts";
import { compileInference } from "../../models/training/infer.ts";
import type { Values } from "../../models/training/training.ts";
import { stream } from "../../random/stream.ts";
import { type Images, joined, type LabelledImages } from "./cell-images.ts";
import { labelWidth, type Settings } from "./settings.ts";

/** Images of each class, class by class, decoded from its label and draws of the standard normal distribution. */
export async function generateImages(
  values: Values,
  settings: Settings,
  engine: Engine,
  dataset: string,
): Promise<LabelledImages> {
  const { classes, network: options, generatedPerClass: count, seed } = settings;
  const { latentDimension } = options;
  const shapes = { latent: [latentDimension], labels: [labelWidth] };
  const inference = await compileInference({
    ...{ engine, shapes, batchSize: count },
    inference: (network, { latent, labels }) => ({
      image: sigmoid(decodeCvae(network, latent as Node, labels as Node, options)),
    }),
  });
  const generated: Images[] = [];
  for (const [mode, label] of classes.entries()) {
    const source = stream("cvae", dataset, `seed ${seed}`, "generated", `class ${label}`);
    const drawn = Float32Array.from({ length: count * latentDimension }, () => source.normal());
    const examples: Examples = {
      count,
      shapes,
      read: (indices, _epoch, { latent, labels }) => {
        labels?.fill(0);
        for (const [row, index] of indices.entries()) {
          latent?.set(drawn.subarray(index * latentDimension, (index + 1) * latentDimension), row * latentDimension);
          if (labels !== undefined) labels[row * labelWidth + mode] = 1;
        }
      },
    };
    const { image } = await inference.run(values, examples);
    if (image === undefined || image.length !== count * cvaeSide * cvaeSide)
      throw new Error("cvae: nothing was decoded");
    generated.push({ count, values: image });
  }
  await inference.release();
  const modes = Uint8Array.from({ length: classes.length * count }, (_, at) => Math.floor(at / count));
  return { ...joined(...generated), modes };
}
