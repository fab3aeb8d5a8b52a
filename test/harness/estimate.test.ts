import { describe, expect, it } from "vitest";
import { compareMeasurements } from "../../harness/compare-records.ts";
import { estimateRemainingSeconds } from "../../harness/estimate.ts";
import type { PlannedCell } from "../../harness/plan.ts";
import { tail } from "../../harness/tail.ts";
import type { Measurement } from "../../src/paper/experiment.ts";
import { exampleCell } from "./example.ts";

const planned = (index: number, dataset = "dots"): PlannedCell => {
  const cell = exampleCell(index);
  return { ...cell, configuration: { ...cell.configuration, dataset }, index, claims: [], resources: { threads: 1 } };
};

describe("estimateRemainingSeconds", () => {
  it("is not known before a cell has finished", () => {
    expect(estimateRemainingSeconds([], [], [planned(0)], 2)).toBeUndefined();
  });

  it("takes each cell to last as long as its like did, spread over the workers", () => {
    const finished = [
      { cell: planned(0), seconds: 10 },
      { cell: planned(1), seconds: 20 },
      { cell: planned(2, "lines"), seconds: 60 },
    ];
    // Two of 15 s and one of 60 s on three workers.
    expect(estimateRemainingSeconds(finished, [], [planned(3), planned(4), planned(5, "lines")], 3)).toBe(30);
    // An unknown one lasts as long as the mean of all, and the longest running cell bounds the rest from below.
    expect(estimateRemainingSeconds(finished, [], [planned(3, "other")], 1)).toBe(30);
    const running = [{ cell: planned(6, "lines"), elapsedSeconds: 10 }];
    expect(estimateRemainingSeconds(finished, running, [], 4)).toBe(50);
  });
});

describe("compareMeasurements", () => {
  const at = { class: 1 };
  const first: readonly Measurement[] = [
    { metric: "auroc", at, value: 0.5 },
    { metric: "auroc", at: { class: 2 }, value: 0.25 },
    { metric: "aupr", at, absent: "no outliers" },
  ];

  it("finds two runs identical, whatever the order", () => {
    expect(compareMeasurements(first, first.toReversed())).toEqual({ kind: "identical", measurements: 3 });
  });

  it("gives the largest difference of each metric as its noise floor", () => {
    const second = first.map((each) => ("value" in each ? { ...each, value: each.value * 1.5 } : each));
    expect(compareMeasurements(first, second)).toEqual({ kind: "noise", floor: { auroc: 0.25 } });
  });

  it("does not compare what was not measured twice", () => {
    const absent = first.map((each) => ({ metric: each.metric, at: each.at, absent: "none" }));
    expect(compareMeasurements(first, absent).kind).toBe("incomparable");
    expect(compareMeasurements(first, first.slice(1))).toEqual({
      kind: "incomparable",
      reason: "3 measurements in one run, 2 in the other",
    });
  });
});

describe("tail", () => {
  it("keeps the end, from the start of a line on, and says how much it left out", () => {
    expect(tail("short")).toBe("short");
    expect(tail("first line\nsecond line\nthird", 18)).toBe("… 11 characters left out …\nsecond line\nthird");
    expect(tail(`${"a\n".repeat(50)}end`, 8)).toBe("… 96 characters left out …\na\na\nend");
  });
});
