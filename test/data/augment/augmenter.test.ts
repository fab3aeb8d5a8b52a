import { describe, expect, it } from "vitest";
import { type AugmentationStep, augmenter } from "../../../src/data/augment/augmenter.ts";
import type { ImageSet } from "../../../src/data/image-set.ts";
import { stream } from "../../../src/random/stream.ts";

const source = stream("augmenter.test");
const shape = { channels: 3, height: 6, width: 7 };
const size = 3 * 6 * 7;
const images: ImageSet = {
  ...shape,
  count: 40,
  pixels: Uint8Array.from({ length: 40 * size }, () => 1 + source.integer(255)),
  labels: Uint8Array.from({ length: 40 }, (_, index) => index),
};
const places = Uint32Array.from({ length: 40 }, (_, index) => index);
const imageAt = (set: ImageSet, place: number) => [...set.pixels.subarray(place * size, (place + 1) * size)];

const steps: readonly AugmentationStep[] = [
  { kind: "random-crop", padding: 2 },
  { kind: "random-rotation", degrees: 20, resampling: "bilinear" },
  { kind: "random-flip", direction: "horizontal", probability: 0.5 },
  { kind: "color-jitter", brightness: 0.4, contrast: 0.4 },
  { kind: "random-erasing", probability: 0.5, scale: [0.02, 0.33], ratio: [0.3, 3.3] },
];

describe("augmentation", () => {
  it.each([...steps.map((step) => [step.kind, [step]] as const), ["all", steps] as const])(
    "%s: batches and their order decide nothing",
    (_, some) => {
      const whole = augmenter(images, some, ["test", 1])(places, 3);
      const augmented = augmenter(images, some, ["test", 1]);
      for (const place of [17, 2, 39]) expect(imageAt(augmented([place], 3), 0)).toEqual(imageAt(whole, place));
      const reversed = augmented(places.slice().reverse(), 3);
      expect([...reversed.labels]).toEqual([...places].reverse());
      for (const place of places) expect(imageAt(reversed, 39 - place)).toEqual(imageAt(whole, place));
    },
  );

  it.each(steps.map((step) => [step.kind, step] as const))(
    "%s: other epochs, seeds and images draw otherwise, and the images stay as they are",
    (_, step) => {
      const before = images.pixels.slice();
      const alike = {
        ...images,
        pixels: Uint8Array.from({ length: 40 * size }, (_, place) => images.pixels[place % size] as number),
      };
      const augmented = augmenter(alike, [step], ["test", 1]);
      expect(augmented(places, 1).pixels).not.toEqual(augmented(places, 2).pixels);
      expect(augmented(places, 1).pixels).not.toEqual(augmenter(alike, [step], ["test", 2])(places, 1).pixels);
      const outcomes = new Set(Array.from(places, (place) => imageAt(augmented(places, 1), place).join()));
      expect(outcomes.size).toBeGreaterThan(1);
      expect(images.pixels).toEqual(before);
    },
  );

  it("without steps gives the images", () => {
    expect(augmenter(images, [], ["test"])(places, 0)).toEqual(images);
  });

  it("crops anywhere in the padded image, each place about equally often", () => {
    const point = { count: 1, channels: 1, height: 5, width: 5, pixels: new Uint8Array(25), labels: Uint8Array.of(0) };
    point.pixels[12] = 255;
    const augmented = augmenter(point, [{ kind: "random-crop", padding: 1 }], ["test"]);
    const counts = new Uint32Array(25);
    for (let epoch = 0; epoch < 900; epoch++) {
      const place = augmented([0], epoch).pixels.indexOf(255);
      counts[place] = (counts[place] as number) + 1;
    }
    const inner = [6, 7, 8, 11, 12, 13, 16, 17, 18];
    // Five standard deviations of a binomial count of 900 at one ninth.
    for (const place of inner)
      expect(Math.abs((counts[place] as number) - 100)).toBeLessThan(5 * Math.sqrt(900 * (1 / 9) * (8 / 9)));
    expect(inner.reduce((sum, place) => sum + (counts[place] as number), 0)).toBe(900);
  });

  it("flips and erases as often as it should, and erases rectangles of the asked area", () => {
    const flips = augmenter(images, [{ kind: "random-flip", direction: "vertical", probability: 0.3 }], ["test"]);
    const [erasing] = steps.slice(-1);
    const erases = augmenter(images, [erasing as AugmentationStep], ["test"]);
    let [flipped, erased] = [0, 0];
    for (let epoch = 0; epoch < 50; epoch++) {
      const mirrored = flips(places, epoch);
      const cut = erases(places, epoch);
      for (const place of places) {
        const original = imageAt(images, place).join();
        if (imageAt(mirrored, place).join() !== original) flipped++;
        const zeros = imageAt(cut, place).filter((pixel) => pixel === 0).length / 3;
        if (zeros > 0) erased++;
        // A third of 42 pixels, and the rounding of two sides by half a pixel each.
        expect(zeros).toBeLessThanOrEqual(21);
      }
    }
    expect(Math.abs(flipped - 600)).toBeLessThan(5 * Math.sqrt(2000 * 0.3 * 0.7));
    expect(Math.abs(erased - 1000)).toBeLessThan(5 * Math.sqrt(2000 * 0.25));
  });

  it("says which step makes no sense", () => {
    const made = (step: AugmentationStep) => () => augmenter(images, [step], ["test"]);
    expect(made({ kind: "random-crop", padding: 0.5 })).toThrow("random-crop with padding 0.5, expected whole pixels");
    expect(made({ kind: "random-crop", padding: -1 })).toThrow("random-crop with padding -1, expected 0 or more");
    expect(made({ kind: "random-flip", direction: "vertical", probability: 2 })).toThrow(
      "random-flip with probability 2",
    );
    expect(made({ kind: "random-erasing", probability: 1, scale: [0.5, 0.1], ratio: [1, 2] })).toThrow(
      "augmenter: random-erasing with scale 0.5,0.1 and ratio 1,2, expected ranges",
    );
    expect(made({ kind: "random-rotation", degrees: Number.NaN, resampling: "nearest" })).toThrow("degrees NaN");
    expect(() => augmenter(images, steps, ["test"])([40], 0)).toThrow("augmenter: no image 40 among 40");
  });
});
