import * as v from "valibot";
import type {
  Configuration,
  Coordinates,
  Curve,
  Freedom,
  Hyperparameter,
  Measurement,
  Picture,
} from "../src/paper/experiment.ts";
import type { Timing } from "../src/pipelines/pipeline.ts";
import { cellKey } from "./cell.ts";
import { pictureProblem, picturesProblem } from "./picture-problem.ts";
import type { CellRecord, EarlierRuns, Outcome } from "./record.ts";

/**
 * Reads a record from JSON. Throws one line, beginning with `where` and ending with `remedy`, for text that is torn, is
 * not a record, or whose key is not that of its content.
 */
export function parseRecord(text: string, where: string, remedy: string): CellRecord {
  const json = parseJson(text);
  if (!json.whole) throw new Error(`${where}: torn or not JSON (${text.length} characters); ${remedy}`);
  const parsed = v.safeParse(cellRecordSchema, json.value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${where}: not a record: ${v.getDotPath(issue) ?? "the whole"}: ${issue.message}; ${remedy}`);
  }
  const record = parsed.output;
  if (cellKey(record) !== record.key)
    throw new Error(`${where}: key ${record.key} is not that of the record's configuration, code and data; ${remedy}`);
  return record;
}

function parseJson(text: string): { readonly whole: true; readonly value: unknown } | { readonly whole: false } {
  try {
    return { whole: true, value: JSON.parse(text) };
  } catch {
    return { whole: false };
  }
}

/** Vertices that a curve may have. */
export const MAX_CURVE_VERTICES = 1000;

const number = v.pipe(v.number(), v.finite());
const scalar = v.union([v.string(), number, v.boolean()]);
/** Coordinates as they stand in a record. */
export const coordinatesSchema: v.GenericSchema<unknown, Coordinates> = v.record(v.string(), scalar);
const texts = v.record(v.string(), v.string());
const absent = v.strictObject({ absent: v.string() });
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "expected 64 hexadecimal digits"));

const configuration: v.GenericSchema<unknown, Configuration> = v.strictObject({
  pipeline: v.string(),
  variant: v.string(),
  dataset: v.string(),
  protocol: v.picklist(["paper", "reduced", "smoke"]),
  seed: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  options: coordinatesSchema,
});

const measurementSchema: v.GenericSchema<unknown, Measurement> = v.union([
  v.strictObject({ metric: v.string(), at: coordinatesSchema, value: number }),
  v.strictObject({ metric: v.string(), at: coordinatesSchema, absent: v.string() }),
]);

export const curveSchema: v.GenericSchema<unknown, Curve> = v.strictObject({
  name: v.string(),
  at: coordinatesSchema,
  x: v.string(),
  y: v.string(),
  points: v.pipe(
    v.array(v.strictTuple([number, number])),
    v.maxLength(MAX_CURVE_VERTICES, `a curve has more than ${MAX_CURVE_VERTICES} vertices`),
  ),
});

const pictureSchema: v.GenericSchema<unknown, Picture> = v.pipe(
  v.strictObject({
    name: v.string(),
    at: coordinatesSchema,
    alt: v.string(),
    rows: v.array(v.string()),
    columns: v.array(v.string()),
    channels: v.picklist([1, 3]),
    height: number,
    width: number,
    pixels: v.string(),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed ? pictureProblem(dataset.value) : undefined;
    if (message !== undefined) addIssue({ message });
  }),
);

export const picturesSchema: v.GenericSchema<unknown, readonly Picture[]> = v.pipe(
  v.array(pictureSchema),
  v.rawCheck(({ dataset, addIssue }) => {
    const message = dataset.typed ? picturesProblem(dataset.value) : undefined;
    if (message !== undefined) addIssue({ message });
  }),
);

export const timingSchema: v.GenericSchema<unknown, Timing> = v.strictObject({
  stage: v.string(),
  seconds: number,
  items: number,
  remembered: number,
});

export const earlierRunsSchema: v.GenericSchema<unknown, EarlierRuns> = v.strictObject({
  runs: number,
  seconds: number,
});

const outcome: v.GenericSchema<unknown, Outcome> = v.variant("kind", [
  v.strictObject({ kind: v.literal("done") }),
  v.strictObject({ kind: v.literal("failed"), reason: v.string() }),
  v.strictObject({ kind: v.literal("diverged"), reason: v.string() }),
  v.strictObject({ kind: v.literal("timed-out"), limitSeconds: number }),
]);

const hyperparameter: v.GenericSchema<unknown, Hyperparameter> = v.strictObject({
  name: v.string(),
  value: scalar,
  unit: v.exactOptional(v.string()),
  source: v.variant("kind", [
    v.strictObject({ kind: v.picklist(["paper", "official-code", "report"]), locus: v.string() }),
    v.strictObject({ kind: v.literal("assumed"), reason: v.string() }),
  ]),
});

const freedom: v.GenericSchema<unknown, Freedom> = v.strictObject({
  name: v.string(),
  values: v.array(scalar),
  varied: v.picklist(["within-cell", "between-cells"]),
  why: v.string(),
});

/** The members that name a cell. */
export const cellSchemaEntries = { key: hash, configuration, code: hash, data: texts };

/** The shape of a record; the figures in it are finite, its curves short, nothing unknown is carried along. */
const cellRecordSchema: v.GenericSchema<unknown, CellRecord> = v.strictObject({
  schemaVersion: v.literal(1),
  ...cellSchemaEntries,
  outcome,
  measurements: v.array(measurementSchema),
  curves: v.array(curveSchema),
  pictures: v.exactOptional(picturesSchema),
  timings: v.array(timingSchema),
  dataRead: texts,
  declared: v.strictObject({
    purpose: v.string(),
    defaults: coordinatesSchema,
    hyperparameters: v.array(hyperparameter),
    freedoms: v.array(freedom),
    deviations: v.array(v.string()),
  }),
  engine: v.union([
    v.strictObject({ name: v.string(), version: v.string(), provider: v.string(), threads: number }),
    absent,
  ]),
  versions: texts,
  platform: v.strictObject({
    os: v.string(),
    arch: v.string(),
    cpu: v.string(),
    cores: number,
    memoryBytes: number,
  }),
  commit: v.union([v.strictObject({ hash: v.string(), dirty: v.boolean() }), absent]),
  started: v.pipe(v.string(), v.isoTimestamp()),
  finished: v.pipe(v.string(), v.isoTimestamp()),
  seconds: number,
  earlier: v.exactOptional(v.union([earlierRunsSchema, absent])),
  output: v.exactOptional(v.strictObject({ stdout: v.string(), stderr: v.string() })),
});
