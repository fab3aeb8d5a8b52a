import { describe, expect, it } from "vitest";
import { checkConfusion } from "../../src/checks/confusion.ts";
import { checkGrim } from "../../src/checks/grim.ts";
import { checkPercentage } from "../../src/checks/percentage.ts";
import { asComputed, floatPrecision } from "../../src/checks/printed-in-full.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { stream } from "../../src/random/stream.ts";

// What code makes of c right answers among n, by the arithmetic of the machine that runs this test.
const fractions: Readonly<Record<string, (c: number, n: number) => number>> = {
  "as a double": (c, n) => c / n,
  "as a difference of doubles": (c, n) => 1 - (n - c) / n,
  "in single precision": (c, n) => Math.fround(Math.fround(c) / Math.fround(n)),
};
const percentages: Readonly<Record<string, (c: number, n: number) => number>> = {
  "as a double": (c, n) => (100 * c) / n,
  "as a double, divided first": (c, n) => (c / n) * 100,
  "as a difference of doubles": (c, n) => 100 - (100 * (n - c)) / n,
  "in single precision": (c, n) => Math.fround(Math.fround(Math.fround(c) / Math.fround(n)) * 100),
};

/** As NumPy writes a number in single precision: the fewest digits that name it. */
function asNumPyWrites(single: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = single.toPrecision(digits);
    if (Math.fround(Number(text)) === single) return text;
  }
  return single.toPrecision(9);
}

/** Counts and totals, always the same. */
function draws(): readonly (readonly [count: number, total: number])[] {
  const random = stream("shares written in full");
  return Array.from({ length: 80 }, () => {
    const total = 20 + Math.floor(random.uniform() * 3000);
    return [1 + Math.floor(random.uniform() * (total - 1)), total];
  });
}

describe("a share that code wrote in full", () => {
  for (const [scale, ways] of [
    ["fraction", fractions],
    ["percent", percentages],
  ] as const)
    for (const [way, of] of Object.entries(ways))
      it(`is that of its count, ${way} (${scale}), and not of the next`, () => {
        for (const [count, total] of draws()) {
          const value = of(count, total);
          const texts = [String(value), ...(Math.fround(value) === value ? [asNumPyWrites(value)] : [])];
          for (const text of texts) {
            const percent = asComputed(parseDecimal(text));
            const outcome = (c: number) => checkPercentage({ percent, total, count: c, scale }).outcome;
            expect([text, outcome(count)]).toEqual([text, "consistent"]);
            if (percent.halfWidth !== undefined) expect([text, outcome(count - 1)]).toEqual([text, "inconsistent"]);
            expect(checkGrim({ mean: percent, count: total, percent: scale === "percent" }).outcome).not.toBe(
              "inconsistent",
            );
            const scores = [{ name: "accuracy", value: percent } as const];
            expect(checkConfusion({ positives: 10, negatives: total - 10, scores, scale }).outcome).toBe("consistent");
          }
        }
      });
});

describe("floatPrecision", () => {
  it("tells floats from numbers that were rounded for print", () => {
    const precisions = (...texts: readonly string[]) => texts.map((text) => floatPrecision(parseDecimal(text)));
    expect(precisions("0.9401140684410646", "23.333333333333332", "-0.30000000000000004")).toEqual(
      Array(3).fill("double"),
    );
    // Python: float(np.float32(989 / 1052)), np.float32(989 / 1052), np.float32(1 / 3)
    expect(precisions("0.9401140809059143", "0.9401141", "0.33333334")).toEqual(Array(3).fill("single"));
    expect(precisions("84.30", "0.123456", "1234567", "12345678901234567", "94.123450", "0.33333333")).toEqual(
      Array(6).fill(undefined),
    );
  });
});
