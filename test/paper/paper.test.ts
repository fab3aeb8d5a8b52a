import { describe, expect, it } from "vitest";
import { parsePrinted } from "../../src/numbers/printed.ts";
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

describe("a claim that rests on runs", () => {
  const quantity = { pipeline: "p", variant: "v", dataset: "d", metric: "accuracy", where: {}, scale: 100 };
  const whole = {
    kind: "measured",
    quantity,
    plan: { protocol: "paper", seeds: [1, 2] },
    reported: parsePrinted("94.0"),
    margin: { value: "2.0", reason: "an example" },
    split: "same",
  };
  const load = (basis: unknown) => () =>
    definePaper(paper({ ...claim("s1", sentence("1", 1)), basis: basis as Claim["basis"] }));

  it("is taken where it is whole", () => {
    expect(load(whole)).not.toThrow();
    expect(load({ kind: "ordering", higher: quantity, lower: quantity, plan: whole.plan })).not.toThrow();
    const than = { kind: "run-difference", atLeast: { value: "1", reason: "an example" } };
    expect(load({ kind: "spread", of: quantity, than, plan: whole.plan })).not.toThrow();
  });

  it.each([
    [
      { quantity: { ...quantity, where: undefined } },
      "its quantity says not where: give the coordinates that are fixed",
    ],
    [{ quantity: { ...quantity, metric: undefined } }, "its quantity names no metric"],
    [{ quantity: { ...quantity, scale: "100" } }, "its quantity has no scale: give the factor"],
    [{ quantity: undefined }, "a quantity is missing"],
    [{ plan: { protocol: "paper", seeds: [] } }, "its plan has no seeds"],
    [{ plan: { protocol: "paper", seeds: 5 } }, "its plan has no seeds"],
    [
      { plan: { protocol: "full", seeds: [1] } },
      'its plan\'s protocol is "full"; it may be "paper", "reduced" or "smoke"',
    ],
    [{ margin: undefined }, "its margin is missing"],
    [{ margin: { value: 2 } }, "its margin is missing"],
    [{ reported: undefined }, "what is printed is missing"],
    [{ split: "redrawn" }, 'its split is "redrawn"'],
  ])("is refused in one line, %o", (wrong, message) => {
    expect(load({ ...whole, ...wrong })).toThrow(`example: claim "s1": ${message}`);
  });

  it("is refused where an ordering or a spread lacks one of two quantities", () => {
    expect(load({ kind: "ordering", higher: quantity, plan: whole.plan })).toThrow("a quantity is missing");
    const than = { kind: "quantity", quantity: { ...quantity, where: null }, relative: true };
    expect(load({ kind: "spread", of: quantity, than, plan: whole.plan })).toThrow("says not where");
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
