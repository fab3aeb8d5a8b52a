import { readFileSync } from "node:fs";

/** Rows of numbers by name: arguments first, then the reference values. */
export function referenceRows(name: string): readonly (readonly number[])[] {
  const rows = all()[name];
  if (!Array.isArray(rows)) throw new Error(`no reference rows "${name}"`);
  return rows;
}

/** The reference results of tests on small samples. */
export interface ReferenceTests {
  readonly samples: readonly [readonly number[], readonly number[], readonly number[], readonly number[]];
  readonly bartlett: readonly [number, number];
  readonly leveneMedian: readonly [number, number];
  readonly leveneMean: readonly [number, number];
  readonly welch: {
    readonly statistic: number;
    readonly p: number;
    readonly difference: number;
    readonly standardError: number;
    readonly degreesOfFreedom: number;
    readonly interval95: readonly [number, number];
  };
  readonly oneSample: { readonly p: number; readonly interval90: readonly [number, number] };
  readonly tost: { readonly margin: number; readonly lowerP: number; readonly upperP: number };
  readonly trimMean: readonly number[];
  readonly permutation: number;
  readonly mannWhitney: number;
}

export function referenceTests(): ReferenceTests {
  return all().tests as ReferenceTests;
}

/** |actual − expected| relative to the larger of |expected| and `floor`. */
export function relativeError(actual: number, expected: number, floor = 1e-300): number {
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), floor);
}

function all(): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL("./vectors/distributions.json", import.meta.url), "utf8"));
}
