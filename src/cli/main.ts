#!/usr/bin/env node
import { runCommandLine } from "./run-command-line.ts";
import { processShell } from "./shell.ts";

// Whoever reads may have seen enough: `assay check | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), processShell);
