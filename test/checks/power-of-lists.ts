import fc from "fast-check";
import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkBatchMeans } from "../../src/checks/batch-means.ts";
import { checkClassBatchMeans } from "../../src/checks/class-batch-means.ts";
import { checkDifference, checkRatio, checkRelativeGain } from "../../src/checks/difference.ts";
import { checkEmphasisedBest } from "../../src/checks/emphasised-best.ts";
import { checkFraction } from "../../src/checks/exact-splits.ts";
import { checkGridPoint } from "../../src/checks/grid-point.ts";
import { checkMean } from "../../src/checks/mean.ts";
import { checkPercentage } from "../../src/checks/percentage.ts";
import { checkProduct } from "../../src/checks/product.ts";
import { checkRanks } from "../../src/checks/ranks.ts";
import { checkSum } from "../../src/checks/sum.ts";
import { checkMeanColumn } from "../../src/checks/weighted-means.ts";
import { unweighted } from "../../src/checks/weighting.ts";
import { checkWeightsExist } from "../../src/checks/weights-exist.ts";
import { checkWiderSpread } from "../../src/checks/wider-spread.ts";
import { type Decimal, decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import {
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  type Rational,
  rational,
  subtract,
  total,
} from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";
import { type PowerLine, powerLine } from "./power-line.ts";

/** Scores in percent before they are rounded, with four decimals. */
const score = fc.integer({ min: 500_000, max: 990_000 }).map((units) => rational(units, 10_000));
const scores = (count: number) => fc.array(score, { minLength: count, maxLength: count });
const two = fc.tuple(score, score);

/** The power of the checks of lists and of one number against another. */
export function powerOfLists(): readonly PowerLine[] {
  return [
    powerLine("`checkMean`: 5 cells with 1 decimal, the mean altered", scores(5), (values, alter) =>
      checkMean({ cells: cells(values), reported: alter(round(meanOf(values), 1)) }),
    ),
    powerLine("`checkMean`: 5 cells with 1 decimal, the mean with 2", scores(5), (values, alter) =>
      checkMean({ cells: cells(values), reported: alter(round(meanOf(values), 2)) }),
    ),
    powerLine("`checkMeanColumn`: 6 rows of 5 cells with 1 decimal, one mean altered", rowsOf(6), (rows, alter) =>
      checkMeanColumn({ rows: withMeans(rows, alter), weightings: [unweighted(labels)] }),
    ),
    powerLine(
      "`checkWeightsExist`: the same, weights of any kind",
      rowsOf(6),
      (rows, alter) => checkWeightsExist({ rows: withMeans(rows, alter) }),
      25,
    ),
    powerLine("`checkSum`: 5 parts with 1 decimal", scores(5), (values, alter) =>
      checkSum({ parts: cells(values), reported: alter(round(total(values), 1)) }),
    ),
    powerLine("`checkProduct`: 3 factors with 2 digits, 3 digits printed", scores(3), (values, alter) => {
      const factors = values.map((value, index) => ({ label: String(index), value: round(value, 0) }));
      return checkProduct({ factors, reported: alter(round(values.reduce(multiply), -3)) });
    }),
    powerLine("`checkPercentage`: 1 decimal, of 100, no count", shares(100), ([count, size], alter) =>
      checkPercentage({ percent: alter(percent(count, size, 1)), total: size }),
    ),
    powerLine("`checkPercentage`: 1 decimal, of 300, no count", shares(300), ([count, size], alter) =>
      checkPercentage({ percent: alter(percent(count, size, 1)), total: size }),
    ),
    powerLine("`checkPercentage`: 1 decimal, of 1,000, with its count", shares(1000), ([count, size], alter) =>
      checkPercentage({ percent: alter(percent(count, size, 1)), count, total: size }),
    ),
    powerLine("`checkBatchMeans`: 2 decimals, 100 examples in batches of 32", shares(100), ([count], alter) =>
      checkBatchMeans({ accuracy: alter(batchMean(count)), examples: 100, batchSize: 32, scale: "percent" }),
    ),
    powerLine(
      "`checkFraction`: a double in full, totals from 1 to 1,100",
      shares(1052),
      ([count, size], alter) =>
        checkFraction({ value: alter(parseDecimal(String(count / size))), leastTotal: 1, greatestTotal: 1100 }),
      20,
    ),
    powerLine("`checkClassBatchMeans`: 2 decimals, 30 examples in 4 batches", classShares, (count, alter) =>
      checkClassBatchMeans({ accuracy: alter(classBatchMean(count)), examples: 30, batches: 4, scale: "percent" }),
    ),
    powerLine("`checkGridPoint`: a double in full, steps of 0.01", computed, (count, alter) =>
      checkGridPoint({ value: alter(parseDecimal(String(count * 0.01))), step: parseDecimal("0.01") }),
    ),
    powerLine("`checkDifference`: 1 decimal", two, ([a, b], alter) =>
      checkDifference({ ...pair(a, b), reported: alter(round(subtract(a, b), 1)) }),
    ),
    powerLine("`checkRatio`: 2 decimals of numbers with 1", two, ([a, b], alter) =>
      checkRatio({ ...pair(a, b), reported: alter(round(divide(a, b), 2)) }),
    ),
    powerLine("`checkRelativeGain`: percent with 1 decimal", two, ([a, b], alter) =>
      checkRelativeGain({
        ...pair(a, b),
        reported: alter(round(multiply(divide(subtract(a, b), b), rational(100)), 1)),
      }),
    ),
    powerLine("`checkAgreement`: 2 decimals in one place, 1 in another", score, (value, alter) =>
      checkAgreement({
        places: [
          { label: "table", value: alter(round(value, 2)) },
          { label: "text", value: round(value, 1) },
        ],
      }),
    ),
    powerLine("`checkRanks`: 5 numbers with 1 decimal, one altered", scores(5), (values, alter) => {
      const order = [...values].sort((a, b) => (subtract(a, b).numerator > 0n ? -1 : 1));
      const items = values.map((value, index) => ({
        label: String(index),
        value: index === 0 ? alter(round(value, 1)) : round(value, 1),
        rank: decimal(BigInt(order.indexOf(value) + 1), 0),
      }));
      return checkRanks({ items, direction: "descending" });
    }),
    powerLine("`checkEmphasisedBest`: the best of 5 numbers with 1 decimal, altered", scores(5), (values, alter) => {
      const [best = rational(0), ...others] = [...values].sort((a, b) => (subtract(a, b).numerator > 0n ? -1 : 1));
      return checkEmphasisedBest({
        emphasised: [{ label: "best", value: alter(round(best, 1)) }],
        others: cells(others),
        higherIsBetter: true,
      });
    }),
    powerLine("`checkWiderSpread`: two lists of 3 numbers with 1 decimal, one altered", twoLists, (lists, alter) => {
      const [first, second] = lists.map((values) => values.map((value) => round(value, 1)));
      const [head, ...tail] = first ?? [];
      return checkWiderSpread({
        wider: { label: "wider", values: head === undefined ? tail : [alter(head), ...tail] },
        narrower: { label: "narrower", values: second ?? [] },
      });
    }),
  ];
}

/** Points of the grid that print with all their digits. */
const computed = fc.integer({ min: 1, max: 9999 }).filter((count) => String(count * 0.01).length >= 16);
const classShares = fc.integer({ min: 8, max: 28 });
const spreadOf = ([first = rational(0), ...rest]: readonly Rational[]): Rational =>
  divide(maximum(first, ...rest), minimum(first, ...rest));

/** The one that varies more first. */
const twoLists = fc
  .tuple(scores(3), scores(3))
  .map(([a, b]) => (compare(spreadOf(a), spreadOf(b)) >= 0 ? [a, b] : [b, a]));

/** Batches of 7, 7, 8 and 8, right answers dealt out from the first on. */
function classBatchMean(count: number): Decimal {
  let left = count;
  const parts = [7, 7, 8, 8].map((size, index) => {
    const right = Math.min(size, Math.floor(left / (4 - index)));
    left -= right;
    return rational(right, size);
  });
  return round(multiply(meanOf(parts), rational(100)), 2);
}

const labels = ["0", "1", "2", "3", "4"];

function rowsOf(count: number) {
  return fc.array(scores(5), { minLength: count, maxLength: count });
}

/** The mean of the first row altered. */
function withMeans(rows: readonly (readonly Rational[])[], alter: (printed: Decimal) => Decimal) {
  return rows.map((values, index) => {
    const mean = round(meanOf(values), 1);
    return { name: `row ${index}`, cells: cells(values), reported: index === 0 ? alter(mean) : mean };
  });
}

function cells(values: readonly Rational[]) {
  return values.map((value, index) => ({ label: String(index), value: round(value, 1) }));
}

function meanOf(values: readonly Rational[]): Rational {
  return divide(total(values), rational(values.length));
}

function pair(a: Rational, b: Rational) {
  return { value: round(a, 1), baseline: round(b, 1) };
}

function shares(size: number) {
  return fc
    .integer({ min: Math.floor(size / 5), max: Math.floor((4 * size) / 5) })
    .map((count) => [count, size] as const);
}

function percent(count: number, size: number, decimals: number): Decimal {
  return round(rational(100 * count, size), decimals);
}

/** Batches of 32, 32, 32 and 4: right answers spread evenly over the first three, those of the last by the parity. */
function batchMean(count: number): Decimal {
  const last = count % 5;
  const sum = divide(rational(count - last), rational(32));
  return round(multiply(divide(total([sum, rational(last, 4)]), rational(4)), rational(100)), 2);
}
