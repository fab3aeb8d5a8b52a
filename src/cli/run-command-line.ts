import cac from "cac";
import { version } from "../audit/version.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Shell } from "./shell.ts";
import { UsageError } from "./usage-error.ts";

/** Runs the command that the words name and gives its exit status; every error is one line, unless `--verbose`. */
export async function runCommandLine(words: readonly string[], shell: Shell): Promise<ExitCode> {
  const cli = cac("assay");
  cli.option("--verbose", "Print whole errors");
  for (const command of commands) register(cli, command, shell);
  cli.help();
  cli.version(version);
  try {
    cli.parse(["node", "assay", ...words], { run: false });
    if (cli.options.help || cli.options.version) return exitCode.done;
    if (cli.matchedCommand === undefined) {
      const [name] = cli.args;
      if (name === undefined) {
        cli.outputHelp();
        return exitCode.done;
      }
      throw new UsageError(`there is no command "${name}"; \`assay --help\` lists them`);
    }
    return (await cli.runMatchedCommand()) as ExitCode;
  } catch (error) {
    shell.note(`assay: ${describeError(error, words.includes("--verbose"))}`);
    return isUsage(error) ? exitCode.usage : exitCode.fault;
  }
}

function register(cli: ReturnType<typeof cac>, command: Command, shell: Shell): void {
  const registered = cli.command(command.usage, command.description);
  for (const { flags, description, default: value } of command.options) {
    registered.option(flags, description, value === undefined ? {} : { default: value });
  }
  for (const example of command.examples) registered.example(`  $ ${example}`);
  registered.action((...given: unknown[]) => {
    const options = given.at(-1) as Readonly<Record<string, unknown>>;
    const positional = given
      .slice(0, -1)
      .flat()
      .filter((word) => word !== undefined)
      .map(String);
    return command.run({ positional, options }, shell);
  });
}

function isUsage(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof Error && error.name === "CACError") || isInputError(error);
}

/** Errors about files, claims and evidence that the user gave. */
function isInputError(error: unknown): boolean {
  return error instanceof Error && error.constructor !== TypeError && error.constructor !== ReferenceError;
}

function describeError(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (verbose) return error.stack ?? error.message;
  return error.message.replaceAll(/\s*\n\s*/g, " ");
}
