import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConfusionScoreName, confusionScoreNamed } from "../../src/checks/confusion/score-names.ts";
import { checkMulticlass } from "../../src/checks/multiclass.ts";
import { type Decimal, decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { add, multiply, type Rational, rational, zero } from "../../src/numbers/rational.ts";
import { round, roundingInterval } from "../../src/numbers/rounding.ts";
import { exactScore } from "./confusion-oracle.ts";
import vectors from "./vectors/multiclass.json" with { type: "json" };

type Average = "micro" | "macro" | "weighted";

/** scikit-learn's StratifiedKFold deals each class out in turn; every class is spread as evenly as this up to its order. */
function dealt(counts: readonly number[], folds: number): readonly (readonly number[])[] {
  const labels = counts.flatMap((count, index) => new Array<number>(count).fill(index));
  return Array.from({ length: folds }, (_, fold) =>
    counts.map((__, index) => labels.filter((label, place) => place % folds === fold && label === index).length),
  );
}

describe("checkMulticlass", () => {
  const cases = vectors.map((vector) => {
    const given: { folds?: readonly (readonly number[])[]; foldCount?: number; repeats?: number } = vector;
    const once =
      given.folds ?? (given.foldCount === undefined ? [vector.counts] : dealt(vector.counts, given.foldCount));
    return { ...vector, folds: Array.from({ length: given.repeats ?? 1 }, () => once).flat() };
  });

  // The peer means by accuracy the mean over the classes against the rest, which here is an alternative.
  it.each(cases)("$id: $expected", ({ folds, average, aggregation, scores, epsilon, expected }) => {
    const printed = Object.entries(scores).map(([word, value]) => ({
      name: confusionScoreNamed(word)?.name ?? "accuracy",
      value: parseDecimal(value ?? ""),
      epsilon: parseDecimal(epsilon),
    }));
    const check = (chosen: typeof printed) =>
      checkMulticlass({
        folds,
        average: average === "micro" ? "micro" : "macro",
        aggregation: aggregation === "mean-of-scores" ? "mean-of-scores" : "score-of-means",
        scores: chosen,
        scale: "fraction",
        searchLimit: 4_000,
      }).outcome;
    if (expected === "inconsistent") expect(check(printed)).toBe("inconsistent");
    else {
      expect(check(printed)).not.toBe("inconsistent");
      // The peer passes over macro F1; without it a matrix is found.
      expect(check(printed.filter(({ name }) => name !== "f-beta"))).toBe("conditional");
    }
  });

  const small = fc
    .array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
    .filter((rows) => rows.every((row) => row.some((count) => count > 0)));
  const names: readonly ConfusionScoreName[] = ["accuracy", "sensitivity", "specificity", "precision", "f-beta"];

  it("never calls averages of a real matrix inconsistent", () => {
    const large = fc
      .array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
      .filter((rows) => rows.every((row) => row.some((count) => count > 0)));
    fc.assert(
      fc.property(
        large,
        fc.constantFrom<Average>("micro", "macro", "weighted"),
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
        (matrix, average, chosen) => {
          const scores = printedAverages(matrix, average, chosen, 3);
          if (scores.length === 0) return;
          const { outcome, details } = checkMulticlass({
            folds: [matrix.map(sum)],
            average,
            scores,
            rules: ["half-either"],
            scale: "fraction",
            searchLimit: 2_000,
          });
          expect(["consistent", "undecidable"], JSON.stringify(details)).toContain(outcome);
        },
      ),
      { seed: 121, numRuns: 80 },
    );
  });

  it("decides as trying every matrix does", () => {
    fc.assert(
      fc.property(
        small,
        fc.constantFrom<Average>("micro", "macro", "weighted"),
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 3, maxLength: 3 }),
        (matrix, average, chosen, shifts) => {
          const counts = matrix.map((row) => Math.min(4, sum(row)));
          const fitted = matrix.map((row, index) => shrink(row, counts[index] ?? 0));
          const scores = printedAverages(fitted, average, chosen, 3).map(({ name, value }, index) => ({
            name,
            value: decimal(value.units + BigInt(shifts[index] ?? 0), 3),
          }));
          if (scores.length === 0) return;
          const possible = [...matrices(counts)].some((candidate) =>
            scores.every(({ name, value }) => {
              const exact = averageOf(candidate, average, name);
              return exact !== undefined && contains(roundingInterval(value), exact);
            }),
          );
          const { outcome, details } = checkMulticlass({
            folds: [counts],
            average,
            scores,
            rules: ["half-either"],
            scale: "fraction",
          });
          if (outcome === "undecidable") return;
          expect(outcome === "consistent", JSON.stringify(details)).toBe(possible);
        },
      ),
      { seed: 122, numRuns: 40 },
    );
  });

  it("leaves open what a class without examples counts, and what is no average", () => {
    const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });
    const at = (counts: readonly number[], ...scores: readonly ReturnType<typeof score>[]) =>
      checkMulticlass({ folds: [counts], average: "macro", scores }).outcome;
    // scikit-learn prints 2/3 for the recalls 1, 1 and none, of the labels 0 to 2.
    expect(at([5, 5, 0], score("sensitivity", "0.667"))).toBe("undecidable");
    expect(at([5, 5, 5], score("kappa", "0.123"))).toBe("undecidable");
  });

  it("offers F1 of the averaged precision and sensitivity", () => {
    const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });
    const at = (f1: string) =>
      checkMulticlass({
        folds: [[6, 3]],
        average: "macro",
        // 5 of 6 and 1 of 3 right: precisions 5/7 and 1/2, so that F1 is 10/13 and 2/5.
        scores: [score("accuracy", "0.6667"), score("sensitivity", "0.5833"), score("f-beta", f1)],
      });
    expect(at("0.5846").outcome).toBe("consistent");
    // The means are 17/28 and 7/12, their harmonic mean 0.5952.
    expect(at("0.5950").rescuedBy).toContain("F-beta of the averaged precision and sensitivity");
  });

  it("knows that micro precision, recall and F1 are one number", () => {
    const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });
    const check = (precision: string) =>
      checkMulticlass({
        folds: [[10, 100, 80]],
        average: "micro",
        scores: [score("sensitivity", "0.2737"), score("precision", precision)],
      }).outcome;
    expect([check("0.2737"), check("0.2842")]).toEqual(["consistent", "inconsistent"]);
  });
});

function sum(row: readonly number[]): number {
  return row.reduce((a, b) => a + b, 0);
}

function shrink(row: readonly number[], size: number): readonly number[] {
  let left = size;
  return row.map((count) => {
    const kept = Math.min(count, left);
    left -= kept;
    return kept;
  });
}

function* matrices(counts: readonly number[]): Generator<readonly (readonly number[])[]> {
  const [first, ...rest] = counts;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let a = 0; a <= first; a++)
    for (let b = 0; a + b <= first; b++) for (const others of matrices(rest)) yield [[a, b, first - a - b], ...others];
}

function averageOf(
  matrix: readonly (readonly number[])[],
  average: Average,
  name: ConfusionScoreName,
): Rational | undefined {
  const size = sum(matrix.map(sum));
  const right = sum(matrix.map((row, index) => row[index] ?? 0));
  if (name === "accuracy") return rational(right, size);
  const binaries = matrix.map((row, index) => {
    const tp = row[index] ?? 0;
    const fn = sum(row) - tp;
    const fp = sum(matrix.map((other) => other[index] ?? 0)) - tp;
    return { tp, fn, fp, tn: size - tp - fn - fp };
  });
  if (average === "micro") {
    const all = (key: "tp" | "fn" | "fp" | "tn") => sum(binaries.map((binary) => binary[key]));
    const exact = exactScore(name, { tp: all("tp"), fn: all("fn"), fp: all("fp"), tn: all("tn") });
    return exact !== undefined && "value" in exact ? exact.value : undefined;
  }
  let mean = zero;
  for (const binary of binaries) {
    const exact = exactScore(name, binary);
    if (exact === undefined || !("value" in exact)) return undefined;
    mean = add(
      mean,
      multiply(
        exact.value,
        average === "weighted" ? rational(binary.tp + binary.fn, size) : rational(1, matrix.length),
      ),
    );
  }
  return mean;
}

function printedAverages(
  matrix: readonly (readonly number[])[],
  average: Average,
  names: readonly ConfusionScoreName[],
  decimals: number,
): { readonly name: ConfusionScoreName; readonly value: Decimal }[] {
  return names.flatMap((name) => {
    const value = averageOf(matrix, average, name);
    return value === undefined ? [] : [{ name, value: round(value, decimals) }];
  });
}
