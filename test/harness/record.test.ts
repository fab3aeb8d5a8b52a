import { describe, expect, it } from "vitest";
import { type Ending, makeRecord, type RunOfCell } from "../../harness/make-record.ts";
import { parseRecord } from "../../harness/record.ts";
import type { PipelineResult } from "../../src/pipelines/pipeline.ts";
import { exampleCell, exampleRecord } from "./example.ts";

const result: PipelineResult = {
  measurements: [{ metric: "auroc", at: { class: 3, kernel: "rbf" }, value: 0.75 }],
  curves: [],
  timings: [],
  checksums: {},
};
const returned = (changes: Partial<PipelineResult>): Ending => ({
  kind: "returned",
  result: { ...result, ...changes },
});
const recordOf = (ending: Ending, changes: Partial<RunOfCell> = {}) => {
  const { declared, engine, versions, platform, commit, seconds } = exampleRecord(0);
  const time = new Date("2026-01-02T03:04:05Z");
  const environment = { versions, platform, commit };
  const cell = exampleCell(0);
  return makeRecord({
    cell,
    ending,
    declared,
    engine,
    environment,
    started: time,
    finished: time,
    seconds,
    ...changes,
  });
};

describe("makeRecord", () => {
  it("records what the pipeline returned", () => {
    const record = recordOf(returned({}));
    expect(record.outcome).toEqual({ kind: "done" });
    expect(record.measurements).toEqual(result.measurements);
    expect(parseRecord(JSON.stringify(record), "here", "mend it")).toEqual(record);
  });

  it.each([
    [
      "NaN",
      { measurements: [{ metric: "auroc", at: { class: 3, kernel: "rbf" }, value: Number.NaN }] },
      "auroc at class = 3, kernel = rbf is NaN; an undefined value must be absent with its reason",
    ],
    [
      "infinity",
      { measurements: [{ metric: "loss", at: {}, value: Number.NEGATIVE_INFINITY }] },
      "loss is -Infinity; an undefined value must be absent with its reason",
    ],
    [
      "a metric measured twice",
      {
        measurements: [
          { metric: "aupr", at: { class: 3, kernel: "rbf" }, value: 0.1 },
          { metric: "aupr", at: { kernel: "rbf", class: 3 }, value: 0.2 },
        ],
      },
      "aupr at kernel = rbf, class = 3 was measured twice",
    ],
    [
      "a curve with 1,001 vertices",
      {
        curves: [{ name: "roc", at: {}, x: "x", y: "y", points: Array.from({ length: 1001 }, () => [0, 0] as const) }],
      },
      "curve roc has 1001 vertices, at most 1,000 are kept",
    ],
    [
      "a curve that is not finite",
      {
        curves: [
          { name: "roc", at: { class: 1 }, x: "x", y: "y", points: [[0, 0] as const, [Number.NaN, 1] as const] },
        ],
      },
      "curve roc at class = 1: vertex 1 is not finite",
    ],
  ])("makes %s a failure that says where", (_, changes, reason) => {
    const record = recordOf(returned(changes));
    expect(record.outcome).toEqual({ kind: "failed", reason });
    expect([record.measurements, record.curves]).toEqual([[], []]);
    expect(parseRecord(JSON.stringify(record), "here", "mend it").outcome.kind).toBe("failed");
  });

  it("refuses data with another checksum than the published one", () => {
    const cell = { ...exampleCell(0), data: { "a.gz": "sha256:12" } };
    const record = recordOf(returned({ checksums: { "a.gz": "34" } }), { cell });
    expect(record.outcome).toEqual({
      kind: "failed",
      reason: "data file a.gz has SHA-256 34, published is 12",
    });
  });
});

describe("parseRecord", () => {
  const text = JSON.stringify(exampleRecord(0));
  const parse = (changed: string) => () => parseRecord(changed, "records/x.json", "delete it and run again");

  it("refuses every proper prefix of a record, as a torn write leaves it", () => {
    for (let length = 0; length < text.length; length += 7)
      expect(parse(text.slice(0, length))).toThrow(/^records\/x\.json: torn or not JSON .*; delete it and run again$/);
  });

  it("names the member that is wrong", () => {
    expect(parse(text.replace('"value":0.5', '"value":null'))).toThrow(/^records\/x\.json: not a record: measurements/);
    expect(parse(text.replace('"seconds":1}', '"seconds":1,"scores":[1]}'))).toThrow(/not a record: scores: /);
  });

  it("refuses a record whose key is not that of its content", () => {
    expect(parse(text.replace('"seed":0', '"seed":1'))).toThrow(/is not that of the record's configuration/);
  });
});
