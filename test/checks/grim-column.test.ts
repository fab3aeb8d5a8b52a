import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGrimColumn } from "../../src/checks/grim-column.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { rational } from "../../src/numbers/rational.ts";
import { type RoundingRule, round } from "../../src/numbers/rounding.ts";

const column = (texts: readonly string[]) => texts.map((text) => ({ label: text, value: parseDecimal(text) }));

describe("checkGrimColumn", () => {
  it("finds the counts that fit thirds", () => {
    const result = checkGrimColumn({ means: column(["3.33", "1.67"]), countRange: { least: 1, greatest: 8 } });
    expect(result).toMatchObject({ outcome: "consistent", details: { fittingCounts: [3, 6] } });
  });

  it("names the mean that no count fits", () => {
    // Of at most 6 values, 0.17 is 1/6, and 0.13 is none: 1/7 = 0.14, 1/8 = 0.125.
    const result = checkGrimColumn({ means: column(["0.17", "0.13"]), countRange: { least: 2, greatest: 7 } });
    expect(result.outcome).toBe("inconsistent");
    expect(result.explanation).toBe("Of the counts from 2 to 7, none fits all 2 means: none fits 0.13 (0.13).");
  });

  it("always keeps the true count", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom<RoundingRule>("half-up", "half-down", "half-even"),
        fc.boolean(),
        (count, sums, rule, percent) => {
          const means = sums.map((sum) => ({
            label: `${sum}`,
            value: round(rational(percent ? sum * 100 : sum, count), 2, rule),
          }));
          const { outcome, details } = checkGrimColumn({ means, percent, countRange: { least: 1, greatest: 60 } });
          expect(outcome).not.toBe("inconsistent");
          expect(details.fittingCounts).toContain(count);
        },
      ),
      { seed: 31, numRuns: 300 },
    );
  });

  it("says that small ranges of large counts decide nothing", () => {
    const result = checkGrimColumn({ means: column(["3.3"]), countRange: { least: 20, greatest: 30 } });
    expect(result.outcome).toBe("undecidable");
  });
});
