import { resolve } from "node:path";
import { cellCommand } from "../../../harness/cell-command.ts";
import type { Command } from "../command.ts";
import { dataFolder, dataOption } from "../data-folder.ts";
import type { ExitCode } from "../exit-code.ts";
import { countOption, flagOption, textOption } from "../read-option.ts";
import { newStoreOption, storeFolder } from "../store-folder.ts";
import { UsageError } from "../usage-error.ts";

export const cell: Command = {
  usage: "cell",
  description: "Run one cell of a frozen plan: what a batch system calls; done already is success, stopped is exit 75",
  options: [
    { flags: "--plan <file>", description: "The plan that `assay plan` froze" },
    { flags: "--index <number>", description: "Which of its cells, from 0" },
    newStoreOption,
    dataOption,
    { flags: "--time-limit <seconds>", description: "Default: none" },
    { flags: "--retry-failed", description: "Run the cell again if it failed or timed out" },
  ],
  examples: ["assay cell --plan assay-store/plans/…/plan.jsonl --index 0"],
  run: async (given, shell) => {
    const plan = textOption(given, "plan");
    const index = Number(textOption(given, "index") ?? Number.NaN);
    if (plan === undefined || !Number.isSafeInteger(index) || index < 0) {
      throw new UsageError("name a plan and a cell of it: --plan plan.jsonl --index 0");
    }
    const timeLimitSeconds = countOption(given, "timeLimit");
    const code = await cellCommand(
      {
        plan: resolve(shell.folder, plan),
        index,
        store: storeFolder(given, shell),
        dataFolder: dataFolder(given, shell),
        retryFailed: flagOption(given, "retryFailed"),
        ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
      },
      shell.note,
    );
    return code as ExitCode;
  },
};
