import type { ExitCode } from "./exit-code.ts";
import type { Shell } from "./shell.ts";

export interface CommandOption {
  /** `--seeds <count>`, or `--json` for one without a value. */
  readonly flags: string;
  readonly description: string;
}

/** What the user wrote behind the command's name. */
export interface Arguments {
  readonly positional: readonly string[];
  /** By name without the dashes; every value that was given, `true` for an option without one. */
  readonly options: ReadonlyMap<string, readonly (string | true)[]>;
}

export type CommandGroup = "judge" | "run" | "share";

/** A command of the command line: thin, the work is done by the rooms below. */
export interface Command {
  /** Name and arguments: `explain <paper> <claim>`, `run [paper]`, `check [papers...]`. */
  readonly usage: string;
  readonly group: CommandGroup;
  /** A few words for the list of commands. */
  readonly summary: string;
  /** Sentences for the command's own help. */
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** Each with what it does. */
  readonly examples: readonly (readonly [command: string, purpose: string])[];
  /** Commands behind this one's name, such as `calc grim`; their usage begins with both words. */
  readonly parts?: readonly Command[];
  /** Of a part: the heading that it stands under in the help of the whole. */
  readonly section?: string;
  readonly run: (given: Arguments, shell: Shell) => Promise<ExitCode>;
}

export const jsonOption: CommandOption = { flags: "--json", description: "Print the result as JSON" };

/** The words of the usage before its arguments. */
export function commandName({ usage }: Pick<Command, "usage">): string {
  return usage.replace(/ [<[].*$/, "");
}
