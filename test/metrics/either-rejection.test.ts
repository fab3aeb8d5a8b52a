import { describe, expect, test } from "vitest";
import { bestEitherThresholds, type EitherClassifier, eitherRejects } from "../../src/metrics/either-rejection.ts";
import { rejectionAccuracies } from "../../src/metrics/rejection-accuracy.ts";
import type { ThresholdObjective } from "../../src/metrics/rejection-threshold.ts";
import { stream } from "../../src/random/stream.ts";

/** Scores with ties, some examples not named rightly. */
function drawn(seed: number, count: number): Required<EitherClassifier> {
  const source = stream("either-rejection test", seed);
  const flags = Uint8Array.from({ length: count }, (_, at) => (at < 2 ? at : source.integer(2)));
  const scores = (): Float64Array => Float64Array.from(flags, (flag) => source.integer(6) + 2 * flag);
  return { scores: [scores(), scores()], outliers: flags, named: flags.map(() => (source.uniform() < 0.8 ? 1 : 0)) };
}

function accuraciesAt(classifier: Required<EitherClassifier>, thresholds: readonly [number, number]) {
  const scores = eitherRejects(classifier.scores, thresholds);
  const { outliers, named } = classifier;
  const found = rejectionAccuracies({ scores, outliers, named }, 1, { kind: "pooled" });
  if (!found.defined) throw new Error(found.reason);
  return found.value;
}

const objectives: readonly ThresholdObjective[] = ["balanced", "smaller", "overall"];

function worth({ outlier, inlier, balanced, overall }: ReturnType<typeof accuraciesAt>, objective: ThresholdObjective) {
  return { balanced, overall, smaller: Math.min(outlier, inlier) }[objective];
}

describe("bestEitherThresholds", () => {
  test.each(objectives)("finds what trying every pair of scores finds: %s", (objective) => {
    for (let seed = 0; seed < 30; seed++) {
      const classifier = drawn(seed, 24);
      const best = bestEitherThresholds(classifier, { objective });
      if (!best.defined) throw new Error(best.reason);
      const cuts = classifier.scores.map((scores) => [...new Set(Array.from(scores)), Number.POSITIVE_INFINITY]);
      const all = (cuts[0] ?? []).flatMap((one) =>
        (cuts[1] ?? []).map((other) => worth(accuraciesAt(classifier, [one, other]), objective)),
      );
      expect(worth(best.value.accuracies, objective)).toBeCloseTo(Math.max(...all), 12);
      const there = accuraciesAt(classifier, best.value.thresholds);
      for (const name of ["outlier", "inlier", "balanced", "overall"] as const)
        expect(best.value.accuracies[name]).toBeCloseTo(there[name], 12);
    }
  });

  test("is at least as good as either detector alone, and an ensemble with a silent one is the other", () => {
    const classifier = drawn(7, 40);
    const silent = new Float64Array(40);
    const together = bestEitherThresholds(classifier, { objective: "balanced" });
    for (const scores of classifier.scores) {
      const alone = bestEitherThresholds({ ...classifier, scores: [scores, silent] }, { objective: "balanced" });
      if (!alone.defined || !together.defined) throw new Error("undefined");
      expect(alone.value.thresholds[1]).toBe(Number.POSITIVE_INFINITY);
      expect(together.value.accuracies.balanced).toBeGreaterThanOrEqual(alone.value.accuracies.balanced);
    }
  });

  test("a coarse grid holds the least score and no more thresholds than asked for", () => {
    const scores = Float64Array.from({ length: 50 }, (_, at) => at);
    const outliers = Uint8Array.from(scores, (score) => (score > 0 ? 1 : 0));
    const best = bestEitherThresholds({ scores: [scores, scores], outliers }, { objective: "overall", candidates: 2 });
    expect(best.defined && best.value.thresholds).toEqual([Number.POSITIVE_INFINITY, 0]);
  });

  test("is undefined without either group, and refuses what it cannot search", () => {
    const search = { objective: "balanced" } as const;
    expect(bestEitherThresholds({ scores: [[1], [1]], outliers: [0] }, search)).toEqual({
      defined: false,
      reason: "outliers: there is no example of the group",
    });
    const infinite = {
      scores: [
        [1, 2],
        [1, Number.POSITIVE_INFINITY],
      ],
      outliers: [0, 1],
    } as const;
    expect(() => bestEitherThresholds(infinite, search)).toThrow("bestEitherThresholds: score 1 is Infinity");
    expect(() => bestEitherThresholds(drawn(1, 4), { ...search, candidates: 1 })).toThrow("1 candidates");
  });
});
