import { describe, expect, test } from "vitest";
import { hscaeSplits } from "../../../src/data/splits/hscae-splits.ts";
import { syntheticDataset } from "../../../src/data/synthetic.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { isDivergence } from "../../../src/pipelines/divergence.ts";
import {
  type ClassifierSettings,
  type ClassifierTraining,
  classifierCurves,
  trainClassifier,
} from "../../../src/pipelines/odin/train-classifier.ts";

const dataset = syntheticDataset("synthetic-digits", { seed: 1, trainPerClass: 12, testPerClass: 2 });
const labels = { trainLabels: dataset.train.labels, testLabels: dataset.test.labels };
const places = hscaeSplits({ ...labels, outlierClass: 0, seed: 1 }).train;

async function trained(change: Partial<ClassifierSettings> = {}) {
  const training: ClassifierTraining = {
    settings: {
      network: "spinal-vgg",
      width: 4,
      epochs: 4,
      batchSize: 18,
      learningRate: 1e-2,
      augmentation: [{ kind: "random-crop", padding: 1 }],
      standardise: { mean: 0.1307, deviation: 0.3081 },
      seed: 1,
      ...change,
    },
    dataset: dataset.name,
    images: dataset.train,
    places,
    outlierClass: 0,
    engine: await openEngine({ engine: "ort" }),
    checkpoints: { memo: { get: async () => undefined, put: async () => {} }, identity: [] },
    signal: new AbortController().signal,
    now: () => 0,
  };
  return trainClassifier(training);
}

describe("a classifier", () => {
  test.each(["resnet18", "vgg", "spinal-vgg"] as const)("%s learns to tell drawn digits apart", async (network) => {
    const { history } = await trained({ network });
    const losses = history.map((epoch) => epoch.losses.loss as number);
    expect(losses).toHaveLength(4);
    expect(losses[0]).toBeGreaterThan(1);
    expect(losses[3]).toBeLessThan(0.95 * (losses[0] as number));
  });

  test("depends on its seed and on nothing else", async () => {
    const first = await trained({ epochs: 1 });
    expect(await trained({ epochs: 1 })).toEqual(first);
    expect((await trained({ epochs: 1, seed: 2 })).values).not.toEqual(first.values);
  });

  test("diverges at a rate beyond all reason, and its loss curve is kept", async () => {
    const error = await trained({ learningRate: 1e30 }).catch((thrown: unknown) => thrown);
    if (!isDivergence(error)) throw error;
    expect(error.message).toMatch(/^loss is NaN in epoch 1, batch \d of 6$/);
    expect(error.curves).toMatchObject([{ name: "loss", at: { part: "total", split: "train" }, x: "epoch" }]);
    expect(error.curves?.[0]?.points.every(([epoch, loss]) => epoch === 1 && Number.isFinite(loss))).toBe(true);
  });
});

test("what is told of epochs becomes curves", () => {
  const history = [1, 2].map((epoch) => ({ epoch, losses: { loss: 3 - epoch, validation: 1, accuracy: 1 / 3 } }));
  expect(classifierCurves(history)).toEqual([
    {
      name: "loss",
      at: { part: "total", split: "train" },
      x: "epoch",
      y: "cross-entropy",
      points: [
        [1, 2],
        [2, 1],
      ],
    },
    {
      name: "loss",
      at: { part: "total", split: "validation" },
      x: "epoch",
      y: "cross-entropy",
      points: [
        [1, 1],
        [2, 1],
      ],
    },
    {
      name: "accuracy",
      at: {},
      x: "epoch",
      y: "accuracy",
      points: [
        [1, 0.333333],
        [2, 0.333333],
      ],
    },
  ]);
});
