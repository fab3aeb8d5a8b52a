import { resolve } from "node:path";
import { describeConfiguration } from "../../../harness/cell.ts";
import { collect as collectPlan } from "../../../harness/collect.ts";
import { type Command, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { flagOption, textOption } from "../read-option.ts";
import { newStoreOption, storeFolder } from "../store-folder.ts";
import { UsageError } from "../usage-error.ts";

export const collect: Command = {
  usage: "collect",
  group: "share",
  summary: "Validate what a plan's workers recorded, wherever they ran",
  description:
    "Reads every record of a plan's cells, refuses what is torn, planned twice or made by different code, and tells what is missing. Exit status 3 if cells are missing.",
  options: [{ flags: "--plan <file>", description: "The plan that `assay plan` froze" }, newStoreOption, jsonOption],
  examples: [["assay collect --plan plan.jsonl --store /shared/store", "after an array job"]],
  run: async (given, shell) => {
    const plan = textOption(given, "plan");
    if (plan === undefined) throw new UsageError("name a plan: --plan plan.jsonl");
    const { records, missing, withoutResult, problems } = await collectPlan(
      resolve(shell.folder, plan),
      storeFolder(given, shell),
    );
    if (flagOption(given, "json")) {
      shell.print(JSON.stringify({ recorded: records.length, missing, withoutResult, problems }, null, 1));
    } else {
      shell.print(`${records.length} ${records.length === 1 ? "cell" : "cells"} recorded, ${missing.length} missing`);
      for (const line of [
        ...withoutResult,
        ...missing.map(({ configuration }) => `missing: ${describeConfiguration(configuration)}`),
      ]) {
        shell.print(`  ${line}`);
      }
    }
    for (const problem of problems) shell.note(problem);
    if (problems.length > 0) return exitCode.usage;
    return missing.length > 0 ? exitCode.incomplete : exitCode.done;
  },
};
