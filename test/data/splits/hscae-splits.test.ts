import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../src/data/load.ts";
import { hscaeSplits } from "../../../src/data/splits/hscae-splits.ts";
import { areDisjoint, countsAt, labelsWith, mnistCounts } from "./label-counts.ts";

const trainLabels = labelsWith(mnistCounts.train, "hscae/train");
const testLabels = labelsWith(mnistCounts.test, "hscae/test");

function expectSplits(train: Uint8Array, test: Uint8Array): void {
  const splits = hscaeSplits({ trainLabels: train, testLabels: test, outlierClass: 0, seed: 1 });
  expect(countsAt(train, splits.train)).toEqual([0, ...mnistCounts.train.slice(1)]);
  expect(countsAt(test, splits.test)).toEqual(mnistCounts.test);
  for (const half of [splits.tuning, splits.evaluation]) {
    const [zeros = 0, ...others] = countsAt(test, half);
    expect([zeros, others.reduce((sum, count) => sum + count)]).toEqual([490, 4510]);
    expect([...half]).toEqual([...half].sort((a, b) => a - b));
  }
  expect(areDisjoint(splits.tuning, splits.evaluation)).toBe(true);
}

describe("HSCAE's splits of MNIST", () => {
  it("train on 54,077 images without zeros, test on all 10,000, and halve these by what accuracies count", () => {
    expectSplits(trainLabels, testLabels);
  });

  const real = process.env.ASSAY_DATA;
  it.skipIf(real === undefined)("and so on the real labels (ASSAY_DATA=DIR)", async () => {
    const { train, test } = await loadDataset("mnist", real ?? "");
    expectSplits(train.labels, test.labels);
  });

  it("halve otherwise for another seed, alike for the same", () => {
    const tuning = (seed: number) => hscaeSplits({ trainLabels, testLabels, outlierClass: 0, seed }).tuning;
    expect(tuning(2)).toEqual(tuning(2));
    expect(tuning(2)).not.toEqual(tuning(3));
  });

  it("give the second half the odd one", () => {
    const labels = Uint8Array.of(0, 0, 0, 1, 1, 2, 2, 2);
    const { tuning, evaluation } = hscaeSplits({ trainLabels: labels, testLabels: labels, outlierClass: 0, seed: 1 });
    expect([tuning.length, evaluation.length]).toEqual([3, 5]);
  });

  it("say why they cannot be made", () => {
    const request = { outlierClass: 0, seed: 1 };
    expect(() => hscaeSplits({ ...request, trainLabels: Uint8Array.of(0), testLabels })).toThrow(
      "hscaeSplits: no training image of another class than 0",
    );
    expect(() => hscaeSplits({ ...request, trainLabels, testLabels: Uint8Array.of(0, 1, 1) })).toThrow(
      "hscaeSplits: 1 outliers among the test images cannot be halved",
    );
  });
});
