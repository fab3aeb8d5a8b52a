import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSum } from "../../src/checks/sum.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { rational, total } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";

const labelled = (texts: readonly string[]) => texts.map((text) => ({ label: text, value: parseDecimal(text) }));

describe("checkSum", () => {
  it.each(["half-up", "half-down", "half-even", "truncate", "floor", "ceiling"] as const)(
    "never calls a true sum inconsistent that was printed by %s",
    (rule) => {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: -(10 ** 7), max: 10 ** 7 }), { minLength: 1, maxLength: 9 }),
          (units) => {
            const exact = units.map((unit) => rational(unit, 10 ** 5));
            const parts = exact.map((value, index) => ({ label: `part ${index}`, value: round(value, 1, rule) }));
            const { outcome } = checkSum({ parts, reported: round(total(exact), 1, rule) });
            if (rule.startsWith("half")) expect(outcome).toBe("consistent");
            else expect(["consistent", "conditional"]).toContain(outcome);
          },
        ),
        { seed: 21, numRuns: 200 },
      );
    },
  );

  it("adds exact numbers exactly", () => {
    expect(checkSum({ parts: labelled(["2", "2", "1"]), reported: parseDecimal("5"), exact: true }).outcome).toBe(
      "consistent",
    );
    const wrong = checkSum({ parts: labelled(["2", "2", "1"]), reported: parseDecimal("6"), exact: true });
    expect(wrong.outcome).toBe("inconsistent");
    expect(wrong.explanation).toBe("Printed 6; 2 + 2 + 1 is 5: the printed sum is off by 1.");
  });

  it("lets rounded parts miss their sum by what rounding allows, and no more", () => {
    const parts = labelled(["33", "33", "33"]);
    expect(checkSum({ parts, reported: parseDecimal("100") }).outcome).toBe("consistent");
    expect(checkSum({ parts, reported: parseDecimal("101") }).outcome).toBe("consistent");
    // 102 − 0.5 lies beyond 3 × 33.5 = 100.5; truncation reaches up to, not including, 102.
    expect(checkSum({ parts, reported: parseDecimal("102") }).outcome).toBe("inconsistent");
    expect(checkSum({ parts: labelled(["33"]), reported: parseDecimal("34") }).outcome).toBe("consistent");
  });
});
