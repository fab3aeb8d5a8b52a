import { type Definition, definitionAt, isDefining } from "./definitions.ts";
import { controlAt, groupAt, skipSpaces } from "./latex-scan.ts";
import { type MappedText, textBuilder } from "./mapped-text.ts";
import type { ProblemList } from "./problem-list.ts";
import type { SourceLimits } from "./source-limits.ts";
import { behindRaw, nameAt } from "./uncomment.ts";

interface Macro {
  readonly parameters: number;
  readonly body: string;
}

interface Frame {
  readonly text: MappedText;
  readonly token: RegExp;
  /** The macro whose body it is. */
  readonly macro?: string;
  copied: number;
}

/** How often a macro is expanded inside its own body: one that redefines itself by its old meaning needs none. */
const ownDepth = 8;

/** What the readers of tables and sentences know by name: a paper that redefines one changes its looks, not its sense. */
const known = new Set(
  (
    "begin end section subsection subsubsection paragraph subparagraph chapter caption label ref cite citep citet textbf " +
    "textit emph underline bf multicolumn multirow hline toprule midrule bottomrule cmidrule cline item footnote text mathbf " +
    "mathrm pm thanks title author abstract maketitle tabular table figure appendix input include color textcolor href url " +
    "usepackage bibliography and par left right if else fi or relax verb"
  ).split(" "),
);

/**
 * Puts the paper's own macros in place of their names, as TeX would: `\ours` by `\newcommand{\ours}{MyNet}`, `\def`,
 * `\DeclareMathOperator`, also with plain arguments (`\newcommand{\best}[1]{\textbf{#1}}`), and `\xspace`. What a macro
 * puts in has the place of its use, its arguments keep theirs. Groups bound definitions. Definitions that were understood
 * are left out; others (optional or delimited arguments) stay, and so do macros past the limits, with one problem.
 */
export function expandMacros(source: MappedText, limits: SourceLimits, problems: ProblemList): MappedText {
  const built = textBuilder();
  const macros = new Map<string, Macro | undefined>();
  const scopes: Map<string, Macro | undefined>[] = [];
  const frames: Frame[] = [{ text: source, token: /[\\{}]/g, copied: 0 }];
  let [uses, characters, exhausted] = [0, 0, false];

  const define = (name: string, macro: Macro | undefined, global: boolean) => {
    const scope = scopes.at(-1);
    if (global) for (const other of scopes) other.delete(name);
    else if (scope !== undefined && !scope.has(name)) scope.set(name, macros.get(name));
    macros.set(name, macro);
  };

  const flush = (frame: Frame, to: number, next: number) => {
    built.copy(frame.text, frame.copied, to);
    frame.copied = next;
    frame.token.lastIndex = next;
  };

  const learn = (frame: Frame, command: string, at: number, end: number): boolean => {
    const { text } = frame.text;
    const definition = definitionAt(text, command, end);
    if (definition === undefined) return false;
    const simple = macroOf(definition, text);
    if (definition.weak && macros.get(definition.name) !== undefined) flush(frame, at, definition.end);
    else {
      define(definition.name, simple, command === "gdef" || command === "xdef");
      if (simple === undefined) frame.token.lastIndex = definition.end;
      else flush(frame, at, definition.end);
    }
    return true;
  };

  const learnAlias = (frame: Frame, at: number, end: number): boolean => {
    const found = /^\s*\\([A-Za-z@]+)\s*=?\s*\\([A-Za-z@]+)/.exec(frame.text.text.slice(end, end + 120));
    if (found === null) return false;
    const [whole, name = "", meaning = ""] = found;
    if (known.has(name)) return false;
    define(name, macros.get(meaning) ?? { parameters: 0, body: `\\${meaning} ` }, false);
    flush(frame, at, end + whole.length);
    return true;
  };

  const use = (frame: Frame, macro: Macro, name: string, at: number, end: number): boolean => {
    if (frames.filter((outer) => outer.macro === name).length >= ownDepth) return false;
    const call = bodyOf(frame.text, macro, at, end);
    if (call === undefined) return false;
    uses += 1;
    characters += call.body.text.length;
    if (uses > limits.expansions || characters > limits.expandedCharacters || frames.length > limits.depth) {
      exhausted = true;
      problems.add(
        frame.text.locate(at),
        `macro \\${name} expands without end or to too much; macros stay as they are from here on`,
      );
      return false;
    }
    flush(frame, at, call.end);
    frames.push({ text: call.body, token: /[\\{}]/g, macro: name, copied: 0 });
    return true;
  };

  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { text } = frame.text;
    const found = frame.token.exec(text);
    if (found === null) {
      flush(frame, text.length, text.length);
      frames.pop();
      continue;
    }
    const at = found.index;
    if (found[0] === "{") scopes.push(new Map());
    if (found[0] === "}") for (const [name, macro] of scopes.pop() ?? []) macros.set(name, macro);
    if (found[0] !== "\\") continue;
    const control = controlAt(text, at);
    frame.token.lastIndex = control.end;
    const macro = macros.get(control.name);
    if (exhausted) continue;
    if (isDefining(control.name) && learn(frame, control.name, at, control.end)) continue;
    if (control.name === "let" && learnAlias(frame, at, control.end)) continue;
    if (control.name === "xspace") {
      flush(frame, at, control.end);
      if (spaceFollows(frames)) built.put(" ", frame.text, at);
    } else if (macro === undefined || !use(frame, macro, control.name, at, control.end)) {
      const environment = control.name === "begin" ? nameAt(text, control.end) : undefined;
      frame.token.lastIndex = behindRaw(text, control, environment);
    }
  }
  return built.build();
}

function macroOf(definition: Definition, text: string): Macro | undefined {
  const { parameters, body, name } = definition;
  if (parameters === undefined || known.has(name) || !/^[A-Za-z@]+$/.test(name)) return undefined;
  const written = text.slice(body.start, body.end);
  if (/\\(?:begin|end)\s*\{tabular|&/.test(written) && parameters > 0) return undefined;
  return { parameters, body: definition.wrap === undefined ? written : `${definition.wrap}{${written}}` };
}

/** The body of a macro with its arguments in place; undefined where they cannot be read. */
function bodyOf(
  source: MappedText,
  macro: Macro,
  at: number,
  end: number,
): { readonly body: MappedText; readonly end: number } | undefined {
  const { text } = source;
  let next = macro.parameters === 0 ? skipWordSpaces(text, end) : end;
  const ranges: { start: number; end: number }[] = [];
  for (let index = 0; index < macro.parameters; index++) {
    const start = skipSpaces(text, next);
    const group = groupAt(text, start);
    if (group === undefined) {
      if (start >= text.length || /[{}\\%&$\s]/.test(text.charAt(start))) return undefined;
      ranges.push({ start, end: start + 1 });
      next = start + 1;
    } else {
      ranges.push(group);
      next = group.end + 1;
    }
  }
  const built = textBuilder();
  for (const part of macro.body.split(/(#\d)/)) {
    const range = /^#\d$/.test(part) ? ranges[Number(part[1]) - 1] : undefined;
    if (range === undefined) built.put(part, source, at);
    else built.copy(source, range.start, range.end);
  }
  return { body: built.build(), end: next };
}

/** TeX skips spaces behind a control word; an empty line stays. */
function skipWordSpaces(text: string, at: number): number {
  const end = skipSpaces(text, at);
  return /\n[ \t]*\n/.test(text.slice(at, end)) ? at : end;
}

/** xspace: a space unless what follows is punctuation, a space or a group's end. */
function spaceFollows(frames: readonly Frame[]): boolean {
  for (const frame of frames.toReversed()) {
    const next = frame.text.text.charAt(frame.token.lastIndex);
    if (next !== "") return !/[\s{}.,'/?;:!~)\]\-%\\&|]/.test(next);
  }
  return false;
}
