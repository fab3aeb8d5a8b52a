import fc from "fast-check";
import { expect, it } from "vitest";
import { auroc } from "../../src/metrics/auroc.ts";
import { onePointAuc, onePointAucOfDecisions } from "../../src/metrics/one-point-auc.ts";

const sample = fc
  .array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.constantFrom(0, 1)), { minLength: 2, maxLength: 40 })
  .filter((pairs) => new Set(pairs.map(([, label]) => label)).size === 2)
  .map((pairs) => ({ scores: pairs.map(([score]) => score), labels: pairs.map(([, label]) => label) }));
const options = { seed: 5, numRuns: 300 };

it("is the share of pairs won, ties counting one half", () => {
  fc.assert(
    fc.property(sample, ({ scores, labels }) => {
      let won = 0;
      let pairs = 0;
      for (const [i, positive] of scores.entries())
        for (const [j, negative] of scores.entries())
          if (labels[i] === 1 && labels[j] === 0) {
            pairs++;
            won += positive > negative ? 1 : positive === negative ? 0.5 : 0;
          }
      expect(auroc(scores, labels)).toEqual({ defined: true, value: won / pairs });
    }),
    options,
  );
});

it("mirrors when the scores are negated, and ignores how they are spaced", () => {
  fc.assert(
    fc.property(sample, ({ scores, labels }) => {
      const straight = auroc(scores, labels);
      const negated = auroc(
        scores.map((score) => -score),
        labels,
      );
      if (!straight.defined || !negated.defined) throw new Error("undefined with both classes present");
      expect(straight.value + negated.value).toBeCloseTo(1, 14);
      expect(
        auroc(
          scores.map((score) => Math.exp(3 * score)),
          labels,
        ),
      ).toEqual(straight);
    }),
    options,
  );
});

it("at one point is the area when only the decisions are kept", () => {
  fc.assert(
    fc.property(sample, ({ scores, labels }) => {
      const decisions = scores.map((score) => (score >= 0 ? 1 : 0));
      const expected = auroc(decisions, labels);
      const received = onePointAucOfDecisions(scores, labels);
      if (!expected.defined || !received.defined) throw new Error("undefined with both classes present");
      expect(received.value).toBeCloseTo(expected.value, 14);
    }),
    options,
  );
  expect(onePointAuc(0.2, 0.7)).toBe(0.75);
  expect(() => onePointAuc(20, 70)).toThrow("onePointAuc: rate 20 lies outside [0, 1]");
});

it("does not overflow or sort as text with a hundred thousand scores", () => {
  const count = 100_000;
  const scores = Float64Array.from({ length: count }, (_, index) => (index * 7919) % count);
  const labels = Uint8Array.from(scores, (score) => (score >= count / 2 ? 1 : 0));
  expect(auroc(scores, labels)).toEqual({ defined: true, value: 1 });
});
