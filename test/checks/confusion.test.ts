import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ConfusionScoreName,
  confusionScoreNamed,
  confusionScoreWords,
} from "../../src/checks/confusion/score-names.ts";
import { checkConfusion } from "../../src/checks/confusion.ts";
import { decideConfusion } from "../../src/checks/decide-confusion.ts";
import { type Decimal, decimal, parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { contains, point } from "../../src/numbers/interval.ts";
import { toNumber, zero } from "../../src/numbers/rational.ts";
import { type RoundingRule, round, roundingInterval } from "../../src/numbers/rounding.ts";
import { allMatrices, type ExactScore, exactScore, liesIn, type Matrix } from "./confusion-oracle.ts";
import vectors from "./vectors/confusion.json" with { type: "json" };

const names = Object.keys(confusionScoreWords) as ConfusionScoreName[];
const rules: readonly RoundingRule[] = [
  "half-either",
  "half-up",
  "half-down",
  "half-even",
  "truncate",
  "floor",
  "ceiling",
];

const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });

describe("checkConfusion", () => {
  const betas = ["1", "2", "0.5"].map(parseDecimal);
  const matrix = (most: number) =>
    fc
      .tuple(fc.nat(most), fc.nat(most), fc.nat(most), fc.nat(most))
      .filter((counts) => counts.some((count) => count > 0))
      .map(([tp, fn, tn, fp]) => ({ tp, fn, tn, fp }));
  const chosen = (max: number) =>
    fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...names),
        decimals: fc.integer({ min: 0, max: 5 }),
        beta: fc.constantFrom(...betas),
      }),
      { minLength: 1, maxLength: max, selector: ({ name }) => name },
    );

  it.each(rules)("never calls the scores of a real matrix inconsistent that were printed by %s", (rule) => {
    fc.assert(
      fc.property(fc.oneof(matrix(40), matrix(5000)), chosen(7), fc.boolean(), (counts, choice, percent) => {
        const scores = choice.flatMap(({ name, decimals, beta }) => {
          const value = printed(exactScore(name, counts, toRational(beta)), decimals, rule);
          return value === undefined ? [] : [{ name, value, ...(name === "f-beta" ? { beta } : {}) }];
        });
        if (scores.length === 0) return;
        const shown = percent ? scores.map((one) => ({ ...one, value: asPercent(one.name, one.value) })) : scores;
        const { outcome, details } = checkConfusion({
          positives: counts.tp + counts.fn,
          negatives: counts.tn + counts.fp,
          scores: shown,
          rules: [rule],
          scale: percent ? "percent" : "fraction",
        });
        expect(outcome, JSON.stringify(details)).toBe("consistent");
      }),
      { seed: 101, numRuns: 200 },
    );
  });

  it("decides as trying every matrix does", () => {
    fc.assert(
      fc.property(
        matrix(12).filter(({ tp, fn, tn, fp }) => tp + fn <= 12 && tn + fp <= 12),
        chosen(3),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }),
        fc.constantFrom(...rules),
        (counts, choice, shifts, rule) => {
          const scores = choice.flatMap(({ name, decimals, beta }, index) => {
            const value = printed(exactScore(name, counts, toRational(beta)), Math.min(decimals, 3), rule);
            if (value === undefined) return [];
            const moved = decimal(value.units + BigInt(shifts[index] ?? 0), value.decimals);
            return [{ name, value: moved, ...(name === "f-beta" ? { beta } : {}) }];
          });
          if (scores.length === 0) return;
          const [positives, negatives] = [counts.tp + counts.fn, counts.tn + counts.fp];
          const fits = (members: typeof scores) =>
            [...allMatrices(positives, negatives)].some((candidate) =>
              members.every(({ name, value, beta }) => {
                const exact = exactScore(name, candidate, beta === undefined ? undefined : toRational(beta));
                return exact !== undefined && liesIn(exact, roundingInterval(value, rule));
              }),
            );
          const result = checkConfusion({ positives, negatives, scores, rules: [rule], scale: "fraction" });
          expect(result.outcome === "consistent", JSON.stringify(result.details)).toBe(fits(scores));
          const { witness, conflict } = result.details as { witness?: Matrix; conflict?: readonly string[] };
          if (witness !== undefined)
            for (const { name, value, beta } of scores) {
              const exact = exactScore(name, witness, beta === undefined ? undefined : toRational(beta));
              expect(exact !== undefined && liesIn(exact, roundingInterval(value, rule))).toBe(true);
            }
          if (conflict === undefined) return;
          const least = [1, 2, 3].flatMap((size) => subsets(scores, size)).find((members) => !fits(members)) ?? [];
          expect(conflict).toEqual(least.map(inWords));
          const wrong = scores.filter((_, index) => scores.length > 1 && fits(scores.toSpliced(index, 1)));
          expect(result.nearMisses.map((guess) => guess.split(" is wrong")[0])).toEqual(
            wrong.map((one) => `A guess: only ${inWords(one)}`),
          );
        },
      ),
      { seed: 102, numRuns: 500 },
    );
  });

  it("knows every alternative that trying every matrix finds, and tells the decision alone", () => {
    // A likelihood or odds ratio without a denominator is infinite rather than 0/0.
    const shares = names.filter((name) => !name.endsWith("-ratio"));
    const scoreOf = fc.record({
      name: fc.constantFrom(...shares),
      decimals: fc.integer({ min: 1, max: 3 }),
      shift: fc.constantFrom(0, 0, -1, 1),
    });
    const zeros = "undefined scores (0/0) printed as 0";
    const words = { truncate: "truncation", floor: "rounding down (floor)", ceiling: "rounding up (ceiling)" } as const;
    const others = ["truncate", "floor", "ceiling"] as const;
    fc.assert(
      fc.property(
        matrix(9).filter(({ tp, fn, tn, fp }) => tp + fn <= 10 && tn + fp <= 10),
        fc.uniqueArray(scoreOf, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
        fc.constantFrom<RoundingRule>("half-either", ...others),
        (counts, choice, rule) => {
          const scores = choice.map(({ name, decimals, shift }) => {
            const value = printed(exactScore(name, counts), decimals, rule) ?? decimal(0n, decimals);
            return { name, value: decimal(value.units + BigInt(shift), decimals) };
          });
          const [positives, negatives] = [counts.tp + counts.fn, counts.tn + counts.fp];
          const fits = (by: RoundingRule, withZeros: boolean) =>
            [...allMatrices(positives, negatives)].some((candidate) =>
              scores.every(({ name, value }) => {
                const exact = exactScore(name, candidate);
                const interval = roundingInterval(value, by);
                return exact === undefined ? withZeros && contains(interval, zero) : liesIn(exact, interval);
              }),
            );
          const alone = [
            ...(fits("half-either", true) ? [zeros] : []),
            ...others.filter((other) => fits(other, false)).map((other) => words[other]),
          ];
          const together = others.filter((other) => fits(other, true)).map((other) => `${zeros} with ${words[other]}`);
          const rescuedBy = fits("half-either", false) ? [] : alone.length > 0 ? alone : together;
          const outcome = fits("half-either", false)
            ? "consistent"
            : rescuedBy.length > 0
              ? "conditional"
              : "inconsistent";
          const input = { positives, negatives, scores, scale: "fraction" } as const;
          expect(decideConfusion(input), JSON.stringify(checkConfusion(input).details)).toEqual({ outcome, rescuedBy });
          expect(checkConfusion(input)).toMatchObject({ outcome, rescuedBy });
        },
      ),
      { seed: 104, numRuns: 500 },
    );
  });

  it("decides alike in plain numbers and where the digits ask for big ones", () => {
    const padded = ({ units, decimals }: Decimal): Decimal => decimal(units * 10n ** 18n, decimals + 18);
    fc.assert(
      fc.property(
        fc.oneof(matrix(40), matrix(3000), matrix(300_000_000)),
        chosen(4),
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 3 }),
        (counts, choice, shifts, width) => {
          const scores = choice.flatMap(({ name, decimals, beta }, index) => {
            const value = printed(exactScore(name, counts, toRational(beta)), decimals, "half-even");
            if (value === undefined) return [];
            const moved = decimal(value.units + BigInt(shifts[index] ?? 0), value.decimals);
            return [
              {
                name,
                value: moved,
                epsilon: decimal(BigInt(width), decimals + 1),
                ...(name === "f-beta" ? { beta } : {}),
              },
            ];
          });
          if (scores.length === 0) return;
          const of = (read: (number: Decimal) => Decimal) =>
            checkConfusion({
              positives: counts.tp + counts.fn,
              negatives: counts.tn + counts.fp,
              scores: scores.map((one) => ({ ...one, value: read(one.value), epsilon: read(one.epsilon) })),
              searchLimit: 200,
            });
          const [plain, big] = [of((number) => number), of(padded)];
          expect(big.outcome).toBe(plain.outcome);
          expect(big.details.witness).toEqual(plain.details.witness);
          expect(big.nearMisses).toHaveLength(plain.nearMisses.length);
          const conflict = ({ details }: typeof plain) =>
            (details.conflict as string[] | undefined)?.map((text) => text.split(" ").slice(0, 1));
          expect(conflict(big)).toEqual(conflict(plain));
        },
      ),
      { seed: 105, numRuns: 500 },
    );
  });

  it.each(vectors.filter(({ expected }) => expected === "consistent" || expected === "inconsistent"))(
    "$id: $expected",
    ({ positives, negatives, scores, epsilon, expected }) => {
      const { outcome } = checkConfusion({
        positives,
        negatives,
        scores: Object.entries(scores).map(([word, value]) => ({
          ...named(word),
          value: parseDecimal(value),
          epsilon: parseDecimal(epsilon),
        })),
        scale: "fraction",
      });
      expect(outcome).toBe(expected);
    },
  );

  it("names the smallest set of scores that conflict, and which one would mend it", () => {
    const result = checkConfusion({
      positives: 100,
      negatives: 200,
      scores: [score("accuracy", "0.9567"), score("sensitivity", "0.91"), score("specificity", "0.95")],
    });
    // By hand: 91 and 190 make 281 of 300, which is 0.9367.
    expect(result.outcome).toBe("inconsistent");
    expect(result.details).toMatchObject({
      conflict: ["accuracy 0.9567", "sensitivity 0.91", "specificity 0.95"],
      conflictIsSmallest: true,
    });
    expect(result.nearMisses).toContain(
      "A guess: only accuracy 0.9567 is wrong; the others hold for 91 true positives and 190 true negatives, for which it is about 0.9367.",
    );
  });

  it("counts the very ends of an interval to it, also for scores with roots", () => {
    const roots = ["mcc", "markedness", "g-mean", "fowlkes-mallows"] as const;
    let tried = 0;
    for (const counts of allMatrices(8, 10))
      for (const name of roots) {
        const exact = exactScore(name, counts);
        const value = printed(exact, 4, "half-even");
        if (exact === undefined || value === undefined || !liesIn(exact, point(toRational(value)))) continue;
        const others = (["sensitivity", "specificity"] as const).flatMap((other) => {
          const share = printed(exactScore(other, counts), 6, "half-even");
          return share === undefined ? [] : [{ name: other, value: share }];
        });
        const scores = [{ name, value, epsilon: parseDecimal("0") }, ...others];
        expect(checkConfusion({ positives: 8, negatives: 10, scores }).details).toMatchObject({ witness: counts });
        tried++;
      }
    expect(tried).toBeGreaterThan(30);
  });

  it("reads scores above one as percentages", () => {
    const scores = [score("accuracy", "93.67"), score("sensitivity", "91"), score("specificity", "95.0")];
    expect(checkConfusion({ positives: 100, negatives: 200, scores }).outcome).toBe("consistent");
    expect(checkConfusion({ positives: 100, negatives: 200, scores, scale: "fraction" }).outcome).toBe("inconsistent");
  });

  it("offers small scores beside percentages as fractions", () => {
    // By hand: 91 of 100 and 190 of 200; Matthews' correlation is 0.8579.
    const scores = [score("accuracy", "93.67"), score("sensitivity", "91.0"), score("mcc", "0.8579")];
    const at = (scale?: "percent") =>
      checkConfusion({ positives: 100, negatives: 200, scores, ...(scale === undefined ? {} : { scale }) });
    expect(at().rescuedBy).toContain("percentages above one and fractions of one below");
    expect(at("percent").outcome).toBe("inconsistent");
  });

  it("knows that a test set without positives leaves a sensitivity that may be printed as 0", () => {
    const scores = [score("accuracy", "0.5"), score("specificity", "0.5"), score("sensitivity", "0.0")];
    const result = checkConfusion({ positives: 0, negatives: 10, scores });
    expect([result.outcome, result.rescuedBy]).toEqual(["conditional", ["undefined scores (0/0) printed as 0"]]);
    const wrong = scores.with(2, score("sensitivity", "0.4"));
    expect(checkConfusion({ positives: 0, negatives: 10, scores: wrong }).outcome).toBe("inconsistent");
  });

  it("never calls the scores of a real matrix of up to 10^12 examples inconsistent", () => {
    const huge = fc
      .tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 11 })))
      .chain((powers) => fc.tuple(...powers.map((power) => fc.integer({ min: 0, max: 4 * 10 ** power }))))
      .filter(([tp = 0, fn = 0, tn = 0, fp = 0]) => tp + fn > 0 && tn + fp > 0)
      .map(([tp = 0, fn = 0, tn = 0, fp = 0]) => ({ tp, fn, tn, fp }));
    const exact = names.filter((name) => !["mcc", "kappa", "odds-ratio"].includes(name));
    fc.assert(
      fc.property(
        huge,
        fc.uniqueArray(fc.constantFrom(...exact), { minLength: 1, maxLength: 4 }),
        (counts, chosenNames) => {
          const scores = chosenNames.flatMap((name) => {
            const found = exactScore(name, counts);
            return found !== undefined && "value" in found ? [{ name, value: round(found.value, 6, "truncate") }] : [];
          });
          if (scores.length === 0) return;
          const { outcome, details } = checkConfusion({
            positives: counts.tp + counts.fn,
            negatives: counts.tn + counts.fp,
            scores,
            rules: ["truncate"],
            scale: "fraction",
            searchLimit: 2_000,
          });
          expect(outcome, JSON.stringify(details)).not.toBe("inconsistent");
        },
      ),
      { seed: 103, numRuns: 400 },
    );
  });

  it("offers truncation as an alternative", () => {
    // By hand: 2 of 3 is 0.666…
    const scores = [score("accuracy", "0.666")];
    const result = checkConfusion({ positives: 2, negatives: 1, scores });
    expect([result.outcome, result.rescuedBy]).toEqual(["conditional", ["truncation", "rounding down (floor)"]]);
  });

  it("knows that some libraries print 0 for 0/0", () => {
    // Nothing is called positive: accuracy 5/15, precision 0/0.
    const scores = [
      score("accuracy", "0.333"),
      score("sensitivity", "0.000"),
      score("precision", "0.000"),
      score("mcc", "0.000"),
    ];
    const result = checkConfusion({ positives: 10, negatives: 5, scores });
    expect([result.outcome, result.rescuedBy]).toEqual(["conditional", ["undefined scores (0/0) printed as 0"]]);
  });

  it("says when a search was cut off", () => {
    const scores = [score("accuracy", "0.50001234567")];
    const input = { positives: 5000, negatives: 5000, scores };
    expect(checkConfusion({ ...input, searchLimit: 10 }).outcome).toBe("undecidable");
    expect(checkConfusion(input).outcome).toBe("inconsistent");
  });

  it("refuses counts that are none", () => {
    expect(() => checkConfusion({ positives: 1.5, negatives: 2, scores: [score("accuracy", "0.5")] })).toThrow(
      "checkConfusion: positives is 1.5; give a whole number from 0 to 10^12",
    );
  });
});

describe("confusionScoreNamed", () => {
  it.each([
    ["Recall", { name: "sensitivity" }],
    ["F1", { name: "f-beta" }],
    ["F2", { name: "f-beta", beta: "2" }],
    ["False Positive Rate", { name: "fpr" }],
    ["constructor", undefined],
  ] as const)("%s", (word, expected) => {
    expect(confusionScoreNamed(word)).toEqual(expected);
  });
});

function named(word: string): { readonly name: ConfusionScoreName; readonly beta?: Decimal } {
  const found = confusionScoreNamed(word);
  if (found === undefined) throw new Error(`${word} is no score`);
  return found.beta === undefined ? { name: found.name } : { name: found.name, beta: parseDecimal(found.beta) };
}

/** A score as a paper prints it, by a rule; roots are rounded by looking for the decimal whose interval holds them. */
function printed(exact: ExactScore | undefined, decimals: number, rule: RoundingRule): Decimal | undefined {
  if (exact === undefined) return undefined;
  if ("value" in exact) return round(exact.value, decimals, rule);
  const near = exact.sign * Math.sqrt(toNumber(exact.square));
  const about = BigInt(Math.round(near * 10 ** decimals));
  for (const step of [0n, -1n, 1n, -2n, 2n]) {
    const candidate = decimal(about + step, decimals);
    if (liesIn(exact, roundingInterval(candidate, rule))) return candidate;
  }
  throw new Error(`no decimal prints ${near}`);
}

function asPercent(name: ConfusionScoreName, value: Decimal): Decimal {
  return name.endsWith("-ratio") ? value : decimal(value.units, value.decimals - 2);
}

/** As a check names it. */
function inWords({ name, value, beta }: { readonly name: string; readonly value: Decimal; readonly beta?: Decimal }) {
  return `${name === "f-beta" ? `F${beta?.text ?? "1"}` : name.replaceAll("-", " ")} ${value.text}`;
}

function subsets<T>(all: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return all.flatMap((first, index) => subsets(all.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}
