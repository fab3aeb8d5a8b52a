import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Cell, cellKey } from "../../harness/cell.ts";
import { type CellRecord, nothingDeclared } from "../../harness/record.ts";
import type { Configuration, Picture } from "../../src/paper/experiment.ts";

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "assay-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const exampleConfiguration: Configuration = {
  pipeline: "example",
  variant: "plain",
  dataset: "dots",
  protocol: "reduced",
  seed: 0,
  options: { width: 2 },
};

export function exampleCell(seed: number, code = "a".repeat(64)): Cell {
  const identity = { configuration: { ...exampleConfiguration, seed }, code, data: {} };
  return { key: cellKey(identity), ...identity };
}

/** Two grey images of 2 × 2 pixels. */
export function examplePicture(changes: Partial<Picture> = {}): Picture {
  return {
    name: "generated",
    at: { class: 0 },
    alt: "Two generated images.",
    rows: ["generated"],
    columns: ["1", "2"],
    channels: 1,
    height: 2,
    width: 2,
    pixels: Buffer.from([0, 64, 128, 255, 255, 128, 64, 0]).toString("base64"),
    ...changes,
  };
}

export function exampleRecord(seed: number, changes: Partial<CellRecord> = {}, code?: string): CellRecord {
  return {
    schemaVersion: 1,
    ...exampleCell(seed, code),
    outcome: { kind: "done" },
    measurements: [
      { metric: "auroc", at: { class: 0 }, value: 0.5 + seed / 100 },
      { metric: "auroc", at: { class: 1 }, absent: "no outliers" },
    ],
    curves: [
      {
        name: "roc",
        at: { class: 0 },
        x: "false positive rate",
        y: "true positive rate",
        points: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
    timings: [{ stage: "fit", seconds: 0.1, items: 3, remembered: 0 }],
    dataRead: {},
    declared: { ...nothingDeclared, deviations: ["only two classes"] },
    engine: { absent: "the pipeline opened no engine" },
    versions: { node: "20.19.0" },
    platform: { os: "linux", arch: "x64", cpu: "any", cores: 2, memoryBytes: 1 },
    commit: { absent: "not a git work tree with a commit" },
    started: "2026-01-02T03:04:05.000Z",
    finished: "2026-01-02T03:04:06.000Z",
    seconds: 1,
    ...changes,
  };
}
