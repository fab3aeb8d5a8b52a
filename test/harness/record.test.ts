import { describe, expect, it } from "vitest";
import { type Ending, makeRecord, type RunOfCell } from "../../harness/make-record.ts";
import { parseRecord } from "../../harness/parse-record.ts";
import type { PipelineResult } from "../../src/pipelines/pipeline.ts";
import { exampleCell, examplePicture, exampleRecord } from "./example.ts";

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

const exampleSheet = (bytes: number, name: string) =>
  examplePicture({ name, columns: ["1"], height: 1, width: bytes, pixels: Buffer.alloc(bytes).toString("base64") });

describe("makeRecord", () => {
  it("records what the pipeline returned", () => {
    const record = recordOf(returned({}));
    expect(record.outcome).toEqual({ kind: "done" });
    expect(record.measurements).toEqual(result.measurements);
    expect(parseRecord(JSON.stringify(record), "here", "mend it")).toEqual(record);
  });

  it("records pictures that the pipeline returned", () => {
    const pictures = [examplePicture(), { ...examplePicture(), at: { class: 1 } }];
    const record = recordOf(returned({ pictures }));
    expect(record.pictures).toEqual(pictures);
    expect(parseRecord(JSON.stringify(record), "here", "mend it")).toEqual(record);
    expect("pictures" in recordOf(returned({}))).toBe(false);
  });

  it("takes 256 KiB of pixels and not one byte more", () => {
    const [half, one] = [exampleSheet(128 * 1024, "half"), exampleSheet(1, "one")];
    expect(recordOf(returned({ pictures: [half, { ...half, name: "rest" }] })).outcome).toEqual({ kind: "done" });
    expect(recordOf(returned({ pictures: [half, { ...half, name: "rest" }, one] })).outcome).toEqual({
      kind: "failed",
      reason: "the pictures have 262145 bytes of pixels, at most 262144 are kept; show fewer rows or columns",
    });
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
    [
      "a picture with a byte too few",
      { pictures: [examplePicture({ width: 3 })] },
      "picture generated at class = 0 has 8 bytes of pixels; 1 rows × 2 columns × 1 channels × 2 × 3 are 12",
    ],
    [
      "a picture that is not base64",
      { pictures: [examplePicture({ pixels: "not base64!" })] },
      "picture generated at class = 0: its pixels are not base64",
    ],
    [
      "a picture without alt text",
      { pictures: [examplePicture({ alt: " " })] },
      "picture generated at class = 0 has no alt text; say in one sentence what it shows",
    ],
    [
      "a picture without columns",
      { pictures: [examplePicture({ columns: [], pixels: "" })] },
      "picture generated at class = 0 has 1 rows and 0 columns; it needs one of each",
    ],
    [
      "a picture half a pixel high",
      { pictures: [examplePicture({ height: 0.5, width: 8 })] },
      "picture generated at class = 0 has the height 0.5; it needs pixels",
    ],
    [
      "a picture without a name",
      { pictures: [examplePicture({ name: "" })] },
      "a picture has no name; say what it shows, such as reconstructions",
    ],
    [
      "a picture that stands twice",
      { pictures: [examplePicture(), examplePicture({ alt: "Another." })] },
      "picture generated at class = 0 stands twice",
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

  it("says what is wrong with a picture", () => {
    const pictures = [examplePicture()];
    const whole = JSON.stringify(exampleRecord(0, { pictures }));
    expect(parse(whole.replace('"channels":1', '"channels":2'))).toThrow(/not a record: pictures\.0\.channels: /);
    expect(parse(whole.replace('"height":2', '"height":4'))).toThrow(
      /not a record: pictures\.?0?: picture generated at class = 0 has 8 bytes of pixels; .* are 16; delete it/,
    );
  });

  it("refuses a record whose key is not that of its content", () => {
    expect(parse(text.replace('"seed":0', '"seed":1'))).toThrow(/is not that of the record's configuration/);
  });
});
