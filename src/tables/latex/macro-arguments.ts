import type { MatchedTokens } from "./latex-tokens.ts";

/** First token of an argument, the index behind its last, and the index behind the argument. */
export type Group = readonly [first: number, last: number, next: number];

export interface ArgumentReader {
  /** The argument at an index: what a brace group holds, or one token. */
  readonly argument: (at: number, end: number) => Group;
  /** The index behind an optional argument, where one stands at an index. */
  readonly behindOptional: (at: number, end: number) => number;
}

/** Finds the arguments of a cell's macros. */
export function argumentReader({ tokens, closing }: MatchedTokens): ArgumentReader {
  // By the end of a stretch the first bracket that found no partner in it: those behind it find none either.
  const unclosed = new Map<number, number>();
  return {
    argument: (at, end) => {
      let index = at;
      while (index < end && tokens[index]?.kind === "space") index++;
      const close = closing.get(index);
      if (close !== undefined && close < end) return [index + 1, close, close + 1];
      return index < end ? [index, index + 1, index + 1] : [end, end, end];
    },
    behindOptional: (at, end) => {
      if (at >= end || tokens[at]?.text !== "[" || tokens[at]?.kind !== "text") return at;
      if (at >= (unclosed.get(end) ?? end)) return at;
      for (let index = at; index < end; index++) {
        const close = closing.get(index);
        if (close !== undefined) index = close;
        else if (tokens[index]?.kind === "text" && tokens[index]?.text === "]") return index + 1;
      }
      unclosed.set(end, at);
      return at;
    },
  };
}

/** As many brace groups in a row as wanted, or as there are. */
export function groups(
  { tokens, closing }: MatchedTokens,
  at: number,
  end: number,
  wanted: number,
): readonly (Group | undefined)[] {
  const found: Group[] = [];
  let index = at;
  while (found.length < wanted) {
    while (index < end && tokens[index]?.kind === "space") index++;
    const close = closing.get(index);
    if (close === undefined || close >= end) break;
    found.push([index + 1, close, close + 1]);
    index = close + 1;
  }
  return found;
}

/** What a group spells. */
export function textOf({ tokens }: MatchedTokens, group: Group | undefined): string {
  return group === undefined
    ? ""
    : tokens
        .slice(group[0], group[1])
        .map(({ text }) => text)
        .join("")
        .trim();
}

/** The index behind an optional argument and the spaces around it. */
export function skipBracket({ tokens }: MatchedTokens, at: number, end: number): number {
  let index = at;
  while (index < end && tokens[index]?.kind === "space") index++;
  if (tokens[index]?.text !== "[") return index;
  while (index < end && tokens[index]?.text !== "]") index++;
  index++;
  while (index < end && tokens[index]?.kind === "space") index++;
  return index;
}
