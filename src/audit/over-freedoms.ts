import type { CellRecord } from "../../harness/record.ts";
import { judgeOverFreedoms } from "../judge/judge-over-freedoms.ts";
import type { Quantity } from "../paper/claim.ts";
import type { ClaimAudit, JudgedValues } from "./audit.ts";
import { explainSettings } from "./explain-settings.ts";

/**
 * One verdict over all settings of the freedoms. A plan that is only partly run decides nothing: seeds are fixed
 * beforehand, and looking before the last one would raise the error rates. `absent` says why values are missing.
 */
export function overFreedoms(
  judged: readonly JudgedValues[],
  assumed: readonly string[],
  seedsPlanned: number,
  absent: readonly string[] = [],
): Pick<ClaimAudit, "verdict" | "reason" | "explanation"> {
  const { verdict, reason } = judgeOverFreedoms(
    judged.map((one) => ({
      values: Object.fromEntries(Object.entries(one.freedoms).map(([name, value]) => [name, String(value)])),
      judgement: one,
    })),
    assumed,
  );
  const explanation = explainSettings(judged);
  const seeds = Math.min(...judged.map(({ values }) => values.length));
  if (seeds >= seedsPlanned) return { verdict, reason, explanation };
  return { verdict: "inconclusive", reason: soFar(seeds, seedsPlanned, { verdict, reason }, absent[0]), explanation };
}

/** One setting's judgement as it may be shown: open while seeds of its plan are missing, with what it would be so far. */
export function untilComplete(judged: JudgedValues, seedsPlanned: number): JudgedValues {
  const { values, verdict, reason } = judged;
  if (values.length >= seedsPlanned) return judged;
  return { ...judged, verdict: "inconclusive", reason: soFar(values.length, seedsPlanned, { verdict, reason }) };
}

function soFar(
  seeds: number,
  seedsPlanned: number,
  { verdict, reason }: Pick<JudgedValues, "verdict" | "reason">,
  why?: string,
): string {
  const missing = why === undefined ? "" : ` (${why})`;
  return `${seeds} of ${seedsPlanned} planned seeds are done${missing}; so far: ${verdict}, ${reason}`;
}

/**
 * Hyper-parameters of the quantities' pipelines that were assumed and that the settings do not vary. A declared freedom
 * counts only where it was: a plan may leave it at its default.
 */
export function assumedAndUnswept(
  quantities: readonly Quantity[],
  settings: readonly Pick<JudgedValues, "freedoms">[],
  records: readonly CellRecord[],
): readonly string[] {
  const varied = (name: string): boolean => new Set(settings.map(({ freedoms }) => freedoms[name])).size > 1;
  const assumed = quantities.flatMap(({ pipeline, variant }) => {
    const declared = records.find(
      ({ configuration, outcome }) =>
        configuration.pipeline === pipeline && configuration.variant === variant && outcome.kind === "done",
    )?.declared;
    return (declared?.hyperparameters ?? [])
      .filter(({ name, source }) => source.kind === "assumed" && !varied(name))
      .map(({ name }) => name);
  });
  return [...new Set(assumed)];
}
