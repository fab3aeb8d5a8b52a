import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../src/data/load.ts";
import { poolImages } from "../../../src/data/pool-images.ts";
import { type GradconRequest, type GradconSplit, gradconSplits } from "../../../src/data/splits/gradcon-splits.ts";
import { areDisjoint, countsAt, labelsWith, mnistCounts } from "./label-counts.ts";

type Labels = Pick<GradconRequest, "trainLabels" | "testLabels">;

// What the official preparation makes of MNIST: train, validation, and inliers of the test, as many as outliers.
const mnistTable = [
  [5331, 592, 980],
  [6068, 674, 1135],
  [5363, 595, 1032],
  [5518, 613, 1010],
  [5258, 584, 982],
  [4879, 542, 892],
  [5327, 591, 958],
  [5639, 626, 1028],
  [5266, 585, 974],
  [5355, 594, 1009],
] as const;
const ofEachClass = (row: readonly [number, number, number]) => Array.from({ length: 10 }, () => row);
const protocols = [
  { name: "mnist", partition: "official-test", table: mnistTable, train: mnistCounts.train, test: mnistCounts.test },
  {
    name: "cifar-10",
    partition: "official-test",
    table: ofEachClass([4500, 500, 1000]),
    train: new Array<number>(10).fill(5000),
    test: new Array<number>(10).fill(1000),
  },
  {
    name: "fashion-mnist",
    partition: "pooled-folds",
    table: ofEachClass([4200, 1400, 1400]),
    train: new Array<number>(10).fill(6000),
    test: new Array<number>(10).fill(1000),
  },
] as const;

describe.each(protocols)("GradCon's splits of $name", ({ name, partition, table, train, test }) => {
  const generated: Labels = {
    trainLabels: labelsWith(train, `${name}/train`),
    testLabels: labelsWith(test, `${name}/test`),
  };

  it("have the official numbers of images, inliers where inliers belong, none twice", () => {
    expectSplits(generated);
  });

  const real = process.env.ASSAY_DATA;
  it.skipIf(real === undefined)("and so on the real labels (ASSAY_DATA=DIR)", async () => {
    const dataset = await loadDataset(name, real ?? "");
    expectSplits({ trainLabels: dataset.train.labels, testLabels: dataset.test.labels });
  });

  it("are decided by the seed: partition and outliers both", () => {
    const splits = (seed: number) => gradconSplits({ ...generated, classCount: 10, partition, seed });
    expect(splits(5)).toEqual(splits(5));
    const [five, six] = [splits(5), splits(6)];
    for (const part of ["train", "validation", "testOutliers"] as const)
      expect(five.map((split) => split[part])).not.toEqual(six.map((split) => split[part]));
  });

  function expectSplits({ trainLabels, testLabels }: Labels): void {
    const splits = gradconSplits({ trainLabels, testLabels, classCount: 10, partition, seed: 1 });
    const labels = Uint8Array.from([...trainLabels, ...testLabels]);
    expect(splits.map(sizes)).toEqual(table);
    for (const [inlier, split] of splits.entries()) {
      const { train: trained, validation, testInliers, testOutliers } = split;
      expect(areDisjoint(trained, validation, testInliers, testOutliers)).toBe(true);
      for (const places of [trained, validation, testInliers])
        expect(places.every((place) => labels[place] === inlier)).toBe(true);
      expect(testOutliers).toHaveLength(testInliers.length);
      const others = countsAt(labels, testOutliers);
      expect(others[inlier]).toBe(0);
      // Hypergeometric: some 100 of each other class, and never all alike.
      for (const [label, count] of others.entries()) if (label !== inlier) expect(count).toBeGreaterThan(50);
      if (partition === "official-test") {
        const boundary = trainLabels.length;
        for (const places of [trained, validation]) expect(places.every((place) => place < boundary)).toBe(true);
        for (const places of [testInliers, testOutliers]) expect(places.every((place) => place >= boundary)).toBe(true);
      }
    }
    expect(areDisjoint(...splits.flatMap(({ train: a, validation: b, testInliers: c }) => [a, b, c]))).toBe(true);
    // Whatever is tested as an outlier is an inlier of another class's test, hence never trained or validated on.
    const tested = new Set(splits.flatMap(({ testInliers }) => [...testInliers]));
    for (const { testOutliers } of splits) expect(testOutliers.every((place) => tested.has(place))).toBe(true);
  }
});

function sizes({ train, validation, testInliers }: GradconSplit): readonly number[] {
  return [train.length, validation.length, testInliers.length];
}

it("draws outliers without regard to their class", () => {
  // Over many seeds every other class is drawn about equally often: 2,000 drawings of 9 classes, five deviations.
  const labels = Uint8Array.from({ length: 200 }, (_, index) => index % 10);
  const totals = new Array<number>(10).fill(0);
  for (let seed = 0; seed < 100; seed++) {
    const [split] = gradconSplits({
      trainLabels: labels,
      testLabels: labels,
      classCount: 10,
      partition: "official-test",
      seed,
    });
    for (const place of split?.testOutliers ?? []) {
      const label = labels[place - 200] as number;
      totals[label] = (totals[label] as number) + 1;
    }
  }
  expect(totals[0]).toBe(0);
  for (const total of totals.slice(1)) expect(Math.abs(total - 2000 / 9)).toBeLessThan(5 * Math.sqrt(2000 * (1 / 9)));
});

it("says why it cannot be made", () => {
  const request = { classCount: 2, partition: "official-test", seed: 1 } as const;
  const many = Uint8Array.from({ length: 20 }, (_, index) => index % 2);
  expect(() => gradconSplits({ ...request, trainLabels: many, testLabels: Uint8Array.of(0, 0, 1) })).toThrow(
    "gradconSplits: 2 inliers of class 0, but only 1 outliers to test against",
  );
  expect(() => gradconSplits({ ...request, trainLabels: Uint8Array.of(0, 1), testLabels: many })).toThrow(
    "gradconSplits: class 0 has no image for validation",
  );
  expect(() => gradconSplits({ ...request, trainLabels: Uint8Array.of(0, 3), testLabels: many })).toThrow(
    "classMembers: label 3 of image 1, expected 0 to 1",
  );
});

it("pools images in the order of the sets", () => {
  const images = (labels: readonly number[]) => ({
    count: labels.length,
    channels: 1,
    height: 1,
    width: 2,
    pixels: Uint8Array.from(labels.flatMap((label) => [label, 10 * label])),
    labels: Uint8Array.from(labels),
  });
  expect(poolImages(images([1, 2]), images([3]))).toEqual(images([1, 2, 3]));
  expect(() => poolImages(images([1]), { ...images([2]), channels: 2 })).toThrow(
    "poolImages: images of 2 × 1 × 2 cannot be pooled with images of 1 × 1 × 2 (channels × height × width)",
  );
});
