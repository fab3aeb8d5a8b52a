/**
 * A thousand confusion checks at 300 and at 10,000 examples, and one of 7 million pixels: our `checkConfusion` against
 * mlscorecheck's `check_1_testset_no_kfold`, on the same printed scores, in the same run, one thread each. Prints the
 * seconds for a thousand checks and their ratio, and fails when a verdict differs.
 *
 * Run it with `npm run bench -- checks/confusion`.
 * The Python that has mlscorecheck is named by PYTHON (default: python3); without it only our times are printed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConfusionScoreName } from "../../src/checks/confusion/score-names.ts";
import { checkConfusion } from "../../src/checks/confusion.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { stream } from "../../src/random/stream.ts";

interface Case {
  readonly positives: number;
  readonly negatives: number;
  readonly scores: readonly { readonly name: ConfusionScoreName; readonly text: string }[];
}

interface Family {
  readonly name: string;
  readonly cases: readonly Case[];
  /** How many of the cases the slow side is given. */
  readonly compared: number;
}

const names: readonly ConfusionScoreName[] = ["accuracy", "sensitivity", "specificity"];
const families: readonly Family[] = [300, 10_000].flatMap((size) =>
  [false, true].map((altered) => ({
    name: `${size} examples, ${altered ? "altered" : "true"}`,
    cases: Array.from({ length: 1000 }, (_, index) => drawn(size, altered, index)),
    compared: size === 300 ? 200 : 12,
  })),
);
const pixels: Case = {
  positives: 712_528,
  negatives: 6_199_936,
  scores: [
    { name: "accuracy", text: "0.5562" },
    { name: "sensitivity", text: "0.5049" },
    { name: "specificity", text: "0.5621" },
  ],
};

for (const family of families) ours(family.cases.slice(0, 300));
for (const family of families) {
  const { seconds, verdicts } = ours(family.cases);
  const theirs = mlscorecheck(family.cases.slice(0, family.compared));
  const line = `${family.name.padEnd(26)} ${seconds.toFixed(4)} s for 1000`;
  if (theirs === undefined) console.log(line);
  else {
    const thousand = (1000 * theirs.seconds) / family.compared;
    console.log(`${line}; mlscorecheck ${thousand.toFixed(2)} s, ${Math.round(thousand / seconds)} times as long`);
    const differing = theirs.inconsistent.filter((flag, index) => flag !== (verdicts[index] !== "consistent")).length;
    if (differing > 0) {
      console.error(`${differing} of ${family.compared} verdicts differ`);
      process.exitCode = 1;
    }
  }
}
console.log(`7 million pixels            ${(1000 * ours([pixels]).seconds).toFixed(2)} ms for one`);

function ours(cases: readonly Case[]): { readonly seconds: number; readonly verdicts: readonly string[] } {
  const start = performance.now();
  const epsilon = parseDecimal("0.00005");
  const verdicts = cases.map(
    ({ positives, negatives, scores }) =>
      checkConfusion({
        positives,
        negatives,
        scores: scores.map(({ name, text }) => ({ name, value: parseDecimal(text), epsilon })),
      }).outcome,
  );
  return { seconds: (performance.now() - start) / 1000, verdicts };
}

function mlscorecheck(
  cases: readonly Case[],
): { readonly seconds: number; readonly inconsistent: readonly boolean[] } | undefined {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  try {
    const file = join(folder, "cases.json");
    writeFileSync(file, JSON.stringify(cases));
    const script = join("bench", "checks", "confusion.py");
    const { status, stdout, stderr } = spawnSync(process.env.PYTHON ?? "python3", [script, file], {
      encoding: "utf8",
      env: { ...process.env, OMP_NUM_THREADS: "1" },
    });
    if (status === 3) {
      console.log(`mlscorecheck is not at hand: ${stderr.trim()}`);
      return undefined;
    }
    if (status !== 0) throw new Error(`confusion.py failed: ${stderr.trim()}`);
    return JSON.parse(stdout) as { seconds: number; inconsistent: boolean[] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function drawn(size: number, altered: boolean, index: number): Case {
  const { uniform: random } = stream("bench", "confusion", size, String(altered), index);
  const positives = Math.round(size * (0.2 + 0.3 * random()));
  const negatives = size - positives;
  const tp = Math.round(positives * (0.6 + 0.39 * random()));
  const tn = Math.round(negatives * (0.6 + 0.39 * random()));
  const values = [(tp + tn) / size, tp / positives, tn / negatives];
  if (altered) values[0] = (values[0] ?? 0) + ((values[0] ?? 0) > 0.95 ? -1 : 1) * (0.004 + 0.01 * random());
  return {
    positives,
    negatives,
    scores: names.map((name, place) => ({ name, text: (values[place] ?? 0).toFixed(4) })),
  };
}
