import { describe, expect, test } from "vitest";
import { eitherRejects } from "../../../src/metrics/either-rejection.ts";
import { rejectionAccuracies } from "../../../src/metrics/rejection-accuracy.ts";
import { type EnsembleImages, tuneEnsemble } from "../../../src/pipelines/hscae/tune-ensemble.ts";
import { stream } from "../../../src/random/stream.ts";

function drawn(seed: number): EnsembleImages {
  const source = stream("tune-ensemble test", seed);
  const outliers = Uint8Array.from({ length: 40 }, (_, at) => (at % 4 === 0 ? 1 : 0));
  const scores = (scale: number) =>
    Float64Array.from(outliers, (flag) => scale * Math.round(8 * (source.uniform() + 0.4 * flag)));
  const distances = [scores(1), scores(1), scores(1)];
  // Negated confidences lie below 0.
  return { classifier: scores(0.1).map((score) => score - 1.3), distances, outliers };
}

function balanced({ classifier, distances, outliers }: EnsembleImages, level: number, pair: readonly [number, number]) {
  const scores = eitherRejects([classifier, distances[level] as Float64Array], pair);
  const accuracies = rejectionAccuracies({ scores, outliers }, 1, { kind: "pooled" });
  if (!accuracies.defined) throw new Error(accuracies.reason);
  return accuracies.value.balanced;
}

function pairs(rule: "joint" | "report", images: EnsembleImages): readonly (readonly [number, number])[] {
  return tuneEnsemble(rule, images, "balanced").map((outcome) => {
    if (!outcome.defined) throw new Error(outcome.reason);
    return outcome.value;
  });
}

describe("tuneEnsemble", () => {
  test("the report's rule takes the autoencoder's threshold that is best over the mean of the levels", () => {
    for (let seed = 0; seed < 10; seed++) {
      const images = drawn(seed);
      const [pair] = pairs("report", images);
      if (pair === undefined) throw new Error("no pair");
      const mean = (threshold: number): number =>
        [0, 1, 2].reduce((sum, level) => sum + balanced(images, level, [pair[0], threshold]), 0) / 3;
      const cuts = [...new Set(images.distances.flatMap((scores) => [...scores])), Number.POSITIVE_INFINITY];
      expect(mean(pair[1])).toBeCloseTo(Math.max(...cuts.map(mean)), 12);
    }
  });

  test("its classifier's threshold is the best alone, lowered as a confidence by 0.231 for 0.235", () => {
    const images = drawn(3);
    const [pair] = pairs("report", images);
    const alone = [...new Set(images.classifier)].sort((a, b) => b - a);
    const worth = (threshold: number): number => balanced(images, 0, [threshold, Number.POSITIVE_INFINITY]);
    const best = alone.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    expect(-(pair?.[0] ?? 0)).toBeCloseTo((-best * 0.231) / 0.235, 12);
    expect(-(pair?.[0] ?? 0)).toBeLessThan(-best);
  });

  test("the joint rule is best at every level", () => {
    const images = drawn(5);
    const [joint, report] = [pairs("joint", images), pairs("report", images)];
    for (const [level, pair] of joint.entries())
      expect(balanced(images, level, pair)).toBeGreaterThanOrEqual(
        balanced(images, level, report[level] as readonly [number, number]),
      );
  });

  test("is undefined without zeros", () => {
    const images = { ...drawn(1), outliers: new Uint8Array(40) };
    for (const rule of ["joint", "report"] as const)
      expect(tuneEnsemble(rule, images, "balanced").every(({ defined }) => !defined)).toBe(true);
  });
});
