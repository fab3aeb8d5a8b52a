import { isResult, numbersIn } from "./sentence-number.ts";
import type { ValueStatement } from "./statement.ts";

/** A clause that says what something achieves, without comparing: one number, or several "respectively". */
export function findValues(clause: string): readonly ValueStatement[] {
  const numbers = numbersIn(clause).filter(isResult);
  if (numbers.length === 0 || numbers.some(({ hedged, unit }) => hedged || unit === "times")) return [];
  if (comparing.test(clause) || !achieving.test(clause)) return [];
  if (numbers.length > 1 && !inTurn.test(clause)) return [];
  return [{ kind: "value", clause, numbers }];
}

const inTurn = /\b(?:respectively|correspondingly|accordingly|in (?:that|this) order)\b/i;
const achieving =
  /\b(?:achiev(?:es|e|ed|ing)|obtain(?:s|ed|ing)?|reach(?:es|ed|ing)?|gets?|got|attain(?:s|ed|ing)?|scor(?:es|ed)|yields?|yielded|gives?|has|have|had|performs? at|is|are|was|were)\b/i;
const comparing =
  /\b(?:improv\w*|outperform\w*|surpass\w*|exceed\w*|by|gains?|increas\w*|decreas\w*|reduc\w*|drop\w*|margins?|higher|lower|better|worse|than|compared|versus|vs\.?|from|between|difference|gap|boost\w*|lift|more|less|fewer|closest|differ\w*|rang\w*|not|would|could|should|previous\w*|original\w*|respect to)\b/i;
