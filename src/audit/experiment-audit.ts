import { median } from "simple-statistics";
import type { CellRecord } from "../../harness/record.ts";
import type { Paper } from "../paper/paper.ts";
import type { ExperimentAudit } from "./audit.ts";
import type { Evidence } from "./evidence.ts";
import { exampleRun, lossHistories } from "./example-run.ts";
import { belongs, type Experiment, experimentsOf } from "./experiments.ts";
import { describeFailure } from "./record-words.ts";
import { seriesOf } from "./series.ts";

/** Every experiment that a paper's claims rest on, with what was run of it. */
export function experimentAudits(paper: Paper, evidence: Evidence): readonly ExperimentAudit[] {
  return experimentsOf(paper, evidence.records).map((experiment) => experimentAudit(experiment, evidence));
}

function experimentAudit(experiment: Experiment, evidence: Evidence): ExperimentAudit {
  const { seeds, ...identity } = experiment;
  const records = evidence.records.filter((record) => belongs(record, experiment));
  const done = records.filter(({ outcome }) => outcome.kind === "done");
  const failed = records.flatMap(({ configuration, outcome }) =>
    outcome.kind === "done" ? [] : [{ configuration, outcome }],
  );
  const [sample] = done;
  const example = exampleRun(done);
  return {
    ...identity,
    purpose: sample?.declared.purpose ?? "",
    seeds: { planned: seeds.size, done: done.length, failed: failed.length },
    failures: failed.map(({ configuration: { seed }, outcome }) => `seed ${seed} ${describeFailure(outcome)}`),
    hyperparameters: sample?.declared.hyperparameters ?? [],
    freedoms: sample?.declared.freedoms ?? [],
    deviations: sample?.declared.deviations ?? [],
    ...(sample === undefined ? {} : { environment: environmentOf(sample, done, evidence) }),
    series: seriesOf(done),
    losses: lossHistories(done),
    ...(example === undefined ? {} : { example }),
  };
}

function environmentOf(
  { engine, platform, versions, code, configuration }: CellRecord,
  done: readonly CellRecord[],
  { presentCode }: Evidence,
): NonNullable<ExperimentAudit["environment"]> {
  const present = presentCode[configuration.pipeline];
  const commits = done.flatMap(({ commit }) =>
    "absent" in commit ? [] : [commit.hash + (commit.dirty ? " (with local changes)" : "")],
  );
  return {
    engine:
      "absent" in engine
        ? engine.absent
        : `${engine.name} ${engine.version}, ${engine.provider}, threads ${engine.threads}`,
    platform: `${platform.cpu}, ${platform.os} ${platform.arch}`,
    versions,
    codeIdentity: code,
    commits: [...new Set(commits)].sort(),
    ...(present === undefined ? {} : { current: done.every((record) => record.code === present) }),
    ...medianOf(done.flatMap(secondsOf)),
    stages: stagesOf(done),
  };
}

function medianOf(seconds: readonly number[]): { readonly medianCellSeconds?: number } {
  return seconds.length === 0 ? {} : { medianCellSeconds: median([...seconds]) };
}

/** How long a cell takes, what a memo gave included; not known of one whose earlier runs were not timed. */
function secondsOf({ timings, seconds, earlier }: CellRecord): readonly number[] {
  const staged = timings.reduce((sum, each) => sum + each.seconds, 0);
  if (earlier === undefined) return [staged];
  return "absent" in earlier ? [] : [Math.max(staged, seconds + earlier.seconds)];
}

/**
 * What a memo gave counts with the time that it took when it was computed, so that items are all there are. A run that
 * went on from an earlier one tells the times of its own part alone.
 */
function stagesOf(done: readonly CellRecord[]): NonNullable<ExperimentAudit["environment"]>["stages"] {
  const whole = done.filter(({ earlier }) => earlier === undefined);
  const timings = whole.flatMap((record) => record.timings).filter(({ items }) => items > 0);
  return [...new Set(timings.map(({ stage }) => stage))].map((stage) => {
    const own = timings.filter((timing) => timing.stage === stage);
    return {
      stage,
      items: median(own.map(({ items }) => items)),
      secondsPerItem: median(own.map(({ seconds, items }) => seconds / items)),
    };
  });
}
