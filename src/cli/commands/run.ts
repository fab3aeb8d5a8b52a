import { resolve } from "node:path";
import { describeConfiguration } from "../../../harness/cell.ts";
import { type RunEvent, runPlan } from "../../../harness/executor.ts";
import { listenForInterruption } from "../../../harness/interruption.ts";
import { openRegistry } from "../../../harness/open-registry.ts";
import { freezePlan, planCells } from "../../../harness/plan.ts";
import { describeOutcome, type RunSummary, runExitCode } from "../../../harness/run-summary.ts";
import { openStore } from "../../../harness/store.ts";
import type { Arguments, Command } from "../command.ts";
import { dataFolder, dataOption } from "../data-folder.ts";
import { type ProgressLine, progressLine } from "../progress-line.ts";
import { countOption, flagOption, textOption } from "../read-option.ts";
import { requestedCells, requestOptions } from "../request-options.ts";
import type { Shell } from "../shell.ts";
import { newStoreOption, storeFolder } from "../store-folder.ts";
import { UsageError } from "../usage-error.ts";

export const run: Command = {
  usage: "run [paper]",
  description: "Run the cells that a paper's claims rest on; stop with Ctrl-C, run again to go on",
  options: [
    ...requestOptions,
    { flags: "--plan <file>", description: "Run this frozen plan instead" },
    newStoreOption,
    dataOption,
    { flags: "--workers <count>", description: "Cells at a time (default: one a core)" },
    { flags: "--time-limit <seconds>", description: "For each cell (default: none)" },
    { flags: "--retry-failed", description: "Run cells again that failed or timed out" },
    { flags: "--json", description: "Print the summary as JSON" },
  ],
  examples: ["assay run k9de-2021 --pipeline resnet18-random --dataset fashion-mnist --seeds 5"],
  run: async (given, shell) => {
    const store = storeFolder(given, shell);
    const plan = await planFile(given, store, shell);
    const interruption = listenForInterruption();
    const line = progressLine(shell);
    const workers = countOption(given, "workers");
    const timeLimitSeconds = countOption(given, "timeLimit");
    interruption.stop.addEventListener("abort", () =>
      shell.note("stopping; what is finished is kept (once more: stop at once)"),
    );
    try {
      const summary = await runPlan({
        plan,
        store,
        dataFolder: dataFolder(given, shell),
        retryFailed: flagOption(given, "retryFailed"),
        stop: interruption.stop,
        kill: interruption.kill,
        ...(workers === undefined ? {} : { workers }),
        ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
        onEvent: (event) => tell(event, line, shell),
      });
      line.end();
      shell.print(flagOption(given, "json") ? JSON.stringify(summary, null, 1) : inWords(summary, store));
      return runExitCode(summary);
    } finally {
      interruption.ignore();
    }
  },
};

async function planFile(given: Arguments, store: string, shell: Shell): Promise<string> {
  const file = textOption(given, "plan");
  if (file !== undefined) return resolve(shell.folder, file);
  if (given.positional.length === 0) throw new UsageError("name a paper, or a frozen plan by --plan");
  const registry = await openRegistry();
  const cells = await planCells(await requestedCells(given), registry);
  const { plansFolder } = await openStore(store);
  return (await freezePlan(cells, registry, plansFolder)).file;
}

function tell(event: RunEvent, line: ProgressLine, shell: Shell): void {
  const { state } = event;
  const what = describeConfiguration(event.cell.configuration);
  const place = `${state.recorded} of ${state.planned} cells done, ${state.running} running;`;
  if (event.kind === "progress") {
    const { stage, done, total } = event.progress;
    line.show(`${place} ${what}: ${stage}`, done, total, state.remainingSeconds);
  } else if (event.kind === "recorded") {
    line.end();
    shell.note(`${what}: ${describeOutcome(event.outcome)}`);
  } else if (event.kind === "problem") {
    line.end();
    shell.note(`${what}: ${event.message}`);
  }
}

function inWords(summary: RunSummary, store: string): string {
  const { planned, before, done, failed, timedOut, diverged, blocked, remaining, interrupted } = summary;
  const problems = [...failed, ...timedOut, ...diverged, ...blocked].map(
    ({ cell, reason }) => `  ${describeConfiguration(cell.configuration)}: ${reason}`,
  );
  const counts = [
    `${done} of ${planned} cells done`,
    before > 0 ? `${before} of them before` : "",
    failed.length > 0 ? `${failed.length} failed` : "",
    timedOut.length > 0 ? `${timedOut.length} timed out` : "",
    diverged.length > 0 ? `${diverged.length} diverged` : "",
    remaining > 0 ? `${remaining} left` : "",
  ].filter((part) => part !== "");
  const next =
    remaining > 0 || interrupted
      ? "\nThe same command goes on where this one ended."
      : `\nTheir records are in ${store}.`;
  return [counts.join(", "), ...problems].join("\n") + next;
}
