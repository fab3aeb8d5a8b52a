import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { rational, toNumber } from "../../src/numbers/rational.ts";
import { round, roundingInterval, roundingRules } from "../../src/numbers/rounding.ts";

describe("roundingInterval", () => {
  it("holds exactly the numbers that round to the printed one, under every rule", () => {
    // Brute force on a grid eight times finer than the last digit, ties included.
    for (const rule of roundingRules) {
      for (let units = -25; units <= 25; units++) {
        const printed = round(rational(units, 10), 1, "half-even");
        const interval = roundingInterval(printed, rule);
        for (let eighths = -250; eighths <= 250; eighths++) {
          const value = rational(eighths, 80);
          const rounds =
            rule === "half-either"
              ? (["half-up", "half-down"] as const).some((half) => round(value, 1, half).units === printed.units)
              : round(value, 1, rule).units === printed.units;
          expect(contains(interval, value), `${rule}: ${toNumber(value)} prints as ${printed.text}`).toBe(rounds);
        }
      }
    }
  });

  it("contains every number that a rule rounds", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 12n), 10n ** 12n),
        fc.bigInt(1n, 10n ** 9n),
        fc.integer({ min: -2, max: 6 }),
        fc.constantFrom(...roundingRules),
        (numerator, denominator, decimals, rule) => {
          const value = rational(numerator, denominator);
          expect(contains(roundingInterval(round(value, decimals, rule), rule), value)).toBe(true);
        },
      ),
      { seed: 1 },
    );
  });
});

describe("round", () => {
  // Python: Decimal("…").quantize(Decimal("0.01"), rounding=…); ties of negative numbers differ there for half-up.
  it.each([
    ["4.725", "half-even", "4.72"],
    ["4.735", "half-even", "4.74"],
    ["4.725", "half-up", "4.73"],
    ["4.725", "half-down", "4.72"],
    ["-4.725", "half-up", "-4.72"],
    ["-4.725", "half-down", "-4.73"],
    ["-4.729", "truncate", "-4.72"],
    ["-4.721", "floor", "-4.73"],
    ["4.721", "ceiling", "4.73"],
    ["0.004", "half-even", "0.00"],
  ] as const)("%s by %s is %s", (text, rule, expected) => {
    expect(round(toRational(parseDecimal(text)), 2, rule).text).toBe(expected);
  });
});
