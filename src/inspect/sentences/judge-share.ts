import { shortText } from "../../checks/exact-text.ts";
import { misprints } from "../../checks/misprints.ts";
import { checkPercentage } from "../../checks/percentage.ts";
import { rational } from "../../numbers/rational.ts";
import type { StatedShare } from "./find-shares.ts";
import { type Judgement, undecided } from "./judgement.ts";

/**
 * Whether a percentage is that of the counts beside it. Nothing confirms that it is meant so, hence a suspicion at most,
 * and only where a slip of one digit, or two that are swapped, explains it.
 */
export function judgeShare({ text, percent, count, total }: StatedShare): Judgement {
  const result = checkPercentage({ percent, count, total });
  if (result.outcome === "consistent") return { check: "sentence-share", outcome: "consistent" };
  if (result.outcome === "undecidable") return undecided("sentence-share");
  const isSlip = misprints(percent).some(
    ({ value }) => checkPercentage({ percent: value, count, total }).outcome === "consistent",
  );
  if (result.outcome === "inconsistent" && !isSlip) return undecided("sentence-share");
  return {
    check: "sentence-share",
    outcome: result.outcome,
    flag: {
      strength: result.outcome === "conditional" ? "conditional" : "suspicion",
      printed: text,
      why: `${count} of ${total} is ${shortText(rational(100 * count, total), percent.decimals + 2)} %`,
      restsOn: [`the sentence's ${percent.text} % is the share of ${count} in ${total}`, ...result.assumptions],
      result,
      cells: [],
    },
  };
}
