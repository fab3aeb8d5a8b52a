import type { ExperimentAudit } from "../../src/audit/audit.ts";
import { settingText } from "./claim-view.ts";
import { listed } from "./words.ts";

const meanings: Readonly<Record<ExperimentAudit["protocol"], string>> = {
  paper: "paper protocol.",
  reduced: "reduced protocol: an indication.",
  smoke: "smoke protocol on stand-in data: it says nothing about the paper.",
};

/**
 * Where a figure comes from: pipeline, data set, seeds and protocol, and what a lesser protocol means. One seed is shown
 * as an example of all that are done.
 */
export function sourceText(experiment: ExperimentAudit, seeds: readonly number[]): string {
  const { pipeline, variant, dataset, protocol, options, seeds: counts } = experiment;
  const varied = Object.keys(options).length === 0 ? "" : `, ${settingText(options)}`;
  const lowest = seeds.length === 1 && counts.done > 1 ? `, the lowest of ${counts.done}` : "";
  const named = `${seeds.length === 1 ? "seed" : "seeds"} ${listed(seeds.map(String))}${lowest}`;
  return `${pipeline}, ${variant}, on ${dataset}${varied}; ${named}; ${meanings[protocol]}`;
}
