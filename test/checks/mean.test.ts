import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMean } from "../../src/checks/mean.ts";
import { type Decimal, decimal, parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { add, divide, multiply, type Rational, rational, total } from "../../src/numbers/rational.ts";
import { type RoundingRule, round, roundingInterval } from "../../src/numbers/rounding.ts";
import { byTasks, table7 } from "./table7.ts";

const labelled = (values: readonly Decimal[]) => values.map((value, index) => ({ label: `cell ${index}`, value }));

describe("checkMean", () => {
  const trueTable = fc.record({
    values: fc.array(fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 40 })), {
      minLength: 1,
      maxLength: 8,
    }),
    decimals: fc.integer({ min: 0, max: 4 }),
  });

  it.each([
    ["half-up", "consistent"],
    ["half-down", "consistent"],
    ["half-even", "consistent"],
    ["truncate", "possible"],
    ["floor", "possible"],
    ["ceiling", "possible"],
  ] as const)("never calls a true table inconsistent that was printed by %s", (rule: RoundingRule, expected) => {
    fc.assert(
      fc.property(trueTable, ({ values, decimals }) => {
        const weights = values.map(([, weight], index) => (index === 0 ? weight + 1 : weight));
        const exact = values.map(([units]) => rational(units, 10 ** 6));
        const sum = total(exact.map((value, index) => multiply(value, rational(weights[index] ?? 0))));
        const mean = divide(sum, rational(weights.reduce((a, b) => a + b)));
        const result = checkMean({
          cells: labelled(exact.map((value) => round(value, decimals, rule))),
          reported: round(mean, decimals, rule),
          weighting: { name: "drawn", weights: Object.fromEntries(weights.map((w, i) => [`cell ${i}`, w])) },
        });
        if (expected === "consistent") expect(result.outcome).toBe("consistent");
        else expect(["consistent", "conditional"]).toContain(result.outcome);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("holds for means that were taken of the printed cells", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 1, maxLength: 9 }), (units) => {
        const cells = units.map((unit) => decimal(BigInt(unit), 1));
        const mean = divide(total(cells.map(toRational)), rational(cells.length));
        expect(checkMean({ cells: labelled(cells), reported: round(mean, 1) }).outcome).toBe("consistent");
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it("decides as trying every number on a fine grid does", () => {
    // Two cells with one decimal, weights 1 and 2: thousandths behind each cell; the mean then moves in steps of 1/3000.
    const grid = (printed: Decimal): readonly Rational[] =>
      Array.from({ length: 101 }, (_, step) => add(toRational(printed), rational(step - 50, 1000)));
    const a = parseDecimal("0.2");
    const b = parseDecimal("0.5");
    const means = grid(a).flatMap((x) => grid(b).map((y) => divide(add(x, multiply(y, rational(2))), rational(3))));
    for (let units = 0n; units <= 9n; units++) {
      for (const decimals of [1, 2]) {
        const reported = decimal(units + (decimals === 2 ? 38n : 0n), decimals);
        const possible = means.some((mean) => contains(roundingInterval(reported), mean));
        const result = checkMean({
          cells: [
            { label: "a", value: a },
            { label: "b", value: b },
          ],
          reported,
          weighting: { name: "drawn", weights: { a: 1, b: 2 } },
          rules: ["half-either"],
        });
        expect(result.outcome, reported.text).toBe(possible ? "consistent" : "inconsistent");
      }
    }
  });

  it("gives a witness that prints as the table does", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: -4, max: 4 }),
        fc.constantFrom<RoundingRule>("half-even", "truncate", "floor", "half-either"),
        (units, shift, rule) => {
          const cells = units.map((unit) => decimal(BigInt(unit), 1));
          const near = round(divide(total(cells.map(toRational)), rational(cells.length)), 2);
          const reported = decimal(near.units + BigInt(shift), 2);
          const { outcome, details } = checkMean({ cells: labelled(cells), reported, rules: [rule] });
          if (outcome !== "consistent") return;
          const { witness } = details as { witness: { mean: string; cells: string[] } };
          const values = witness.cells.map(fraction);
          const mean = fraction(witness.mean);
          values.forEach((value, index) => {
            expect(contains(roundingInterval(cells[index] as Decimal, rule), value)).toBe(true);
          });
          expect(contains(roundingInterval(reported, rule), mean)).toBe(true);
          expect(divide(total(values), rational(values.length))).toEqual(mean);
        },
      ),
      { seed: 13, numRuns: 300 },
    );
  });

  it("explains the mean of Table 7's second row", () => {
    const row = table7[1];
    if (row === undefined) throw new Error("the fixture has no second row");
    const result = checkMean({ ...row, alternatives: [byTasks] });
    expect(result.outcome).toBe("conditional");
    expect(result.explanation).toBe(
      "Printed 66.5; the unweighted mean of the 5 cells is 63.68, and cells that print like these give 63.63 to 63.73; the printed mean lies 2.82 above. It agrees under the mean by one-class tasks (f-MNIST: 10, CIFAR-10: 10, CIFAR-100: 20, Cat-vs-Dog: 2, CelebA: 1): 66.523.",
    );
    expect(result.details).toMatchObject({ mean: "63.68", error: "2.82" });
  });

  it("names single slips that would make the row hold", () => {
    const row = table7.find(({ name }) => name === "ResNet-50 (ImageNet) / RBF");
    if (row === undefined) throw new Error("the fixture lacks the row");
    const result = checkMean({ ...row, weighting: byTasks });
    expect(result.outcome).toBe("inconsistent");
    expect(result.details).toMatchObject({ errorRounded: "-0.242" });
    // By hand: the mean must fall by 0.142 to 0.342, hence f-MNIST by 0.61 to 1.47 and CIFAR-100 by 0.31 to 0.73.
    expect(result.nearMisses).toContain(
      "A guess: f-MNIST meant 91.1 or 91.0 or 90.8 where 91.8 is printed (one digit).",
    );
    expect(result.nearMisses).toContain(
      "A guess: CIFAR-100 meant 83.3 or 83.2 or 83.1 or 83.0 where 83.7 is printed (one digit).",
    );
  });

  it("refuses a weighting that does not name a cell", () => {
    const cells = [{ label: "CIFAR-10", value: parseDecimal("1.0") }];
    const weighting = { name: "by tasks", weights: { "f-MNIST": 10 } };
    expect(() => checkMean({ cells, reported: parseDecimal("1.0"), weighting })).toThrow(
      'weighting "by tasks" has no weight for "CIFAR-10"; it names f-MNIST',
    );
  });
});

function fraction(text: string): Rational {
  const [numerator = "", denominator] = text.split("/");
  return denominator === undefined
    ? toRational(parseDecimal(numerator))
    : rational(BigInt(numerator), BigInt(denominator));
}
