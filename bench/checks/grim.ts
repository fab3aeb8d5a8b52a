/**
 * A million GRIM tests, a thousand whole checks and as many of grimmer and samples: our `fitsGrim` beside the same
 * test in Python floats, as one would write it by hand. Fails when an answer differs.
 *
 * Run it with `npm run bench -- checks/grim`. The Python is named by PYTHON (default: python3).
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { checkGrim } from "../../src/checks/grim.ts";
import { fitsGrim } from "../../src/checks/grim-lattice.ts";
import { checkGrimmer } from "../../src/checks/grimmer.ts";
import { checkSamples } from "../../src/checks/samples.ts";
import { type Decimal, decimal } from "../../src/numbers/decimal.ts";

const million = 1_000_000;
const rounds = 3;

/** The means 1.00 to 6.99, for 10 to 99 values each: the same order as in grim.py. */
const means: readonly Decimal[] = Array.from({ length: 600 }, (_, index) => decimal(BigInt(100 + index), 2));

for (let round = 0; round < rounds; round++) {
  const start = performance.now();
  let possible = 0;
  for (let index = 0; index < million; index++)
    if (fitsGrim(means[index % 600] as Decimal, 10 + (Math.floor(index / 600) % 90), "half-either")) possible++;
  const seconds = (performance.now() - start) / 1000;
  const { status, stdout, stderr } = spawnSync(
    process.env.PYTHON ?? "python3",
    [join("bench", "checks", "grim.py"), String(million)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`grim.py failed: ${stderr.trim()}`);
  const theirs = JSON.parse(stdout) as { seconds: number; possible: number };
  console.log(
    `a million GRIM tests      ${seconds.toFixed(2)} s; Python ${theirs.seconds.toFixed(2)} s, ${(theirs.seconds / seconds).toFixed(1)} times as long`,
  );
  if (possible !== theirs.possible) {
    console.error(`${possible} means are possible here, ${theirs.possible} there`);
    process.exitCode = 1;
  }
}
const scale = { minimum: 1, maximum: 7 };
time("a thousand checkGrim", 1000, (mean) => checkGrim({ mean, count: 28 }));
time("a thousand checkGrimmer", 1000, (mean) => checkGrimmer({ mean, sd: decimal(153n, 2), count: 28 }));
time("a hundred checkSamples", 100, (mean) => checkSamples({ mean, sd: decimal(153n, 2), count: 28, scale }));

function time(what: string, times: number, check: (mean: Decimal) => unknown): void {
  const start = performance.now();
  for (let index = 0; index < times; index++) check(means[(7 * index) % 600] as Decimal);
  console.log(`${what.padEnd(25)} ${((performance.now() - start) / 1000).toFixed(2)} s`);
}
