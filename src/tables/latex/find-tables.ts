import { ReadError, type ReadLimits } from "../source-table.ts";
import { closingBrace, type MacroDefinition, macroDefinitionAt } from "./latex-macros.ts";

/** A table's environment in the source, and what is said of it around it. */
export interface FoundTable {
  readonly environment: string;
  readonly at: number;
  /** Where its arguments begin and its body ends. */
  readonly from: number;
  readonly to: number;
  readonly caption?: Span;
  readonly label?: string;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface FoundTables {
  readonly tables: readonly FoundTable[];
  readonly definitions: ReadonlyMap<string, readonly MacroDefinition[]>;
  readonly problems: readonly { readonly at: number; readonly message: string }[];
}

interface Region {
  readonly name: string;
  readonly at: number;
  readonly from: number;
  readonly parent: Region | undefined;
  readonly captions: Span[];
  readonly labels: string[];
  tables: number;
}

const grids =
  /^(?:tabular[*xy]?|longtable|longtabu|tabu|array|NiceTabular[*X]?|NiceArray|xltabular|supertabular|xtabular|ltxtable)$/;
const unread = /^(?:tblr|longtblr|talltblr|deluxetable\*?|tabbing|ctable)$/;
const floats = /^(?:(?:sideways|wrap|long)?table\*?|figure\*?|wrapfigure|document)$/;
const verbatim = /^(?:verbatim\*?|lstlisting|minted|comment|Verbatim|filecontents\*?|tikzpicture)$/;
/** Each costs a look ahead for its brace. */
const mostUnclosedCaptions = 50;
const command = /\\(?:[a-zA-Z]+|[\s\S])|%[^\n]*/g;

/** Cuts out every table by one pass over the text, so that a broken one costs no other. */
export function findTables(text: string, limits: ReadLimits, placeOf: (at: number) => string): FoundTables {
  const outside: Region = { name: "", at: 0, from: 0, parent: undefined, captions: [], labels: [], tables: 0 };
  const open: Region[] = [];
  const openNames = new Map<string, number>();
  const found: { region: Region; to: number }[] = [];
  const definitions = new Map<string, MacroDefinition[]>();
  const problems: { at: number; message: string }[] = [];
  const withoutEnd = new Set<string>();
  const behindLead = /^\s*\S[\s\S]{2}\s*/.exec(text)?.[0].length ?? text.length;
  let unclosedCaptions = 0;
  const scan = new RegExp(command);
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const { 0: name, index: at } = match;
    if (name === "\\begin" || name === "\\end") {
      const environment = argumentAt(/\s*\{\s*([a-zA-Z]+\*?)\s*\}/y, scan.lastIndex);
      if (environment === undefined) continue;
      const [whole, is = ""] = environment;
      scan.lastIndex += whole.length;
      if (name === "\\begin" && verbatim.test(is)) skipVerbatim(is);
      else if (name === "\\begin") begin(is, at, scan.lastIndex);
      else end(is, at);
    } else if (name === "\\caption" || name === "\\captionof" || name === "\\tablecaption") {
      const opening = argumentAt(
        name === "\\captionof" ? /\*?\s*\{[^{}]*\}\s*(?:\[[^\]]*\])?\s*\{/y : /\*?\s*(?:\[[^\]]*\])?\s*\{/y,
        scan.lastIndex,
      );
      if (opening === undefined) continue;
      const from = scan.lastIndex + opening[0].length;
      if (unclosedCaptions >= mostUnclosedCaptions) continue;
      const close = closingBrace(text, from - 1);
      if (close === undefined) {
        const rest = ++unclosedCaptions === mostUnclosedCaptions ? "; no caption behind this one was read" : "";
        problems.push({ at, message: `the caption's brace is never closed; close it${rest}` });
      } else home().captions.push({ from, to: close });
    } else if (name === "\\label") {
      const label = argumentAt(/\s*\{([^{}]*)\}/y, scan.lastIndex)?.[1];
      if (label !== undefined) home().labels.push(label);
    } else if (name === "\\verb") {
      const skipped = argumentAt(/\*?([^\sa-zA-Z*])[^\n]*?\1/y, scan.lastIndex);
      if (skipped !== undefined) scan.lastIndex += skipped[0].length;
    } else if (/^\\(?:.*newcommand|provide|Declare|newcol|[gex]?def$|let$|NewDoc|.*newrobust)/.test(name)) {
      const defined = macroDefinitionAt(text, at);
      if (defined === undefined) continue;
      const { name: macro } = defined.definition;
      const known = definitions.get(macro);
      if (known === undefined) definitions.set(macro, [defined.definition]);
      else known.push(defined.definition);
      scan.lastIndex = defined.end;
    }
  }
  while (open.length > 0) close(text.length, true);
  found.sort((a, b) => a.region.at - b.region.at);
  return { tables: found.map(described), definitions, problems };

  function begin(name: string, at: number, from: number): void {
    // A float never stands in a tabular: one that begins there shows that the tabular was never ended.
    if (floats.test(name)) while (open.some(({ name }) => grids.test(name) && name !== "longtable")) close(at, true);
    if (unread.test(name)) problems.push({ at, message: `tables of \\begin{${name}} are not read; set it as tabular` });
    if (open.length >= limits.depth) {
      throw new ReadError(`${placeOf(at)}: environments nest more than ${limits.depth} deep; end those that are done`);
    }
    open.push({ name, at, from, parent: open.at(-1), captions: [], labels: [], tables: 0 });
    openNames.set(name, (openNames.get(name) ?? 0) + 1);
  }

  function end(name: string, at: number): void {
    if ((openNames.get(name) ?? 0) === 0) {
      if (grids.test(name))
        problems.push({ at, message: `\\end{${name}} without its \\begin{${name}}; add it or take this out` });
      return;
    }
    while (open.at(-1)?.name !== name) close(at, true);
    close(at, false);
  }

  function close(to: number, isBroken: boolean): void {
    const region = open.pop();
    if (region === undefined) return;
    openNames.set(region.name, (openNames.get(region.name) ?? 1) - 1);
    if (!grids.test(region.name)) return;
    if (isBroken)
      problems.push({
        at: region.at,
        message: `\\begin{${region.name}} is never ended; add \\end{${region.name}} (what stands before the next end was read)`,
      });
    let outer = region.parent;
    for (; outer !== undefined; outer = outer.parent) if (grids.test(outer.name)) return;
    const isFormula =
      region.name === "array" &&
      !/\\(?:hline|\w+rule)\b/.test(text.slice(region.from, to)) &&
      !open.some(({ name }) => floats.test(name) && name !== "document");
    if (isFormula && region.at > behindLead) return;
    for (let around: Region | undefined = region; around !== undefined; around = around.parent) around.tables++;
    found.push({ region, to });
    if (found.length > limits.tables)
      throw new ReadError(`${placeOf(region.at)}: more than ${limits.tables} tables; split the file`);
  }

  /** Where a caption or label belongs: the environment around, never a tabular (but for longtable). */
  function home(): Region {
    return open.findLast(({ name }) => !grids.test(name) || name.startsWith("long") || name === "xltabular") ?? outside;
  }

  function described({ region, to }: { region: Region; to: number }): FoundTable {
    const { name: environment, at, from } = region;
    let around: Region | undefined = region;
    while (around !== undefined && around.captions.length === 0 && around.name !== "document") around = around.parent;
    if (around === undefined || around.captions.length === 0) return { environment, at, from, to, ...labelOf(region) };
    const home = around;
    const inHome = found.filter((other) => isWithin(other.region, home)).findIndex((other) => other.region === region);
    const index = home.captions.length === home.tables ? inHome : 0;
    const [caption, label] = [home.captions[index], home.labels[index] ?? home.labels[0]];
    return {
      environment,
      at,
      from,
      to,
      ...(caption === undefined ? {} : { caption }),
      ...(label === undefined ? {} : { label }),
    };
  }

  function skipVerbatim(name: string): void {
    const end = withoutEnd.has(name) ? -1 : text.indexOf(`\\end{${name}}`, scan.lastIndex);
    if (end < 0) withoutEnd.add(name);
    else scan.lastIndex = end + name.length + 6;
  }

  function argumentAt(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
  }
}

function labelOf(region: Region): { label?: string } {
  for (
    let around: Region | undefined = region;
    around !== undefined && around.name !== "document";
    around = around.parent
  ) {
    const label = around.labels[0];
    if (label !== undefined) return { label };
  }
  return {};
}

function isWithin(region: Region, home: Region): boolean {
  for (let around: Region | undefined = region; around !== undefined; around = around.parent)
    if (around === home) return true;
  return false;
}
