/**
 * A CSV of 10,000 rows read, its columns inferred and every check that applies run; and how long `assay calc` takes to answer.
 * Prints wall and processor seconds, since a busy machine stretches the first. The limits are 2 s and 0.3 s.
 *
 * Run it with `npm run build && npm run bench -- inspect/csv-table`.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { stream } from "../../src/random/stream.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const { uniform } = stream("bench", "csv-table");
const lines = Array.from({ length: 10_000 }, (_, row) => {
  const scores = Array.from({ length: 4 }, () => Math.round(1000 * (0.5 + 0.45 * uniform())) / 10);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return [`Method ${row + 1}`, ...scores.map((score) => score.toFixed(1)), mean.toFixed(1)].join(",");
});
const text = ["Method,A,B,C,D,Average", ...lines].join("\n");

for (let round = 0; round < 3; round++) {
  const [began, processor] = [performance.now(), process.cpuUsage()];
  const { tables } = await readTables(sourceText("bench.csv", text));
  const findings = tables.map((table) => inspectTable(readingOf(table)).findings.length);
  const { user, system } = process.cpuUsage(processor);
  const wall = ((performance.now() - began) / 1000).toFixed(2);
  console.log(
    `10,000 rows: ${wall} s, processor ${((user + system) / 1e6).toFixed(2)} s, ${findings.join(", ")} findings`,
  );
}
for (let round = 0; round < 3; round++) {
  const [began, program] = [performance.now(), join(process.cwd(), "dist", "src", "cli", "main.js")];
  const { status } = spawnSync(process.execPath, [program, "calc", "grim", "--mean", "5.27", "--n", "43"]);
  if (status !== 4) throw new Error(`assay calc grim ended with ${status}, not 4`);
  console.log(`assay calc grim: ${((performance.now() - began) / 1000).toFixed(2)} s`);
}
