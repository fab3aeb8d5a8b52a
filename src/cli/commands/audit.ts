import { join } from "node:path";
import { runPlan } from "../../../harness/executor.ts";
import { openRegistry } from "../../../harness/open-registry.ts";
import { freezePlan, planCells } from "../../../harness/plan.ts";
import { openStore } from "../../../harness/store.ts";
import { summarise } from "../../audit/summary.ts";
import { pipelineRegistry } from "../../pipelines/registry.ts";
import { type Command, jsonOption } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { makeAudit, namedStore, storeOption } from "../make-audit.ts";
import { progressLine } from "../progress-line.ts";
import { flagOption } from "../read-option.ts";
import type { Shell } from "../shell.ts";
import { temporaryStore } from "../temporary-store.ts";
import { outputFormats, writeReports } from "../write-reports.ts";
import { outOption, reportFolder } from "./report.ts";

export const audit: Command = {
  usage: "audit [papers...]",
  group: "judge",
  summary: "Everything at once: decide, try the pipelines, write every report",
  description:
    "Decides every claim of the papers (of all, unless some are named), runs each pipeline once on embedded images to see that it works here, and writes every report. Exit status 0 when the audit completed, whatever it found.",
  options: [outOption, storeOption, { ...jsonOption, description: "Print what was written and found as JSON" }],
  examples: [
    ["assay audit", "all papers; the reports go to assay-report/"],
    ["assay audit k9de-2021 --out report", "one paper"],
  ],
  run: async (given, shell) => {
    shell.note("deciding every claim from printed numbers and evidence");
    const result = await makeAudit(given.positional, namedStore(given, shell), shell.folder);
    const smoke = await runSmoke(shell);
    shell.note("writing reports");
    const folder = reportFolder(given, shell);
    const paths = await writeReports(result, folder, outputFormats, shell);
    if (flagOption(given, "json")) {
      const papers = result.papers.map(({ id, coverage }) => ({
        paper: id,
        verdicts: coverage.byVerdict,
        indications: coverage.byIndication,
      }));
      shell.print(JSON.stringify({ folder, files: paths, pipelinesWork: smoke === exitCode.done, papers }, null, 1));
      return smoke;
    }
    for (const paper of result.papers) shell.print(`${summarise(paper)}\n`);
    shell.print(`${paths.length} files in ${folder}; begin with ${join(folder, "index.html")}`);
    return smoke;
  },
};

/** Runs every pipeline's smoke protocol, each variant once, in a store that is thrown away: it decides no claim. */
async function runSmoke(shell: Shell): Promise<ExitCode> {
  const { folder, remove } = temporaryStore("smoke");
  try {
    const registry = await openRegistry();
    const requests = Object.entries(pipelineRegistry).flatMap(([pipeline, { variants, smokeDataset }]) =>
      variants.map((variant) => ({
        pipeline,
        variant,
        dataset: smokeDataset,
        protocol: "smoke" as const,
        seed: 1,
        claims: [],
      })),
    );
    const cells = await planCells(requests, registry);
    const { plansFolder } = await openStore(folder);
    const plan = await freezePlan(cells, registry, plansFolder);
    const line = progressLine(shell);
    shell.note(`running ${cells.length} cells on embedded images, to see that the pipelines work`);
    const summary = await runPlan({
      plan: plan.file,
      store: folder,
      onEvent: ({ cell, state, ...event }) => {
        if (event.kind === "progress")
          line.show(
            `${cell.configuration.pipeline}, ${cell.configuration.variant}: ${event.progress.stage}`,
            state.recorded,
            state.planned,
          );
      },
    });
    line.end();
    const problems = [...summary.failed, ...summary.timedOut, ...summary.diverged, ...summary.blocked];
    for (const { cell, reason } of problems)
      shell.note(`${cell.configuration.pipeline}, ${cell.configuration.variant}: ${reason}`);
    return summary.done === summary.planned ? exitCode.done : exitCode.incomplete;
  } finally {
    remove();
  }
}
