import { resolve } from "node:path";
import { describeConfiguration } from "../../../harness/cell.ts";
import { runPlan } from "../../../harness/executor.ts";
import { listenForInterruption } from "../../../harness/interruption.ts";
import { type RunSummary, runExitCode } from "../../../harness/run-summary.ts";
import { type Arguments, type Command, jsonOption } from "../command.ts";
import { dataFolder, dataOption } from "../data-folder.ts";
import { countOption, flagOption, textOption } from "../read-option.ts";
import { frozenPlan, requestOptions } from "../request-options.ts";
import { runProgress } from "../run-progress.ts";
import type { Shell } from "../shell.ts";
import { newStoreOption, storeFolder } from "../store-folder.ts";
import { UsageError } from "../usage-error.ts";

export const run: Command = {
  usage: "run [paper]",
  group: "run",
  summary: "Run a paper's experiments; stop with Ctrl-C, run again to go on",
  description:
    "Runs the cells that a paper's claims rest on, each in a process of its own, and keeps a record of each in the store. What is recorded is never run again: after Ctrl-C, a crash or a full disk the same command goes on where it ended. Exit status 3 if something is left to do.",
  options: [
    ...requestOptions,
    { flags: "--plan <file>", description: "Run this frozen plan instead" },
    newStoreOption,
    dataOption,
    { flags: "--workers <count>", description: "Cells at a time (default: one a core)" },
    {
      flags: "--time-limit <seconds>",
      description: "For each cell (default: none); what overruns is recorded as such",
    },
    { flags: "--retry-failed", description: "Run cells again that failed or timed out" },
    { ...jsonOption, description: "Print the summary as JSON" },
  ],
  examples: [
    ["assay run k9de-2021 --protocol smoke --seeds 1", "seconds, on embedded images: does it work here?"],
    ["assay run k9de-2021 --dataset fashion-mnist --seeds 5", "five seeds of what this paper claims on Fashion-MNIST"],
    ["assay check k9de-2021 --store assay-store", "afterwards: what do the runs decide?"],
  ],
  run: async (given, shell) => {
    const workers = countOption(given, "workers");
    const timeLimitSeconds = countOption(given, "time-limit");
    const store = storeFolder(given, shell);
    const plan = await planFile(given, store, shell);
    const interruption = listenForInterruption();
    const progress = runProgress(shell, workers);
    interruption.stop.addEventListener("abort", () => {
      progress.end();
      shell.note("stopping; what is finished is kept (Ctrl-C once more: stop at once)");
    });
    try {
      const summary = await runPlan({
        plan,
        store,
        dataFolder: dataFolder(given, shell),
        retryFailed: flagOption(given, "retry-failed"),
        stop: interruption.stop,
        kill: interruption.kill,
        ...(workers === undefined ? {} : { workers }),
        ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
        onEvent: progress.tell,
      });
      progress.end();
      shell.print(flagOption(given, "json") ? JSON.stringify(summary, null, 1) : inWords(summary, store));
      return runExitCode(summary);
    } finally {
      interruption.ignore();
    }
  },
};

async function planFile(given: Arguments, store: string, shell: Shell): Promise<string> {
  const file = textOption(given, "plan");
  if (file === undefined) return (await frozenPlan(given, shell, store)).file;
  const [paper] = given.positional;
  if (paper !== undefined) throw new UsageError(`--plan says what is run; leave out "${paper}"`);
  return resolve(shell.folder, file);
}

function inWords(summary: RunSummary, store: string): string {
  const { planned, before, done, failed, timedOut, diverged, blocked, remaining, interrupted } = summary;
  const problems = [...failed, ...timedOut, ...diverged].map(
    ({ cell, reason }) => `  ${describeConfiguration(cell.configuration)}: ${reason}`,
  );
  const counts = [
    `${done} of ${planned} cells done${before > 0 ? ` (${before} recorded before)` : ""}`,
    failed.length > 0 ? `${failed.length} failed` : "",
    timedOut.length > 0 ? `${timedOut.length} timed out` : "",
    diverged.length > 0 ? `${diverged.length} diverged` : "",
    remaining > 0 ? `${remaining} left` : "",
  ].filter((part) => part !== "");
  return [counts.join(", "), ...problems, ...blockedLines(blocked), next()].join("\n");

  function next(): string {
    if (blocked.length > 0) return "Mend that; then the same command goes on where this one ended.";
    if (remaining > 0 || interrupted) return "The same command goes on where this one ended.";
    const retry = failed.length + timedOut.length > 0 ? " --retry-failed runs again what failed." : "";
    return `The records are in ${store}.${retry}`;
  }
}

/** One line for each reason: what one data set lacks, all its cells lack. */
function blockedLines(blocked: RunSummary["blocked"]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { reason } of blocked) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `  ${count} ${count === 1 ? "cell" : "cells"} not run: ${reason}`);
}
