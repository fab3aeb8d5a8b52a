import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { CellRecord } from "../../harness/record.ts";
import { auditJson } from "../../src/audit/audit-json.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import type { Configuration, Curve, Measurement } from "../../src/paper/experiment.ts";
import { examplePicture } from "../harness/example.ts";
import { record, twoClasses } from "./records.ts";
import { smallPaper } from "./small-paper.ts";

const curve = (name: string, at: Curve["at"], height: number): Curve => ({
  name,
  at,
  x: "x",
  y: "y",
  points: [
    [0, 0],
    [1, height],
  ],
});

/** A run whose curves, pictures and threshold tell its seed. */
function run(seed: number, configuration: Partial<Configuration> = {}): CellRecord {
  const threshold: Measurement = { metric: "threshold", at: { level: seed }, value: seed / 10 };
  return record(seed, [...twoClasses(0.6, 0.65), threshold], configuration, {
    curves: [
      curve("loss", { part: "total", split: "train" }, seed),
      curve("roc", { class: 0 }, seed),
      curve("loss", { part: "total", split: "validation" }, seed),
    ],
    pictures: [examplePicture({ at: { seed } })],
  });
}

const experimentsOf = (records: readonly CellRecord[]) =>
  auditPaper(smallPaper(), { records, presentCode: {} }).experiments;

describe("what is drawn of runs", () => {
  const failed = record(1, [], {}, { outcome: { kind: "failed", reason: "r" }, curves: [curve("roc", {}, 9)] });
  const [experiment] = experimentsOf([run(3), failed, run(2)]);

  it("is the lowest seed that is done, in whatever order the records come", () => {
    expect(experiment?.example).toEqual({
      seed: 2,
      curves: [curve("roc", { class: 0 }, 2)],
      pictures: [examplePicture({ at: { seed: 2 } })],
      thresholds: [{ at: { level: 2 }, value: 0.2 }],
    });
  });

  it("and the loss histories of all seeds", () => {
    expect(experiment?.losses.map(({ seed, curve: { at, points } }) => [seed, at.split, points[1]])).toEqual([
      [2, "train", [1, 2]],
      [2, "validation", [1, 2]],
      [3, "train", [1, 3]],
      [3, "validation", [1, 3]],
    ]);
  });

  it("a threshold is no metric to plot against its coordinate", () => {
    expect(experiment?.series).toEqual([]);
  });

  it("stands in the audit as its published schema says", () => {
    const schema = JSON.parse(readFileSync(new URL("../../src/audit/audit.schema.json", import.meta.url), "utf8"));
    const accepts = new Ajv({ strict: false }).compile(schema);
    accepts(JSON.parse(auditJson([auditPaper(smallPaper(), { records: [run(1)], presentCode: {} })])));
    expect(accepts.errors ?? []).toEqual([]);
  });

  it("is absent where nothing is done", () => {
    const [none] = experimentsOf([failed]);
    expect(none).toMatchObject({ losses: [], seeds: { done: 0, failed: 1 } });
    expect(none).not.toHaveProperty("example");
  });
});

describe("runs under a lesser protocol", () => {
  const smoke = { protocol: "smoke", dataset: "synthetic-dots" } as const;
  const told = (records: readonly CellRecord[]) =>
    experimentsOf(records).map(({ protocol, dataset, seeds: { done }, example }) => [
      protocol,
      dataset,
      done,
      example?.seed,
    ]);

  it("stand beside the plan that nothing is done of, the reduced ones first", () => {
    const reduced = [1, 2].map((seed) => run(seed, { protocol: "reduced" }));
    expect(told([...reduced, run(1, smoke)])).toEqual([
      ["paper", "dots", 0, undefined],
      ["reduced", "dots", 2, 1],
    ]);
    expect(told([run(1, smoke)])).toEqual([
      ["paper", "dots", 0, undefined],
      ["smoke", "synthetic-dots", 1, 1],
    ]);
  });

  it("are left out where the plan is begun, and where they are of another pipeline or of no planned seed", () => {
    expect(told([run(1), run(2, { protocol: "reduced" }), run(3, smoke)])).toEqual([["paper", "dots", 1, 1]]);
    expect(told([run(9, smoke), run(1, { ...smoke, pipeline: "other" })])).toEqual([["paper", "dots", 0, undefined]]);
  });

  it("decide nothing and rate nothing when they are smoke", () => {
    const audit = auditPaper(smallPaper(), { records: [run(1, smoke)], presentCode: {} });
    expect(audit.claims.find(({ id }) => id === "m.rbf")?.verdict).toBe("not-run");
    expect(audit.difficulty.computed).toEqual([]);
  });
});
