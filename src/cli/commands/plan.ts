import { describeConfiguration } from "../../../harness/cell.ts";
import { type Command, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { loadPapers } from "../papers.ts";
import { powerTable } from "../power-table.ts";
import { flagOption } from "../read-option.ts";
import { frozenPlan, requestOptions } from "../request-options.ts";
import { newStoreOption, storeFolder } from "../store-folder.ts";

export const plan: Command = {
  usage: "plan [paper]",
  group: "run",
  summary: "Freeze the cells of a run, and tell what their seeds can decide",
  description:
    "Freezes the cells that a paper's claims rest on, with a snapshot of the code that will run them, and tells with which chance the planned seeds will decide each claim. `assay run` plans by itself; batch systems run the cells of a frozen plan one by one.",
  options: [
    ...requestOptions,
    newStoreOption,
    { ...jsonOption, description: "Print the plan's file and cells as JSON" },
  ],
  examples: [
    ["assay plan k9de-2021 --dataset fashion-mnist", "what would be run, and what it can decide"],
    ["assay plan --registry pipelines.mjs --pipeline their-network --seeds 5", "your own pipelines"],
  ],
  run: async (given, shell) => {
    const store = storeFolder(given, shell);
    const { file, cells } = await frozenPlan(given, shell, store);
    if (flagOption(given, "json")) {
      shell.print(JSON.stringify({ plan: file, cells }, null, 1));
      return exitCode.done;
    }
    for (const { index, configuration } of cells)
      shell.print(`${String(index).padStart(4)}  ${describeConfiguration(configuration)}`);
    const power = given.positional.length === 0 ? "" : powerTable(await loadPapers(given.positional, shell.folder));
    if (power !== "") shell.print(`\nWhat the planned seeds can be expected to decide:\n${power}`);
    shell.print(`\n${cells.length} ${cells.length === 1 ? "cell is" : "cells are"} planned in ${file}`);
    shell.print(`Run them here:     assay run --plan ${file} --store ${store}`);
    shell.print(`or one at a time:  assay cell --plan ${file} --store ${store} --index N`);
    return exitCode.done;
  },
};
