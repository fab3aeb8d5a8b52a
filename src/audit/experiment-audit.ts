import { mean, median, sampleStandardDeviation } from "simple-statistics";
import type { CellRecord } from "../../harness/record.ts";
import type { Coordinates } from "../paper/experiment.ts";
import type { Paper } from "../paper/paper.ts";
import type { ExperimentAudit, Series } from "./audit.ts";
import type { Evidence } from "./evidence.ts";
import { exampleRun, lossHistories } from "./example-run.ts";
import { belongs, type Experiment, experimentsOf } from "./experiments.ts";
import { describeFailure } from "./record-words.ts";

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
    medianCellSeconds: median(done.map(({ timings }) => timings.reduce((sum, { seconds }) => sum + seconds, 0))),
  };
}

/**
 * Means over classes against the γ multiple or any other numeric freedom that takes several values in a cell, over the
 * seeds. Of a pipeline that declares no freedom, such as an external program, against any numeric coordinate.
 */
function seriesOf(done: readonly CellRecord[]): readonly Series[] {
  const freedoms = done[0]?.declared.freedoms ?? [];
  const isSwept = (coordinate: string): boolean =>
    freedoms.length === 0 || freedoms.some(({ name, varied }) => name === coordinate && varied === "within-cell");
  const groups = new Map<string, { where: Coordinates; metric: string; against: string; byX: Map<number, number[]> }>();
  for (const { measurements } of done) {
    const inCell = new Map<
      string,
      { where: Coordinates; metric: string; against: string; x: number; values: number[] }
    >();
    for (const measurement of measurements) {
      // A threshold has the unit of its score, and is drawn in its histogram.
      if (!("value" in measurement) || measurement.metric === "threshold") continue;
      const { class: _, ...coordinates } = measurement.at;
      const [against, x] =
        Object.entries(coordinates).find(
          (entry): entry is [string, number] => typeof entry[1] === "number" && isSwept(entry[0]),
        ) ?? [];
      if (against === undefined || x === undefined) continue;
      const { [against]: __, ...where } = coordinates;
      const key = JSON.stringify([measurement.metric, against, where, x]);
      const entry = inCell.get(key) ?? { where, metric: measurement.metric, against, x, values: [] };
      entry.values.push(measurement.value);
      inCell.set(key, entry);
    }
    for (const { where, metric, against, x, values } of inCell.values()) {
      const key = JSON.stringify([metric, against, where]);
      const group = groups.get(key) ?? { where, metric, against, byX: new Map<number, number[]>() };
      group.byX.set(x, [...(group.byX.get(x) ?? []), mean(values)]);
      groups.set(key, group);
    }
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, { byX }]) => byX.size > 1)
    .map(([, { where, metric, against, byX }]) => ({
      metric,
      where,
      meanOver: "class",
      against,
      points: [...byX.entries()]
        .sort(([a], [b]) => a - b)
        .map(([x, values]) => ({
          x,
          values,
          mean: mean(values),
          ...(values.length < 2 ? {} : { sd: sampleStandardDeviation(values) }),
        })),
    }));
}
