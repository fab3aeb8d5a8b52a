import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { type CellRecord, nothingDeclared } from "../../harness/record.ts";
import { adjustOverTables } from "../../src/audit/adjust-over-tables.ts";
import type { ClaimAudit } from "../../src/audit/audit.ts";
import { auditJson, auditOf } from "../../src/audit/audit-json.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { noEvidence } from "../../src/audit/evidence.ts";
import { summarise } from "../../src/audit/summary.ts";
import { gravest, standing } from "../../src/audit/verdict.ts";
import { record, twoClasses } from "./records.ts";
import { checked, claim, scores, smallPaper } from "./small-paper.ts";

const records = [62.4, 62.6, 62.5].map((value, index) =>
  record(
    index + 1,
    [
      ...twoClasses(value / 100, value / 100),
      { metric: "auroc", at: { kernel: "linear", class: 0 }, value: (50 + index) / 100 },
    ],
    {},
    { timings: [{ stage: "fit", seconds: 1800 * (index + 1), items: 1, remembered: 0 }] },
  ),
);
const evidence = { records, presentCode: { example: "a".repeat(64) } };
const audit = auditPaper(smallPaper(), evidence);
const audited = (id: string, from = audit): ClaimAudit => {
  const found = from.claims.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no claim ${id}`);
  return found;
};

describe("auditing a paper", () => {
  it("gives every claim a verdict, in the order of the text", () => {
    expect(audit.claims.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["c.true", "consistent"],
      ["c.false", "inconsistent"],
      ["c.either", "conditional"],
      ["c.unknown", "undecidable"],
      ["m.rbf", "reproduced"],
      ["o.leads", "reproduced"],
      ["r.swapped", "documented"],
      ["x.easy", "out-of-scope"],
    ]);
    expect(audited("c.either").reason).toBe("true under truncation");
    expect(audited("c.false").locus).toBe("Section 3.2, sentence 5");
    expect(audited("r.swapped").reason).toBe("by reader, likely");
  });

  it("puts what is wrong into findings, most severe first", () => {
    expect(audit.findings.map(({ claim, severity, by }) => [claim, severity, by])).toEqual([
      ["c.false", "major", "machine"],
      ["c.either", "minor", "machine"],
      ["r.swapped", "minor", "reader"],
    ]);
    expect(audit.findings[1]?.wouldExplain).toEqual(["truncation"]);
  });

  it("makes a finding of what runs refute, none of an indication", () => {
    const refuting = (protocol: "paper" | "reduced") =>
      [50, 50.1, 49.9].map((value, index) => record(index + 1, twoClasses(value / 100, value / 100), { protocol }));
    const only = smallPaper({ claims: smallPaper().claims.filter(({ id }) => id === "m.rbf") });
    expect(auditPaper(only, { records: refuting("paper"), presentCode: {} }).findings).toMatchObject([
      { claim: "m.rbf", severity: "major", by: "machine", confidence: "likely" },
    ]);
    const indicated = auditPaper(only, { records: refuting("reduced"), presentCode: {} });
    expect(indicated.claims[0]).toMatchObject({ verdict: "refuted", indication: true });
    expect(indicated.findings).toEqual([]);
    expect(indicated.coverage).toMatchObject({ byVerdict: {}, byIndication: { refuted: 1 } });
    expect(summarise(indicated)).toContain("\n  of them by indication only: 1 refuted\n");
  });

  it("lays claims, the gravest verdict and our runs beside each cell of a table", () => {
    const [rbf, linear] = audit.tables[0]?.cells ?? [];
    expect(rbf?.[0]).toMatchObject({ text: "62.5", claims: ["c.true", "m.rbf"], verdict: "reproduced" });
    expect(rbf?.[0]?.observed?.mean).toBeCloseTo(62.5, 10);
    expect(rbf?.[1]).toEqual({ text: "60", claims: ["c.either"], verdict: "conditional", indication: false });
    expect(linear?.[1]).toEqual({ text: "", claims: [] });
  });

  it("never takes the lead of an ordering for what a cell prints", () => {
    const { claims } = smallPaper();
    const [leads] = claims.filter(({ id }) => id === "o.leads");
    if (leads === undefined) throw new Error("the small paper has no ordering");
    const atCell = smallPaper({ claims: [{ ...leads, at: scores.cell("RBF", "AUC") }] });
    const { tables } = auditPaper(atCell, { records, presentCode: {} });
    expect(tables[0]?.cells[0]?.[0]).toEqual({
      text: "62.5",
      claims: ["o.leads"],
      verdict: "reproduced",
      indication: false,
    });
  });

  it("counts each verdict and kind, and lists what is not run and out of scope", () => {
    expect(audit.coverage).toMatchObject({ claims: 8, byVerdict: { consistent: 1, reproduced: 2, "out-of-scope": 1 } });
    expect(audit.coverage.byKind).toEqual({ measured: 1, ordering: 1, "out-of-scope": 1, printed: 4, reader: 1 });
    const { coverage } = auditPaper(smallPaper(), noEvidence);
    expect(coverage.notRun.map(({ claim: id }) => id)).toEqual(["m.rbf", "o.leads"]);
    expect(coverage.outOfScope).toEqual([{ claim: "x.easy", reason: "an account of the authors" }]);
    expect(Object.values(coverage.byVerdict).reduce((sum, count) => sum + count, 0)).toBe(8);
  });

  it("tells of each experiment what was run, on what, and how it failed", () => {
    const failed = record(3, [], {}, { outcome: { kind: "failed", reason: "auroc is NaN" } });
    const { experiments } = auditPaper(smallPaper(), { ...evidence, records: [...records.slice(0, 2), failed] });
    expect(experiments).toHaveLength(1);
    expect(experiments[0]).toMatchObject({
      pipeline: "example",
      seeds: { planned: 3, done: 2, failed: 1 },
      failures: ["seed 3 failed: auroc is NaN"],
      environment: {
        platform: "any, linux x64",
        current: true,
        medianCellSeconds: 2700,
        stages: [{ stage: "fit", items: 1, secondsPerItem: 2700 }],
      },
    });
    const stale = auditPaper(smallPaper(), { records, presentCode: { example: "b".repeat(64) } });
    expect(stale.experiments[0]?.environment?.current).toBe(false);
  });

  it("counts what earlier runs of a cell took, and tells no time of one whose earlier runs were not timed", () => {
    const environmentOf = (...earlier: readonly CellRecord["earlier"][]) => {
      const some = records.slice(0, earlier.length).map((each, index) => {
        const own = earlier[index];
        return own === undefined ? each : { ...each, earlier: own };
      });
      return auditPaper(smallPaper(), { ...evidence, records: some }).experiments[0]?.environment;
    };
    const [first] = records;
    const whole = environmentOf(undefined);
    expect(whole?.medianCellSeconds).toBe(1800);
    expect(environmentOf({ runs: 2, seconds: 5000 })?.medianCellSeconds).toBe((first?.seconds ?? Number.NaN) + 5000);
    expect(environmentOf({ runs: 2, seconds: 5000 })?.stages).toEqual([]);
    const untimed = environmentOf({ absent: "not timed" });
    expect(untimed).not.toHaveProperty("medianCellSeconds");
    expect(untimed?.stages).toEqual([]);
    expect(environmentOf(undefined, { absent: "not timed" })?.stages).toEqual(whole?.stages);
  });

  it("rates computation by the time of all planned seeds: 3 × 1 h is more than 1 h and at most 12 h", () => {
    expect(audit.difficulty.computed).toMatchObject([{ experiment: "example, plain, dots", compute: { rating: 2 } }]);
    expect(audit.difficulty.computed[0]?.report, "no hyper-parameters are declared").toBeUndefined();
    expect(audit.difficulty.computed[0]?.compute?.basis).toContain("3600 s a seed × 3 seeds = 3.00 h");
  });

  it("draws a line for each coordinate with several numbers: means over the classes, then over the seeds", () => {
    const swept = [1, 2].map((seed) =>
      record(
        seed,
        [1, 8].flatMap((gammaMultiple) =>
          twoClasses((seed * gammaMultiple) / 100, (3 * seed * gammaMultiple) / 100, { gammaMultiple }),
        ),
      ),
    );
    const [series] = auditPaper(smallPaper(), { records: swept, presentCode: {} }).experiments[0]?.series ?? [];
    expect(series).toMatchObject({ metric: "auroc", against: "gammaMultiple", where: { kernel: "rbf" } });
    // Per seed the mean over the classes is 2 · seed · γ %, over the two seeds 3 · γ %.
    expect(series?.points.map(({ x }) => x)).toEqual([1, 8]);
    expect(series?.points[0]?.mean).toBeCloseTo(0.03, 12);
    expect(series?.points[1]?.mean).toBeCloseTo(0.24, 12);
  });

  it("of a pipeline with freedoms only against those that are varied in a cell", () => {
    const freedom = (name: string, varied: "within-cell" | "between-cells") => ({
      name,
      values: [1, 8],
      varied,
      why: "w",
    });
    const freedoms = [freedom("gammaMultiple", "within-cell"), freedom("width", "between-cells")];
    const measurements = [1, 8].flatMap((value) => [
      ...twoClasses(0.5, 0.6, { set: value }),
      ...twoClasses(0.5, 0.6, { width: value }),
      ...twoClasses(0.5, 0.6, { set: 1, gammaMultiple: value }),
    ]);
    const swept = record(1, measurements, {}, { declared: { ...nothingDeclared, freedoms } });
    const { series } = auditPaper(smallPaper(), { records: [swept], presentCode: {} }).experiments[0] ?? {};
    expect(series?.map(({ against, where }) => [against, where])).toEqual([
      ["gammaMultiple", { kernel: "rbf", set: 1 }],
    ]);
  });

  it("along epochs and levels, at most one freedom away from the first values", () => {
    const freedom = (name: string, values: readonly string[]) => ({
      ...{ name, values, varied: "within-cell" as const, why: "w" },
    });
    const freedoms = [freedom("tuned", ["test", "half"]), freedom("distance", ["ssim", "content"])];
    const at = (tuned: string, distance: string) =>
      [1, 2].flatMap((level) => twoClasses(0.5, 0.6, { tuned, distance, level }));
    const measurements = [
      ...at("test", "ssim"),
      ...at("test", "content"),
      ...at("half", "ssim"),
      ...at("half", "content"),
    ];
    const run = record(1, measurements, {}, { declared: { ...nothingDeclared, freedoms } });
    const { series } = auditPaper(smallPaper(), { records: [run], presentCode: {} }).experiments[0] ?? {};
    expect(series?.map(({ against, where }) => [against, where.tuned, where.distance])).toEqual([
      ["level", "half", "ssim"],
      ["level", "test", "content"],
      ["level", "test", "ssim"],
    ]);
    expect(series?.[0]?.points.map(({ x }) => x)).toEqual([1, 2]);
  });

  it("names the claim whose check goes wrong", () => {
    const broken = {
      kind: "printed" as const,
      check: () => {
        throw new Error("no row");
      },
    };
    expect(() =>
      auditPaper(smallPaper({ claims: [claim("c.broken", scores.cell("RBF", "AUC"), broken)] }), noEvidence),
    ).toThrow('small-2021, claim "c.broken": no row');
  });
});

describe("the audit as JSON", () => {
  it("gives the same bytes for the same papers and records, in whatever order they were read", () => {
    const again = auditPaper(smallPaper(), { ...evidence, records: [...records].reverse() });
    expect(auditJson([again])).toBe(auditJson([audit]));
  });

  it("is as its published schema says", () => {
    const schema = JSON.parse(readFileSync(new URL("../../src/audit/audit.schema.json", import.meta.url), "utf8"));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(JSON.parse(auditJson([audit]))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...auditOf([audit]), schemaVersion: 2 })).toBe(false);
  });
});

describe("Holm's adjustment over tables", () => {
  const judged = (id: string, at: ClaimAudit["at"], pRefute?: number): ClaimAudit => {
    const decided = audited("m.rbf");
    const [first] = decided.measurement?.judged ?? [];
    if (decided.measurement === undefined || first === undefined) throw new Error("m.rbf was not judged");
    const judgement = pRefute === undefined ? {} : { pRefute };
    const { pHolm: _, ...rest } = first;
    return { ...decided, id, at, measurement: { ...decided.measurement, judged: [{ ...rest, judgement }] } };
  };
  const cell = (name: string): ClaimAudit["at"] => ({ kind: "cell", table: name, row: "RBF", column: "AUC" });
  const adjusted = (claims: readonly ClaimAudit[]) =>
    adjustOverTables(claims).map(({ measurement }) => measurement?.judged[0]?.pHolm);

  it("steps down within each table, and within the text", () => {
    const text: ClaimAudit["at"] = { kind: "sentence", section: "3", sentence: 1 };
    // By hand: Table 1 has 0.01 · 3, max(0.03 · 2, 0.03), max(0.04 · 1, 0.06); Table 2 and the text stand alone.
    expect(
      adjusted([
        judged("a", cell("Table 1"), 0.01),
        judged("b", cell("Table 1"), 0.04),
        judged("c", cell("Table 2"), 0.02),
        judged("d", cell("Table 1"), 0.03),
        judged("e", text, 0.5),
      ]),
    ).toEqual([0.03, 0.06, 0.02, 0.06, 0.5]);
  });

  it("leaves claims without a p as they are", () => {
    expect(adjusted([judged("a", cell("Table 1")), audited("c.true")])).toEqual([undefined, undefined]);
  });
});

describe("verdicts", () => {
  it("stand for holding, failing or staying open; an indication always stays open", () => {
    expect(audit.claims.map(standing)).toEqual(["holds", "fails", "open", "open", "holds", "holds", "open", "open"]);
    expect(standing({ verdict: "refuted", indication: true })).toBe("open");
    const firm = (["consistent", "refuted", "conditional"] as const).map((verdict) => ({ verdict, indication: false }));
    const indicated = { verdict: "refuted", indication: true } as const;
    expect(gravest(firm)).toEqual({ verdict: "refuted", indication: false });
    expect(gravest([indicated, ...firm.slice(2)])).toEqual({ verdict: "conditional", indication: false });
    expect(gravest([...firm.slice(0, 1), indicated])).toEqual(indicated);
    expect(gravest([])).toBeUndefined();
  });

  it("are summed up in three lines", () => {
    expect(summarise(audit)).toBe(
      [
        "small-2021: A <small> paper (2021)",
        "  8 claims: 1 consistent, 1 inconsistent, 1 conditional, 1 undecidable, 2 reproduced, 1 documented, 1 out-of-scope",
        "  3 findings, 1 of them major",
      ].join("\n"),
    );
  });

  it("count a refuted assumption of the pipeline's own as no refutation", () => {
    const declared = {
      ...nothingDeclared,
      hyperparameters: [{ name: "nu", value: 0.5, source: { kind: "assumed" as const, reason: "not printed" } }],
    };
    const refuting = [50, 50.1, 49.9].map((value, index) =>
      record(index + 1, twoClasses(value / 100, value / 100), {}, { declared }),
    );
    expect(audited("m.rbf", auditPaper(smallPaper(), { records: refuting, presentCode: {} })).verdict).toBe(
      "inconclusive",
    );
  });
});

describe("a check that decides nothing", () => {
  it("is no finding", () => {
    const paper = smallPaper({ claims: [claim("c", scores.cell("RBF", "AUC"), checked("undecidable"))] });
    expect(auditPaper(paper, noEvidence).findings).toEqual([]);
  });
});
