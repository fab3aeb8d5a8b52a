import { ReadError } from "../source-table.ts";

export interface Token {
  readonly kind:
    | "macro"
    | "open"
    | "close"
    | "align"
    | "math"
    | "superscript"
    | "subscript"
    | "space"
    | "parameter"
    | "text";
  /** A macro's name without its backslash; else the characters themselves. */
  readonly text: string;
  /** Offset in the source; for what a macro expanded to, where the macro stands. */
  readonly at: number;
}

const tokenPattern =
  /\\([a-zA-Z]+)[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?|\\([\s\S])|(%[^\n]*(?:\n[ \t]*)?)|([{}$&^_])|(\s+)|#(\d)|[^\\%{}$&^_#\s[\]*()~,=|!]+|[\s\S]/gy;

const kinds: Readonly<Record<string, Token["kind"]>> = {
  "{": "open",
  "}": "close",
  "&": "align",
  $: "math",
  "^": "superscript",
  _: "subscript",
};

/** LaTeX source from an offset to another as tokens, comments left out. */
export function latexTokens(source: string, from: number, to: number): readonly Token[] {
  const tokens: Token[] = [];
  const text = source.slice(from, to);
  const pattern = new RegExp(tokenPattern);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = from + match.index;
    const [whole, name, sign, comment, special, space, parameter] = match;
    if (name === "verb") {
      const verbatim = /\\verb\*?([^\sa-zA-Z*])([^\n]*?)\1/y;
      verbatim.lastIndex = match.index;
      const found = verbatim.exec(text);
      tokens.push({ kind: "text", text: found?.[2] ?? "\\verb", at });
      if (found !== null) pattern.lastIndex = verbatim.lastIndex;
    } else if (name !== undefined || sign !== undefined) {
      tokens.push({ kind: "macro", text: name ?? (sign as string), at });
    } else if (special !== undefined) {
      tokens.push({ kind: kinds[special] as Token["kind"], text: special, at });
    } else if (space !== undefined) tokens.push({ kind: "space", text: " ", at });
    else if (parameter !== undefined) tokens.push({ kind: "parameter", text: parameter, at });
    else if (comment === undefined) tokens.push({ kind: "text", text: whole === "~" ? " " : whole, at });
  }
  return tokens;
}

export interface MatchedTokens {
  readonly tokens: readonly Token[];
  /** For an opening brace the index of its closing one; absent for every other token, and for a brace that is never closed. */
  readonly closing: ReadonlyMap<number, number>;
  /** Braces without a partner, by index. */
  readonly unmatched: readonly number[];
}

/** Pairs the braces. Throws a ReadError where they nest deeper than allowed. */
export function matchBraces(tokens: readonly Token[], depth: number, placeOf: (at: number) => string): MatchedTokens {
  const closing = new Map<number, number>();
  const [open, unmatched]: [number[], number[]] = [[], []];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "open") {
      open.push(index);
      if (open.length > depth) {
        throw new ReadError(`${placeOf(token.at)}: braces nest more than ${depth} deep; a table needs far fewer`);
      }
    } else if (token.kind === "close") {
      const opening = open.pop();
      if (opening === undefined) unmatched.push(index);
      else closing.set(opening, index);
    }
  }
  return { tokens, closing, unmatched: [...unmatched, ...open] };
}
