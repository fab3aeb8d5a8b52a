import { ReadError } from "../source-table.ts";
import { latexTokens, type Token } from "./latex-tokens.ts";

export interface MacroDefinition {
  readonly name: string;
  readonly parameters: number;
  /** What the first parameter is where no `[…]` gives it. */
  readonly optional?: string;
  readonly body: string;
  readonly at: number;
}

/** All definitions of a text by name, in order; a column type's name starts with `column `. */
export type MacroDefinitions = ReadonlyMap<string, readonly MacroDefinition[]>;

const head =
  /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|DeclareMathOperator|newcolumntype|def|gdef|edef|xdef|let|NewDocumentCommand|(?:Re)?newrobustcmd)\*?\s*(?:\{\s*(\\?)([a-zA-Z]+|[^{}\s])\s*\}|(\\)([a-zA-Z]+|.))\s*/y;
const longestBody = 20_000;

/** The definition that begins at an offset and the offset behind it; undefined where none is to be understood. */
export function macroDefinitionAt(text: string, at: number): { definition: MacroDefinition; end: number } | undefined {
  head.lastIndex = at;
  const match = head.exec(text);
  if (match === null) return undefined;
  const isColumn = text.startsWith("\\newcolumntype", at);
  const name = (isColumn ? "column " : "") + (match[2] ?? match[4] ?? "");
  if (text.startsWith("\\let", at)) {
    const alias = sticky(/=?\s*(\\(?:[a-zA-Z]+|.))/y, text, head.lastIndex);
    // Elsewhere, in a group, \\ may be given another meaning; in a table it ends the row.
    if (alias === undefined || name === "\\") return undefined;
    return { definition: { name, parameters: 0, body: alias[1] as string, at }, end: head.lastIndex + alias[0].length };
  }
  const parameters = sticky(
    /(?:\[(\d)\]\s*(?:\[([^[\]]{0,200})\])?|((?:#\d)*)|\{([\sm]*)\})\s*(?=\{)/y,
    text,
    head.lastIndex,
  );
  if (parameters === undefined) return undefined;
  const open = head.lastIndex + parameters[0].length;
  const close = closingBrace(text, open);
  if (close === undefined) return undefined;
  const count =
    Number(parameters[1] ?? 0) + (parameters[3]?.length ?? 0) / 2 + (parameters[4]?.replaceAll(/\s/g, "").length ?? 0);
  const optional = parameters[2];
  const definition = { name, parameters: count, body: text.slice(open + 1, close), at };
  return { definition: optional === undefined ? definition : { ...definition, optional }, end: close + 1 };
}

/** What bounds the expansion of all macros of a text. */
export interface ExpansionBudget {
  tokens: number;
}

/** Replaces the macros that the text defines, those named in `kept` excepted. A macro is never expanded inside itself. */
export function expandMacros(
  tokens: readonly Token[],
  definitions: MacroDefinitions,
  kept: ReadonlySet<string>,
  budget: ExpansionBudget,
): readonly Token[] {
  if (definitions.size === 0) return tokens;
  const expanded: Token[] = [];
  const inside: string[] = [];
  const bodies = new Map<MacroDefinition, readonly Token[]>();
  expandInto(tokens);
  return expanded;

  function bodyOf(definition: MacroDefinition): readonly Token[] {
    const known = bodies.get(definition) ?? latexTokens(definition.body, 0, definition.body.length);
    bodies.set(definition, known);
    return known;
  }

  function expandInto(list: readonly Token[]): void {
    let lastBracket: number | undefined;
    for (let index = 0; index < list.length; index++) {
      const token = list[index] as Token;
      if (inside.length > 0 && --budget.tokens < 0)
        throw new ReadError(`\\${inside[0] ?? token.text}: macros expand to too much; define them without doubling`);
      const definition =
        token.kind !== "macro" || kept.has(token.text) || inside.includes(token.text) || inside.length >= 100
          ? undefined
          : latest(definitions.get(token.text), token.at);
      if (definition === undefined) {
        expanded.push(token);
        continue;
      }
      lastBracket ??= list.findLastIndex(({ text }) => text === "]");
      const taken = takeArguments(list, index + 1, definition, token.at, lastBracket);
      inside.push(token.text);
      expandInto(substitute(bodyOf(definition), taken.values, token.at));
      inside.pop();
      index = taken.next - 1;
    }
  }
}

export function latest(definitions: readonly MacroDefinition[] | undefined, at: number): MacroDefinition | undefined {
  return definitions?.findLast((definition) => definition.at < at) ?? definitions?.[0];
}

function takeArguments(
  list: readonly Token[],
  start: number,
  { parameters, optional }: MacroDefinition,
  at: number,
  lastBracket: number,
) {
  const values: (readonly Token[])[] = [];
  let next = start;
  for (let count = 0; count < parameters; count++) {
    while (list[next]?.kind === "space") next++;
    const first = list[next];
    if (count === 0 && optional !== undefined) {
      let end = -1;
      if (first?.text === "[" && lastBracket > next) {
        end = next + 1;
        while (list[end]?.text !== "]") end++;
      }
      values.push(
        end < 0
          ? latexTokens(optional, 0, optional.length).map((token) => ({ ...token, at }))
          : list.slice(next + 1, end),
      );
      if (end >= 0) next = end + 1;
    } else if (first?.kind === "open") {
      let [depth, end] = [0, next];
      for (; end < list.length; end++) {
        const kind = list[end]?.kind;
        if (kind === "open") depth++;
        else if (kind === "close" && --depth === 0) break;
      }
      values.push(list.slice(next + 1, end));
      next = end + 1;
    } else {
      values.push(first === undefined ? [] : [first]);
      next++;
    }
  }
  return { values, next };
}

function substitute(body: readonly Token[], values: readonly (readonly Token[])[], at: number): readonly Token[] {
  return body.flatMap((token) =>
    token.kind === "parameter" ? (values[Number(token.text) - 1] ?? []) : [{ ...token, at }],
  );
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Where the group that opens at an offset closes, if it does so within reason. */
export function closingBrace(text: string, open: number, longest = longestBody): number | undefined {
  let depth = 0;
  const end = Math.min(text.length, open + longest);
  for (let at = open; at < end; at++) {
    const sign = text[at];
    if (sign === "\\") at++;
    else if (sign === "%") {
      const line = text.indexOf("\n", at);
      at = line < 0 ? end : line;
    } else if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return at;
  }
  return undefined;
}
