import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSpreadOfMean } from "../../src/checks/mean-of-spreads.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { rational, total } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";

describe("checkSpreadOfMean", () => {
  // Sohn et al. (ICLR 2021), Table 10, RotNet with its rotation classifier: ten classes and their mean.
  const classSpreads = ["2.2", "1.9", "2.0", "2.1", "2.1", "1.5", "1.2", "0.8", "1.5", "1.3"].map(parseDecimal);

  it("tells the mean of class SDs from the SD of the mean", () => {
    const result = checkSpreadOfMean({ classSpreads, reported: parseDecimal("1.7") });
    expect(result.outcome).toBe("consistent");
    expect(result.explanation).toBe(
      "Printed ±1.7 for a mean over 10 classes; the mean of the class SDs is 1.66, the SD of the mean of independent classes would be 0.544: the ± can be the mean of the class SDs and the root mean square of the class SDs.",
    );
    const other = { classSpreads, reading: "sd-of-mean-of-independent-classes" } as const;
    expect(checkSpreadOfMean({ ...other, reported: parseDecimal("1.7") }).outcome).toBe("conditional");
    expect(checkSpreadOfMean({ ...other, reported: parseDecimal("0.5") }).outcome).toBe("consistent");
    expect(checkSpreadOfMean({ ...other, reported: parseDecimal("3.0") }).outcome).toBe("inconsistent");
  });

  it("never denies the reading that made the ±", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 20 }), (units) => {
        const printed = units.map((unit) => round(rational(unit, 1000), 1));
        const mean = round(
          rational(
            units.reduce((a, b) => a + b),
            1000 * units.length,
          ),
          1,
        );
        expect(checkSpreadOfMean({ classSpreads: printed, reported: mean }).outcome).toBe("consistent");
        // √(Σs²)/n, rounded to a tenth by squares: the greatest k with (2k − 1)² n² ≤ 400 Σs².
        const squares = total(units.map((unit) => rational(unit * unit, 10 ** 6)));
        const n = units.length;
        let tenths = 0;
        while ((2 * tenths + 1) ** 2 * n * n * Number(squares.denominator) <= 400 * Number(squares.numerator)) tenths++;
        const reading = "sd-of-mean-of-independent-classes";
        const reported = round(rational(tenths, 10), 1);
        expect(checkSpreadOfMean({ classSpreads: printed, reported, reading }).outcome).toBe("consistent");
      }),
      { seed: 81 },
    );
  });
});
