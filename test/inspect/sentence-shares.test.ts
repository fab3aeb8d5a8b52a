import { describe, expect, it } from "vitest";
import { inspectSentences } from "../../src/inspect/sentences/inspect-sentences.ts";

function asked(text: string) {
  const place = { file: "paper.tex", line: 1, column: 1 };
  const { findings, tallies } = inspectSentences([{ text, place, refersTo: [] }], [], ["sentence-share"]);
  const tally = tallies.find(({ check }) => check === "sentence-share");
  return {
    strengths: findings.map(({ strength }) => strength),
    headline: findings[0]?.headline,
    asked: tally?.asked ?? 0,
  };
}

describe("a percentage with its counts in one sentence", () => {
  // Sentences of public papers: 17/30 = 56.67 %, 7/30 = 23.33 %, 4/30 = 13.33 %, 13/60 = 21.67 %, 70/90 = 77.8 %.
  it.each([
    ["We found that 56.7% (17/30) were wrong, 23.3% (7/30) ambiguous, and 13.3% (4/30) marked as relevant.", 3],
    ["This accounts for 22% (13 / 60) of the papers.", 1],
    ["The tool has an accuracy of 78% (70 / 90), which we find to be accurate.", 1],
    ["In 17 of the 30 cases (56.7 %) it fails.", 1],
    ["It holds for 1,234 of 4,000 images (30.9 %).", 1],
    ["It holds for 46.7% (14 of 30 papers).", 1],
  ])("agrees: %s", (text, count) => {
    expect(asked(text)).toMatchObject({ strengths: [], asked: count });
  });

  it("is a suspicion where it does not agree, conditional where it was cut off", () => {
    expect(asked("Of these, 57.6% (17/30) were wrong.")).toMatchObject({
      strengths: ["suspicion"],
      headline: '"Of these, 57.6% (17/30) were wrong.": 57.6% (17/30) is printed, but 17 of 30 is 56.667 %',
    });
    expect(asked("Of these, 56.6% (17/30) were wrong.").strengths).toEqual(["conditional"]);
  });

  it("is undecided where no slip explains it, as where a fold stands behind an area", () => {
    expect(asked("It reaches 83.1% (1/20) on the first fold.")).toMatchObject({ strengths: [], asked: 1 });
  });

  it.each([
    "It rose by 5% (3/2020).",
    "About 60% (17/30) were wrong.",
    "They rose by 10% (17/30).",
    "Of these, 46.7% (17 of 30 vs 3 of 30) were wrong.",
    "The areas are 12.5 ± 3% (1/8).",
    "With p=5% (3/4) it fails.",
    "It holds for 50% (30/17).",
    "It holds for 1 234 of 4000 images (30.9%).",
    "It holds for 1\u2009234 of 4000 images (30.9%).",
    "It solves all but 3 of the 30 tasks (90%).",
    "We train on 2 of 5 folds (81.3%).",
    "The best 3 of 5 seeds (84.2%) are shown.",
    "The precision is 91.2% (8 of 10 categories improved).",
    "Accuracy dropped 12.5% (7/8).",
  ])("is not asked: %s", (text) => {
    expect(asked(text)).toMatchObject({ strengths: [], asked: 0 });
  });
});
