import { describe, expect, it } from "vitest";
import type { ImageSet } from "../../../src/data/image-set.ts";
import { loadDataset } from "../../../src/data/load.ts";
import { type AnomalySourceName, anomalySource } from "../../../src/data/splits/anomaly-source.ts";
import { type CvaeRequest, cvaeSplits } from "../../../src/data/splits/cvae-splits.ts";
import { areDisjoint, countsAt, labelsWith } from "./label-counts.ts";

const classes = [1, 3, 5, 7, 9];
const labels = labelsWith(new Array<number>(10).fill(6000), "cvae/train");
const candidates = Uint32Array.from({ length: 500 }, (_, index) => 3 * index);
const request: CvaeRequest = { labels, classes, candidates, seed: 1 };

const perClass = (count: number): readonly number[] =>
  Array.from({ length: 10 }, (_, label) => (classes.includes(label) ? count : 0));

describe("the CVAE assignment's splits", () => {
  it("have the printed shapes: 26,000, 2,000 and twice 1,000 + 52, all of five classes, none twice", () => {
    expectSplits(request);
  });

  const real = process.env.ASSAY_DATA;
  it.skipIf(real === undefined)("and so on the real labels (ASSAY_DATA=DIR)", async () => {
    const { train, test } = await loadDataset("fashion-mnist", real ?? "");
    const source = anomalySource("other-classes-test", classes, { train, test });
    expect(source.candidates).toHaveLength(5000);
    expectSplits({ ...request, labels: train.labels, candidates: source.candidates });
  });

  function expectSplits(asked: CvaeRequest): void {
    const { unlabelled, labelled, representatives } = cvaeSplits(asked);
    const [first, second] = representatives;
    const sets = [unlabelled, labelled, first.normal, second.normal];
    expect(sets.map(({ places }) => places.length)).toEqual([26_000, 2000, 1000, 1000]);
    expect(sets.map(({ places }) => countsAt(asked.labels, places))).toEqual([5200, 400, 200, 200].map(perClass));
    for (const { places, modes } of sets)
      expect([...places].map((place) => classes.indexOf(asked.labels[place] as number))).toEqual([...modes]);
    expect(areDisjoint(...sets.map(({ places }) => places))).toBe(true);
    expect([first.anomalies.length, second.anomalies.length]).toEqual([52, 52]);
    expect(areDisjoint(first.anomalies, second.anomalies)).toBe(true);
    const allowed = new Set(asked.candidates);
    for (const { anomalies } of representatives) expect(anomalies.every((place) => allowed.has(place))).toBe(true);
  }

  it("number modes in the order of the classes", () => {
    const { labelled } = cvaeSplits({ ...request, classes: [9, 0, 1, 2, 3] });
    expect(labels[labelled.places[0] as number]).toBe(9);
    expect(labelled.modes[0]).toBe(0);
  });

  it("cut a class alike whatever the others are, and otherwise for another seed", () => {
    const shoes = (asked: Partial<CvaeRequest>, mode: number) => {
      const { labelled } = cvaeSplits({ ...request, ...asked });
      return labelled.places.filter((_, place) => labelled.modes[place] === mode);
    };
    expect(shoes({}, 4)).toEqual(shoes({ classes: [9, 0, 2, 4, 6] }, 0));
    expect(shoes({}, 4)).not.toEqual(shoes({ seed: 2 }, 4));
  });

  it("say why they cannot be made", () => {
    expect(() => cvaeSplits({ ...request, classes: [1, 1, 2, 3, 4] })).toThrow("classes 1,1,2,3,4 name one twice");
    expect(() => cvaeSplits({ ...request, labels: labels.subarray(0, 30_000) })).toThrow(
      /cvaeSplits: class 1 has \d+ images, the sets ask for 6000 of each class/,
    );
    expect(() => cvaeSplits({ ...request, candidates: candidates.subarray(0, 103) })).toThrow(
      "cvaeSplits: 103 candidates for 2 × 52 anomalies, take another source",
    );
    const sizes = { unlabelled: 1, labelled: 0.5, representative: 1, anomalies: 1 };
    expect(() => cvaeSplits({ ...request, sizes })).toThrow("cvaeSplits: labelled is 0.5, expected a natural number");
  });
});

describe("sources of anomalies", () => {
  const images = (values: readonly number[], height = 1): ImageSet => ({
    count: values.length,
    channels: 1,
    height,
    width: 1,
    pixels: new Uint8Array(values.length * height),
    labels: Uint8Array.from(values),
  });
  const own = { train: images([0, 1, 2, 1]), test: images([2, 2, 0, 1]) };
  const digits = { train: images([1, 1]), test: images([5]) };

  it.each<[AnomalySourceName, readonly number[], ImageSet]>([
    ["other-classes-train", [0, 2], own.train],
    ["other-classes-test", [0, 1, 2], own.test],
    ["foreign-train", [0, 1], digits.train],
    ["foreign-test", [0], digits.test],
  ])("%s", (name, places, from) => {
    const source = anomalySource(name, [1], own, digits);
    expect([...source.candidates]).toEqual(places);
    expect(source.images).toBe(from);
  });

  it("say why there are none", () => {
    expect(() => anomalySource("foreign-test", [1], own)).toThrow(
      "anomalySource: foreign-test needs a second data set, none is given",
    );
    expect(() => anomalySource("other-classes-train", [0, 1, 2], own)).toThrow(
      "anomalySource: other-classes-train has no image outside classes 0,1,2",
    );
    const tall = { train: images([1], 2), test: images([1], 2) };
    expect(() => anomalySource("foreign-train", [1], own, tall)).toThrow(
      "anomalySource: foreign-train has images of 1 × 2 × 1, expected 1 × 1 × 1",
    );
  });
});
