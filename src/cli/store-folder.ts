import { resolve } from "node:path";
import type { Arguments, CommandOption } from "./command.ts";
import { textOption } from "./read-option.ts";
import type { Shell } from "./shell.ts";

export const newStoreOption: CommandOption = {
  flags: "--store <folder>",
  description: "Where records are kept; may be shared between machines (default: ASSAY_STORE, or assay-store/)",
};

/** The store that runs write to, as a whole path; it need not exist. */
export function storeFolder(given: Arguments, shell: Shell): string {
  return resolve(shell.folder, textOption(given, "store") ?? shell.environment.ASSAY_STORE ?? "assay-store");
}
