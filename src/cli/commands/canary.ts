import { runCanary } from "../../../harness/canary.ts";
import { describeConfiguration } from "../../../harness/cell.ts";
import type { Comparison } from "../../../harness/compare-records.ts";
import { listenForInterruption } from "../../../harness/interruption.ts";
import { type Command, jsonOption } from "../command.ts";
import { dataFolder, dataOption } from "../data-folder.ts";
import { exitCode } from "../exit-code.ts";
import { countOption, flagOption } from "../read-option.ts";
import { frozenPlan, requestOptions } from "../request-options.ts";
import { temporaryStore } from "../temporary-store.ts";

export const canary: Command = {
  usage: "canary [paper]",
  group: "run",
  summary: "Run one cell twice: are its results bit-identical here?",
  description:
    "Runs the first of the chosen cells twice, in processes and stores of their own, and compares every number bit by bit. Where they differ it gives the noise floor: differences below it mean nothing on this machine. Nothing is kept.",
  options: [
    ...requestOptions,
    dataOption,
    { flags: "--time-limit <seconds>", description: "For each of the two runs (default: none)" },
    jsonOption,
  ],
  examples: [
    ["assay canary k9de-2021 --protocol smoke", "in seconds, on embedded images"],
    ["assay canary k9de-2021 --dataset cifar-10", "on real data: twice the time of one cell"],
  ],
  run: async (given, shell) => {
    const timeLimitSeconds = countOption(given, "time-limit");
    const store = temporaryStore("canary");
    const interruption = listenForInterruption();
    try {
      const { file, cells } = await frozenPlan(given, shell, store.folder);
      const [cell] = cells;
      const what = cell === undefined ? "" : describeConfiguration(cell.configuration);
      shell.note(`running ${what} twice`);
      const comparison = await runCanary({
        plan: file,
        index: 0,
        dataFolder: dataFolder(given, shell),
        stop: interruption.stop,
        ...(timeLimitSeconds === undefined ? {} : { timeLimitSeconds }),
      });
      shell.print(
        flagOption(given, "json")
          ? JSON.stringify({ cell: cell?.configuration, ...comparison }, null, 1)
          : `${what}: ${inWords(comparison)}`,
      );
      return comparison.kind === "incomparable" ? exitCode.incomplete : exitCode.done;
    } finally {
      interruption.ignore();
      store.remove();
    }
  },
};

function inWords(comparison: Comparison): string {
  switch (comparison.kind) {
    case "identical":
      return comparison.measurements === 1
        ? "its one number is bit-identical"
        : `all ${comparison.measurements} numbers are bit-identical`;
    case "noise": {
      const floors = Object.entries(comparison.floor).map(([metric, floor]) => `${metric} by up to ${floor}`);
      return `the two runs differ: ${floors.join(", ")}`;
    }
    case "incomparable":
      return `cannot be compared: ${comparison.reason}`;
  }
}
