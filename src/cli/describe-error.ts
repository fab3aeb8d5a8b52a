import { codeOf } from "../../harness/durable-file.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";

/**
 * An error as one line for the user, and the exit status it stands for: a mistake in what was asked or given, or a fault
 * of Assay's own. The rooms below throw plain errors for bad input, with what, where and how to mend it; whatever the
 * language or a library throws by itself is ours.
 */
export function describeError(error: unknown): { readonly line: string; readonly code: ExitCode } {
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, " ");
  if (isInput(error)) return { line: message, code: exitCode.usage };
  return {
    line: `a fault of Assay's own, not of what you asked: ${message}; please report it with what --verbose adds`,
    code: exitCode.fault,
  };
}

function isInput(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (["UsageError", "ReadError"].includes(error.name) || isSystem(error)) return true;
  return error.constructor === Error && codeOf(error) === undefined;
}

/** The operating system refused something: a file that is missing, a folder that cannot be written. */
function isSystem(error: Error): boolean {
  return "syscall" in error && typeof codeOf(error) === "string";
}
