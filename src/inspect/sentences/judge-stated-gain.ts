import { gainResult } from "./judge-difference.ts";
import { type Judgement, undecided } from "./judgement.ts";
import type { StatedGain } from "./statement.ts";

/** Whether a gain fits the two numbers that its sentence gives for it, under every meaning that the words leave open. */
export function judgeStatedGain({ gain, value, baseline, measure }: StatedGain): Judgement {
  const result = gainResult(measure, gain.value, value.value, baseline.value);
  if (result.outcome === "consistent") return { check: "sentence-gain", outcome: "consistent" };
  if (result.outcome === "undecidable") return undecided("sentence-gain");
  const conditional = result.outcome === "conditional";
  return {
    check: "sentence-gain",
    outcome: result.outcome,
    flag: {
      strength: conditional ? "conditional" : "suspicion",
      printed: gain.text,
      why: `it gives ${value.text} and ${baseline.text}. ${result.explanation}`,
      restsOn: [
        `the sentence's ${gain.text} is the gain of its ${value.text} over its ${baseline.text}`,
        ...result.assumptions,
      ],
      result,
      cells: [],
    },
  };
}
