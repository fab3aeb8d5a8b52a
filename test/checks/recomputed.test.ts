import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDifference, checkRatio, checkRelativeGain } from "../../src/checks/difference.ts";
import { checkMajorityBaseline } from "../../src/checks/majority-baseline.ts";
import { checkPercentage } from "../../src/checks/percentage.ts";
import { checkRegression, type RegressionScoreName } from "../../src/checks/regression.ts";
import { decimal, parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { divide, multiply, type Rational, rational, subtract, toNumber } from "../../src/numbers/rational.ts";
import { type RoundingRule, round, roundingInterval } from "../../src/numbers/rounding.ts";
import vectors from "./vectors/regression.json" with { type: "json" };

const rules = ["half-up", "half-down", "half-even", "truncate", "floor", "ceiling"] as const;
const score = (name: RegressionScoreName, text: string) => ({ name, value: parseDecimal(text) });

describe("checkPercentage", () => {
  it("agrees with counting, with and without a count", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.nat(10_000),
        fc.nat(60),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom<RoundingRule>(...rules),
        (total, units, part, decimals, rule) => {
          const percent = decimal(BigInt(units % (100 * 10 ** decimals + 1)), decimals);
          const fits = (count: number): boolean =>
            contains(roundingInterval(percent, rule), rational(100 * count, total));
          const any = Array.from({ length: total + 1 }, (_, count) => count).some(fits);
          expect(checkPercentage({ percent, total, rules: [rule] }).outcome).toBe(any ? "consistent" : "inconsistent");
          const count = Math.min(part, total);
          expect(checkPercentage({ percent, total, count, rules: [rule] }).outcome).toBe(
            fits(count) ? "consistent" : "inconsistent",
          );
        },
      ),
      { seed: 141, numRuns: 1000 },
    );
  });

  it("names the counts that would fit, and truncation", () => {
    expect(checkPercentage({ percent: parseDecimal("42.9"), count: 8, total: 21 }).nearMisses).toEqual([
      "A guess: the count meant is 9.",
    ]);
    expect(checkPercentage({ percent: parseDecimal("66.6"), count: 2, total: 3 }).rescuedBy).toEqual([
      "truncation",
      "rounding down (floor)",
    ]);
  });
});

describe("checkDifference, checkRatio, checkRelativeGain", () => {
  const number = fc.integer({ min: 1000, max: 100_000 });

  it("never call a true result inconsistent, taken before or after rounding", () => {
    fc.assert(
      fc.property(
        number,
        number,
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom<RoundingRule>(...rules),
        fc.boolean(),
        (x, y, decimals, rule, after) => {
          const [a, b] = [rational(x, 1000), rational(y, 1000)];
          const [value, baseline] = [round(a, decimals, rule), round(b, decimals, rule)];
          const [left, right] = after ? [toRational(value), toRational(baseline)] : [a, b];
          if (toRational(baseline).numerator === 0n || right.numerator === 0n) return;
          const print = (result: Rational) => ({ value, baseline, reported: round(result, 1, rule), rules: [rule] });
          expect(checkDifference(print(subtract(left, right))).outcome).toBe("consistent");
          const ratio = divide(left, right);
          const known = (outcome: string) => expect(["consistent", "undecidable"]).toContain(outcome);
          known(checkRatio(print(ratio)).outcome);
          known(checkRelativeGain(print(multiply(rational(100), subtract(ratio, rational(1))))).outcome);
        },
      ),
      { seed: 142, numRuns: 500 },
    );
  });

  it("names the readings that rescue", () => {
    const [value, baseline] = [parseDecimal("90.0"), parseDecimal("80.0")];
    const gain = (reported: string) =>
      checkRelativeGain({ value, baseline, reported: parseDecimal(reported), perfect: parseDecimal("100") });
    expect(gain("12.5").outcome).toBe("consistent");
    expect(gain("11.1").rescuedBy).toEqual(["the gain relative to the new value"]);
    expect(gain("10.0").rescuedBy).toEqual(["a difference in points"]);
    expect(gain("50.0").rescuedBy).toEqual(["the reduction of the remaining error"]);
    expect(gain("-12.5").rescuedBy).toEqual(["a reduction, relative to the old value"]);
    expect(gain("13.7").outcome).toBe("inconsistent");
    expect(checkDifference({ value: baseline, baseline: value, reported: parseDecimal("10.0") }).rescuedBy).toEqual([
      "the opposite sign",
    ]);
    expect(checkRatio({ value, baseline: parseDecimal("0"), reported: parseDecimal("3") }).outcome).toBe("undecidable");
  });
});

describe("checkRegression", () => {
  it.each(vectors)("$id: $expected", ({ variance, samples, scores, epsilon, expected }) => {
    const printed = Object.entries(scores).map(([name, value]) => ({
      ...score(name === "mae" ? "mae" : "r2", value),
      epsilon: parseDecimal(epsilon),
    }));
    expect(checkRegression({ variance: parseDecimal(variance), samples, scores: printed }).outcome).toBe(expected);
  });

  it("never calls errors of real predictions inconsistent", () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: -100, max: 100 }));
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 12 }),
        fc.constantFrom<RoundingRule>(...rules),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(100, 1),
        (pairs, rule, decimals, mapeOf) => {
          const n = pairs.length;
          const over = (sum: number, by = 1) => rational(sum, n * by);
          const sum = (f: (target: number, predicted: number) => number) =>
            pairs.reduce((total, [target, predicted]) => total + f(target, predicted), 0);
          const mse = over(sum((t, p) => (t - p) ** 2));
          const spread = sum((t) => t ** 2) * n - sum((t) => t) ** 2;
          const scores = [
            { name: "mae" as const, value: round(over(sum((t, p) => Math.abs(t - p))), decimals, rule) },
            { name: "mse" as const, value: round(mse, decimals, rule) },
            { name: "rmse" as const, value: root(mse, decimals, rule) },
            {
              name: "max-error" as const,
              value: round(rational(Math.max(...pairs.map(([t, p]) => Math.abs(t - p)))), decimals, rule),
            },
            {
              name: "mape" as const,
              value: round(
                pairs
                  .map(([t, p]) => rational(mapeOf * Math.abs(t - p), t * n))
                  .reduce((a, b) => subtract(a, subtract(rational(0), b))),
                decimals,
                rule,
              ),
            },
            ...(spread === 0
              ? []
              : [
                  {
                    name: "r2" as const,
                    value: round(subtract(rational(1), divide(mse, rational(spread, n * n))), decimals, rule),
                  },
                ]),
          ];
          // The variance is taken as exact: it is given with all its digits only where it ends.
          const variance = round(rational(spread, n * n), 12);
          const isExact =
            toRational(variance).numerator * BigInt(n * n) === BigInt(spread) * toRational(variance).denominator;
          const targets = {
            least: parseDecimal(String(Math.min(...pairs.map(([t]) => t)))),
            greatest: parseDecimal(String(Math.max(...pairs.map(([t]) => t)))),
          };
          const { outcome, explanation } = checkRegression({
            scores,
            samples: n,
            targets,
            rules: [rule],
            ...(isExact ? { variance } : {}),
          });
          const allowed = mapeOf === 100 ? ["consistent"] : ["consistent", "conditional"];
          expect(allowed, explanation).toContain(outcome);
        },
      ),
      { seed: 143, numRuns: 500 },
    );
  });

  it("reads a MAPE as a fraction where only that goes with the MAE", () => {
    // Errors of 2 on targets from 10 to 40 are 5 to 20 %, or 0.05 to 0.20 of one.
    const targets = { least: parseDecimal("10"), greatest: parseDecimal("40") };
    const beside = (mape: string) => checkRegression({ targets, scores: [score("mae", "2.0"), score("mape", mape)] });
    expect(beside("8.0").outcome).toBe("consistent");
    expect(beside("0.08")).toMatchObject({ outcome: "conditional", rescuedBy: ["MAPE as a fraction of one"] });
    expect(beside("0.30").outcome).toBe("inconsistent");
  });

  it("names the pair that conflicts", () => {
    const result = checkRegression({ scores: [score("mae", "0.52"), score("rmse", "0.48"), score("mse", "0.23")] });
    expect([result.outcome, result.details.conflict]).toEqual(["inconsistent", ["MAE 0.52", "RMSE 0.48"]]);
    expect(checkRegression({ scores: [score("mse", "0.25"), score("rmse", "0.50")] }).outcome).toBe("consistent");
    expect(checkRegression({ scores: [score("mse", "0.25"), score("rmse", "0.52")] }).outcome).toBe("inconsistent");
    // By hand: √10 · 0.1 = 0.316 is the greatest RMSE of ten errors with a mean of 0.1.
    expect(checkRegression({ samples: 10, scores: [score("mae", "0.100"), score("rmse", "0.330")] }).outcome).toBe(
      "inconsistent",
    );
    expect(checkRegression({ scores: [score("r2", "1.2")] }).outcome).toBe("inconsistent");
  });
});

describe("checkMajorityBaseline", () => {
  it("notes, and never judges", () => {
    const { outcome, details, explanation } = checkMajorityBaseline({
      accuracy: parseDecimal("89.5"),
      classCounts: { benign: 910, malignant: 90 },
    });
    expect([outcome, details.baseline, details.belowBaseline]).toEqual(["consistent", "91", true]);
    expect(explanation).toContain('Always answering "benign" scores 91 %');
  });
});

function root(square: Rational, decimals: number, rule: RoundingRule) {
  const near = BigInt(Math.round(Math.sqrt(toNumber(square)) * 10 ** decimals));
  for (const step of [0n, -1n, 1n]) {
    const candidate = decimal(near + step, decimals);
    const { lower, upper, lowerClosed, upperClosed } = roundingInterval(candidate, rule);
    const signed = (end: Rational) => multiply(end, end.numerator < 0n ? subtract(rational(0), end) : end);
    if (contains({ lower: signed(lower), upper: signed(upper), lowerClosed, upperClosed }, square)) return candidate;
  }
  throw new Error("no decimal prints this root");
}
