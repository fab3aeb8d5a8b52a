import { describe, expect, it } from "vitest";
import { definePaper, type Paper } from "../../src/paper/paper.ts";
import { checked, outOfScope } from "../../src/paper/sentence-claims.ts";
import { numberTokens } from "../../src/paper/transcription/number-tokens.ts";
import { uncountedKind } from "../../src/paper/transcription/uncounted.ts";
import { verifyTranscription } from "../../src/paper/transcription/verify-transcription.ts";
import { table } from "../../src/tables/table.ts";

const text = `# A PAPER (2021)

## 1 Introduction

We follow Smith et al. (2019) and [3] on CIFAR-10 with ResNet18, see Table 1 and Figure 2.
Our method reaches **88.4 %** after 1,200 epochs, and 91.0 without noise.

| Method | A | B |
|---|---|---|
| ours | 88.4 | 71.25 |
| base | 80.0 | 70.5 |

## References

[3] J. Smith. Pages 12-34, 2019.
`;

const scores = table({
  name: "Table 1",
  caption: "",
  rowNames: ["ours", "base"],
  columnNames: ["A", "B"],
  texts: [
    ["88.4", "71.25"],
    ["80.0", "70.5"],
  ],
});

const paper = (over: Partial<Paper> = {}): Paper =>
  definePaper({
    id: "small",
    citation: { title: "A paper", authors: ["A"], venue: "V", year: 2021 },
    provenance: [],
    narrative: { scope: "", methodology: "", easy: [], difficult: [], communication: "" },
    tables: [scores],
    claims: [
      outOfScope(
        { id: "s1.reaches", section: "1", sentence: 2, states: "It reaches.", printed: "reaches 88.4 %" },
        "r",
      ),
      outOfScope({ id: "s1.epochs", section: "1", sentence: 2, states: "It is trained for 1200 epochs." }, "r"),
    ],
    hyperparameters: [],
    ...over,
  });

describe("a transcription held against its text", () => {
  it("finds rows and quotations whatever their markup, and lists the numbers that no claim covers", () => {
    const comparison = verifyTranscription(paper(), text);
    expect(comparison).toMatchObject({ encoded: 3, found: 3, unfound: [], numbers: 7, covered: 6 });
    expect(comparison.uncovered).toMatchObject([{ text: "91.0", line: 6 }]);
    expect(comparison.uncounted).toEqual({ year: 2, citation: 1, identifier: 2, reference: 2, heading: 1 });
  });

  it("tells a mistyped cell, a quotation that is not there, and one that stands elsewhere", () => {
    const mistyped = table({
      name: "Table 1",
      caption: "",
      rowNames: ["ours", "base"],
      columnNames: ["A", "B"],
      texts: [
        ["88.4", "71.52"],
        ["80.0", "70.5"],
      ],
    });
    const claims = [
      checked({ id: "s2.late", section: "References", sentence: 1, states: "…", printed: "after 1,200 epochs" }, () => {
        throw new Error("never asked");
      }),
      outOfScope({ id: "s1.none", section: "1", sentence: 1, states: "…", printed: "after 1,300 epochs" }, "r"),
    ];
    const { unfound, found, encoded } = verifyTranscription(paper({ tables: [mistyped], claims }), text);
    expect([found, encoded]).toEqual([1, 4]);
    expect(unfound).toMatchObject([
      { what: 'Table 1, row "ours"', printed: "88.4 71.52", elsewhere: false },
      { what: "s2.late", elsewhere: true },
      { what: "s1.none", elsewhere: false },
    ]);
  });

  it("leaves out what the paper says claims nothing, and tables printed elsewhere", () => {
    const notes = {
      elsewhere: { "Table 1": "in the appendix" },
      uncounted: [{ kind: "other", printed: "91.0 without noise" }],
    } as const;
    const { encoded, uncounted, uncovered } = verifyTranscription(paper({ transcription: notes }), text);
    expect([encoded, uncounted.other]).toEqual([1, 1]);
    // The rows are not looked for, so that their numbers are open again, but for one that a claim of the section states.
    expect(uncovered.map((number) => number.text)).toEqual(["71.25", "80.0", "70.5"]);
  });
});

describe("numbers that claim nothing", () => {
  it.each([
    ["trained on CIFAR-10 images", "10", "identifier"],
    ["see https://example.org/a1 there", "1", "identifier"],
    ["as in [1, 12] they", "12", "citation"],
    ["in Tables 2 and 3 we", "3", "reference"],
    ["by Li et al. (2020) who", "2020", "year"],
    ["June 20, 2022", "2022", "year"],
    ["### 3.2 Results", "3.2", "heading"],
    ["with 2000 labelled images", "2000", undefined],
    ["an accuracy of 88.4 %", "88.4", undefined],
    ["7,000 images per class", "7,000", undefined],
    ["4 outcomes", "4", undefined],
  ] as const)("%s: %s is %s", (line, number, kind) => {
    const token = numberTokens(line).find((one) => one.text === number);
    expect(token).toBeDefined();
    if (token !== undefined) expect(uncountedKind(line, token)).toBe(kind);
  });
});
