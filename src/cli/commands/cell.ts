import { resolve } from "node:path";
import { cellCommand } from "../../../harness/cell-command.ts";
import { type Command, jsonOption } from "../command.ts";
import { dataFolder, dataOption } from "../data-folder.ts";
import type { ExitCode } from "../exit-code.ts";
import { countOption, flagOption, numberOption, textOption } from "../read-option.ts";
import { newStoreOption, storeFolder } from "../store-folder.ts";
import { UsageError } from "../usage-error.ts";

export const cell: Command = {
  usage: "cell",
  group: "share",
  summary: "Run one cell of a frozen plan: what a batch system calls",
  description:
    "Runs one cell of a frozen plan in this process. It may be started as often as you like: a cell that is recorded is done. Exit status 0 recorded, now or before; 2 the plan, the data or the engine is wrong; 75 try again (stopped by a signal, somebody else is at it, or the store cannot be written).",
  options: [
    { flags: "--plan <file>", description: "The plan that `assay plan` froze" },
    { flags: "--index <number>", description: "Which of its cells, from 0" },
    newStoreOption,
    dataOption,
    { flags: "--time-limit <seconds>", description: "For the cell (default: none)" },
    { flags: "--retry-failed", description: "Run the cell again if it failed or timed out" },
    { ...jsonOption, description: "Print the exit status and what happened as JSON" },
  ],
  examples: [
    ["assay cell --plan plan.jsonl --index 0 --store /shared/store", "the first cell"],
    ["assay cell --plan plan.jsonl --index $SLURM_ARRAY_TASK_ID", "from an array job"],
  ],
  run: async (given, shell) => {
    const plan = textOption(given, "plan");
    const index = numberOption(given, "index");
    if (plan === undefined || index === undefined)
      throw new UsageError("name a plan and a cell of it: --plan plan.jsonl --index 0");
    const timeLimitSeconds = countOption(given, "time-limit");
    const said: string[] = [];
    const code = await cellCommand(
      {
        plan: resolve(shell.folder, plan),
        index,
        store: storeFolder(given, shell),
        dataFolder: dataFolder(given, shell),
        retryFailed: flagOption(given, "retry-failed"),
        ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
      },
      (line) => {
        said.push(line);
        shell.note(line);
      },
    );
    if (flagOption(given, "json")) shell.print(JSON.stringify({ index, exitCode: code, said }, null, 1));
    return code as ExitCode;
  },
};
