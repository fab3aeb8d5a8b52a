/**
 * How long every claim of all papers takes to decide, in a fresh process. Run it with
 * `npm run build && npm run bench -- audit/claims`.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const rounds = 5;
const mostSeconds = 3;
const program = join(process.cwd(), "dist", "src", "cli", "main.js");

const seconds = Array.from({ length: rounds }, () => {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, [program, "check", "--json"], { stdio: "ignore" });
  if (status !== 1) throw new Error(`assay check ended with ${status}, not 1: some claims of the papers fail`);
  return (performance.now() - began) / 1000;
}).sort((a, b) => a - b);
const median = seconds[Math.floor(rounds / 2)] ?? Number.NaN;
console.log(`all claims of all papers: median ${median.toFixed(2)} s of ${rounds}, limit ${mostSeconds} s`);
