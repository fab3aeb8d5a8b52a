import { version } from "../audit/version.ts";
import { commandsFor } from "./commands.ts";
import { describeError } from "./describe-error.ts";
import type { ExitCode } from "./exit-code.ts";
import { exitCode } from "./exit-code.ts";
import { commandHelp, overview } from "./help-text.ts";
import { asksVersion, parseWords } from "./parse-words.ts";
import type { Shell } from "./shell.ts";

/** Runs the command that the words name and gives its exit status; every error is one line, unless `--verbose`. */
export async function runCommandLine(words: readonly string[], shell: Shell): Promise<ExitCode> {
  try {
    // Answered before any command is loaded.
    const commands = asksVersion(words) ? [] : await commandsFor(words);
    const request = parseWords(words, commands);
    if (request.kind === "version") shell.print(version);
    else if (request.kind === "help")
      shell.print(request.command === undefined ? overview(commands) : commandHelp(request.command));
    else return await request.command.run(request.given, shell);
    return exitCode.done;
  } catch (error) {
    const { line, code } = describeError(error);
    shell.note(`assay: ${line}`);
    if (words.includes("--verbose") && error instanceof Error) shell.note(error.stack ?? error.message);
    return code;
  }
}
