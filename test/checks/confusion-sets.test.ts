import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoldedSet } from "../../src/checks/confusion/fold-layouts.ts";
import { type ConfusionScoreName, confusionScoreNamed } from "../../src/checks/confusion/score-names.ts";
import { checkConfusionSets } from "../../src/checks/confusion-sets.ts";
import { type Decimal, decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { add, divide, multiply, type Rational, rational, total } from "../../src/numbers/rational.ts";
import { type RoundingRule, round, roundingInterval } from "../../src/numbers/rounding.ts";
import { allMatrices, exactScore, type Matrix } from "./confusion-oracle.ts";
import vectors from "./vectors/confusion-sets.json" with { type: "json" };

const linear: readonly ConfusionScoreName[] = [
  "accuracy",
  "sensitivity",
  "specificity",
  "balanced-accuracy",
  "fpr",
  "error-rate",
];
const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });

interface Vector {
  readonly sets?: readonly (readonly number[])[];
  readonly datasets?: readonly {
    readonly counts: readonly number[];
    readonly folds?: readonly (readonly number[])[];
    readonly foldCount?: number;
    readonly repeats?: number;
    readonly stratified?: boolean;
  }[];
}

describe("checkConfusionSets", () => {
  it.each(vectors)("$id: $expected", (vector) => {
    const { outcome } = checkConfusionSets({
      sets: setsOf(vector as Vector),
      aggregation: vector.aggregation === "mean-of-scores" ? "mean-of-scores" : "score-of-means",
      scores: Object.entries(vector.scores).map(([word, value]) => ({
        name: confusionScoreNamed(word)?.name ?? "accuracy",
        value: parseDecimal(value ?? ""),
        epsilon: parseDecimal(vector.epsilon),
      })),
      scale: "fraction",
    });
    expect(outcome).toBe(vector.expected);
  });

  const fold = fc
    .tuple(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([p, n, a, b]): Matrix => {
      const [tp, tn] = [Math.round(p * a), Math.round(n * b)];
      return { tp, fn: p - tp, tn, fp: n - tn };
    });

  it.each(["half-up", "half-even", "truncate", "ceiling"] as const)(
    "never calls means of real folds inconsistent that were printed by %s",
    (rule) => {
      fc.assert(
        fc.property(
          fc.array(fold, { minLength: 1, maxLength: 5 }),
          fc.uniqueArray(fc.constantFrom(...linear), { minLength: 1 }),
          fc.integer({ min: 1, max: 4 }),
          (folds, names, decimals) => {
            const { outcome } = checkConfusionSets({
              ...asSet(folds),
              aggregation: "mean-of-scores",
              scores: printedMeans(folds, names, decimals, rule),
              rules: [rule],
              scale: "fraction",
            });
            expect(["consistent", "undecidable"]).toContain(outcome);
          },
        ),
        { seed: 111, numRuns: 60 },
      );
    },
  );

  it("decides two folds as trying all their matrices does, for scores that are linear and others", () => {
    const small = fold.filter(({ tp, fn, tn, fp }) => tp + fn <= 5 && tn + fp <= 5);
    const names: readonly ConfusionScoreName[] = [...linear, "precision", "f-beta", "npv"];
    fc.assert(
      fc.property(
        small,
        small,
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 3, maxLength: 3 }),
        (a, b, chosen, shifts) => {
          const scores = printedMeans([a, b], chosen, 3, "half-up").map(({ name, value }, index) => ({
            name,
            value: decimal(value.units + BigInt(shifts[index] ?? 0), 3),
          }));
          const possible = [...allMatrices(a.tp + a.fn, a.tn + a.fp)].some((one) =>
            [...allMatrices(b.tp + b.fn, b.tn + b.fp)].some((two) =>
              scores.every(({ name, value }) => {
                const mean = meanOf([one, two], name);
                return mean !== undefined && contains(roundingInterval(value), mean);
              }),
            ),
          );
          const { outcome, details } = checkConfusionSets({
            ...asSet([a, b]),
            aggregation: "mean-of-scores",
            scores,
            rules: ["half-either"],
            scale: "fraction",
          });
          if (outcome === "undecidable") return;
          expect(outcome, JSON.stringify(details)).toBe(possible ? "consistent" : "inconsistent");
        },
      ),
      { seed: 112, numRuns: 120 },
    );
  });

  it("finds a division into unknown folds", () => {
    // Folds of 4 with 1 and 2 of 3 positives: sensitivities 1 and 1/2.
    const sets: readonly FoldedSet[] = [{ positives: 3, negatives: 5, foldCount: 2 }];
    const at = (sensitivity: string) =>
      checkConfusionSets({ sets, aggregation: "mean-of-scores", scores: [score("sensitivity", sensitivity)] }).outcome;
    expect(at("0.75")).toBe("consistent");
    // Of 1 and 2 only quarters come; 1/3 of 3 beside a fold without positives is 1/3 or, counted as 0, 1/6.
    expect(at("0.333")).toBe("conditional");
    expect(at("0.167")).toBe("conditional");
    expect(at("0.400")).toBe("inconsistent");
  });

  it("takes a remainder of either class for any of the stratified folds", () => {
    // 5 folds of 12 positives and 8 negatives: where both remainders go to the first folds, sizes are 5, 5, 4, 3, 3.
    // All negatives wrong, all positives right: accuracies 3/5, 3/5, 2/4, 2/3, 2/3.
    const at = (accuracy: string) =>
      checkConfusionSets({
        sets: [{ positives: 12, negatives: 8, foldCount: 5, stratified: true }],
        aggregation: "mean-of-scores",
        scores: [score("accuracy", accuracy), score("sensitivity", "1.000000"), score("specificity", "0.000000")],
      }).outcome;
    expect(at("0.606667")).toBe("consistent");
    // scikit-learn deals them out in turn: sizes are 4 each, and the mean is 12/20.
    expect(at("0.600000")).toBe("consistent");
    expect(at("0.612345")).toBe("inconsistent");
  });

  it("reads folds in which a score is undefined in the usual ways", () => {
    // Precisions 3/4 and 0/0.
    const sets = [{ positives: 8, negatives: 12, folds: [0, 1].map(() => ({ positives: 4, negatives: 6 })) }];
    const at = (precision: string) =>
      checkConfusionSets({
        sets,
        aggregation: "mean-of-scores",
        scores: [
          score("precision", precision),
          // TP 3 and 0, TN 5 and 6.
          score("sensitivity", "0.3750"),
          score("specificity", "0.9167"),
        ],
      });
    expect(at("0.3750").rescuedBy).toContain("scores that are undefined in a fold (0/0) counted as 0");
    expect(at("0.7500").outcome).not.toBe("inconsistent");
  });

  it("never calls what nanmean or zeros make of undefined folds inconsistent", () => {
    const few = fc
      .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3))
      .filter((counts) => counts.some((count) => count > 0))
      .map(([tp, fn, tn, fp]): Matrix => ({ tp, fn, tn, fp }));
    const names: readonly ConfusionScoreName[] = ["sensitivity", "specificity", "precision", "npv", "f-beta", "fnr"];
    fc.assert(
      fc.property(
        fc.array(few, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (folds, chosen, zeros) => {
          const scores = chosen.flatMap((name) => {
            const values = folds
              .map((matrix) => exactScore(name, matrix))
              .map((one) => (one !== undefined && "value" in one ? one.value : undefined));
            const counted = zeros
              ? values.map((value) => value ?? rational(0))
              : values.filter((value) => value !== undefined);
            if (counted.length === 0) return [];
            return [{ name, value: round(divide(total(counted), rational(counted.length)), 3) }];
          });
          if (scores.length === 0) return;
          const { outcome, details } = checkConfusionSets({
            ...asSet(folds),
            aggregation: "mean-of-scores",
            scores,
            rules: ["half-either"],
            scale: "fraction",
            searchLimit: 5_000,
          });
          expect(outcome, JSON.stringify(details)).not.toBe("inconsistent");
        },
      ),
      { seed: 113, numRuns: 120 },
    );
  });

  it("never calls F1 of the mean precision and sensitivity inconsistent", () => {
    const some = fold.filter(({ tp, fp }) => tp + fp > 0 && tp > 0);
    fc.assert(
      fc.property(fc.array(some, { minLength: 2, maxLength: 3 }), (folds) => {
        const [precision, sensitivity] = [meanOf(folds, "precision"), meanOf(folds, "sensitivity")];
        if (precision === undefined || sensitivity === undefined) return;
        const f1 = divide(multiply(rational(2), multiply(precision, sensitivity)), add(precision, sensitivity));
        const { outcome } = checkConfusionSets({
          ...asSet(folds),
          aggregation: "mean-of-scores",
          scores: [
            { name: "precision", value: round(precision, 3) },
            { name: "sensitivity", value: round(sensitivity, 3) },
            { name: "f-beta", value: round(f1, 3) },
          ],
          scale: "fraction",
          rules: ["half-either"],
          searchLimit: 2_000,
        });
        expect(outcome).not.toBe("inconsistent");
      }),
      { seed: 114, numRuns: 30 },
    );
  });

  it("refuses folds that do not add up", () => {
    expect(() =>
      checkConfusionSets({
        sets: [{ positives: 3, negatives: 5, folds: [{ positives: 3, negatives: 4 }] }],
        aggregation: "mean-of-scores",
        scores: [score("accuracy", "0.5")],
      }),
    ).toThrow("checkConfusionSets: the folds of set 1 have 3 positives and 4 negatives together, not 3 and 5");
  });
});

function setsOf({ sets, datasets = [] }: Vector): readonly FoldedSet[] {
  const counts = ([positives = 0, negatives = 0]: readonly number[]) => ({ positives, negatives });
  return sets === undefined
    ? datasets.map(({ counts: both, folds, ...rest }) => ({
        ...counts(both),
        ...rest,
        ...(folds === undefined ? {} : { folds: folds.map(counts) }),
      }))
    : sets.map(counts);
}

function asSet(folds: readonly Matrix[]): { readonly sets: readonly FoldedSet[] } {
  const counts = folds.map(({ tp, fn, tn, fp }) => ({ positives: tp + fn, negatives: tn + fp }));
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return {
    sets: [
      {
        positives: sum(counts.map(({ positives }) => positives)),
        negatives: sum(counts.map(({ negatives }) => negatives)),
        folds: counts,
      },
    ],
  };
}

function meanOf(folds: readonly Matrix[], name: ConfusionScoreName): Rational | undefined {
  const values = folds
    .map((matrix) => exactScore(name, matrix))
    .map((exact) => (exact !== undefined && "value" in exact ? exact.value : undefined));
  const known = values.filter((value) => value !== undefined);
  return known.length === folds.length ? divide(total(known), rational(folds.length)) : undefined;
}

function printedMeans(
  folds: readonly Matrix[],
  names: readonly ConfusionScoreName[],
  decimals: number,
  rule: RoundingRule,
): { readonly name: ConfusionScoreName; readonly value: Decimal }[] {
  return names
    .flatMap((name) => {
      const mean = meanOf(folds, name);
      return mean === undefined ? [] : [{ name, value: round(mean, decimals, rule) }];
    })
    .concat(
      names.every((name) => meanOf(folds, name) === undefined)
        ? [{ name: "accuracy", value: round(meanOf(folds, "accuracy") ?? rational(0), decimals, rule) }]
        : [],
    );
}
