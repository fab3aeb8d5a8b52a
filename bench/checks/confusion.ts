/**
 * A thousand confusion checks at 300 and at 10,000 examples, and one of 7 million pixels: our `checkConfusion` against
 * mlscorecheck's `check_1_testset_no_kfold`, on the same printed scores, by turns, one thread each. Prints the median
 * seconds for a thousand checks of three rounds and their ratio, and fails when a verdict differs.
 *
 * Run it with `npm run bench -- checks/confusion`.
 * The Python that has mlscorecheck is named by PYTHON (default: python3); without it only our times are printed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConfusionScoreName } from "../../src/checks/confusion/score-names.ts";
import { scoreOf } from "../../src/checks/confusion/score-value.ts";
import { checkConfusion } from "../../src/checks/confusion.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { one } from "../../src/numbers/rational.ts";
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

const scoreSets: readonly (readonly ConfusionScoreName[])[] = [
  ["accuracy", "sensitivity", "specificity"],
  ["accuracy", "precision", "sensitivity", "f-beta"],
  ["accuracy", "sensitivity", "specificity", "precision", "npv", "f-beta", "mcc"],
];
const rounds = 3;
const families: readonly Family[] = [300, 10_000].flatMap((size) =>
  scoreSets.flatMap((names) =>
    [false, true].map((altered) => ({
      name: `${size} examples, ${names.length} scores, ${altered ? "altered" : "true"}`,
      cases: Array.from({ length: 1000 }, (_, index) => drawn(size, names, altered, index)),
      compared: size === 300 ? 100 : 12,
    })),
  ),
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

for (const family of families) ours(family.cases);
for (const family of families) {
  const own: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { seconds, verdicts } = ours(family.cases);
    own.push(seconds);
    const peer = mlscorecheck(family.cases.slice(0, family.compared));
    if (peer === undefined) continue;
    theirs.push((1000 * peer.seconds) / family.compared);
    const differing = peer.inconsistent.filter((flag, index) => flag !== (verdicts[index] !== "consistent")).length;
    if (differing > 0) {
      console.error(`${family.name}: ${differing} of ${family.compared} verdicts differ`);
      process.exitCode = 1;
    }
  }
  const line = `${family.name.padEnd(36)} ${median(own).toFixed(4)} s for 1000`;
  if (theirs.length === 0) console.log(line);
  else
    console.log(
      `${line}; mlscorecheck ${median(theirs).toFixed(2)} s, ${Math.round(median(theirs) / median(own))} times as long`,
    );
}
console.log(`${"7 million pixels".padEnd(36)} ${(1000 * ours([pixels]).seconds).toFixed(2)} ms for one`);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

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

function drawn(size: number, names: readonly ConfusionScoreName[], altered: boolean, index: number): Case {
  const { uniform: random } = stream("bench", "confusion", size, names.length, String(altered), index);
  const positives = Math.round(size * (0.2 + 0.3 * random()));
  const negatives = size - positives;
  const tp = Math.round(positives * (0.6 + 0.39 * random()));
  const tn = Math.round(negatives * (0.6 + 0.39 * random()));
  return {
    positives,
    negatives,
    scores: names.map((name, place) => {
      const value = scoreOf(name, { positives, negatives }, tp, tn, one);
      const moved = altered && place === 0 ? value + (value > 0.95 ? -1 : 1) * (0.004 + 0.01 * random()) : value;
      return { name, text: moved.toFixed(4) };
    }),
  };
}
