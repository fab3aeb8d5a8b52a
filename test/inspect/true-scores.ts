import type { InspectOptions } from "../../src/inspect/inspect-options.ts";
import { type Rational, rational } from "../../src/numbers/rational.ts";
import { type RoundingRule, round } from "../../src/numbers/rounding.ts";
import type { LineWords } from "./build-reading.ts";

/** A table whose numbers were computed from what they claim to be. */
export interface TrueTable {
  readonly columns: Readonly<Record<string, LineWords>>;
  readonly rows: Readonly<Record<string, readonly string[]>>;
  readonly options?: InspectOptions;
  /** Columns of which one number is altered to measure power. */
  readonly altered: readonly number[];
}

export interface TrueFamily {
  readonly check: string;
  readonly what: string;
  /** Whether the numbers are what their names say in the usual sense, so that power can be asked for. */
  readonly usual: boolean;
  readonly draw: (next: () => number) => TrueTable;
}

const rules: readonly RoundingRule[] = ["half-even", "half-up", "half-down", "truncate"];

export function whole(next: () => number, least: number, most: number): number {
  return least + Math.floor(next() * (most - least + 1));
}

function list<T>(length: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length }, (_, at) => make(at));
}

function exact(value: number): Rational {
  return rational(BigInt(Math.round(value * 1e12)), 1_000_000_000_000n);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rows of numbers, each column with its decimals, all printed by one rule. */
function printedRows(
  next: () => number,
  values: readonly (readonly number[])[],
  decimals: readonly number[],
  allowed = rules,
): Readonly<Record<string, readonly string[]>> {
  const rule = allowed[whole(next, 0, allowed.length - 1)] ?? "half-even";
  return Object.fromEntries(
    values.map((row, at) => [
      `row ${at}`,
      row.map((value, column) => round(exact(value), decimals[column] ?? 0, rule).text),
    ]),
  );
}

interface Matrix {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

function matrix(next: () => number, positives: number, negatives: number): Matrix {
  const tp = whole(next, Math.ceil(positives * 0.5), positives);
  const tn = whole(next, Math.ceil(negatives * 0.5), negatives);
  return { tp, fn: positives - tp, tn, fp: negatives - tn };
}

function matrixScores({ tp, fp, fn, tn }: Matrix): readonly number[] {
  const [precision, recall] = [tp / (tp + fp), tp / (tp + fn)];
  const correlation = (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
  return [
    (tp + tn) / (tp + fp + fn + tn),
    precision,
    recall,
    tn / (tn + fp),
    (2 * precision * recall) / (precision + recall),
    tp + fp === 0 || tn + fn === 0 ? 0 : correlation,
  ];
}

const confusionColumns: Readonly<Record<string, LineWords>> = {
  Accuracy: { role: "score", metric: "accuracy", unit: "fraction" },
  Precision: { role: "score", metric: "precision" },
  Recall: { role: "score", metric: "recall" },
  Specificity: { role: "score", metric: "specificity" },
  F1: { role: "score", metric: "f1" },
  MCC: { role: "score", metric: "mcc" },
};

function confusionTable(next: () => number, folds: number): TrueTable {
  const [positives, negatives] = [whole(next, 20, 150), whole(next, 20, 150)];
  const values = list(whole(next, 4, 8), () => {
    const each = list(folds, () => matrixScores(matrix(next, positives, negatives)));
    return list(6, (at) => mean(each.map((scores) => scores[at] ?? 0)));
  });
  return {
    columns: confusionColumns,
    rows: printedRows(
      next,
      values,
      list(6, () => 3),
    ),
    options: { positives, negatives, checks: ["confusion"] },
    altered: [0, 1, 2, 3, 4, 5],
  };
}

/** AUROC, FPR at the first threshold with a TPR of 95 %, and detection errors of a detector whose scores may tie. */
function detector(next: () => number): readonly number[] {
  const grid = [4, 10, 1000][whole(next, 0, 2)] ?? 10;
  const shift = next();
  const scores = (count: number, by: number) => list(count, () => Math.floor(grid * (next() + next() + by)));
  const [inside, outside] = [scores(whole(next, 20, 40), shift), scores(whole(next, 20, 40), 0)];
  const wins = inside.reduce((sum, a) => sum + outside.reduce((its, b) => its + (a > b ? 1 : a === b ? 0.5 : 0), 0), 0);
  const points = [...new Set([...inside, ...outside])]
    .sort((a, b) => b - a)
    .map((threshold) => ({
      tpr: inside.filter((score) => score >= threshold).length / inside.length,
      fpr: outside.filter((score) => score >= threshold).length / outside.length,
    }));
  const at95 = points.find(({ tpr }) => tpr >= 0.95) ?? { tpr: 1, fpr: 1 };
  const least = Math.min(0.5, ...points.map(({ tpr, fpr }) => (1 - tpr + fpr) / 2));
  return [
    wins / (inside.length * outside.length),
    at95.fpr,
    0.025 + at95.fpr / 2,
    least,
    (1 - at95.tpr + at95.fpr) / 2,
  ];
}

function detectorTable(next: () => number, sets: number, error: 2 | 3 | 4): TrueTable {
  const percent = next() < 0.5;
  const unit = percent ? "percent" : "fraction";
  const values = list(whole(next, 4, 14), () => {
    const each = list(sets, () => detector(next));
    return [0, 1, error].map((at) => mean(each.map((scores) => scores[at] ?? 0)) * (percent ? 100 : 1));
  });
  return {
    columns: {
      "AUROC ↑": { role: "score", metric: "auroc", unit },
      "FPR@95 ↓": { role: "score", metric: "fpr95", unit },
      "Detection error": { role: "score", unit },
    },
    rows: printedRows(
      next,
      values,
      list(3, () => (percent ? 1 : 3)),
    ),
    altered: [0, 1],
  };
}

function regressionTable(next: () => number, sets: number, median: boolean): TrueTable {
  const values = list(whole(next, 8, 16), () => {
    const each = list(sets, () => {
      const size = 0.5 + 5 * next();
      const errors = list(25, () => size * (next() + next() - 1) * (next() < 0.1 ? 3 : 1));
      const absolute = errors.map(Math.abs).sort((a, b) => a - b);
      const square = mean(errors.map((error) => error * error));
      return [median ? (absolute[12] ?? 0) : mean(absolute), Math.sqrt(square), square];
    });
    return list(3, (at) => mean(each.map((scores) => scores[at] ?? 0)));
  });
  const score = { role: "score" } as const;
  return {
    columns: { MAE: score, RMSE: score, MSE: score },
    rows: printedRows(next, values, [3, 3, 3]),
    altered: [0, 1, 2],
  };
}

type Ties = "first" | "dense" | "any" | "middle" | "last";

function ranksTable(next: () => number, ties: Ties, board: "own" | "another" | "part"): TrueTable {
  const count = whole(next, 5, 14);
  const coarse = next() < 0.5 ? 20 : 100_000;
  const values = list(count, () => Math.round(next() * coarse) / coarse);
  const ranked = board === "another" ? list(count, () => next()) : values;
  const first = board === "part" ? whole(next, 1, 3) : 1;
  const order = [...ranked].sort((a, b) => b - a);
  const rankOf = (value: number, at: number): number => {
    const before = order.filter((other) => other > value).length;
    const equal = order.filter((other) => other === value).length;
    const among = ranked.slice(0, at).filter((other) => other === value).length;
    if (ties === "dense") return first + new Set(order.filter((other) => other > value)).size;
    if (ties === "any") return first + before + among;
    if (ties === "middle") return first + before + (equal - 1) / 2;
    return first + before + (ties === "last" ? equal - 1 : 0);
  };
  const rows = values.map((value, at) => [value * 100, rankOf(ranked[at] ?? 0, at)]);
  return {
    columns: { Score: { role: "score", better: "higher" }, Rank: "rank" },
    rows: printedRows(next, rows, [2, ties === "middle" ? 1 : 0]),
    altered: [1],
  };
}

/** Mean and SD of samples, with n − 1 or n, or their standard error. */
function moments(values: readonly number[], kind: "sd" | "population" | "error"): readonly [number, number] {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const sd = Math.sqrt(squares / (values.length - (kind === "population" ? 0 : 1)));
  return [middle, kind === "error" ? sd / Math.sqrt(values.length) : sd];
}

function answersTable(next: () => number, kind: "sd" | "population", most: number): TrueTable {
  const count = whole(next, 8, 30);
  const scale = { minimum: most === 1 ? 0 : 1, maximum: most };
  const values = list(whole(next, 3, 6), () =>
    moments(
      list(count, () => whole(next, scale.minimum, most)),
      kind,
    ),
  );
  return {
    columns: { Rating: "score", SD: { role: "sd", of: 0 } },
    rows: printedRows(next, values, [2, 2]),
    options: { scale, count, checks: ["grimmer"] },
    altered: [0, 1],
  };
}

function runsTable(next: () => number, kind: "sd" | "population" | "error", inline: boolean): TrueTable {
  const [runs, count] = [whole(next, 3, 5), whole(next, 30, 200)];
  const values = list(whole(next, 4, 9), () => {
    const middle = whole(next, Math.floor(count / 2), count - 5);
    return moments(
      list(runs, () => (100 * whole(next, middle - 4, middle + 4)) / count),
      kind,
    );
  });
  const rows = printedRows(next, values, [2, 2]);
  const accuracy = { role: "score", metric: "accuracy", unit: "percent" } as const;
  return {
    columns: inline ? { Acc: accuracy } : { Acc: accuracy, Std: { role: "sd", of: 0 } },
    rows: inline ? Object.fromEntries(Object.entries(rows).map(([name, cells]) => [name, [cells.join("±")]])) : rows,
    options: { runs, count, checks: ["sd-of-runs"] },
    altered: inline ? [0] : [0, 1],
  };
}

/** Averages of lines with gaps: over the cells that are there, or over all as if empty ones were some number. */
function gappedTable(next: () => number, filled: boolean): TrueTable {
  const width = whole(next, 4, 6);
  const rows = Object.fromEntries(
    list(whole(next, 6, 10), (at) => {
      const cells = list(width, () => Math.round(4000 + 5000 * next()) / 100);
      const gap = at % 2 === 0 ? whole(next, 0, width - 1) : -1;
      const counted = filled ? cells : cells.filter((_, column) => column !== gap);
      const texts = cells.map((value, column) => (column === gap ? "–" : value.toFixed(2)));
      return [`row ${at}`, [...texts, round(exact(mean(counted)), 2, "half-even").text]];
    }),
  );
  const columns = Object.fromEntries([...list(width, (at) => [`set ${at}`, "score"]), ["Avg", "average"]]);
  return { columns, rows, options: { checks: ["mean"] }, altered: [width] };
}

/** Tables that are true, by the check that they are for: as usual, and as papers also print them. */
export const trueFamilies: readonly TrueFamily[] = [
  { check: "confusion", what: "six scores of one matrix", usual: true, draw: (next) => confusionTable(next, 1) },
  { check: "confusion", what: "means over three folds", usual: false, draw: (next) => confusionTable(next, 3) },
  { check: "auc-points", what: "AUROC and FPR at 95 % TPR", usual: true, draw: (next) => detectorTable(next, 1, 2) },
  { check: "auc-points", what: "means over data sets", usual: false, draw: (next) => detectorTable(next, 4, 3) },
  {
    check: "auc-detection-error",
    what: "at the threshold's own TPR",
    usual: false,
    draw: (next) => detectorTable(next, 1, 4),
  },
  { check: "regression", what: "MAE, RMSE and MSE", usual: true, draw: (next) => regressionTable(next, 1, false) },
  { check: "regression", what: "means over data sets", usual: false, draw: (next) => regressionTable(next, 3, false) },
  { check: "regression", what: "median absolute errors", usual: false, draw: (next) => regressionTable(next, 1, true) },
  { check: "ranks", what: "ranks beside scores", usual: true, draw: (next) => ranksTable(next, "first", "own") },
  ...(["dense", "any", "middle", "last"] as const).map((ties) => ({
    check: "ranks",
    what: `ties ${ties}`,
    usual: false,
    draw: (next: () => number) => ranksTable(next, ties, "own"),
  })),
  {
    check: "ranks",
    what: "ranks by something else",
    usual: false,
    draw: (next) => ranksTable(next, "first", "another"),
  },
  { check: "ranks", what: "part of a longer board", usual: false, draw: (next) => ranksTable(next, "first", "part") },
  {
    check: "grimmer",
    what: "answers from 1 to 7 with their SD",
    usual: true,
    draw: (next) => answersTable(next, "sd", 7),
  },
  { check: "grimmer", what: "an SD with n", usual: false, draw: (next) => answersTable(next, "population", 5) },
  { check: "grimmer", what: "zeros and ones with their SD", usual: true, draw: (next) => answersTable(next, "sd", 1) },
  {
    check: "sd-of-runs",
    what: "accuracies over 3 to 5 runs with their SD",
    usual: true,
    draw: (next) => runsTable(next, "sd", false),
  },
  { check: "sd-of-runs", what: "an SD with n", usual: false, draw: (next) => runsTable(next, "population", true) },
  { check: "sd-of-runs", what: "a standard error", usual: false, draw: (next) => runsTable(next, "error", true) },
  { check: "mean", what: "averages over filled cells", usual: true, draw: (next) => gappedTable(next, false) },
  { check: "mean", what: "averages over hidden cells too", usual: false, draw: (next) => gappedTable(next, true) },
];
