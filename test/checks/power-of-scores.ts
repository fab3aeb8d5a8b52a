import fc from "fast-check";
import { checkAveragePrecision } from "../../src/checks/auc-average-precision.ts";
import { checkDetectionError } from "../../src/checks/auc-detection-error.ts";
import { checkAucGranularity } from "../../src/checks/auc-granularity.ts";
import { checkHardLabelAuc } from "../../src/checks/auc-hard-labels.ts";
import { checkAucPoints } from "../../src/checks/auc-points.ts";
import type { ConfusionScoreName } from "../../src/checks/confusion/score-names.ts";
import { scoreOf } from "../../src/checks/confusion/score-value.ts";
import { checkConfusion } from "../../src/checks/confusion.ts";
import { checkConfusionSets } from "../../src/checks/confusion-sets.ts";
import { checkAucSplit } from "../../src/checks/exact-splits.ts";
import { checkFMeasure } from "../../src/checks/f-measure.ts";
import { checkMulticlass } from "../../src/checks/multiclass.ts";
import { checkNearestRocPoint } from "../../src/checks/nearest-roc-point.ts";
import { checkRegression } from "../../src/checks/regression.ts";
import { type Decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { one } from "../../src/numbers/rational.ts";
import { type Alter, type PowerLine, powerLine } from "./power-line.ts";

/** Evenly spread, unlike doubles drawn by their bits. */
const share = (least = 0, greatest = 1) =>
  fc.integer({ min: Math.round(least * 1e6), max: Math.round(greatest * 1e6) }).map((millionths) => millionths / 1e6);

/** The power of the checks of scores of classifiers, detectors and regressions. */
export function powerOfScores(): readonly PowerLine[] {
  return [...confusion(), ...averages(), ...curves(), ...errors()];
}

const scoreSets: readonly { readonly words: string; readonly names: readonly ConfusionScoreName[] }[] = [
  { words: "accuracy", names: ["accuracy"] },
  { words: "accuracy, sensitivity, specificity", names: ["accuracy", "sensitivity", "specificity"] },
  { words: "accuracy, precision, sensitivity, F1", names: ["accuracy", "precision", "sensitivity", "f-beta"] },
  { words: "precision, sensitivity, F1", names: ["precision", "sensitivity", "f-beta"] },
  { words: "accuracy, Matthews' correlation", names: ["accuracy", "mcc"] },
];

function confusion(): readonly PowerLine[] {
  const lines = scoreSets.flatMap(({ words, names }) =>
    [2, 4].flatMap((decimals) =>
      [100, 1000, 10_000].map((size) =>
        powerLine(
          `\`checkConfusion\`: ${words}, ${decimals} decimals, ${size.toLocaleString("en")} examples`,
          matrices(size),
          (matrix, alter) => checkConfusion({ ...matrix.counts, scores: printed(matrix, names, decimals, alter) }),
          40,
        ),
      ),
    ),
  );
  const f1 = powerLine("`checkFMeasure`: F1, precision and recall with 3 decimals", matrices(1000), (matrix, alter) => {
    const value = (name: ConfusionScoreName) => decimalOf(scoreIn(matrix, name), 3);
    return checkFMeasure({
      precision: value("precision"),
      recall: value("sensitivity"),
      reported: alter(value("f-beta")),
    });
  });
  return [...lines, f1];
}

interface Matrix {
  readonly counts: { readonly positives: number; readonly negatives: number };
  readonly tp: number;
  readonly tn: number;
}

/** A fifth to a half are positives; 60 to 99 % of either class are right. */
function matrices(size: number): fc.Arbitrary<Matrix> {
  return fc.tuple(share(0.2, 0.5), share(0.6, 0.99), share(0.6, 0.99)).map(([part, sensitivity, specificity]) => {
    const positives = Math.round(size * part);
    const negatives = size - positives;
    return {
      counts: { positives, negatives },
      tp: Math.round(positives * sensitivity),
      tn: Math.round(negatives * specificity),
    };
  });
}

function scoreIn({ counts, tp, tn }: Matrix, name: ConfusionScoreName): number {
  return scoreOf(name, counts, tp, tn, one);
}

/** The first of the scores is altered. */
function printed(matrix: Matrix, names: readonly ConfusionScoreName[], decimals: number, alter: Alter) {
  return names.map((name, index) => {
    const value = decimalOf(scoreIn(matrix, name), decimals);
    return { name, value: index === 0 ? alter(value) : value };
  });
}

function averages(): readonly PowerLine[] {
  const linear: readonly ConfusionScoreName[] = ["accuracy", "sensitivity", "specificity"];
  const folds = fc.array(fc.tuple(fc.integer({ min: 10, max: 20 }), fc.integer({ min: 50, max: 80 })), {
    minLength: 5,
    maxLength: 5,
  });
  const counts = { positives: 20, negatives: 80 };
  const classes = fc.tuple(share(), share(), share()).map((wrong) => confusedClasses(wrong));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    ...[2, 3].map((decimals) =>
      powerLine(
        `\`checkConfusionSets\`: means of 5 folds of 20 + 80; accuracy, sensitivity, specificity, ${decimals} decimals`,
        folds,
        (rows, alter) =>
          checkConfusionSets({
            sets: [{ positives: 100, negatives: 400, folds: rows.map(() => counts) }],
            aggregation: "mean-of-scores",
            scores: linear.map((name, index) => {
              const value = decimalOf(mean(rows.map(([tp, tn]) => scoreOf(name, counts, tp, tn, one))), decimals);
              return { name, value: index === 0 ? alter(value) : value };
            }),
          }),
        40,
      ),
    ),
    ...[3, 4].map((decimals) =>
      powerLine(
        `\`checkMulticlass\`: macro, classes of 30, 50, 70; accuracy, sensitivity, specificity, ${decimals} decimals`,
        classes,
        (scores, alter) =>
          checkMulticlass({
            folds: [[30, 50, 70]],
            average: "macro",
            scores: linear.map((name, index) => {
              const value = decimalOf(scores[index] ?? 0, decimals);
              return { name, value: index === 0 ? alter(value) : value };
            }),
            searchLimit: 5000,
          }),
        40,
      ),
    ),
  ];
}

/** Accuracy, macro sensitivity and specificity where each class loses up to half of itself to the class behind it. */
function confusedClasses(wrong: readonly number[]): readonly number[] {
  const sizes = [30, 50, 70];
  const missed = sizes.map((size, index) => Math.round((size * (wrong[index] ?? 0)) / 2));
  const over = sizes.map((_, index) => missed[(index + 2) % 3] ?? 0);
  const all = 150;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return [
    1 - sum(missed) / all,
    sum(sizes.map((size, index) => 1 - (missed[index] ?? 0) / size)) / 3,
    sum(sizes.map((size, index) => 1 - (over[index] ?? 0) / (all - size))) / 3,
  ];
}

function curves(): readonly PowerLine[] {
  const pairs = (positives: number, negatives: number, decimals: number) =>
    powerLine(
      `\`checkAucGranularity\`: ${positives} + ${negatives} examples, ${decimals} decimals`,
      fc.integer({ min: Math.ceil(0.6 * positives * negatives), max: positives * negatives }),
      (right, alter) =>
        checkAucGranularity({ auc: alter(decimalOf(right / (positives * negatives), decimals)), positives, negatives }),
    );
  const point = fc.tuple(share(0.02, 0.4), share(0.5, 0.98), share()).filter(([fpr, tpr]) => tpr > fpr);
  return [
    pairs(10, 20, 3),
    pairs(30, 50, 3),
    pairs(30, 50, 4),
    powerLine(
      "`checkAucSplit`: a double in full, 40 examples",
      fc.integer({ min: 230, max: 391 }),
      (right, alter) => checkAucSplit({ auc: alter(parseDecimal(String(right / (17 * 23)))), examples: 40 }),
      40,
    ),
    powerLine("`checkAucPoints`: one point, 3 decimals", point, ([fpr, tpr, within], alter) => {
      const [least, most] = [tpr * (1 - fpr), 1 - fpr * (1 - tpr)];
      const auc = alter(decimalOf(least + within * (most - least), 3));
      return checkAucPoints({ auc, points: [{ fpr: decimalOf(fpr, 3), tpr: decimalOf(tpr, 3) }], scale: "fraction" });
    }),
    powerLine("`checkHardLabelAuc`: 3 decimals", point, ([fpr, tpr], alter) =>
      checkHardLabelAuc({
        auc: alter(decimalOf((1 + tpr - fpr) / 2, 3)),
        fpr: decimalOf(fpr, 3),
        tpr: decimalOf(tpr, 3),
        scale: "fraction",
      }),
    ),
    powerLine("`checkDetectionError`: at 95 % TPR, percent with 1 decimal", share(0.05, 0.9), (fpr, alter) =>
      checkDetectionError({
        detectionError: alter(decimalOf(2.5 + 50 * fpr, 1)),
        fpr: decimalOf(100 * fpr, 1),
        scale: "percent",
      }),
    ),
    powerLine("`checkAveragePrecision`: 3 decimals, 50 + 50 examples", share(0.35, 1), (area, alter) =>
      checkAveragePrecision({ averagePrecision: alter(decimalOf(area, 3)), positives: 50, negatives: 50 }),
    ),
    powerLine(
      "`checkNearestRocPoint`: the accuracy with 2 decimals, 40 + 60 examples",
      rankings(40, 60),
      (ranking, alter) => checkNearestRocPoint(nearestPoint(ranking, alter)),
      40,
    ),
  ];
}

/** Scores of positives and negatives, the positives' higher by a random shift. */
function rankings(positives: number, negatives: number) {
  const scores = (count: number) => fc.array(share(), { minLength: count, maxLength: count });
  return fc
    .tuple(scores(positives), scores(negatives), share(0, 0.8))
    .map(([above, below, shift]) => [above.map((score) => score + shift), below] as const);
}

function nearestPoint([above, below]: readonly [readonly number[], readonly number[]], alter: Alter) {
  const rate = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const points = [...above, ...below, 2].map((threshold) => [rate(above, threshold), rate(below, threshold)] as const);
  const away = ([tpr, fpr]: readonly [number, number]): number => Math.hypot(1 - tpr, fpr);
  const [tpr, fpr] = points.reduce((best, point) => (away(point) < away(best) ? point : best));
  const pairs = above.flatMap((score) => below.filter((other) => score > other)).length;
  const [positives, negatives] = [above.length, below.length];
  const accuracy = (tpr * positives + (1 - fpr) * negatives) / (positives + negatives);
  return {
    auc: decimalOf(pairs / (positives * negatives), 3),
    accuracy: alter(decimalOf(accuracy, 2)),
    positives,
    negatives,
    scale: "fraction" as const,
  };
}

function errors(): readonly PowerLine[] {
  const error = share(0.2, 0.9);
  return [
    powerLine("`checkRegression`: RMSE and MSE, 3 decimals", error, (rmse, alter) =>
      checkRegression({
        scores: [
          { name: "rmse", value: decimalOf(rmse, 3) },
          { name: "mse", value: alter(decimalOf(rmse * rmse, 3)) },
        ],
      }),
    ),
    powerLine("`checkRegression`: RMSE and R² with the variance, 3 decimals", error, (rmse, alter) =>
      checkRegression({
        scores: [
          { name: "rmse", value: decimalOf(rmse, 3) },
          { name: "r2", value: alter(decimalOf(1 - rmse * rmse, 3)) },
        ],
        variance: parseDecimal("1"),
        samples: 200,
      }),
    ),
    powerLine("`checkRegression`: MAE and RMSE, 3 decimals", fc.tuple(error, share(0.6, 1)), ([rmse, part], alter) =>
      checkRegression({
        scores: [
          { name: "rmse", value: decimalOf(rmse, 3) },
          { name: "mae", value: alter(decimalOf(rmse * part, 3)) },
        ],
      }),
    ),
  ];
}

function decimalOf(value: number, decimals: number): Decimal {
  return parseDecimal(value.toFixed(decimals));
}
