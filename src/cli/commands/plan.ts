import { describeConfiguration } from "../../../harness/cell.ts";
import { openRegistry } from "../../../harness/open-registry.ts";
import { freezePlan, planCells } from "../../../harness/plan.ts";
import { openStore } from "../../../harness/store.ts";
import type { Command } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { loadPapers } from "../papers.ts";
import { powerTable } from "../power-table.ts";
import { flagOption } from "../read-option.ts";
import { requestedCells, requestOptions } from "../request-options.ts";
import { newStoreOption, storeFolder } from "../store-folder.ts";

export const plan: Command = {
  usage: "plan <paper>",
  description: "Freeze the cells that a paper's claims rest on, and tell what their seeds can decide",
  options: [...requestOptions, newStoreOption, { flags: "--json", description: "Print JSON" }],
  examples: ["assay plan k9de-2021 --dataset fashion-mnist"],
  run: async (given, shell) => {
    const registry = await openRegistry();
    const cells = await planCells(await requestedCells(given), registry);
    const store = await openStore(storeFolder(given, shell));
    const frozen = await freezePlan(cells, registry, store.plansFolder);
    if (flagOption(given, "json")) {
      shell.print(JSON.stringify({ plan: frozen.file, cells: frozen.cells }, null, 1));
      return exitCode.done;
    }
    for (const { index, configuration } of cells)
      shell.print(`${String(index).padStart(4)}  ${describeConfiguration(configuration)}`);
    const power = powerTable(await loadPapers(given.positional));
    if (power !== "") shell.print(`\nWhat the planned seeds can be expected to decide:\n${power}`);
    shell.print(`\n${cells.length} cells are planned in ${frozen.file}`);
    shell.print(`Run them here:     assay run --plan ${frozen.file} --store ${store.folder}`);
    shell.print(`or one at a time:  assay cell --plan ${frozen.file} --store ${store.folder} --index N`);
    return exitCode.done;
  },
};
