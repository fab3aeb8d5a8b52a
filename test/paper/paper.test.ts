import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/paper/claim.ts";
import { describeLocus, place, sentence } from "../../src/paper/locus.ts";
import { definePaper, type Paper } from "../../src/paper/paper.ts";
import { table } from "../../src/tables/table.ts";

const scores = table({ name: "Table 1", caption: "", rowNames: ["A"], columnNames: ["AUC"], texts: [["89.8"]] });
const claim = (id: string, at: Claim["at"]): Claim => ({
  id,
  at,
  states: "The AUC is 89.8.",
  basis: { kind: "out-of-scope", reason: "an example" },
});
const paper = (...claims: Claim[]): Paper => ({
  id: "example",
  citation: { title: "An example", authors: [], venue: "none", year: 2021 },
  provenance: [],
  narrative: { scope: "", methodology: "", easy: [], difficult: [], communication: "" },
  tables: [scores],
  claims,
  hyperparameters: [],
});

describe("definePaper", () => {
  it("takes claims whose loci exist", () => {
    const claims = [
      claim("t1.a", scores.cell("A", "AUC")),
      claim("s1", sentence("3.2", 5)),
      claim("f1", place("Figure 1")),
    ];
    expect(definePaper(paper(...claims)).claims).toEqual(claims);
  });

  it("refuses a typo in a locus, an id used twice and a malformed id when the paper loads", () => {
    const at = { kind: "cell", table: "Table 1", row: "B", column: "AUC" } as const;
    expect(() => definePaper(paper(claim("t1.b", at)))).toThrow('Table 1 has no row "B"; did you mean "A"?');
    expect(() => definePaper(paper(claim("t9", { kind: "table", table: "Table 9" })))).toThrow(
      'example: claim "t9" stands in Table 9, which the paper lacks; it has Table 1',
    );
    expect(() => definePaper(paper(claim("x", place("a")), claim("x", place("b"))))).toThrow(
      'claim id "x" is used twice',
    );
    expect(() => definePaper(paper(claim("Table 1", place("a"))))).toThrow('claim id "Table 1" must be lower-case');
  });
});

describe("describeLocus", () => {
  it("says each kind of place in words", () => {
    expect(describeLocus(scores.cell("A", "AUC"))).toBe('Table 1, row "A", column "AUC"');
    expect(describeLocus({ kind: "table", table: "Table 1" })).toBe("Table 1");
    expect(describeLocus(sentence("3.2", 5))).toBe("Section 3.2, sentence 5");
    expect(describeLocus(sentence("Abstract", 1))).toBe("Abstract, sentence 1");
    expect(describeLocus(place("Figure 1"))).toBe("Figure 1");
    expect(() => sentence("3.2", 0)).toThrow("is not a count from 1");
  });
});
