import { describe, expect, it } from "vitest";
import type { ImageSet } from "../../src/data/image-set.ts";
import { oneClassSplit } from "../../src/data/one-class.ts";
import { stream } from "../../src/random/stream.ts";

function labelled(labels: readonly number[]): ImageSet {
  return {
    count: labels.length,
    channels: 1,
    height: 0,
    width: 0,
    pixels: new Uint8Array(0),
    labels: Uint8Array.from(labels),
  };
}

const dataset = { train: labelled([2, 0, 1, 0, 2, 0, 0, 1]), test: labelled([0, 1, 2, 0]) };
const members = [1, 3, 5, 6];

describe("a one-class split", () => {
  it("takes all training images of the class, and calls every other test image an outlier", () => {
    const split = oneClassSplit(dataset, 0, { kind: "all" });
    expect([...split.trainIndices]).toEqual(members);
    expect([...split.testLabels]).toEqual([0, 1, 1, 0]);
  });

  it("draws without replacement: distinct members, all of them in the end", () => {
    const draw = (count: number) =>
      oneClassSplit(dataset, 0, { kind: "without-replacement", count, source: stream("test", "draw") }).trainIndices;
    expect([...draw(4)].sort()).toEqual(members);
    expect(new Set(draw(3)).size).toBe(3);
    expect(draw(3)).toEqual(draw(4).subarray(0, 3));
  });

  it("draws with replacement: members only, each about equally often", () => {
    const source = stream("test", "replacement");
    const drawn = oneClassSplit(dataset, 0, { kind: "with-replacement", count: 4000, source }).trainIndices;
    expect(drawn).toHaveLength(4000);
    expect([...new Set(drawn)].sort()).toEqual(members);
    // Five standard deviations of a binomial count of 4,000 at one quarter.
    for (const member of members)
      expect(Math.abs(drawn.filter((index) => index === member).length - 1000)).toBeLessThan(137);
  });

  it("says why it cannot be made", () => {
    const source = stream("test", "misuse");
    expect(() => oneClassSplit(dataset, 7, { kind: "all" })).toThrow("no training image of class 7");
    expect(() => oneClassSplit(dataset, 0, { kind: "without-replacement", count: 5, source })).toThrow(
      "cannot draw 5 of 4 images without replacement",
    );
    expect(() => oneClassSplit(dataset, 0, { kind: "with-replacement", count: 0, source })).toThrow(
      "cannot draw 0 images",
    );
  });
});
