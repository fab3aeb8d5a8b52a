import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAgreement } from "../../src/checks/agreement.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { rational } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";

const everyRule = ["half-up", "half-down", "half-even", "truncate", "floor", "ceiling"] as const;

const places = (...texts: readonly string[]) =>
  texts.map((text, index) => {
    const [value = "", spread] = text.split("±");
    const place = { label: `Table ${index + 1}`, value: parseDecimal(value) };
    return spread === undefined ? place : { ...place, spread: parseDecimal(spread) };
  });

describe("checkAgreement", () => {
  it.each([
    [["93.9", "93.9", "93.90"], "consistent"],
    [["93.9", "93.86"], "consistent"],
    [["66.55", "66.6"], "consistent"],
    [["66.55", "66.5"], "consistent"],
    [["66.55", "66.5", "66.6"], "conditional"],
    [["93.9", "92.7"], "inconsistent"],
    [["63.72", "63.74"], "inconsistent"],
    [["93.9±0.4", "93.9±0.6"], "inconsistent"],
    [["93.9±0.4", "93.9±0.5"], "conditional"],
    [["63.72", "63.73"], "conditional"],
    [["63.72", "63.73", "63.74"], "inconsistent"],
    [["93.9±0.4", "93.9", "93.9±0.42"], "consistent"],
    [["66.5", "66.58"], "conditional"],
  ] as const)("%s: %s", (texts, outcome) => {
    expect(checkAgreement({ places: places(...texts) }).outcome).toBe(outcome);
  });

  it("names the rule that rescues and the places that differ", () => {
    expect(checkAgreement({ places: places("66.5", "66.58") }).rescuedBy).toEqual([
      "truncation",
      "rounding down (floor)",
    ]);
    expect(checkAgreement({ places: places("63.72", "63.73") }).rescuedBy).toEqual([
      "different rounding in different places",
    ]);
    expect(checkAgreement({ places: places("93.9±0.4", "92.7±0.5") }).explanation).toBe(
      "Printed are 93.9±0.4 in Table 1 and 92.7±0.5 in Table 2: no one number prints as all of these (the numbers and the spreads differ).",
    );
  });

  it("keeps to one rule where that is known, save for its ties", () => {
    expect(checkAgreement({ places: places("63.72", "63.73"), rules: ["half-up"] }).outcome).toBe("inconsistent");
    expect(checkAgreement({ places: places("63.72", "63.73"), rules: ["half-either"] }).outcome).toBe("conditional");
  });

  it("never calls one number inconsistent that each place shortens by a rule of its own", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 6), max: 10 ** 6 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...everyRule)), {
          minLength: 2,
          maxLength: 5,
        }),
        (units, shortenings) => {
          const value = rational(units, 10 ** 4);
          const printed = shortenings.map(([decimals, rule], index) => ({
            label: `${index}`,
            value: round(value, decimals, rule),
          }));
          expect(["consistent", "conditional"]).toContain(checkAgreement({ places: printed }).outcome);
        },
      ),
      { seed: 43, numRuns: 500 },
    );
  });

  it.each(everyRule)("never calls one number inconsistent that %s prints with several lengths", (rule) => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 6), max: 10 ** 6 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 5 }),
        (units, lengths) => {
          const value = rational(units, 10 ** 4);
          const printed = lengths.map((decimals) => ({ label: `${decimals}`, value: round(value, decimals, rule) }));
          const { outcome } = checkAgreement({ places: printed });
          if (rule.startsWith("half")) expect(outcome).toBe("consistent");
          else expect(["consistent", "conditional"]).toContain(outcome);
        },
      ),
      { seed: 41, numRuns: 200 },
    );
  });
});
