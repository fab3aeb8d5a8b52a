import { resolve } from "node:path";
import type { Arguments, CommandOption } from "./command.ts";
import { textOption } from "./read-option.ts";
import type { Shell } from "./shell.ts";

export const dataOption: CommandOption = {
  flags: "--data <folder>",
  description: "Where the data sets lie (default: ASSAY_DATA, or data/)",
};

/** The folder of the data sets, as a whole path. */
export function dataFolder(given: Arguments, shell: Shell): string {
  return resolve(shell.folder, textOption(given, "data") ?? shell.environment.ASSAY_DATA ?? "data");
}
