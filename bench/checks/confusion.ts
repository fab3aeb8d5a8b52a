/**
 * A thousand confusion checks at 300 and at 10,000 examples, and one of 7 million pixels: our `decideConfusion`, and
 * `checkConfusion` which also explains, against mlscorecheck's `check_1_testset_no_kfold`, on the same printed scores,
 * by turns, one thread each. Scores are parsed before the clock starts, for both. Prints the processor seconds for a
 * thousand checks, for each side the median of three turns of the least of ten tries, so that a busy machine disturbs
 * neither, and their ratios; fails when a verdict differs.
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
import { type ConfusionInput, checkConfusion } from "../../src/checks/confusion.ts";
import { decideConfusion } from "../../src/checks/decide-confusion.ts";
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
}

const scoreSets: readonly (readonly ConfusionScoreName[])[] = [
  ["accuracy", "sensitivity", "specificity"],
  ["accuracy", "precision", "sensitivity", "f-beta"],
  ["accuracy", "sensitivity", "specificity", "precision", "npv", "f-beta", "mcc"],
];
const rounds = 3;
const tries = 10;
/** How many of the thousand cases the slow side is given. */
const compared = 30;
const families: readonly Family[] = [300, 10_000].flatMap((size) =>
  scoreSets.flatMap((names) =>
    [false, true].map((altered) => ({
      name: `${size} examples, ${names.length} scores, ${altered ? "altered" : "true"}`,
      cases: Array.from({ length: 1000 }, (_, index) => drawn(size, names, altered, index)),
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

type Check = (input: ConfusionInput) => { readonly outcome: string };

// V8 compiles on the way; what is compared is what a long run gets.
for (const { cases } of families) for (const check of [decideConfusion, checkConfusion]) ours(cases, check);
const turns = Array.from({ length: rounds }, () => {
  const own = families.map(({ cases }) => ({
    decided: ours(cases, decideConfusion),
    explained: ours(cases, checkConfusion),
  }));
  return { own, theirs: mlscorecheck(families.map(({ cases }) => cases.slice(0, compared))) };
});
for (const [place, { name }] of families.entries()) {
  const times = (["decided", "explained"] as const).map((kind) =>
    median(turns.map(({ own }) => own[place]?.[kind].seconds ?? Number.NaN)),
  );
  const line = `${name.padEnd(34)} ${times.map((time) => time.toFixed(4)).join(" / ")} s for 1000`;
  const theirs = turns.flatMap((turn) => turn.theirs?.[place]?.seconds ?? []).map((time) => (1000 * time) / compared);
  const ratios = times.map((time) => Math.round(median(theirs) / time)).join(" / ");
  console.log(
    theirs.length === 0 ? line : `${line}; mlscorecheck ${median(theirs).toFixed(2)} s, ${ratios} times as long`,
  );
  const differing = turns.some(({ own, theirs: peer }) => {
    const verdicts = own[place]?.decided.verdicts ?? [];
    const flags = peer?.[place]?.inconsistent ?? [];
    return verdicts.some((verdict, index) => {
      const flag = flags[index] ?? verdict !== "consistent";
      return verdict !== own[place]?.explained.verdicts[index] || flag !== (verdict !== "consistent");
    });
  });
  if (differing) {
    console.error(`${name}: verdicts differ`);
    process.exitCode = 1;
  }
}
console.log(
  `${"7 million pixels".padEnd(34)} ${(1000 * ours([pixels], checkConfusion).seconds).toFixed(2)} ms for one`,
);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function ours(
  cases: readonly Case[],
  check: Check,
): { readonly seconds: number; readonly verdicts: readonly string[] } {
  const epsilon = parseDecimal("0.00005");
  const inputs = cases.map(({ scores, ...counts }) => ({
    ...counts,
    scores: scores.map(({ name, text }) => ({ name, value: parseDecimal(text), epsilon })),
  }));
  let verdicts: readonly string[] = [];
  let seconds = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < tries; attempt++) {
    const start = process.cpuUsage();
    verdicts = inputs.map((input) => check(input).outcome);
    const { user, system } = process.cpuUsage(start);
    seconds = Math.min(seconds, (user + system) / 1e6);
  }
  return { seconds, verdicts };
}

/** Each family's time and flags. */
function mlscorecheck(
  cases: readonly (readonly Case[])[],
): readonly { readonly seconds: number; readonly inconsistent: readonly boolean[] }[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  try {
    const file = join(folder, "cases.json");
    writeFileSync(file, JSON.stringify(cases));
    const script = join("bench", "checks", "confusion.py");
    const { status, stdout, stderr } = spawnSync(process.env.PYTHON ?? "python3", [script, file, String(tries)], {
      encoding: "utf8",
      env: { ...process.env, OMP_NUM_THREADS: "1" },
    });
    if (status === 3) {
      console.log(`mlscorecheck is not at hand: ${stderr.trim()}`);
      return undefined;
    }
    if (status !== 0) throw new Error(`confusion.py failed: ${stderr.trim()}`);
    return JSON.parse(stdout) as { seconds: number; inconsistent: boolean[] }[];
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
