#!/usr/bin/env node
import { exitCode } from "./exit-code.ts";
import { runCommandLine } from "./run-command-line.ts";
import { processShell } from "./shell.ts";

// Whoever reads may have seen enough: `assay check | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  processShell.note(`assay: the standard output cannot be written: ${error.message}`);
  process.exit(exitCode.usage);
});

process.exitCode = await runCommandLine(process.argv.slice(2), processShell);
