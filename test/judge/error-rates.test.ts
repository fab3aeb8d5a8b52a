import { describe, expect, test, vi } from "vitest";
import { plannedPower } from "../../src/judge/planned-power.ts";
import { allowance, type Design, simulate } from "./simulate.ts";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 300_000 });

const repetitions = 1500;

/** The rates of a design stay under bounds, save for what chance may add to a simulation of this size. */
function expectAtMost(design: Omit<Design, "repetitions">, bounds: { reproduced?: number; refuted?: number }): void {
  const rates = simulate({ ...design, repetitions });
  for (const verdict of ["reproduced", "refuted"] as const) {
    const bound = bounds[verdict];
    if (bound !== undefined)
      expect(rates[verdict], `${verdict}: ${JSON.stringify(design)}`).toBeLessThanOrEqual(
        bound + allowance(bound, repetitions),
      );
  }
}

describe("error rates at the edge of the margin: false reproductions ≤ 0.05, false refutations ≤ 0.03", () => {
  for (const [paperRuns, runs] of [
    [3, 3],
    [3, 30],
    [5, 5],
    [10, 3],
    [10, 10],
    [10, 30],
  ] as const)
    test(`case A, paper of ${paperRuns}, ${runs} seeds`, () => {
      for (const margin of [0.5, 1, 2])
        expectAtMost({ case: "A", paperRuns, runs, margin, shift: margin }, { reproduced: 0.05, refuted: 0.03 });
    });

  for (const [paperRuns, runs] of [
    [5, 3],
    [5, 20],
    [10, 5],
  ] as const)
    test(`case B, paper of ${paperRuns}, ${runs} seeds`, () => {
      for (const margin of [1, 2])
        expectAtMost({ case: "B", paperRuns, runs, margin, shift: -margin }, { reproduced: 0.05, refuted: 0.03 });
    });

  test("case C: false reproductions are bounded for the number printed, false refutations for the method", () => {
    for (const runs of [3, 10])
      for (const margin of [0.5, 2]) {
        const design = { case: "C", paperRuns: 1, runs, margin, shift: margin } as const;
        expectAtMost({ ...design, printedIsFact: true }, { reproduced: 0.05 });
        expectAtMost(design, { refuted: 0.03 });
      }
  });
});

test("equal means are hardly ever refuted", () => {
  for (const [paperRuns, runs, margin] of [
    [3, 30, 0.5],
    [5, 5, 0.5],
    [10, 3, 1],
  ] as const)
    expectAtMost({ case: "A", paperRuns, runs, margin, shift: 0 }, { refuted: 0.011 });
});

test("a print as coarse as one standard deviation: the half unit is what keeps false refutations down", () => {
  const design = { case: "A", paperRuns: 30, runs: 30, margin: 0, shift: 0, step: 1, repetitions } as const;
  expect(simulate(design).refuted).toBeLessThanOrEqual(0.006 + allowance(0.006, repetitions));
  const ignoring = simulate({ ...design, ignoreRounding: true }).refuted;
  expect(Math.abs(ignoring - 0.19)).toBeLessThan(allowance(0.19, repetitions) + 0.005);
});

describe("where the assumptions do not hold", () => {
  const design = { case: "A", paperRuns: 5, runs: 5 } as const;

  test("unequal spreads", () => {
    for (const paperDeviation of [0.5, 2]) {
      expectAtMost({ ...design, paperDeviation, margin: 1, shift: 1 }, { reproduced: 0.029, refuted: 0.021 });
      expectAtMost({ ...design, paperDeviation, margin: 0, shift: 0 }, { refuted: 0.041 });
    }
  });

  test("heavy tails", () => {
    expectAtMost({ ...design, noise: "heavy tails", margin: 1, shift: 1 }, { reproduced: 0.026, refuted: 0.015 });
  });

  test("skewness breaks the rates slightly, and no further", () => {
    for (const shift of [-1, 1]) {
      expectAtMost({ ...design, noise: "exponential", paperDeviation: 0.5, margin: 1, shift }, { reproduced: 0.07 });
      expectAtMost({ ...design, noise: "exponential", paperDeviation: 2, margin: 1, shift }, { refuted: 0.056 });
    }
  });
});

/** Simulated independently with numpy and scipy, 40,000 repetitions a cell, printed to two decimals. */
const caseA = [
  [3, 5, 0.03, 0.44, 0.49],
  [5, 3, 0.03, 0.46, 0.51],
  [5, 5, 0.04, 0.72, 0.73],
  [5, 10, 0.1, 0.86, 0.84],
  [5, 20, 0.16, 0.9, 0.87],
  [10, 5, 0.11, 0.88, 0.86],
  [10, 10, 0.28, 0.99, 0.98],
  [10, 30, 0.56, 1, 1],
] as const;
const caseC = [
  [3, 0.36, 0.47],
  [5, 0.65, 0.77],
  [10, 0.81, 0.92],
  [20, 0.87, 0.95],
] as const;
const powerRepetitions = 800;
/** Rounding of the table and its own chance error, beside that of our simulation. */
const tableError = 0.015;

describe("power", () => {
  const close = (actual: number, expected: number, slack: number, what: string): void =>
    expect(Math.abs(actual - expected), `${what}: ${actual}, not ${expected}`).toBeLessThanOrEqual(slack);

  test("the planned power agrees with the table of independent simulations", () => {
    const plan = { standardDeviation: 1, halfUnit: 0.05 };
    for (const [paperRuns, runs, atOne, atTwo, refuted] of caseA) {
      const one = plannedPower({ ...plan, paperRuns, runs, paperPrintsSpread: true, margin: 1 });
      const two = plannedPower({ ...plan, paperRuns, runs, paperPrintsSpread: true, margin: 2 });
      close(one.reproduced, atOne, tableError, `A n=${paperRuns} k=${runs} margin 1`);
      close(two.reproduced, atTwo, tableError, `A n=${paperRuns} k=${runs} margin 2`);
      close(two.refuted, refuted, tableError, `A n=${paperRuns} k=${runs} refuted`);
    }
    for (const [runs, reproduced, refuted] of caseC) {
      const power = plannedPower({ ...plan, runs, paperPrintsSpread: false, margin: 2, excess: 4 });
      close(power.reproduced, reproduced, tableError, `C k=${runs} reproduced`);
      close(power.refuted, refuted, tableError, `C k=${runs} refuted`);
    }
  });

  test("the judge attains the planned power in case A", () => {
    for (const [paperRuns, runs, , atTwo, refuted] of caseA) {
      const design = { case: "A", paperRuns, runs, margin: 2, repetitions: powerRepetitions } as const;
      close(simulate({ ...design, shift: 0 }).reproduced, atTwo, slack(atTwo), `n=${paperRuns} k=${runs} reproduced`);
      close(simulate({ ...design, shift: 4 }).refuted, refuted, slack(refuted), `n=${paperRuns} k=${runs} refuted`);
    }
  });

  test("the judge attains the planned power in cases B and C", () => {
    for (const [runs, reproduced, refuted] of caseC) {
      const design = { case: "C", paperRuns: 1, runs, margin: 2, repetitions: powerRepetitions } as const;
      close(simulate({ ...design, shift: 0 }).reproduced, reproduced, slack(reproduced), `C k=${runs} reproduced`);
      close(simulate({ ...design, shift: 6 }).refuted, refuted, slack(refuted), `C k=${runs} refuted`);
    }
    const plan = { runs: 5, paperRuns: 5, paperPrintsSpread: false, margin: 2, standardDeviation: 1, halfUnit: 0.05 };
    const planned = plannedPower(plan);
    expect(planned.case).toBe("B");
    const design = { case: "B", paperRuns: 5, runs: 5, margin: 2, repetitions: powerRepetitions } as const;
    close(simulate({ ...design, shift: 0 }).reproduced, planned.reproduced, slack(planned.reproduced), "B reproduced");
    close(simulate({ ...design, shift: 4 }).refuted, planned.refuted, slack(planned.refuted), "B refuted");
  });

  function slack(rate: number): number {
    return allowance(Math.min(rate, 0.98), powerRepetitions) + tableError;
  }
});
