import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { paper as cvae } from "../../claims/cvae-2022/paper.ts";
import { paper as gradcon } from "../../claims/gradcon-report-2021/paper.ts";
import { paper as hscae } from "../../claims/hscae/paper.ts";
import { paper as k9de } from "../../claims/k9de-2021/paper.ts";
import { paper as sohn } from "../../claims/sohn-2021/paper.ts";
import { resultOf } from "./outcomes.ts";

interface Recomputed {
  readonly verdict: string;
  readonly details: object;
  /** Words that the readings which rescue the claim must contain, in order. */
  readonly rescuedBy?: readonly string[];
}

/** What programs of their own make of the same tables: paper → claim → verdict; each lies beside its output in vectors/. */
const recomputed: Readonly<Record<string, Readonly<Record<string, Recomputed>>>> = Object.assign(
  {},
  ...["verdicts", "gradcon-report-2021", "cvae-2022", "hscae"].map((name) =>
    JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), "utf8")),
  ),
);

const verdictsThatCharge: ReadonlySet<string> = new Set(["inconsistent", "conditional"]);

describe.each([k9de, sohn, gradcon, cvae, hscae])("$id", (paper) => {
  const expected = Object.entries(recomputed[paper.id] ?? {});

  it.each(expected)("%s is decided as a second program decides it", (id, { verdict, details, rescuedBy }) => {
    const result = resultOf(paper, id);
    expect(result.outcome).toBe(verdict);
    expect(result.details).toMatchObject(details);
    if (rescuedBy === undefined) return;
    expect(result.rescuedBy).toHaveLength(rescuedBy.length);
    for (const [index, words] of rescuedBy.entries()) expect(result.rescuedBy[index]).toContain(words);
  });

  it("has no inconsistent or conditional claim that was not decided twice", () => {
    const charged = paper.claims
      .filter(({ id, basis }) => basis.kind === "printed" && verdictsThatCharge.has(resultOf(paper, id).outcome))
      .map(({ id }) => id);
    const recharged = expected.filter(([, { verdict }]) => verdictsThatCharge.has(verdict)).map(([id]) => id);
    expect(charged.toSorted()).toEqual(recharged.toSorted());
  });
});
