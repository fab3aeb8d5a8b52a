import { rational } from "../../../src/numbers/rational.ts";
import { type RoundingRule, round } from "../../../src/numbers/rounding.ts";
import { numbersFrom } from "../random-tables.ts";

/** Choices of one table, all from one seed. */
export interface Draw {
  readonly real: (least: number, greatest: number) => number;
  readonly whole: (least: number, greatest: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  /** The rule by which the table's numbers are shortened, the same for all of them or for a column. */
  readonly rule: () => RoundingRule;
}

export function drawFrom(seed: number): Draw {
  const next = numbersFrom(seed);
  const whole = (least: number, greatest: number): number => least + Math.floor(next() * (greatest - least + 1));
  const pick = <T>(items: readonly [T, ...T[]]): T => items[whole(0, items.length - 1)] ?? items[0];
  return {
    real: (least, greatest) => least + (greatest - least) * next(),
    whole,
    chance: (probability) => next() < probability,
    pick,
    rule: () => pick(["half-even", "half-even", "half-up", "half-down", "truncate", "floor", "ceiling"]),
  };
}

/** A number of twelve digits behind the point, shortened by a rule. */
export function shown(value: number, decimals: number, rule: RoundingRule): string {
  return round(rational(BigInt(Math.round(value * 1e12)), 1_000_000_000_000n), decimals, rule).text;
}

export function times<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Standard deviation with n − 1. */
export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
}

const methodNames =
  "SVM,BERT,RoBERTa,ResNet-50,ViT-B/16,MLP,GRU,LSTM,CNN,k-NN,XGBoost,GCN,GAT,T5,UNet,DeiT,SimCLR,MoCo,Deep SVDD,GOAD".split(
    ",",
  );
const setNames =
  "CIFAR-10,SVHN,STL-10,SST-2,MNLI,QNLI,RTE,CoLA,ImageNet,Caltech,DTD,Pets,Food,Cars,Aircraft,Flowers".split(",");

export function methods(count: number): readonly string[] {
  return times(count, (at) => (at === count - 1 ? "Ours" : (methodNames[at] ?? `Model ${at}`)));
}

export function dataSets(count: number): readonly string[] {
  return times(count, (at) => setNames[at] ?? `Set ${at}`);
}

/** Scores with an effect of the row and of the column, so that lines are alike as they are in print. */
export function scoreGrid(
  draw: Draw,
  rows: number,
  columns: number,
  least = 20,
  greatest = 95,
): readonly (readonly number[])[] {
  const reach = (greatest - least) * draw.pick([0.02, 0.1, 0.3]);
  const ofColumn = times(columns, () => draw.real(least + reach, greatest - reach));
  const ofRow = times(rows, () => draw.real(-reach, reach) / 2);
  return times(rows, (row) =>
    times(columns, (column) => (ofColumn[column] ?? 0) + (ofRow[row] ?? 0) + draw.real(-reach, reach) / 2),
  );
}
