import type { Dataset } from "../../data/image-set.ts";
import type { Engine } from "../../engine/executor.ts";
import { decodeCheckpoint, encodeCheckpoint } from "../../models/training/checkpoint.ts";
import { cellCheckpoints } from "../cell-checkpoints.ts";
import { outlierClass } from "../odin/settings.ts";
import { type ClassifierSettings, type TrainedClassifier, trainClassifier } from "../odin/train-classifier.ts";
import type { PipelineContext, Timing } from "../pipeline.ts";

export interface RememberedClassifier extends Pick<TrainedClassifier, "values" | "history"> {
  readonly timing: Timing;
}

export interface ClassifierTask {
  readonly settings: ClassifierSettings;
  readonly dataset: Dataset;
  readonly places: Uint32Array;
  readonly engine: Engine;
  readonly context: PipelineContext;
}

/**
 * A classifier trained on the places of the training images, or remembered: cells of one code, seed and protocol share it,
 * and the checkpoints on the way to it.
 */
export async function rememberedClassifier(task: ClassifierTask): Promise<RememberedClassifier> {
  const { settings, dataset, places, engine, context } = task;
  const { code, memo, signal, now, progress } = context;
  const { name, version, provider, threads } = engine.identity;
  const key = JSON.stringify([
    ...["trained classifier", code, dataset.name, dataset.checksums, settings, [...places]],
    ...[name, version, provider, threads],
  ]);
  const stage = `train ${settings.network}`;
  const items = places.length * settings.epochs;
  const known = await memo.get(key);
  if (known !== undefined) {
    const { values, history } = decodeCheckpoint(known.subarray(secondsLength));
    const seconds = new DataView(known.buffer, known.byteOffset).getFloat64(0, true);
    return { values, history, timing: { stage, seconds, items, remembered: items } };
  }
  const checkpoints = cellCheckpoints({ cell: key, memo });
  const begun = now();
  const { values, history } = await trainClassifier({
    ...{ settings, dataset: dataset.name, images: dataset.train, places, outlierClass, engine, signal, now },
    checkpoints: checkpoints.of("train"),
    progress: ({ done, total }) => progress({ stage, done, total }),
  });
  const seconds = (now() - begun) / 1000;
  const { epochs } = settings;
  const finished = encodeCheckpoint({ epoch: epochs, batch: 0, stopped: true, values, kept: {}, sums: {}, history });
  const bytes = new Uint8Array(secondsLength + finished.length);
  new DataView(bytes.buffer).setFloat64(0, seconds, true);
  bytes.set(finished, secondsLength);
  await memo.put(key, bytes);
  await checkpoints.forget();
  return { values, history, timing: { stage, seconds, items, remembered: 0 } };
}

const secondsLength = 8;
