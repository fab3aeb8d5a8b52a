import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkProduct } from "../../src/checks/product.ts";
import { decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { divide, multiply, one, rational } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";

const factor = (label: string, text: string, exact = false) => ({ label, value: parseDecimal(text), exact });

describe("checkProduct", () => {
  it("turns epochs and minutes into hours", () => {
    const input = {
      factors: [factor("epochs", "2048", true), factor("minutes", "15", true)],
      divisors: [factor("minutes in an hour", "60", true)],
    };
    const right = checkProduct({ ...input, reported: parseDecimal("512") });
    expect(right.outcome).toBe("consistent");
    expect(right.details.product).toBe("512");
    expect(checkProduct({ ...input, reported: parseDecimal("513") }).outcome).toBe("inconsistent");
  });

  it("leaves open a quotient by what may be zero", () => {
    const input = { factors: [factor("a", "1.0")], divisors: [factor("b", "0.0")] };
    expect(checkProduct({ ...input, reported: parseDecimal("3") }).outcome).toBe("undecidable");
  });

  it.each(["half-up", "half-down", "half-even", "truncate", "floor", "ceiling"] as const)(
    "never calls a true product inconsistent that was printed by %s",
    (rule) => {
      const number = fc.integer({ min: -5000, max: 5000 });
      fc.assert(
        fc.property(
          fc.array(number, { minLength: 1, maxLength: 4 }),
          number.filter((n) => Math.abs(n) > 200),
          (units, under) => {
            const exact = units.map((unit) => rational(unit, 1000));
            const divisor = rational(under, 1000);
            const product = divide(exact.reduce(multiply, one), divisor);
            const { outcome } = checkProduct({
              factors: exact.map((value, index) => ({ label: `factor ${index}`, value: round(value, 1, rule) })),
              divisors: [{ label: "divisor", value: round(divisor, 1, rule) }],
              reported: round(product, 1, rule),
            });
            expect(rule.startsWith("half") ? ["consistent"] : ["consistent", "conditional", "undecidable"]).toContain(
              outcome,
            );
          },
        ),
        { seed: 71, numRuns: 150 },
      );
    },
  );

  it("decides as trying every pair of numbers behind two factors does", () => {
    const behind = (tenths: number) => Array.from({ length: 11 }, (_, step) => tenths * 10 + step - 5);
    for (let a = -2; a <= 2; a++) {
      for (let b = -2; b <= 2; b++) {
        // Products in ten-thousandths; one decimal is a thousand of them, ties either way.
        const products = behind(a).flatMap((x) => behind(b).map((y) => x * y));
        for (let units = -2; units <= 2; units++) {
          const [least, most] = [Math.min(...products), Math.max(...products)];
          const possible = least <= units * 1000 + 500 && most >= units * 1000 - 500;
          const { outcome } = checkProduct({
            factors: [a, b].map((tenths, index) => ({ label: `${index}`, value: decimal(BigInt(tenths), 1) })),
            reported: decimal(BigInt(units), 1),
            rules: ["half-either"],
          });
          expect(outcome, `${a} ${b} ${units}`).toBe(possible ? "consistent" : "inconsistent");
        }
      }
    }
  });
});
