import type { Quantity, RunPlan } from "../paper/claim.ts";
import type { ClaimAudit } from "./audit.ts";

type NotRun = Pick<ClaimAudit, "verdict" | "indication" | "reason" | "explanation" | "command">;

/** The verdict of a claim without a single finished run, with the command that would make one. */
export function notRun(paper: string, quantity: Quantity, plan: RunPlan, absent: readonly string[]): NotRun {
  const reason =
    absent[0] === undefined ? "no run of its pipeline is in the evidence" : `no run gave a value: ${absent[0]}`;
  return {
    verdict: "not-run",
    indication: false,
    reason,
    explanation: `Decided by ${plan.seeds.length} seeds of ${quantity.pipeline} (${quantity.variant}) on ${quantity.dataset}; ${reason}.`,
    command: runCommand(paper, quantity, plan),
  };
}

/** The command that runs what a claim rests on. */
export function runCommand(
  paper: string,
  { pipeline, variant, dataset }: Quantity,
  { protocol, seeds }: RunPlan,
): string {
  const words = [
    "assay",
    "run",
    paper,
    "--pipeline",
    pipeline,
    "--variant",
    variant,
    "--dataset",
    dataset,
    "--seeds",
    String(seeds.length),
  ];
  return [...words, ...(protocol === "paper" ? [] : ["--protocol", protocol])].join(" ");
}
