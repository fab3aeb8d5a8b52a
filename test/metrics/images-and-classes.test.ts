import { describe, expect, it } from "vitest";
import {
  balancedAccuracy,
  classificationAccuracy,
  classRecalls,
  confusionMatrix,
} from "../../src/metrics/confusion-matrix.ts";
import { highFrequencyEnergy } from "../../src/metrics/high-frequency-energy.ts";
import { classifyByMeanCosine } from "../../src/metrics/mean-cosine.ts";
import type { Outcome } from "../../src/metrics/metric.ts";
import vectors from "./vectors/images-and-classes.json" with { type: "json" };

function known<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.defined) throw new Error(outcome.reason);
  return outcome.value;
}

describe("high-frequency energy", () => {
  it.each(vectors.spectra)("is NumPy's, $height × $width", (image) => {
    for (const { radius, share } of image.shares)
      expect(known(highFrequencyEnergy(image.plane, image, radius))).toBeCloseTo(share, 12);
  });

  it("does not change with brightness and contrast, and falls when an image is blurred", () => {
    const [sharp, blurred] = vectors.spectra;
    if (sharp === undefined || blurred === undefined) throw new Error("no spectra");
    const brighter = sharp.plane.map((value) => 40 + value / 3);
    const energy = known(highFrequencyEnergy(sharp.plane, sharp, 0.25));
    expect(known(highFrequencyEnergy(brighter, sharp, 0.25))).toBeCloseTo(energy, 12);
    expect(known(highFrequencyEnergy(blurred.plane, blurred, 0.25))).toBeLessThan(energy / 2);
  });

  it("is the share of known waves: a fifth of the energy in the faster one of half the amplitude", () => {
    // sin of 1 and of 6 cycles in 16: energies 4 : 1, whichever side the radius parts them from.
    const plane = Array.from({ length: 256 }, (_, place) => {
      const angle = (2 * Math.PI * (place % 16)) / 16;
      return 2 * Math.sin(angle) + Math.sin(6 * angle);
    });
    const shape = { height: 16, width: 16 };
    expect(known(highFrequencyEnergy(plane, shape, 0.2))).toBeCloseTo(0.2, 12);
    expect(known(highFrequencyEnergy(plane, shape, 0.4))).toBeCloseTo(0, 12);
    expect(known(highFrequencyEnergy(plane, shape, 0))).toBe(1);
  });

  it("is undefined for one value, and says what does not fit", () => {
    const shape = { height: 2, width: 2 };
    expect(highFrequencyEnergy([0.1, 0.1, 0.1, 0.1], shape, 0.2)).toEqual({
      defined: false,
      reason: "the image is of one value",
    });
    expect(() => highFrequencyEnergy([1], shape, 0.2)).toThrow("highFrequencyEnergy: 1 numbers for 2 × 2");
    expect(() => highFrequencyEnergy([1, 2, 3, 4], shape, 8)).toThrow("highFrequencyEnergy: radius 8 lies outside");
  });
});

describe("classification by mean cosine similarity", () => {
  it.each(vectors.cosines)("is scikit-learn's mean of pairs, $dimension dimensions", (sample) => {
    const { classes, classCount, dimension } = sample;
    const exemplars = { vectors: sample.exemplars, classes, classCount };
    const { similarities, predicted } = known(classifyByMeanCosine(sample.vectors, dimension, exemplars));
    expect(similarities).toHaveLength(sample.similarities.length);
    for (const [place, value] of sample.similarities.entries()) expect(similarities[place]).toBeCloseTo(value, 13);
    expect([...predicted]).toEqual(sample.predicted);
  });

  it("takes the lowest of several best classes, and negative similarities as they are", () => {
    const exemplars = { vectors: [-1, 0, -1, 0, 0, -1], classes: [1, 2, 0], classCount: 3 };
    expect(known(classifyByMeanCosine([-1, 0.5, 1, 5], 2, exemplars)).predicted.join()).toBe("1,1");
  });

  it("is undefined without direction or exemplar, and says what does not fit", () => {
    const exemplars = { vectors: [1, 0], classes: [0], classCount: 1 };
    const reason = (outcome: Outcome<unknown>) => (outcome.defined ? undefined : outcome.reason);
    expect(reason(classifyByMeanCosine([1, 0, 0, 0], 2, exemplars))).toBe(
      "vector 1 is all zeros, which has no direction",
    );
    expect(reason(classifyByMeanCosine([1, 0], 2, { ...exemplars, vectors: [0, 0] }))).toBe(
      "exemplar 0 is all zeros, which has no direction",
    );
    expect(reason(classifyByMeanCosine([1, 0], 2, { ...exemplars, classCount: 2 }))).toBe("class 1 has no exemplar");
    expect(() => classifyByMeanCosine([1, 0, 1], 2, exemplars)).toThrow("vectors of 3 numbers are no rows of 2");
    expect(() => classifyByMeanCosine([1, 0], 2, { ...exemplars, classes: [1] })).toThrow(
      "exemplar 0 has class 1, expected 0 to 0",
    );
    expect(() => classifyByMeanCosine([1, 0], 2, { ...exemplars, classes: [0, 0] })).toThrow(
      "1 exemplars, but classes of 2",
    );
  });
});

describe("confusion by class", () => {
  it.each(vectors.confusions)("is scikit-learn's, $classCount classes", (sample) => {
    const matrix = confusionMatrix(sample.actual, sample.predicted, sample.classCount);
    expect([...matrix.counts]).toEqual(sample.counts);
    for (const [label, recall] of classRecalls(matrix).entries())
      expect(known(recall)).toBeCloseTo(sample.recalls[label] as number, 14);
    expect(known(classificationAccuracy(matrix))).toBeCloseTo(sample.accuracy, 14);
    expect(known(balancedAccuracy(matrix))).toBeCloseTo(sample.balancedAccuracy, 14);
  });

  it("leaves classes without examples out of the balanced accuracy, and has none without any", () => {
    expect(balancedAccuracy(confusionMatrix([0, 0, 1], [0, 1, 1], 3))).toEqual({ defined: true, value: 0.75 });
    const none = confusionMatrix([], [], 2);
    expect(balancedAccuracy(none)).toEqual({ defined: false, reason: "there are no examples" });
    expect(classificationAccuracy(none)).toEqual({ defined: false, reason: "there are no examples" });
  });

  it("says which class is none", () => {
    expect(() => confusionMatrix([0], [2], 2)).toThrow(
      "confusionMatrix: predicted class of example 0 is 2, expected 0 to 1",
    );
    expect(() => confusionMatrix([0.5], [1], 2)).toThrow("actual class of example 0 is 0.5");
    expect(() => confusionMatrix([0], [], 2)).toThrow("confusionMatrix: 1 actual classes but 0 predicted");
  });
});
