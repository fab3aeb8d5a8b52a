import { type CellWords, cellWords, subscript, superscript } from "../cell-text.ts";
import { cellWriter } from "../cell-writer.ts";
import type { Emphasis } from "../source-table.ts";

/** A stretch of a cell that is set in one way. */
export interface Run {
  readonly text: string;
  readonly styles: ReadonlySet<Emphasis>;
}

/** What a cell has printed so far. */
export interface CellRuns {
  readonly runs: Run[];
  readonly notes: string[];
  /** Whether the cell's ground is coloured. */
  readonly ground: Set<"shade">;
}

/** Stands between two sizes of type. */
export const sizeChange = "\ue000";
/** A space in maths, which prints none. */
export const mathSpace = "\ue001";

/** A cell's words, its notes and what its number is set in. */
export function wordsOfRuns({
  runs,
  notes,
  ground,
}: CellRuns): CellWords & { emphasis: readonly Emphasis[]; isShaded: boolean } {
  const words = cellWords(joined(runs));
  const styles = runs.some(({ styles }) => styles.size > 0) ? emphasisOf(runs) : [];
  return { text: words.text, notes: [...words.notes, ...notes], emphasis: styles, isShaded: ground.has("shade") };
}

function emphasisOf(runs: readonly Run[]): readonly Emphasis[] {
  const writer = cellWriter();
  for (const { text, styles } of runs) {
    writer.open([...styles]);
    writer.say(text.replaceAll(mathSpace, ""));
    writer.close();
  }
  return writer.finish().emphasis;
}

/** `10` with a raised exponent, `84.1` with a raised note; digits behind a digit never join it. */
export function raised(content: string, into: CellRuns): string {
  if (/^±/.test(content)) return ` ${content}`;
  if (/^[a-h](?:\s*,\s*[a-h])*$/.test(content) && /[\d%)]\s*$/.test(joined(into.runs.slice(-8)))) {
    into.notes.push(...content.split(",").map((mark) => mark.trim()));
    return "";
  }
  return superscript(content);
}

/** A lowered spread or word; digits behind a digit never join it. */
export function lowered(content: string, into: CellRuns): string {
  if (/^\(/.test(content)) return ` ${content}`;
  if (/^[\d.]+$/.test(content) && /\d\s*$/.test(joined(into.runs.slice(-3)))) return `_${content}`;
  return subscript(content);
}

export function joined(runs: readonly { readonly text: string }[]): string {
  return runs
    .map(({ text }) => text)
    .join("")
    .replace(/(?<=[\d.,])\ue000+(?=[\d.])/g, " ")
    .replaceAll(sizeChange, "")
    .replace(/(?<=[\d.])\ue001+(?=[\d.])/g, "")
    .replaceAll(mathSpace, " ")
    .replaceAll("---", "—")
    .replaceAll("--", "–")
    .replace(/(?<=\S)\s*±\s*(?=\S)/g, " ± ");
}
