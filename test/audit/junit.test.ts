import { describe, expect, it } from "vitest";
import { auditOf } from "../../src/audit/audit-json.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { noEvidence } from "../../src/audit/evidence.ts";
import { junit } from "../../src/audit/junit.ts";
import { parseXml, type XmlElement } from "./parse-xml.ts";
import { checked, claim, scores, smallPaper } from "./small-paper.ts";

const document = (paper = smallPaper()): XmlElement => parseXml(junit(auditOf([auditPaper(paper, noEvidence)])));

describe("JUnit XML", () => {
  it("is well formed: a suite per paper, a case per claim, in order", () => {
    const root = document();
    expect(root.name).toBe("testsuites");
    const [suite] = root.children;
    expect(suite?.attributes.name).toBe("small-2021");
    expect(suite?.children.map(({ attributes }) => attributes.name?.split(":")[0])).toEqual(
      smallPaper().claims.map(({ id }) => id),
    );
  });

  it("counts what it holds", () => {
    const [suite] = document().children;
    const with_ = (name: string) =>
      suite?.children.filter(({ children }) => children.some((child) => child.name === name)).length;
    expect(suite?.attributes).toMatchObject({ tests: "8", errors: "0" });
    expect(Number(suite?.attributes.failures)).toBe(with_("failure"));
    expect(Number(suite?.attributes.skipped)).toBe(with_("skipped"));
    expect([with_("failure"), with_("skipped")]).toEqual([1, 6]);
  });

  it("gives a failure its finding and what is open its reason", () => {
    const cases = document().children[0]?.children ?? [];
    expect(cases[1]?.children[0]).toMatchObject({
      name: "failure",
      attributes: { type: "inconsistent", message: "Section 3.2, sentence 5" },
      text: "It is inconsistent.",
    });
    expect(cases[2]?.children[0]?.attributes.message).toBe("conditional: true under truncation");
    expect(cases[4]?.children[0]?.attributes.message).toBe("not-run: no run of its pipeline is in the evidence");
  });

  it("brings any text back whole, and replaces what XML cannot hold", () => {
    const text = `<a href="x">'&amp;'</a> ]]> γ·8 “≈” 💡 line\nbreak`;
    const at = scores.cell("RBF", "AUC");
    const paper = smallPaper({
      claims: [claim("c", at, checked("inconsistent", { explanation: `${text}\u0000\u000b` }), text)],
    });
    const [only] = document(paper).children[0]?.children ?? [];
    expect(only?.attributes.name).toBe(`c: ${text}`);
    expect(only?.children[0]?.text).toBe(`${text}\uFFFD\uFFFD`);
  });
});
