import { readFileSync } from "node:fs";
import type { RoundingRule } from "../../../src/numbers/rounding.ts";

/** One row of a vector file beside this one; see its README. */
export interface Vector<Input, Expected> {
  readonly id: string;
  readonly check: string;
  readonly input: Input;
  readonly expected: Expected;
  readonly source: string;
  readonly peer_expected?: unknown;
  readonly disputed?: boolean;
  readonly note?: string;
}

export function readVectors<Input, Expected>(file: string): readonly Vector<Input, Expected>[] {
  return JSON.parse(readFileSync(new URL(`./${file}.json`, import.meta.url), "utf8")) as Vector<Input, Expected>[];
}

/** scrutiny's names for rounding rules; those it alone has are missing. */
export const scrutinyRules: Readonly<Record<string, RoundingRule>> = {
  up_or_down: "half-either",
  up: "half-up",
  down: "half-down",
  even: "half-even",
  ceiling: "ceiling",
  floor: "floor",
  trunc: "truncate",
};
