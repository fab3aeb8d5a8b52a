import { type CountedItem, type CountInput, checkCount } from "../../checks/count.ts";
import { checkDuplicateColumns, checkDuplicateRows } from "../../checks/duplicate-rows.ts";
import { flagsByChance } from "../../checks/flags-by-chance.ts";
import { checkPValue, type PValueInput } from "../../checks/p-value.ts";
import { checkReferenceCount, type ReferenceCountInput } from "../../checks/reference-count.ts";
import { decimal, listOf, reading } from "./as-printed.ts";
import { type Asked, type Found, matchers } from "./matcher.ts";

interface DuplicateOptions {
  /** How many cells a line must have to be compared; absent: 3. */
  readonly leastLength?: number;
}

/** p-values, counts, lines printed alike, and many flags. */
export const countMatchers = matchers({
  /** The printed p-value (`.03`, `<.05`, `ns`) belongs to the printed statistic. */
  toBePValueOf: {
    example: 'expect(".04").toBePValueOf("2.20", { test: "t", degreesOfFreedom: [28] })',
    ask: (received, statistic: string, options: Asked<PValueInput, "statistic" | "reported">) => {
      if (typeof received !== "string")
        throw new TypeError(`takes a p-value as printed, such as "<.05", not ${typeof received}`);
      const its = { statistic: decimal(statistic), reported: received };
      return checkPValue({ ...reading(options, "reportedHalfWidth"), ...its });
    },
  },
  /** The printed count is that of the items that hold. */
  toBeCountOf: {
    example:
      'expect("1").toBeCountOf([{ label: "row 1", holds: true, why: "2 > 1" }, { label: "row 2", holds: false, why: "0 < 1" }])',
    ask: (
      received,
      items: readonly CountedItem[],
      options: Omit<CountInput, "what" | "items" | "reported"> & { readonly what?: string } = {},
    ) => checkCount({ what: "items", ...options, items: listOf<CountedItem>(items), reported: decimal(received) }),
  },
  /** The printed count agrees with a sourced reference. */
  toBeReferenceCount: {
    example: 'expect("23").toBeReferenceCount({ what: "Python files", reference: 23, source: "the official code" })',
    ask: (received, options: Asked<ReferenceCountInput, "reported">) =>
      checkReferenceCount({ ...options, reported: decimal(received) }),
  },
  /** Some two rows are printed alike, or nearly so. */
  toHaveDuplicateRows: {
    example: 'expect([["71.3", "68.0", "90.1"], ["71.3", "68.0", "90.1"]]).toHaveDuplicateRows()',
    ask: (received, options: DuplicateOptions = {}) => alike(checkDuplicateRows, received, options),
  },
  /** Some two columns are printed alike, or nearly so; every list is a column. */
  toHaveDuplicateColumns: {
    example: 'expect([["71.3", "68.0", "90.1"], ["71.3", "68.0", "90.2"]]).toHaveDuplicateColumns()',
    ask: (received, options: DuplicateOptions = {}) => alike(checkDuplicateColumns, received, options),
  },
  /** So many flags, or more, have at least a chance of `level` where each check flags random numbers so often. */
  toBeFlagsByChance: {
    example: "expect(3).toBeFlagsByChance(Array(40).fill(0.05), { level: 0.05 })",
    ask: (received, probabilities: readonly number[], { level }: { readonly level: number }): Found => {
      if (typeof received !== "number") throw new TypeError(`takes a number of flags, not ${typeof received}`);
      if (!(level > 0 && level < 1)) throw new TypeError(`level is ${level}; give a chance between 0 and 1`);
      const { expected, atLeast } = flagsByChance(listOf<number>(probabilities), received);
      const finding = `random numbers give ${expected.toPrecision(3)} flags on average, and ${received} or more with a chance of ${atLeast.toPrecision(3)}`;
      return { holds: atLeast >= level, refuted: atLeast < level, finding };
    },
  },
});

function alike(check: typeof checkDuplicateRows, received: unknown, options: DuplicateOptions): Found {
  const lines = listOf<unknown>(received).map((cells, index) => ({ label: String(index + 1), cells: textsIn(cells) }));
  const { explanation, details } = check({ ...options, lines });
  const found = Array.isArray(details.pairs) && details.pairs.length > 0;
  return { holds: found, refuted: !found, finding: explanation };
}

function textsIn(cells: unknown): readonly string[] {
  const texts = listOf<unknown>(cells);
  if (texts.every((text): text is string => typeof text === "string")) return texts;
  throw new TypeError('takes lines of cells as printed, such as [["71.3", "68.0"], ["71.3", "68.0"]]');
}
