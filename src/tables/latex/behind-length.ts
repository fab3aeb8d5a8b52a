import type { Token } from "./latex-tokens.ts";

const units = "pt|pc|in|bp|cm|mm|dd|cc|sp|ex|em|mu|fil+";
const length = new RegExp(`^[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:${units})$`);
const factor = /^[-+]?(?:\d+\.?\d*|\.\d+)?$/;

/** The index behind a length of TeX, `1em`, `-.5pt`, `0.5\tabcolsep` or `\fill`; the index itself where none stands. */
export function behindLength(tokens: readonly Token[], at: number, end: number): number {
  const index = behindSpace(tokens, at, end);
  const first = index < end ? tokens[index] : undefined;
  if (first?.kind === "macro") return index + 1;
  if (first?.kind !== "text") return at;
  if (length.test(first.text)) return index + 1;
  return factor.test(first.text) && index + 1 < end && tokens[index + 1]?.kind === "macro" ? index + 2 : at;
}

/** The index behind the measures of a rule: `width 1pt height 2ex`. */
export function behindRuleSpec(tokens: readonly Token[], at: number, end: number): number {
  let next = at;
  for (;;) {
    const index = behindSpace(tokens, next, end);
    if (index >= end || !/^(?:width|height|depth)$/.test(tokens[index]?.text ?? "")) return next;
    next = behindLength(tokens, index + 1, end);
  }
}

function behindSpace(tokens: readonly Token[], at: number, end: number): number {
  let index = at;
  while (index < end && tokens[index]?.kind === "space") index++;
  return index;
}
