import type { Judgement, TestDetail } from "./judgement.ts";

type Facts = Omit<Judgement, "explanation">;

/** One sentence that tells a judgement with its numbers. `unit` follows the difference and the margin. */
export function explain(facts: Facts, unit: string | undefined): string {
  const show = (value: number): string => formatLike(value, facts.halfUnit);
  const suffix = unit === undefined ? "" : ` ${unit}`;
  const deviation = facts.standardDeviation === undefined ? "" : `, SD ${show(facts.standardDeviation)}`;
  const runs = `${facts.runs} ${facts.runs === 1 ? "run" : "runs"}`;
  const claimed = { equal: "printed", "at-least": "claimed at least", "at-most": "claimed at most" }[facts.side];
  const opening = `${claimed} ${show(facts.reported)}, observed ${show(facts.observedMean)} (${runs}${deviation}), difference ${show(facts.difference)}${suffix}`;
  const margin = `${facts.margin.source === "none" ? "no margin stated" : `${facts.margin.source} margin ${show(facts.margin.value)}${suffix}`}`;
  const because = reason(facts, show);
  return `${opening.charAt(0).toUpperCase()}${opening.slice(1)}; ${margin}: ${facts.verdict}, ${because}.`;
}

/**
 * As many decimals as the print has, and one more, but six of a double that is printed in full; a true minus sign.
 * Without a print, four significant digits; 0 for what is a billionth of `size` or less, which a sum of floats leaves.
 */
export function formatLike(value: number, halfUnit: number, size = 0): string {
  if (halfUnit === 0 && Math.abs(value) <= size * 1e-9) return "0";
  if (halfUnit === 0) return Number(value.toPrecision(4)).toString().replace("-", "−");
  const printed = Math.max(0, Math.round(-Math.log10(2 * halfUnit)) + 1);
  const decimals = printed > DECIMALS_OF_A_PERSON ? 6 : printed;
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}

/** No person prints more; code that prints a double gives fifteen or more. */
const DECIMALS_OF_A_PERSON = 12;

function reason(facts: Facts, show: (value: number) => string): string {
  const interval = (test: TestDetail | undefined): string =>
    test === undefined
      ? ""
      : ` (${percent(test.level)} interval of the difference ${show(test.interval.lower)} to ${show(test.interval.upper)})`;
  const more = facts.seedsThatWouldDecide === undefined ? "" : `; ${facts.seedsThatWouldDecide} seeds would decide`;
  switch (facts.reason) {
    case "within the margin":
      return facts.equivalence === undefined
        ? "within the margin"
        : `within the margin with its uncertainty${interval(facts.equivalence)}`;
    case "outside the margin":
      return `outside the margin with its uncertainty${interval(facts.refutation)}`;
    case "exact comparison":
      return "by exact comparison, since chance has no part in it";
    case "too few seeds":
      return `too few seeds${interval(facts.refutation)}${more}`;
    case "margin below what the paper's own n can support":
      return `the margin is below what the paper's own ${facts.paperRuns ?? 1} runs can support, so that no number of seeds can confirm`;
    case "near the edge":
      return `near the edge of the margin${interval(facts.refutation)}; 100 seeds would not decide`;
    case "± undefined":
      return `the paper does not say what its ± is, and the readings disagree (${(facts.readings ?? []).map(({ meaning, verdict }) => `${meaning}: ${verdict}`).join(", ")})`;
    case "split not fixed":
      return "outside the margin by seeds alone, but the paper does not fix which examples were tested, which varies more than seeds do";
    case "compatible":
      return `compatible, which is no reproduction: without a margin equality cannot be confirmed${interval(facts.refutation)}${more}`;
    case "number of the paper's runs unknown":
      return "our seeds have no effect, the paper's do, and it does not say how many it ran";
  }
}

function percent(level: number): string {
  return `${Number((100 * level).toFixed(2))} %`;
}
