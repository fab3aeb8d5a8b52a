import type { ExitCode } from "./exit-code.ts";
import type { Shell } from "./shell.ts";

export interface CommandOption {
  /** As cac takes it: `--seeds <count>`. */
  readonly flags: string;
  readonly description: string;
  readonly default?: string | number | boolean;
}

/** What the user wrote behind the command's name; option names in camel case. */
export interface Arguments {
  readonly positional: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** A command of the command line: thin, the work is done by the rooms below. */
export interface Command {
  /** As cac takes it: `explain <paper> <claim>`. */
  readonly usage: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  readonly examples: readonly string[];
  readonly run: (given: Arguments, shell: Shell) => Promise<ExitCode>;
}
