import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { noEvidence } from "../../src/audit/evidence.ts";
import { judgePrintedRuns } from "../../src/audit/judge-printed-runs.ts";
import { claimStory } from "../../src/cli/claim-story.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";
import type { PrintedRunsBasis } from "../../src/paper/claim.ts";
import { table } from "../../src/tables/table.ts";
import { smallPaper } from "./small-paper.ts";

interface Reference {
  readonly rows: Readonly<Record<string, readonly [string, string, string]>>;
  readonly counts: readonly [number, number];
  readonly boundary: string;
  readonly standardDeviation: number;
  readonly degreesOfFreedom: number;
  readonly bartlettP: number;
  readonly judged: Readonly<
    Record<string, { readonly standardError: number; readonly p: number; readonly refuted: boolean }>
  >;
}

/** Made by vectors/printed_runs.py with SciPy. */
const reference: Reference = JSON.parse(readFileSync(new URL("./vectors/printed-runs.json", import.meta.url), "utf8"));
const names = Object.keys(reference.rows);
const [positives, negatives] = reference.counts;

function basisOf(name: string): PrintedRunsBasis {
  const [reported, ...runs] = (reference.rows[name] ?? []).map(parsePrinted);
  if (reported === undefined) throw new Error(`no row ${name}`);
  return {
    kind: "printed-runs",
    reported,
    runs,
    family: names.map((label) => ({ label, runs: (reference.rows[label] ?? []).slice(1).map(parsePrinted) })),
    boundary: reference.boundary,
    margin: { value: "0", reason: "chance alone" },
    examples: { kind: "area", positives, negatives, scale: 1, source: "a test set" },
    wouldExplain: ["Another checkpoint."],
  };
}

const printed = table({
  name: "Table 1",
  caption: "",
  rowNames: names,
  columnNames: ["Paper"],
  texts: names.map((name) => [reference.rows[name]?.[0] ?? ""]),
});

const paper = smallPaper({
  tables: [printed],
  claims: names.map((name) => ({
    id: name,
    at: printed.cell(name, "Paper"),
    states: "Another run would give it.",
    basis: basisOf(name),
  })),
});

describe("a printed number against printed runs", () => {
  it.each(names)("%s: error and p are SciPy's", (name) => {
    const { printedRuns, verdict } = judgePrintedRuns(basisOf(name));
    expect(printedRuns?.family).toMatchObject({
      leftOut: ["edge"],
      degreesOfFreedom: reference.degreesOfFreedom,
      standardDeviation: expect.closeTo(reference.standardDeviation, 12),
      bartlettP: expect.closeTo(reference.bartlettP, 10),
    });
    const expected = reference.judged[name];
    expect(printedRuns?.judgement).toMatchObject({
      case: "G",
      halfUnit: expect.closeTo(0.001, 12),
      standardError: expect.closeTo(expected?.standardError ?? 0, 10),
      pRefute: expect.closeTo(expected?.p ?? 0, 10),
    });
    expect(verdict).toBe(expected?.refuted ? "refuted" : "inconclusive");
  });

  it("is refuted only if it still is among all cells of its table", () => {
    const { claims, findings } = auditPaper(paper, noEvidence);
    expect(Object.fromEntries(claims.map(({ id, verdict }) => [id, verdict]))).toEqual({
      edge: "inconclusive",
      near: "inconclusive",
      lone: "inconclusive",
      far: "refuted",
    });
    const [lone, far] = ["lone", "far"].map((id) => claims.find((claim) => claim.id === id));
    expect(lone?.reason).toBe("refuted by itself, but not as one of 4 cells of its table");
    const { p = 0 } = reference.judged.far ?? {};
    expect(far?.printedRuns?.pHolm).toBeCloseTo(4 * p, 10);
    expect(findings).toMatchObject([
      { claim: "far", by: "machine", severity: "major", wouldExplain: ["Another checkpoint."] },
    ]);
    const story = far === undefined ? "" : claimStory(far, findings[0]);
    expect(story).toMatch(/^runs {8}0\.568 and 0\.566, as printed$/m);
    expect(story).toMatch(/^perhaps {5}Another checkpoint\.$/m);
  });
});
