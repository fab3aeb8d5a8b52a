import { type Emphasis, ReadError } from "../source-table.ts";
import { behindLength, behindRuleSpec } from "./behind-length.ts";
import { type CellRuns, joined, lowered, mathSpace, raised, sizeChange, wordsOfRuns } from "./cell-runs.ts";
import { combiningMarks } from "./combining-marks.ts";
import type { MatchedTokens, Token } from "./latex-tokens.ts";
import { argumentReader } from "./macro-arguments.ts";
import { citation, ignored, type MacroKind, macroKinds, signs, sizes, spaces, switches } from "./macro-kinds.ts";

/** A cell in words. */
export interface LatexWords {
  readonly text: string;
  readonly notes: readonly string[];
  readonly emphasis: readonly Emphasis[];
  /** Whether the cell's ground is coloured. */
  readonly isShaded: boolean;
}

export interface CellContext {
  readonly depth: number;
  readonly report: (at: number, message: string) => void;
  readonly placeOf: (at: number) => string;
}

/** What the tokens from an index to another print, as words. */
export function readLatexCell(matched: MatchedTokens, from: number, to: number, context: CellContext): LatexWords {
  const { tokens, closing } = matched;
  const { argument, behindOptional } = argumentReader(matched);
  const reading: CellRuns = { runs: [], notes: [], ground: new Set() };
  read(from, to, new Set(), false, 0, reading);
  return wordsOfRuns(reading);

  function read(
    start: number,
    end: number,
    outer: ReadonlySet<Emphasis>,
    inMath: boolean,
    depth: number,
    into: CellRuns,
  ): void {
    if (depth > context.depth)
      throw new ReadError(`${context.placeOf(tokens[start]?.at ?? 0)}: commands nest more than ${context.depth} deep`);
    let styles = outer;
    let math = inMath;
    const say = (text: string): void => {
      into.runs.push({ text, styles });
    };
    for (let index = start; index < end; index++) {
      const token = tokens[index] as Token;
      switch (token.kind) {
        case "text":
          say(token.text);
          break;
        case "space":
          say(math ? mathSpace : " ");
          break;
        case "math":
          math = !math;
          break;
        case "open": {
          const close = closing.get(index);
          if (close === undefined || close >= end) break;
          read(index + 1, close, styles, math, depth + 1, into);
          index = close;
          break;
        }
        case "close":
          break;
        case "align":
          say(" & ");
          break;
        case "parameter":
          say(`#${token.text}`);
          break;
        case "superscript":
        case "subscript": {
          const [first, last, next] = argument(index + 1, end);
          const content = wordsOf(first, last, styles, true, depth, into);
          say(token.kind === "superscript" ? raised(content, into) : lowered(content, into));
          index = next - 1;
          break;
        }
        case "macro":
          index = macro(token, index, end) - 1;
      }
    }

    function macro({ text: name, at }: Token, index: number, end: number): number {
      const sign = signs.get(name);
      if (sign !== undefined) {
        say(sign);
        return index + 1;
      }
      if (name === "(" || name === ")" || name === "[" || name === "]") {
        math = name === "(" || name === "[";
        return index + 1;
      }
      if (spaces.has(name)) {
        say(" ");
        return name === "\\" ? behindOptional(tokens[index + 1]?.text === "*" ? index + 2 : index + 1, end) : index + 1;
      }
      if (ignored.has(name)) return index + 1;
      if (sizes.has(name)) {
        say(sizeChange);
        return index + 1;
      }
      const style = switches.get(name);
      if (style !== undefined) {
        styles = new Set([...styles, style]);
        return index + 1;
      }
      if (name === "color") {
        const [, , next] = argument(behindOptional(index + 1, end), end);
        styles = new Set([...styles, "colour" as const]);
        return next;
      }
      if (name === "fontseries") {
        const [first, last, next] = argument(index + 1, end);
        if (tokens.slice(first, last).some(({ text }) => text.startsWith("b")))
          styles = new Set([...styles, "bold" as const]);
        return next;
      }
      if (name === "begin" || name === "end") {
        const [first, last, next] = argument(index + 1, end);
        const isTable = tokens.slice(first, last).some(({ text }) => /tabular|array/.test(text));
        say(" ");
        if (name === "end" || !isTable) return next;
        const [, , behindSpec] = argument(behindOptional(next, end), end);
        return behindSpec;
      }
      if (/^(?:h|v|m)?skip$|^m?kern$/.test(name)) {
        say(" ");
        return behindLength(tokens, index + 1, end);
      }
      if (name === "vrule") return behindRuleSpec(tokens, index + 1, end);
      if (name === "ding") {
        const [first, last, next] = argument(index + 1, end);
        const code = joined(tokens.slice(first, last).map(({ text }) => ({ text, styles })));
        say(
          ({ "51": "✓", "52": "✓", "55": "✗", "56": "✗" } as Readonly<Record<string, string>>)[code] ??
            `\\ding ${code}`,
        );
        return next;
      }
      if (name === "footnotemark") {
        const behind = behindOptional(index + 1, end);
        const mark = joined(
          tokens.slice(index + 2, Math.max(index + 2, behind - 1)).map(({ text }) => ({ text, styles })),
        );
        into.notes.push(mark.trim() === "" ? "footnote" : mark.trim());
        return behind;
      }
      if (name === "frac" || name === "tfrac" || name === "nicefrac") {
        const above = argument(index + 1, end);
        const below = argument(above[2], end);
        say(
          `${wordsOf(above[0], above[1], styles, true, depth, into)}/${wordsOf(below[0], below[1], styles, true, depth, into)}`,
        );
        return below[2];
      }
      if (name === "SI" || name === "qty") {
        const value = argument(behindOptional(index + 1, end), end);
        const unit = argument(behindOptional(value[2], end), end);
        read(value[0], value[1], styles, math, depth + 1, into);
        say(" ");
        const units = tokens
          .slice(unit[0], unit[1])
          .map((token) => (token.kind === "macro" ? (signs.get(token.text) ?? ` ${token.text} `) : token.text));
        say(units.join(""));
        return unit[2];
      }
      if (citation.test(name)) {
        let next = tokens[index + 1]?.text === "*" ? index + 2 : index + 1;
        next = behindOptional(behindOptional(next, end), end);
        if (name !== "nocite") into.notes.push("citation");
        return argument(next, end)[2];
      }
      const accent = combiningMarks[name];
      if (accent !== undefined) {
        const [first, last, next] = argument(index + 1, end);
        const letter = wordsOf(first, last, styles, false, depth, into);
        say((letter.slice(0, 1).replace("ı", "i") + accent).normalize("NFC") + letter.slice(1));
        return next;
      }
      const known = macroKinds.get(name);
      return known === undefined ? unknown(name, at, index, end) : apply(known, at, index, end);
    }

    function apply({ takes, does }: MacroKind, at: number, index: number, end: number): number {
      let next = index + 1;
      let content: readonly [number, number] = [next, next];
      for (const taken of takes) {
        if (taken === "s") next = tokens[next]?.text === "*" ? next + 1 : next;
        else if (taken === "o") next = behindOptional(next, end);
        else {
          const [first, last, behind] = argument(next, end);
          if (taken === "t") content = [first, last];
          next = behind;
        }
      }
      const [first, last] = content;
      if (does === "read") read(first, last, styles, math, depth + 1, into);
      else if (does === "space") say(" ");
      else if (does === "note")
        into.notes.push(first === last ? "footnote" : wordsOf(first, last, styles, false, depth, into).trim());
      else if (does === "raise") say(raised(wordsOf(first, last, styles, math, depth, into), into));
      else if (does === "lower") say(lowered(wordsOf(first, last, styles, math, depth, into), into));
      else if (does === "shade") into.ground.add("shade");
      else if (does === "strike") {
        context.report(at, "struck-out text is no value; take it out, or take the stroke off");
        say(`~~${wordsOf(first, last, styles, math, depth, into)}~~`);
      } else if (does !== "drop") read(first, last, new Set([...styles, does]), math, depth + 1, into);
      return next;
    }

    function unknown(name: string, at: number, index: number, end: number): number {
      const groups: (readonly [number, number, number])[] = [];
      let next = index + 1;
      while (tokens[next]?.kind === "open" && next < end) {
        const group = argument(next, end);
        groups.push(group);
        next = group[2];
      }
      const [only, second] = groups;
      context.report(
        at,
        `\\${name} is not known${only === undefined ? "" : "; what it encloses was read as it stands"}: define it in the text, or write what it prints`,
      );
      if (only !== undefined && second === undefined) {
        read(only[0], only[1], styles, math, depth + 1, into);
        return next;
      }
      say(`\\${name}${groups.map(([first, last]) => `{${wordsOf(first, last, styles, math, depth, into)}}`).join("")}`);
      return next;
    }
  }

  function wordsOf(
    first: number,
    last: number,
    styles: ReadonlySet<Emphasis>,
    math: boolean,
    depth: number,
    outer: CellRuns,
  ): string {
    const inner: CellRuns = { runs: [], notes: outer.notes, ground: outer.ground };
    read(first, last, styles, math, depth + 1, inner);
    return joined(inner.runs).trim();
  }
}
