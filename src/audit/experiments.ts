import type { CellRecord } from "../../harness/record.ts";
import type { Claim, Quantity, RunPlan } from "../paper/claim.ts";
import type { Coordinates, Protocol } from "../paper/experiment.ts";
import type { Paper } from "../paper/paper.ts";
import { quantitiesOf } from "../paper/quantities-of.ts";
import { hasOptions } from "./record-words.ts";

/** Cells that differ in nothing but their seed. */
export interface Experiment {
  readonly pipeline: string;
  readonly variant: string;
  readonly dataset: string;
  readonly protocol: Protocol;
  readonly options: Coordinates;
  /** The planned ones. */
  readonly seeds: ReadonlySet<number>;
}

/**
 * Every experiment that a paper's claims rest on. One of which nothing is done is followed by what was done of it under
 * a lesser protocol: `reduced`, or else `smoke` on its stand-in for the data.
 */
export function experimentsOf(paper: Paper, records: readonly CellRecord[]): readonly Experiment[] {
  const planned = merged(
    paper.claims.flatMap(plansOf).flatMap(({ quantity: { pipeline, variant, dataset }, plan }) =>
      (plan.options ?? [{}]).map((options) => {
        const seeds = new Set(plan.seeds);
        return { pipeline, variant, dataset, protocol: plan.protocol, options, seeds };
      }),
    ),
  );
  const done = records.filter(({ outcome }) => outcome.kind === "done");
  return merged(planned.flatMap((experiment) => [experiment, ...lesserRuns(experiment, done)]));
}

/** Whether a record is that of one of the experiment's cells. */
export function belongs({ configuration, declared }: CellRecord, experiment: Experiment): boolean {
  return (
    configuration.pipeline === experiment.pipeline &&
    configuration.variant === experiment.variant &&
    configuration.dataset === experiment.dataset &&
    configuration.protocol === experiment.protocol &&
    experiment.seeds.has(configuration.seed) &&
    hasOptions(configuration.options, experiment.options, declared.defaults)
  );
}

function plansOf({ basis }: Claim): readonly { quantity: Quantity; plan: RunPlan }[] {
  return "plan" in basis ? quantitiesOf(basis).map((quantity) => ({ quantity, plan: basis.plan })) : [];
}

function lesserRuns(experiment: Experiment, done: readonly CellRecord[]): readonly Experiment[] {
  const isDone = (one: Experiment): boolean => done.some((record) => belongs(record, one));
  if (isDone(experiment)) return [];
  const reduced: Experiment = { ...experiment, protocol: "reduced" };
  if (isDone(reduced)) return [reduced];
  // The stand-in's name is in the records alone.
  const standIns = done.flatMap(({ configuration: { protocol, dataset } }) => (protocol === "smoke" ? [dataset] : []));
  return [...new Set(standIns)]
    .sort()
    .map((dataset): Experiment => ({ ...experiment, protocol: "smoke", dataset }))
    .filter(isDone);
}

/** One of each, with the seeds of all. */
function merged(experiments: readonly Experiment[]): readonly Experiment[] {
  const byKey = new Map<string, Experiment>();
  for (const experiment of experiments) {
    const { seeds, ...identity } = experiment;
    const key = JSON.stringify(identity);
    byKey.set(key, { ...identity, seeds: new Set([...(byKey.get(key)?.seeds ?? []), ...seeds]) });
  }
  return [...byKey.values()];
}
