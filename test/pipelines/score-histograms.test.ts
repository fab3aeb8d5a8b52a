import { describe, expect, it } from "vitest";
import { scoreHistograms } from "../../src/pipelines/score-histograms.ts";

describe("scoreHistograms", () => {
  const groups = [
    { group: "in-distribution", scores: [0, 1, 1, 2] },
    { group: "out-of-distribution", scores: Float32Array.of(3, 4) },
  ];

  it("gives all groups the same bins, each its own shares", () => {
    expect(scoreHistograms({ level: 2 }, groups, 4)).toEqual([
      {
        name: "histogram",
        at: { level: 2, group: "in-distribution" },
        x: "score",
        y: "share of images",
        points: [
          [0.5, 0.25],
          [1.5, 0.5],
          [2.5, 0.25],
          [3.5, 0],
        ],
      },
      {
        name: "histogram",
        at: { level: 2, group: "out-of-distribution" },
        x: "score",
        y: "share of images",
        points: [
          [0.5, 0],
          [1.5, 0],
          [2.5, 0],
          [3.5, 1],
        ],
      },
    ]);
  });

  it("gives none where nothing spreads, and refuses what is not finite", () => {
    expect(scoreHistograms({}, [{ group: "a", scores: [1, 1] }])).toEqual([]);
    expect(scoreHistograms({}, [...groups, { group: "none", scores: [] }])).toEqual([]);
    expect(() => scoreHistograms({}, [{ group: "a", scores: [0, Number.NaN] }])).toThrow("a: score 1 is NaN");
  });
});
