import { describe, expect, it } from "vitest";
import { type ImageSet, imageSize } from "../../src/data/image-set.ts";
import { datasetRegistry } from "../../src/data/registry.ts";
import { isSyntheticName, type SyntheticName, syntheticDataset } from "../../src/data/synthetic.ts";

const names: readonly SyntheticName[] = ["synthetic-digits", "synthetic-garments", "synthetic-textures"];
const size = { seed: 1, trainPerClass: 12, testPerClass: 6 };

function image(images: ImageSet, index: number): Uint8Array {
  return images.pixels.subarray(index * imageSize(images), (index + 1) * imageSize(images));
}

/** Share of test images whose nearest training image (Euclidean) has their label. */
function nearestNeighbourAccuracy(train: ImageSet, test: ImageSet): number {
  let right = 0;
  for (let index = 0; index < test.count; index++) {
    const asked = image(test, index);
    let nearest = Number.POSITIVE_INFINITY;
    let label: number | undefined;
    for (let other = 0; other < train.count; other++) {
      const seen = image(train, other);
      let distance = 0;
      for (let place = 0; place < asked.length; place++)
        distance += ((asked[place] as number) - (seen[place] as number)) ** 2;
      if (distance < nearest) {
        nearest = distance;
        label = train.labels[other];
      }
    }
    if (label === test.labels[index]) right++;
  }
  return right / test.count;
}

describe.each(names)("%s", (name) => {
  const dataset = syntheticDataset(name, size);

  it("has the counts, shape and classes asked for", () => {
    const { train, test } = dataset;
    const like = name === "synthetic-textures" ? datasetRegistry["cifar-10"] : datasetRegistry["fashion-mnist"];
    expect([train.channels, train.height, train.width]).toEqual(Object.values(like.image));
    expect([train.count, test.count, dataset.classes.length]).toEqual([120, 60, 10]);
    expect(train.pixels.length).toBe(120 * imageSize(train));
    for (let label = 0; label < 10; label++)
      expect(test.labels.filter((other) => other === label)).toHaveLength(size.testPerClass);
    expect(dataset.synthetic).toBe(true);
  });

  it("is the same for the same seed and another for another", () => {
    const again = syntheticDataset(name, size);
    expect(Buffer.compare(again.train.pixels, dataset.train.pixels)).toBe(0);
    expect(Buffer.compare(again.test.pixels, dataset.test.pixels)).toBe(0);
    expect(again.checksums).toEqual(dataset.checksums);
    const other = syntheticDataset(name, { ...size, seed: 2 });
    expect(Object.values(other.checksums)).not.toEqual(Object.values(dataset.checksums));
  });

  it("begins alike when more images are asked for", () => {
    const more = syntheticDataset(name, { ...size, trainPerClass: 15 });
    const first = more.train.pixels.subarray(0, dataset.train.pixels.length);
    expect(Buffer.compare(first, dataset.train.pixels)).toBe(0);
    expect(Buffer.compare(more.test.pixels, dataset.test.pixels)).toBe(0);
  });

  it("repeats no image, in neither split", () => {
    const seen = new Set<string>();
    for (const split of [dataset.train, dataset.test])
      for (let index = 0; index < split.count; index++) seen.add(Buffer.from(image(split, index)).toString("latin1"));
    expect(seen.size).toBe(dataset.train.count + dataset.test.count);
  });

  it("has classes that a nearest neighbour tells apart far above chance", () => {
    expect(nearestNeighbourAccuracy(dataset.train, dataset.test)).toBeGreaterThan(0.5);
  });
});

it("names the classes of Fashion-MNIST for garments", () => {
  expect(syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 1, testPerClass: 1 }).classes).toEqual(
    datasetRegistry["fashion-mnist"].classes,
  );
  expect([isSyntheticName("synthetic-digits"), isSyntheticName("mnist")]).toEqual([true, false]);
});

it("refuses a count that is none", () => {
  expect(() => syntheticDataset("synthetic-digits", { ...size, testPerClass: 0 })).toThrow(
    "syntheticDataset: 0 images a class, expected a positive integer",
  );
});
