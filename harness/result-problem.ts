import type { PipelineResult } from "../src/pipelines/pipeline.ts";
import { canonicalJson } from "./canonical-json.ts";
import { describePlace } from "./describe-place.ts";
import { MAX_CURVE_VERTICES } from "./parse-record.ts";
import { picturesProblem } from "./picture-problem.ts";

/**
 * Why a pipeline's result cannot be recorded as done, in one line that names the metric or curve; undefined if it can.
 * Refused are values that are not finite (an undefined value is absent with a reason), the same metric measured twice
 * at one place, curves with too many vertices, pictures whose pixels do not fit their size, and data whose checksum is not the published one.
 */
export function resultProblem(result: PipelineResult, published: Readonly<Record<string, string>>): string | undefined {
  const seen = new Set<string>();
  for (const measurement of result.measurements) {
    const { metric, at } = measurement;
    const place = describePlace(metric, at);
    if ("value" in measurement && !Number.isFinite(measurement.value))
      return `${place} is ${measurement.value}; an undefined value must be absent with its reason`;
    const identity = canonicalJson([metric, at]);
    if (seen.has(identity)) return `${place} was measured twice`;
    seen.add(identity);
  }
  for (const { name, at, points } of result.curves) {
    const place = `curve ${describePlace(name, at)}`;
    if (points.length > MAX_CURVE_VERTICES) return `${place} has ${points.length} vertices, at most 1,000 are kept`;
    const wrong = points.findIndex((point) => !point.every(Number.isFinite));
    if (wrong >= 0) return `${place}: vertex ${wrong} is not finite`;
  }
  const pictures = picturesProblem(result.pictures ?? []);
  if (pictures !== undefined) return pictures;
  for (const { stage, seconds } of result.timings)
    if (!Number.isFinite(seconds)) return `the time of stage "${stage}" is ${seconds}`;
  for (const [file, checksum] of Object.entries(result.checksums)) {
    const expected = published[file];
    if (expected?.startsWith("sha256:") && expected !== `sha256:${checksum}`)
      return `data file ${file} has SHA-256 ${checksum}, published is ${expected.slice(7)}`;
  }
  return undefined;
}
