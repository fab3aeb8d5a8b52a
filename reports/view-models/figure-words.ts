import type { ExperimentAudit } from "../../src/audit/audit.ts";
import { settingText } from "./setting-text.ts";
import { counted, listed } from "./words.ts";

const meanings: Readonly<Record<ExperimentAudit["protocol"], string>> = {
  paper: "paper protocol.",
  reduced: "reduced protocol: an indication.",
  smoke: "smoke protocol on stand-in data: it says nothing about the paper.",
};

/** Where a figure of one run as an example, or of several side by side, comes from. */
export function sourceText(experiment: ExperimentAudit, seeds: readonly number[]): string {
  const { done } = experiment.seeds;
  const lowest = seeds.length === 1 && done > 1 ? `, the lowest of ${done}` : "";
  return madeBy(experiment, `${seeds.length === 1 ? "seed" : "seeds"} ${listed(seeds.map(String))}${lowest}`);
}

/** Where a figure of all runs together comes from. */
export function seedsText(experiment: ExperimentAudit): string {
  return madeBy(experiment, counted(experiment.seeds.done, "seed"));
}

/** Pipeline, data set, seeds and protocol, and what a lesser protocol means. */
function madeBy(experiment: ExperimentAudit, seeds: string): string {
  const { pipeline, variant, dataset, protocol, options } = experiment;
  const varied = Object.keys(options).length === 0 ? "" : `, ${settingText(options)}`;
  return `${pipeline}, ${variant}, on ${dataset}${varied}; ${seeds}; ${meanings[protocol]}`;
}
