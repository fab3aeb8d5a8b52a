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
  ["mean --values 1,2,4 --reported 2.5 --eps .1", "consistent", "7/3 = 2.333, off by .167 of .2"],
  ["mean --values 1,2,4 --reported 2.5 --eps .08", "inconsistent", "off by .167 of .16"],
  ["means --row 90.0,80.0=85.0 --row 70.0,60.0=65.0", "consistent", "plain means"],
  [
    "means --row 90.0,80.0=88.0 --row 70.0,60.0=68.0 --weights 4,1",
    "conditional",
    "4/5 of the first, 1/5 of the second",
  ],
  ["means --row 90.0,80.0=88.0 --row 60.0,70.0=68.0 --weights 4,1", "inconsistent", "62 in the second row"],
  [
    "means --row 90.0,80.0=88.0 --row 60.0,70.0=68.0 --any-weights",
    "inconsistent",
    ".8 on the first, then on the second",
  ],
  ["means --row 90.0,80.0=88.0 --row 60.0,70.0=62.0 --any-weights", "consistent", ".8 and .2"],
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
  [
    "grim --mean 87.37 --n 150 --percent --runs 3",
    "conditional",
    "86.7 + 86.7 + 88.7 = 262.1, of runs with one decimal",
  ],
  [
    "grim --mean 87.37 --n 150 --percent --runs 3 --unrounded-runs",
    "inconsistent",
    "393/450 = 87.33 %, 394/450 = 87.56 %",
  ],
  ["column --means 87.37 --n 150..150 --percent --runs 3 --unrounded-runs", "inconsistent", "the same"],
  ["runs --mean 87.37 --sd 1.15 --runs 3 --examples 150", "conditional", "the SD of 86.7, 86.7 and 88.7 is 1.1547"],
  ["runs --mean 87.37 --sd 1.15 --runs 3 --examples 150 --unrounded-runs", "inconsistent", "393/450, 394/450"],
  ["auc --auc .933 --positives 4 --negatives 3 --runs 3", "conditional", "11/12, 11/12 and 1 as .9, .9 and 1.0"],
  [
    "auc --auc .933 --positives 4 --negatives 3 --runs 3 --unrounded-runs",
    "inconsistent",
    "67/72 = .9306, 68/72 = .9444",
  ],
  ["grim --mean 5.27 --n 43 --eps .01", "consistent", "227/43 = 5.2791"],
  ["grim --mean 5.27 --n 43 --eps .009", "inconsistent", "226/43 = 5.2558, 227/43 = 5.2791"],
  ["grim --mean 5.2 --n 4300", "undecidable", "every mean with one decimal is some k/4300"],
  ["grimmer --mean 7.22 --sd 5.30 --n 38", "conditional", "274/38 = 7.2105 is 7.22 rounded up, and nothing else"],
  ["grimmer --mean 7.22 --sd 5.30 --n 38 --rule half-up", "inconsistent", "274/38 = 7.2105, 275/38 = 7.2368"],
  ["grimmer --mean 3.6 --sd 3.11 --n 25", "consistent", "scrutiny"],
  ["grimmer --mean 4.61 --sd 1.92 --n 40 --items 3", "undecidable", "variances step by 2 / (9 · 39), SDs by .0015"],
  ["debit --mean .53 --sd .50 --n 1683", "consistent", "√(.53 · .47) = .499"],
  ["debit --mean 19 --sd 35 --n 1683 --percent", "inconsistent", "√(.19 · .81) = .392"],
  ["debit --mean .41 --sd .09 --n 32", "inconsistent", "13 of 32: SD .499"],
  ["debit --mean .41 --sd .09 --n 32 --spread sem", "consistent", ".499/√32 = .0882"],
  ["debit --mean .41 --sd .09 --n 32 --spread either", "conditional", "as above"],
  ["grimmer --mean 3.50 --sd 0.2 --n 10 --spread either", "conditional", "five 3 and five 4: .527/√10 = .167"],
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
  // By numerical integration: p is .0421 at t = 2.13, .0364 at 2.198, .0361 at 2.202, .0311 at 2.27.
  ["p --test t --stat 2.20 --df 28 --p .03 --eps .002", "inconsistent", "p from .0361 to .0364, not from .028 to .032"],
  ["p --test t --stat 2.20 --df 28 --p .03 --eps .01", "consistent", "up to .04"],
  ["p --test t --stat 2.20 --df 28 --p <.05 --eps .07", "consistent", "< compares with .05 itself"],
  ["p --test t --stat 2.20 --df 28 --p <.03 --eps .07", "conditional", "< compares with .03 itself; one-tailed .0156"],
  ["auc --fpr .1 --tpr .8 --auc .7", "consistent", "with rounding .75 · .85 = .64 at least"],
  ["auc --fpr .10 --tpr .80 --auc .70", "inconsistent", "at least .795 · .895 = .7115"],
  [
    "auc --fpr .10 --tpr .80 --auc .99",
    "conditional",
    "at most 1 − .095 · .195 = .9815; rounded up 1 − .09 · .2 = .982",
  ],
  [
    "auc --fpr .10,.30 --tpr .80,.90 --auc .91",
    "consistent",
    "from .2 · .8 + .7 · .9 = .79 to .1 · .8 + .2 · .9 + .7 = .96",
  ],
  ["auc --auc .913 --positives 5 --negatives 7", "inconsistent", "31/35 = .886, 31.5/35 = .9, 32/35 = .914"],
  ["auc --auc .900 --positives 5 --negatives 7", "conditional", "31.5/35 with a tie"],
  ["auc --auc .900 --positives 5 --negatives 7 --ties no", "inconsistent", "31/35 = .886, 32/35 = .914"],
  ["auc --auc .95 --best-accuracy .70 --positives 50 --negatives 50", "inconsistent", "at most 1 − .29² · 2 = .83"],
  ["auc --auc .85 --fpr .10 --tpr .80 --hard-labels", "consistent", "(1 + .8 − .1) / 2 = .85"],
  ["auc --auc .95 --fpr .10 --tpr .80 --hard-labels", "inconsistent", "(1 + .8 − .1) / 2 = .85"],
  ["auc --detection-error 22.5 --fpr95 40.0", "consistent", ".05/2 + .4/2 = .225"],
  ["auc --detection-error 20.0 --fpr95 40.0", "conditional", "less than .225, so only the least over all thresholds"],
  ["auc --detection-error 41.0 --fpr95 40.0", "inconsistent", "the error of either class is at most .40"],
  ["auc --auc 50.0 --fpr95 40.0", "inconsistent", "at least .95 · .6 = .57"],
  ["ap --ap .23 --positives 50 --negatives 50", "inconsistent", "Σ i/(i + 50)/50 for i to 50 = .3069, tied .25"],
  ["ap --ap .31 --positives 50 --negatives 50", "consistent", "as above"],
  ["percentage --percent 42.9 --count 9 --total 21", "consistent", "9/21 = 42.857 %"],
  ["percentage --percent 42.8 --count 9 --total 21", "conditional", "42.857 is truncated to 42.8"],
  ["percentage --percent 43.1 --total 21", "inconsistent", "9/21 = 42.86 %, 10/21 = 47.62 %"],
  ["percentage --percent .429 --total 21 --fraction", "consistent", "9/21 = .42857"],
  ["difference --value 88.4 --baseline 85.2 --reported 3.2", "consistent", "88.4 − 85.2"],
  ["difference --value 88.4 --baseline 85.2 --reported 3.4", "inconsistent", "at most 3.3, which prints as 3.3"],
  ["difference --value 85.2 --baseline 88.4 --reported 3.2", "conditional", "the opposite sign"],
  ["ratio --value 46 --baseline 20 --reported 2.3 --exact", "consistent", "46/20"],
  ["ratio --value 20 --baseline 46 --reported 2.3 --exact", "conditional", "the inverse"],
  ["gain --value 90.0 --baseline 80.0 --reported 12.5", "consistent", "10/80"],
  ["gain --value 90.0 --baseline 80.0 --reported 11.1", "conditional", "10/90, of the new value"],
  ["gain --value 90.0 --baseline 80.0 --reported 50.0", "inconsistent", "none of 12.5, 11.1, 10"],
  ["gain --value 90.0 --baseline 80.0 --reported 50.0 --perfect 100", "conditional", "10 of 20 points of error"],
  ["column --means 3.33,1.67 --n 1..8", "consistent", "10/3 and 5/3"],
  ["column --means 3.33,1.75 --n 1..8", "inconsistent", "thirds and quarters have 12 in common"],
  ["agree --values 93.94,93.9,94", "consistent", "93.94 rounds to both"],
  ["agree --values 93.94,93.9,92.7", "inconsistent", "93.9 is not 92.7"],
  ["ranks --values 90.1,88.4,92.0 --ranks 2,3,1", "consistent", "92.0, 90.1, 88.4"],
  ["ranks --values 9,9,8 --ranks 1,1,2 --exact", "conditional", "dense ranks"],
  ["ranks --values 90.1,90.3 --ranks 1,2 --eps .11", "consistent", "90.205 and 90.195 lie within"],
  ["ranks --values 90.1,90.3 --ranks 1,2 --eps .1", "conditional", "both may be 90.2: a tie in any order"],
  ["ranks --values 90.1,90.3 --ranks 1,2 --eps .09", "inconsistent", "at most 90.19, at least 90.21"],
  ["ranks --values 1,2,3 --ranks 3,2,2 --exact", "inconsistent", "1, 2 and 3 are not tied"],
  ["majority --accuracy 89.5 --classes 910,90", "consistent", "a note"],
  ["majority --accuracy 89.5 --classes 910,90 --eps 1.5", "consistent", "a note"],
  ["f1 --precision .80 --recall .60 --reported .69", "consistent", "2 · .48/1.4 = .6857"],
  ["f1 --precision .80 --recall .60 --reported .72", "inconsistent", "as above"],
  ["f1 --precision .80 --recall .60 --reported .63 --beta 2", "consistent", "5 · .48/(3.2 + .6) = .6316"],
  ["chance --probabilities .5,.5 --flags 1", "consistent", "a note"],
  ["runs --mean 92.0 --sd 0.5 --runs 3 --examples 50", "inconsistent", "46/50 each, or an SD of 1.15 at least"],
  ["runs --mean 92.0 --sd 2.0 --runs 3 --examples 50", "consistent", "90, 92, 94"],
  ["runs --mean 92.0 --sd 2.0 --runs 3 --decimals 0", "consistent", "90, 92, 94"],
  [
    "folds --positives 20,50 --negatives 80,50 --accuracy .90 --sensitivity .60 --specificity .70",
    "inconsistent",
    "the mean of accuracies is (.2 s₁ + .8 t₁ + .5 s₂ + .5 t₂)/2, at most .78 where s sums to 1.2, t to 1.4",
  ],
  [
    "folds --positives 20 --negatives 80 --folds 5 --stratified --accuracy .95 --sensitivity .80",
    "consistent",
    "16 of 20 and 79 of 80",
  ],
  [
    "multiclass --classes 10,100,80 --average micro --sensitivity .2737 --precision .2842",
    "inconsistent",
    "both are the accuracy",
  ],
  ["multiclass --classes 10,100,80 --average micro --sensitivity .2737 --precision .2737", "consistent", "52/190"],
  ["fraction --value 0.9401140684410646 --totals 1..1100", "consistent", "989/1052 is that double"],
  ["split --auc 0.9142857142857143 --examples 12 --ties no", "consistent", "32/35"],
  ["fraction --value 0.667 --totals 3..7 --eps .0001", "inconsistent", "2/3 = .66667, off by .00033; 5/7 = .714"],
  ["fraction --value 0.667 --totals 3..7 --eps .0004", "consistent", "2/3 and 4/6"],
  ["fraction --value 0.667 --totals 3..7 --eps .1", "undecidable", "some k/7 lies in every interval as wide"],
  ["split --auc 0.914 --examples 12 --ties no --eps .0003", "consistent", "32/35 = .914286"],
  [
    "split --auc 0.914 --examples 12 --ties no --eps .0002",
    "inconsistent",
    "off by .000286; 29/32 = .906, 25/27 = .926",
  ],
  ["batches --accuracy 83.33 --examples 10 --batch 4", "consistent", "(1 + 1 + 1/2)/3"],
  ["batches --accuracy 71 --examples 10 --batch 4", "inconsistent", "twelfths: 66.7, 75; tenths: 70; eighths: 75"],
  ["regression --mae .52 --rmse .48", "inconsistent", "MAE is at most RMSE"],
  ["regression --rmse .50 --mse .25", "consistent", ".5² = .25"],
  ["regression --rmse .50 --mse .30", "inconsistent", ".505² = .255"],
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
    const { printed: help, code } = await assay(["calc", "--help"]);
    // Long examples go over several lines, as a shell takes them.
    const printed = help.replaceAll(/ \\\n +/g, " ");
    expect(code).toBe(0);
    expect(parts).toHaveLength(30);
    for (const part of parts) {
      expect(printed).toMatch(new RegExp(`^ {2}${commandName(part)} +\\S.*\\?`, "m"));
      expect(printed).toContain(`$ ${part.examples[0]?.[0]}\n`);
    }
    for (const name of ["GRIM", "GRIMMER", "DEBIT", "CLOSURE", "statcheck"]) expect(printed).toContain(`(${name})`);
  });

  it("puts each check under what one has, each heading once", async () => {
    const { printed } = await assay(["calc", "--help"]);
    const headings = printed.split("\n").filter((line) => /^[A-Z](?!.*[.:]$)/.test(line) && line !== "Options");
    const sections = [...new Set(parts.map(({ section }) => section))];
    expect(sections).not.toContain(undefined);
    expect(headings).toEqual(expect.arrayContaining(sections));
    expect(sections.map((section) => printed.split(`\n${section}\n`).length)).toEqual(sections.map(() => 2));
    const [wholeNumbers = ""] = printed.split("\n\n").filter((text) => text.startsWith("Means and spreads of n whole"));
    for (const name of ["grim", "grimmer", "debit", "samples"]) expect(wholeNumbers).toContain(`  calc ${name} `);
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

  it("takes a half width wherever numbers are given as printed", () => {
    const without = parts.filter(({ options }) => !options.some(({ flags }) => flags === "--eps <value>"));
    // Probabilities are not printed in the paper; the judge of runs has a margin.
    expect(without.map(commandName)).toEqual(["calc chance", "calc verdict"]);
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
  ["", "`assay calc` needs <check>: mean, means, sum, percentage"],
  ["gril --mean 5", '`assay calc` has no "gril"; did you mean grim?'],
  ["GRIMMER --mean 5", '`assay calc` has no "GRIMMER"; did you mean grimmer?'],
  ["statcheck --p .05", '`assay calc` has no "statcheck"; did you mean p?'],
  ["AUPR --ap .5", '`assay calc` has no "AUPR"; did you mean ap?'],
  ["zzzzzzzz", '`assay calc` has no "zzzzzzzz"; it has mean, means, sum, percentage'],
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
  ["grim --mean 5.27 --n 43 --eps=-1", "--eps -1 is negative; give a half width such as .005"],
  ["grim --mean 5.27 --n 43 --eps .01 --rule floor", "--rule and --eps exclude each other"],
  ["p --test t --stat 2.20 --df 28 --p .03 --eps .01 --rule floor", "--rule and --eps exclude each other"],
  ["grim --mean 87.37 --n 150 --percent --unrounded-runs", "--unrounded-runs needs --runs, how many there are"],
  [
    "runs --mean 92.0 --sd 0.5 --runs 3 --decimals 1 --unrounded-runs",
    "--unrounded-runs and --decimals exclude each other",
  ],
  ["sum --values 1,2 --reported 4 --exact --eps 1", "--exact and --eps exclude each other"],
  ["mean --values 95,04;88,25 --reported 91.6", "write a point for the decimal comma: 95.04"],
  ["gain --value 90 --baseline 80 --reported 12.5%", "leave out the percent sign: 12.5"],
  ["mean --values 1±0.2,2 --reported 1.5", "give it without its spread"],
  ["grim --mean 5.19 --n 1,000", "--n 1,000 is not a count such as 5; write 1000"],
  ["grim -mean 5.19 -n 28", "has no option -mean; an option begins with two hyphens: --mean"],
  ["grim --mean 150 --n 28 --percent", "--mean 150 is no share of yes-or-no values, from 0 to 100"],
  ["debit --mean 53 --sd 50 --n 100", "from 0 to 1; add --percent where it is in percent"],
  ["sd --mean 4 --sd 1 --n 5 --scale 1..7 --continuous --items 2", "--continuous and --items exclude each other"],
  ["confusion --positives 10 --negatives 20 --score acc=.9 --accuracy .8", "accuracy is given twice; give it once"],
  ["confusion --positives 10 --negatives 20 --score acc=.9=1", "--score acc=.9=1 is not one score such as recall=.81"],
  [
    "folds --positives 2 --negatives 8 --folds 11 --accuracy .9",
    "11 folds of 10 examples; give at most a fold for each",
  ],
  ["f1 --precision .8 --recall .6 --reported .69 --beta=-1", "beta is -1; give a number that is 0 or more"],
  ["verdict --reported 76.1±0.5 --runs 75,76 --margin=-1", "--margin -1 is negative; give the difference"],
  ["verdict --reported 76.1(0.5) --runs 75,76 --margin 1", "write a spread as 76.1±0.5, or leave it out"],
  ["debit --mean .53 --sd .5 --n 10 --spread se", "--spread se is none of sd, sem, either"],
  ["means --row 1,2", "--row 1,2 is not a row such as 90.1,80.3=85.2"],
  ["means --row 1,2=1.5 --row 1,2,3=2", "row 2 has 3 cells and row 1 2"],
  ["means --row 1,2=1.5 --any-weights --weights 1,2", "--any-weights and --weights exclude each other"],
  ["means --row 1,2=1.5 --weights 1", "--weights has 1 numbers and a row 2"],
  ["chance --probabilities 1.5 --flags 1", "1.5 is not a probability"],
  ["chance --probabilities .5,.5 --checks 4 --flags 1", "--checks 4 needs one probability for all, not 2"],
  ["debit --mean .53 --sd=-.5 --n 10", "calc debit: the SD -.5 is negative; for example: assay calc debit"],
  ["sd --mean 4 --sd 1 --n 5 --scale 7..1", "--scale 7..1 is not a range such as 1..5"],
  ["sd --mean 4 --sd 1 --n 5 --scale 1..7 --ddof 2", "--ddof 2 is neither 0 (divide by n) nor 1"],
  ["confusion --positives 10 --negatives 20", "needs at least one score, such as --accuracy .9567"],
  ["confusion --positives 10 --negatives 20 --score nonsense=.5", '"nonsense" is no score that is known'],
  ["confusion --positives 10 --negatives 20 --score recall", "--score recall is not a number as printed"],
  ["sum --values 1,024 --reported 1024", "write 1024, or separate by semicolons"],
  ["auc --fpr .1 --tpr .8", "`assay calc auc` needs --auc; for example: "],
  ["auc --auc .7", "`assay calc auc` needs what to hold --auc against"],
  ["auc --auc .7 --fpr .1,.2 --tpr .8", "--fpr has 2 numbers and --tpr 1"],
  ["auc --auc .7 --accuracy .8", "calc auc: an accuracy needs the counts"],
  ["auc --auc .7 --hard-labels", "--hard-labels needs one point"],
  ["auc --auc .7 --accuracy .8 --best-accuracy .8", "exclude each other"],
  ["auc --auc .7 --positives 5 --negatives 7 --ties some", "--ties some is neither yes nor no"],
  ["percentage --percent 42.9 --count 22 --total 21", "calc percentage: the count is 22"],
  ["column --means 3.33 --n 5", "--n 5 is not a range of counts such as 5..100"],
  ["agree --values 93.9", "calc agree: 1 place, where two or more can agree"],
  ["ranks --values 1,2 --ranks 1", "--ranks has 1 numbers and --values 2"],
  ["majority --accuracy 89.5 --classes 9.5,1", "--classes 9.5 is not a count such as 5"],
  ["runs --mean 92.0 --sd 0.5 --runs 3", "needs --examples or --decimals, one of them"],
  ["folds --positives 1,2 --negatives 3 --accuracy .5", "--positives has 2 numbers and --negatives 1"],
  ["multiclass --classes 5,5 --average mean --accuracy .5", "--average mean is none of micro, macro, weighted"],
  ["regression --variance 2", "needs at least one score, such as --mae"],
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
