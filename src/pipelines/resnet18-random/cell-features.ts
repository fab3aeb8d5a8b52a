import type { Dataset, ImageSet } from "../../data/image-set.ts";
import { preprocessor } from "../../data/preprocess.ts";
import type { Engine, Executable } from "../../engine/executor.ts";
import { input } from "../../engine/graph.ts";
import { extractFeatures } from "../../models/features.ts";
import { initialise } from "../../models/initialise.ts";
import type { Rows } from "../../models/kernel.ts";
import { resnet18, resnet18Layers, resnet18Width } from "../../models/resnet18.ts";
import { stream } from "../../random/stream.ts";
import type { PipelineContext, Timing } from "../pipeline.ts";
import { selectImages } from "./select-images.ts";
import type { Settings } from "./settings.ts";

/** The features that all of a cell's classes, kernels and freedoms share. */
export interface CellFeatures {
  /** For each class the features of its fitted images. */
  readonly fitted: readonly Rows[];
  readonly test: Rows;
  /** Class of each test image. */
  readonly testLabels: Uint8Array;
  readonly timing: Timing;
}

/** Computes, or remembers, the features of a cell by a random network of its seed. */
export async function cellFeatures(
  settings: Settings,
  dataset: Dataset,
  engine: Engine,
  context: Pick<PipelineContext, "memo" | "progress" | "signal" | "now">,
): Promise<CellFeatures> {
  const selected = selectImages(dataset, settings);
  const distinct = Uint32Array.from(new Set(selected.fitted.flatMap((indices) => [...indices]))).sort();
  const executable = await compileNetwork(settings, dataset.train, engine);
  const total = distinct.length + selected.test.length;
  const spent = { seconds: 0, remembered: 0 };
  const extract = (images: ImageSet, indices: Uint32Array, before: number): Promise<Float32Array> =>
    extractFeatures({
      executable,
      images: imageSource(images, indices, settings),
      batchSize: settings.batchSize,
      chunkSize: settings.chunkSize,
      width: resnet18Width,
      memo: context.memo,
      signal: context.signal,
      now: context.now,
      progress: ({ done, count, remembered, seconds }) => {
        spent.seconds += seconds;
        if (remembered) spent.remembered += count;
        context.progress({ stage: "features", done: before + done, total });
      },
    });
  try {
    const train = await extract(dataset.train, distinct, 0);
    const test = await extract(dataset.test, selected.test, distinct.length);
    const place = new Map(Array.from(distinct, (index, at) => [index, at]));
    return {
      fitted: selected.fitted.map((indices) => gatherRows(train, indices, place)),
      test: { values: test, count: selected.test.length, width: resnet18Width },
      testLabels: Uint8Array.from(selected.test, (index) => dataset.test.labels[index] as number),
      timing: { stage: "features", items: total, ...spent },
    };
  } finally {
    await executable.release();
  }
}

async function compileNetwork(settings: Settings, images: ImageSet, engine: Engine): Promise<Executable> {
  const { stem, initialDistribution, batchNormEpsilon, variant, seed, recipe, batchSize } = settings;
  const { channels, height, width } = preprocessor(images, recipe);
  const parameters = initialise(resnet18Layers(stem), initialDistribution, (layer) =>
    stream("resnet18-random", variant, `seed ${seed}`, "weights", layer),
  );
  const batch = input("images", [batchSize, channels, height, width]);
  return engine.compile({ features: resnet18(batch, { stem, parameters, batchNormEpsilon }) });
}

function imageSource(images: ImageSet, indices: Uint32Array, { recipe }: Settings) {
  const { channels, height, width, batch } = preprocessor(images, recipe);
  return {
    count: indices.length,
    shape: [channels, height, width] as const,
    read: (start: number, count: number, target: Float32Array): void => {
      batch(indices.subarray(start, start + count), target);
    },
  };
}

function gatherRows(values: Float32Array, indices: Uint32Array, place: ReadonlyMap<number, number>): Rows {
  const gathered = new Float32Array(indices.length * resnet18Width);
  for (const [row, index] of indices.entries()) {
    const at = place.get(index) as number;
    gathered.set(values.subarray(at * resnet18Width, (at + 1) * resnet18Width), row * resnet18Width);
  }
  return { values: gathered, count: indices.length, width: resnet18Width };
}
