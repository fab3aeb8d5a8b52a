import { describe, expect, it } from "vitest";
import { checkGrim } from "../../src/checks/grim.ts";
import { commandName } from "../../src/cli/command.ts";
import { calc } from "../../src/cli/commands/calc.ts";
import { judgeMeasurement } from "../../src/judge/judge-measurement.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { assay, onlyLine } from "./fake-shell.ts";

const exits: Readonly<Record<string, number>> = {
  consistent: 0,
  reproduced: 0,
  inconsistent: 1,
  refuted: 1,
  conditional: 4,
  undecidable: 4,
  inconclusive: 4,
};

/** Words behind `calc`, the outcome, and the arithmetic or the peer that says so. */
const decided: readonly (readonly [words: string, outcome: string, because: string])[] = [
  ["mean --values 95.04,88.25,79.90,83.00 --reported 86.54", "consistent", "86.5475 ± .005 meets 86.54 ± .005"],
  ["mean --values 95.04,88.25,79.90,83.00 --reported 86.54 --exact", "conditional", "86.5475 is truncated to 86.54"],
  [
    "mean --values 95.04,88.25,79.90,83.00 --reported 85.64 --weights 10,10,20,2",
    "conditional",
    "(950.4 + 882.5 + 1598 + 166) / 42 = 85.640, the plain mean is 86.5475",
  ],
  ["mean --values 95.04,88.25,79.90,83.00 --reported 80.00", "inconsistent", "86.5475 is not near 80"],
  ["mean --values=-1.0,-3.0 --reported -2.0", "consistent", "(−1 − 3) / 2 = −2"],
  ["sum --values 33.3,33.3,33.3 --reported 100.0", "consistent", "up to 3 · 33.35 = 100.05"],
  ["sum --values 120,240,310 --reported 680 --exact", "inconsistent", "120 + 240 + 310 = 670"],
  ["grim --mean 5.27 --n 43", "conditional", "226/43 = 5.2558, 227/43 = 5.2791: 5.27 by truncation only"],
  ["grim --mean 5.27 --n 43 --rule half-up", "inconsistent", "neither of them rounds to 5.27"],
  ["grim --mean 5.27 --n 43 --items 2", "consistent", "453/86 = 5.2674"],
  ["grim --mean 87.33 --n 100 --percent --runs 3", "consistent", "262/300 = 87.33 %"],
  [
    "grim --mean 87.35 --n 100 --percent --runs 3 --rule half-even",
    "inconsistent",
    "262/300 = 87.33 %, 263/300 = 87.67 %",
  ],
  ["grim --mean 5.2 --n 4300", "undecidable", "every mean with one decimal is some k/4300"],
  ["grimmer --mean 7.22 --sd 5.30 --n 38", "conditional", "274/38 = 7.2105 is 7.22 rounded up, and nothing else"],
  ["grimmer --mean 7.22 --sd 5.30 --n 38 --rule half-up", "inconsistent", "274/38 = 7.2105, 275/38 = 7.2368"],
  ["grimmer --mean 3.6 --sd 3.11 --n 25", "consistent", "scrutiny"],
  ["grimmer --mean 4.61 --sd 1.92 --n 40 --items 3", "undecidable", "variances step by 2 / (9 · 39), SDs by .0015"],
  ["debit --mean .53 --sd .50 --n 1683", "consistent", "√(.53 · .47) = .499"],
  ["debit --mean 19 --sd 35 --n 1683 --percent", "inconsistent", "√(.19 · .81) = .392"],
  ["sd --mean 4.2 --sd 3.10 --n 5 --scale 1..7", "inconsistent", "at most 3.03, as rsprite2 says"],
  ["sd --mean 4.2 --sd 3.03 --n 5 --scale 1..7", "consistent", "as above"],
  ["sd --mean 98.1 --sd 9.9 --n 5 --scale 0..100 --continuous", "inconsistent", "100, 100, 100, 100, 90.5: SD 4.25"],
  ["samples --mean 2.7 --sd 1.9 --n 130 --scale 1..5", "consistent", "CLOSURE: 5359 samples"],
  ["samples --mean 2.4 --sd 1.10 --n 25 --scale 1..5 --ddof 1 --rule half-either", "inconsistent", "CLOSURE: none"],
  [
    "confusion --positives 100 --negatives 200 --accuracy .9567 --sensitivity .8545 --specificity .9734",
    "inconsistent",
    "no k/100 is .8545",
  ],
  [
    "confusion --positives 100 --negatives 1000 --score acc=.8464 --score sens=.81 --score f1=.4894 --eps .0001",
    "consistent",
    "mlscorecheck",
  ],
  ["confusion --positives 10 --negatives 10 --f1 66.67 --percent", "consistent", "2 · 10 / (2 · 10 + 10)"],
  ["p --test t --stat 2.20 --df 28 --p .04", "consistent", "SciPy: 0.0362"],
  ["p --test t --stat 2.20 --df 28 --p .03", "conditional", "0.0362 is truncated to .03"],
  ["p --test t --stat 2.2 --df 28 --p .08 --tails two", "inconsistent", "statcheck"],
  ["p --test r --stat .22 --df 28 --p .26 --tails two --rule half-up", "inconsistent", "statcheck"],
  ["p --test F --stat 4.35 --df 2,57 --p <.05", "consistent", "SciPy: 0.0174"],
  [
    "verdict --reported 76.1±0.5 --paper-runs 5 --runs 75.1,76.2,75.8 --margin 1 --spread standard-deviation",
    "inconclusive",
    "−0.4 with 3 runs of SD 0.56: its 90 % interval reaches −1.34 by the runs alone",
  ],
  [
    "verdict --reported 90.0±0.5 --paper-runs 5 --runs 75.1,76.2,75.8 --margin 1 --spread standard-deviation",
    "refuted",
    "14 points off, 25 times the SD",
  ],
  [
    "verdict --reported 76.1+-0.5 --paper-runs 5 --runs 75.9,76.2,76.1,76.0,76.2 --margin 3",
    "reproduced",
    "the difference is 0.02, the margin 3",
  ],
];

describe("assay calc", () => {
  it.each(decided)("%s: %s, for %s", async (words, outcome) => {
    const { code, printed, noted } = await assay(["calc", ...words.split(" ")]);
    expect(noted).toBe("");
    expect(printed).toMatch(new RegExp(`^(?:outcome|verdict) +${outcome}\\b`));
    expect(code).toBe(exits[outcome]);
    expect(Math.max(...printed.split("\n").map((line) => line.length))).toBeLessThanOrEqual(112);
    const json = JSON.parse((await assay(["calc", ...words.split(" "), "--json"])).printed);
    expect(json.outcome ?? json.verdict).toBe(outcome);
  });

  it("prints the library's result unchanged as JSON", async () => {
    const grim = await assay("calc grim --mean 5.27 --n 43 --json".split(" "));
    expect(JSON.parse(grim.printed)).toEqual(
      JSON.parse(JSON.stringify(checkGrim({ mean: parseDecimal("5.27"), count: 43 }))),
    );
    const verdict = await assay("calc verdict --reported 76.1 --runs 75.1,76.2,75.8 --margin 1 --json".split(" "));
    const judged = judgeMeasurement(
      { value: 76.1, halfUnit: 0.05 },
      { values: [75.1, 76.2, 75.8], halfUnit: 0.05 },
      { claimMargin: 1, deterministic: false },
    );
    expect(JSON.parse(verdict.printed)).toEqual(JSON.parse(JSON.stringify(judged)));
  });

  it("says what was assumed, what rescues a number and what may have happened", async () => {
    const { printed } = await assay("calc grim --mean 5.27 --n 43".split(" "));
    for (const label of ["outcome", "why", "assuming", "rescued by", "a guess"])
      expect(printed).toMatch(new RegExp(`^${label} `, "m"));
    const samples = await assay("calc samples --mean 2.7 --sd 1.9 --n 130 --scale 1..5 --limit 3 --json".split(" "));
    expect(JSON.parse(samples.printed).details).toMatchObject({ samples: "5359" });
    expect(JSON.parse(samples.printed).details.listed).toHaveLength(3);
  });
});

describe("the help of assay calc", () => {
  const parts = calc.parts ?? [];

  it("has a line and an example for each check, by what it asks and by the name of its field", async () => {
    const { printed, code } = await assay(["calc", "--help"]);
    expect(code).toBe(0);
    expect(parts).toHaveLength(10);
    for (const part of parts) {
      expect(printed).toMatch(new RegExp(`^ {2}${commandName(part)} +\\S.*\\?`, "m"));
      expect(printed).toContain(`$ ${part.examples[0]?.[0]}\n`);
    }
    for (const name of ["GRIM", "GRIMMER", "DEBIT", "CLOSURE", "statcheck"]) expect(printed).toContain(`(${name})`);
  });

  it("explains each argument of a check", async () => {
    for (const part of parts) {
      const words = commandName(part).split(" ");
      const { printed, code } = await assay([...words, "--help"]);
      expect(code).toBe(0);
      expect(printed).toContain(`Usage: assay ${part.usage}`);
      for (const { flags } of part.options) expect(printed).toContain(`\n  ${flags} `);
      expect((await assay(["help", ...words])).printed).toBe(printed);
    }
  });

  it("has examples that run", async () => {
    for (const [line] of parts.flatMap(({ examples }) => examples)) {
      const { code, noted } = await assay(line.replaceAll('"', "").split(" ").slice(1));
      expect([line, noted]).toEqual([line, ""]);
      expect([0, 1, 4]).toContain(code);
    }
  });
});

const mistakes: readonly (readonly [string, string])[] = [
  ["", "`assay calc` needs <check>: mean, sum, grim"],
  ["gril --mean 5", '`assay calc` has no "gril"; did you mean grim?'],
  ["zzzzzzzz", '`assay calc` has no "zzzzzzzz"; it has mean, sum, grim'],
  ["grim --n 43", "`assay calc grim` needs --mean; for example: assay calc grim --mean 5.27 --n 43"],
  ["samples --n 43 --sd 1", "`assay calc samples` needs --mean and --scale; for example: "],
  ["grim --mean 5.2x --n 43", "--mean 5.2x is not a number as printed, such as 84.30"],
  ["grim --mean 5.27 --n 4.5", "--n 4.5 is not a count such as 5"],
  ["grim --mean 5.27 --n 43 --rule halfup", "--rule halfup: did you mean half-up?"],
  ["grim --mean 5.27 --n 43 --sd 3", "`assay calc grim` has no option --sd"],
  ["grim 5.27 43 --mean 5.27 --n 43", '"5.27" is one word too many: assay calc grim'],
  ["mean --values 1,x --reported 2", "--values x is not a number as printed"],
  ["mean --values , --reported 2", "--values holds no number"],
  ["mean --values 1,2 --reported 2 --weights 1", "--weights has 1 numbers and --values 2"],
  ["debit --mean .53 --sd=-.5 --n 10", "calc debit: the SD -.5 is negative; for example: assay calc debit"],
  ["sd --mean 4 --sd 1 --n 5 --scale 7..1", "--scale 7..1 is not a range such as 1..5"],
  ["sd --mean 4 --sd 1 --n 5 --scale 1..7 --ddof 2", "--ddof 2 is neither 0 (divide by n) nor 1"],
  ["confusion --positives 10 --negatives 20", "needs at least one score, such as --accuracy .9567"],
  ["confusion --positives 10 --negatives 20 --score nonsense=.5", '"nonsense" is no score that is known'],
  ["confusion --positives 10 --negatives 20 --score recall", "--score recall is not a number as printed"],
  ["p --test t --stat 2.20 --p .03", "calc p: t needs 1 positive degrees of freedom"],
  ["p --test t --stat 2.20 --df 28 --p often", '"often" is not a p-value such as .03'],
  ["p --test u --stat 2.20 --p .03", "--test u is none of t, F, chi2, Q, z, r"],
  ["verdict --reported high --runs 1,2", '"high" is not a printed number such as 89.8'],
  ["verdict --reported 5 --runs 1,2 --spread sd", "--spread sd is none of standard-deviation"],
];

describe("a mistake in assay calc", () => {
  it.each(mistakes)("%s", async (words, line) => {
    const { code, printed, noted } = await assay(["calc", ...words.split(" ").filter((word) => word !== "")]);
    expect(onlyLine(noted)).toContain(line);
    expect(code).toBe(2);
    expect(printed).toBe("");
  });
});
