import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkGridPoint } from "../../src/checks/grid-point.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";

const step = parseDecimal("0.001");

describe("checkGridPoint", () => {
  it("finds every point of a grid that prints with a tail", () => {
    let tails = 0;
    for (let k = 1; k <= 1000; k++) {
      const text = String(k * 0.001);
      const { outcome, details } = checkGridPoint({ value: parseDecimal(text), step });
      const tail = text.replace(/^0\.0*/, "").length >= 15;
      if (tail) tails++;
      expect([text, outcome]).toEqual([text, tail ? "consistent" : "undecidable"]);
      if (tail) expect(details).toMatchObject({ steps: k, way: "k times the step" });
    }
    expect(tails).toBeGreaterThan(100);
  });

  it("agrees with NumPy's arange, whose 142nd element prints so", () => {
    // python3 -c "import numpy; print(repr(float(numpy.arange(0, 1, 0.001)[141])))"
    const { outcome, explanation, details } = checkGridPoint({ value: parseDecimal("0.14100000000000001"), step });
    expect([outcome, details.steps, details.pointPrintsAs]).toEqual(["consistent", 141, "0.141"]);
    expect(explanation).toContain("0.141 itself would print as 0.141, so the number was computed");
  });

  it("knows a running sum as another way", () => {
    let sum = 0;
    for (let k = 0; k < 141; k++) sum += 0.001;
    expect(checkGridPoint({ value: parseDecimal(String(sum)), step }).rescuedBy).toEqual(["the step added k times"]);
  });

  it("holds no other double for a point", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (value) => {
        fc.pre(String(value).replace(/^0\.0*/, "").length >= 15);
        const k = Math.round(value * 1000);
        fc.pre(Math.abs(value - k * 0.001) > 1e-12);
        expect(checkGridPoint({ value: parseDecimal(String(value)), step }).outcome).toBe("inconsistent");
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("says nothing of short numbers, and refuses a step of 0", () => {
    expect(checkGridPoint({ value: parseDecimal("0.125"), step }).outcome).toBe("undecidable");
    expect(() => checkGridPoint({ value: parseDecimal("0.125"), step: parseDecimal("0") })).toThrow("the step is 0");
  });
});
