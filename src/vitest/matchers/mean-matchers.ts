import { type BatchMeansInput, checkBatchMeans } from "../../checks/batch-means.ts";
import { type ClassBatchMeansInput, checkClassBatchMeans } from "../../checks/class-batch-means.ts";
import { checkMean, type MeanInput } from "../../checks/mean.ts";
import { checkSpreadOfMean, type SpreadOfMeanInput } from "../../checks/mean-of-spreads.ts";
import { checkProduct, type Factor, type ProductInput } from "../../checks/product.ts";
import { checkSum, type SumInput } from "../../checks/sum.ts";
import { checkMeanColumn, type MeanColumnInput, type NamedMeanRow } from "../../checks/weighted-means.ts";
import { unweighted, type Weighting } from "../../checks/weighting.ts";
import { checkWeightsExist } from "../../checks/weights-exist.ts";
import { decimal, decimals, labelled, listOf } from "./as-printed.ts";
import { type Asked, matchers } from "./matcher.ts";

/** A row of a table with the mean that is printed beside it. */
export interface PrintedMeanRow {
  readonly cells: readonly string[];
  readonly mean: string;
}

/** A rounded factor is given alone, an exact one (a count, 60 minutes an hour) as such; the label is for the finding. */
export type PrintedFactor = string | { readonly value: string; readonly exact?: boolean; readonly label?: string };

interface Weights {
  /** One for each cell, 0 or more; absent: the plain mean. */
  readonly weights?: readonly number[];
}

/** Means, sums and products. */
export const meanMatchers = matchers({
  /** The printed number can be the mean of the printed ones, plain or with weights. */
  toBeMeanOf: {
    example: 'expect("86.55").toBeMeanOf(["95.04", "88.25", "79.90", "83.00"])',
    ask: (
      received,
      printed: readonly string[],
      { weights, ...options }: Weights & Omit<MeanInput, "cells" | "reported" | "weighting"> = {},
    ) => {
      const cells = labelled(printed);
      const weighting = weights === undefined ? {} : { weighting: weightingOf(cells, weights) };
      return checkMean({ ...options, ...weighting, cells, reported: decimal(received) });
    },
  },
  /** All rows have their printed means under one convention, plain or with weights. */
  toHaveRowMeans: {
    example: 'expect([{ cells: ["90.0", "80.0"], mean: "85.0" }]).toHaveRowMeans()',
    ask: (received, { weights, ...options }: Weights & Omit<MeanColumnInput, "rows" | "weightings"> = {}) => {
      const rows = rowsOf(received);
      const cells = rows[0]?.cells ?? [];
      const weighting = weights === undefined ? unweighted(labelsOf(cells)) : weightingOf(cells, weights);
      return checkMeanColumn({ ...options, rows, weightings: [weighting] });
    },
  },
  /** Some weights, the same for all rows and none negative, give all printed means, or at least so many. */
  toHaveWeightedRowMeans: {
    example: 'expect([{ cells: ["90.0", "80.0"], mean: "88.0" }]).toHaveWeightedRowMeans()',
    ask: (received, options: { readonly atLeast?: number } = {}) =>
      checkWeightsExist({ ...options, rows: rowsOf(received) }),
  },
  /** The printed number can be the sum of the printed ones. */
  toBeSumOf: {
    example: 'expect("100.0").toBeSumOf(["33.3", "33.3", "33.3"])',
    ask: (received, printed: readonly string[], options: Omit<SumInput, "parts" | "reported"> = {}) =>
      checkSum({ ...options, parts: labelled(printed), reported: decimal(received) }),
  },
  /** The printed number can be the product of the factors, divided by the divisors. */
  toBeProductOf: {
    example:
      'expect("512").toBeProductOf([{ value: "2048", exact: true }, "15"], { divisors: [{ value: "60", exact: true }] })',
    ask: (
      received,
      factors: readonly PrintedFactor[],
      options: Pick<ProductInput, "rules"> & { readonly divisors?: readonly PrintedFactor[] } = {},
    ) =>
      checkProduct({
        ...options,
        factors: factorsOf(factors, "factor"),
        divisors: factorsOf(options.divisors ?? [], "divisor"),
        reported: decimal(received),
      }),
  },
  /** The printed accuracy can be the plain mean over mini-batches, the last of which may be smaller. */
  toBeMeanOverBatches: {
    example: 'expect("83.33").toBeMeanOverBatches({ examples: 10, batchSize: 4 })',
    ask: (received, options: Asked<BatchMeansInput, "accuracy">) =>
      checkBatchMeans({ ...options, accuracy: decimal(received) }),
  },
  /** The accuracy on one class can be a plain mean over mixed mini-batches. Passes or stays open; never with `.not`. */
  toBeMeanOverMixedBatches: {
    example: 'expect("87.5").toBeMeanOverMixedBatches({ examples: 8, batches: 4 })',
    ask: (received, options: Asked<ClassBatchMeansInput, "accuracy">) =>
      checkClassBatchMeans({ ...options, accuracy: decimal(received) }),
  },
  /** The ± of a mean over classes is the mean of the classes' ±, or what `reading` says. */
  toBeSpreadOfMeanOf: {
    example: 'expect("0.3").toBeSpreadOfMeanOf(["0.3", "0.4", "0.2"])',
    ask: (received, classSpreads: readonly string[], options: Pick<SpreadOfMeanInput, "reading"> = {}) =>
      checkSpreadOfMean({ ...options, classSpreads: decimals(classSpreads), reported: decimal(received) }),
  },
});

function rowsOf(received: unknown): readonly NamedMeanRow[] {
  return listOf<PrintedMeanRow>(received).map(({ cells, mean }, index) => ({
    name: `row ${index + 1}`,
    cells: labelled(cells, "column"),
    reported: decimal(mean),
  }));
}

function weightingOf(cells: readonly { readonly label: string }[], weights: readonly number[]): Weighting {
  if (weights.length !== cells.length)
    throw new TypeError(`${cells.length} cells have ${weights.length} weights; give one for each`);
  const labels = labelsOf(cells);
  return {
    name: "with the given weights",
    weights: Object.fromEntries(labels.map((label, index) => [label, weights[index] ?? 0])),
  };
}

function labelsOf(cells: readonly { readonly label: string }[]): readonly string[] {
  return cells.map(({ label }) => label);
}

function factorsOf(printed: readonly PrintedFactor[], word: string): readonly Factor[] {
  return listOf<PrintedFactor>(printed).map((factor, index) => {
    const its = typeof factor === "string" ? { value: factor } : factor;
    return { label: `${word} ${index + 1}`, ...its, value: decimal(its.value) };
  });
}
