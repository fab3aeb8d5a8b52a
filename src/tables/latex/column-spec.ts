import { ReadError } from "../source-table.ts";
import { latest, type MacroDefinitions } from "./latex-macros.ts";
import { latexTokens, type Token } from "./latex-tokens.ts";

/** What a column of a tabular adds to each of its cells. */
export interface ColumnSpec {
  /** Set before and behind the cell: `>{\bfseries}`, `<{$}`. */
  readonly before: readonly Token[];
  readonly behind: readonly Token[];
  /** Printed between this column and the next: the `$\pm$` of `r@{$\pm$}l`. */
  readonly glue: readonly Token[];
}

/** Reads `l|r@{.}l*{3}{c}p{2cm}`. Column types that the text defines are replaced; unknown ones are a column each. */
export function columnSpecs(
  spec: readonly Token[],
  definitions: MacroDefinitions,
  limit: number,
  place: string,
): readonly ColumnSpec[] {
  const columns: { before: Token[]; behind: Token[]; glue: Token[] }[] = [];
  let before: Token[] = [];
  let steps = 0;
  read(letters(spec), 0);
  return columns;

  function read(list: readonly Token[], depth: number): void {
    for (let index = 0; index < list.length; index++) {
      const { kind, text, at } = list[index] as Token;
      if (++steps > limit * 20) throw new ReadError(`${place}: more than ${limit} columns are declared`);
      if (kind === "space" || kind === "close" || text === "|" || text === ":" || text === ";") continue;
      if (kind === "open" || text === "[") {
        index = groupEnd(list, index);
        continue;
      }
      const group = (): readonly Token[] => {
        while (list[index + 1]?.kind === "space") index++;
        const end = groupEnd(list, index + 1);
        const inner = list.slice(index + 2, list[index + 1]?.kind === "open" ? end : index + 2);
        index = inner.length === 0 && list[index + 1]?.kind !== "open" ? index : end;
        return inner;
      };
      if (text === "*") {
        const times = Number(
          group()
            .map((token) => token.text)
            .join(""),
        );
        const repeated = group();
        if (times > limit) throw new ReadError(`${place}: more than ${limit} columns are declared`);
        for (let count = 0; count < times && depth < 10; count++) read(repeated, depth + 1);
      } else if (text === ">") before = [...before, ...group()];
      else if (text === "<") columns.at(-1)?.behind.push(...group());
      else if (text === "@" || text === "!") columns.at(-1)?.glue.push(...group());
      else if (kind === "text") {
        const definition = depth < 10 ? latest(definitions.get(`column ${text}`), at) : undefined;
        if (definition !== undefined) {
          const body = letters(
            latexTokens(definition.body, 0, definition.body.length).map((token) => ({ ...token, at })),
          );
          const leading = columns.length;
          read(body, depth + 1);
          const first = columns[leading];
          if (first !== undefined) first.before.unshift(...before);
          before = [];
        } else {
          columns.push({ before, behind: [], glue: [] });
          before = [];
        }
        if (columns.length > limit) throw new ReadError(`${place}: more than ${limit} columns are declared`);
      }
    }
  }
}

/** Runs of letters letter by letter, but for what is set between and around cells: `@{…}`, `!{…}`, `>{…}`, `<{…}`. */
function letters(spec: readonly Token[]): readonly Token[] {
  let depth = 0;
  let kept = Number.POSITIVE_INFINITY;
  let last = "";
  return spec.flatMap((token) => {
    if (token.kind === "open") {
      depth++;
      if (/[@!<>]/.test(last)) kept = Math.min(kept, depth);
    }
    if (token.kind === "close") {
      if (depth === kept) kept = Number.POSITIVE_INFINITY;
      depth--;
    }
    if (token.kind !== "space") last = token.text.slice(-1);
    return token.kind === "text" && depth < kept && (depth === 0 || !/^\d/.test(token.text))
      ? [...token.text].map((letter) => ({ ...token, text: letter }))
      : [token];
  });
}

function groupEnd(list: readonly Token[], open: number): number {
  let depth = 0;
  const isBracket = list[open]?.text === "[";
  for (let index = open; index < list.length; index++) {
    const { kind, text } = list[index] as Token;
    if (isBracket ? text === "]" : kind === "close" && --depth === 0) return index;
    if (kind === "open") depth++;
  }
  return list.length;
}
