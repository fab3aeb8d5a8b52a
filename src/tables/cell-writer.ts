import { type CellWords, cellWords, subscript, superscript } from "./cell-text.ts";
import type { Emphasis } from "./source-table.ts";

/** What a stretch of a cell is set as; `light` takes a bold around it off. */
export type Part = Emphasis | "raised" | "lowered" | "struck" | "light";

export interface WrittenCell extends CellWords {
  readonly emphasis: readonly Emphasis[];
}

/** Takes a cell's text in its order, with the parts opened and closed around it. */
export interface CellWriter {
  readonly say: (text: string) => void;
  readonly open: (parts: readonly Part[]) => void;
  /** Closes what was opened last; a raised footnote mark is said to be one with `note`. */
  readonly close: (as?: "note") => void;
  readonly note: (mark: string) => void;
  /** The letter written last, of the stretch that is open. */
  readonly last: () => string;
  readonly finish: () => WrittenCell;
}

interface Run {
  readonly text: string;
  readonly styles: ReadonlySet<Emphasis>;
}

interface Frame {
  readonly runs: Run[];
  readonly styles: ReadonlySet<Emphasis>;
  readonly moved: "raised" | "lowered" | "struck" | undefined;
}

const emphases: readonly Emphasis[] = ["bold", "underline", "italic", "colour"];

/**
 * Puts a cell together from marked-up text. Raised and lowered digits never join the number before them; what is
 * struck out stands between `~~`, so that it is no number.
 */
export function cellWriter(): CellWriter {
  const notes: string[] = [];
  const bottom: Frame = { runs: [], styles: new Set(), moved: undefined };
  const frames: Frame[] = [bottom];
  const top = (): Frame => frames.at(-1) ?? bottom;
  const say = (text: string): void => {
    const { runs, styles } = top();
    // Invisible operators stand between factors, whose digits must not join.
    runs.push({ text: text.replace(/[\u2062-\u2064]/g, " "), styles });
  };
  return {
    say,
    open: (parts) => {
      const { runs, styles } = top();
      const moved = parts.find((part) => part === "raised" || part === "lowered" || part === "struck");
      const kept = parts.includes("light") ? [...styles].filter((style) => style !== "bold") : styles;
      const own = emphases.filter((emphasis) => parts.includes(emphasis));
      frames.push({ runs: moved === undefined ? runs : [], styles: new Set([...kept, ...own]), moved });
    },
    close: (as) => {
      if (frames.length === 1) return;
      const { runs, moved } = frames.pop() ?? bottom;
      if (moved === undefined) return;
      const text = joined(runs).trim();
      if (as === "note") notes.push(text);
      else if (moved === "struck") say(text === "" ? "" : `~~${text}~~`);
      else if (text.startsWith("±")) say(` ${text}`);
      else say(moved === "raised" ? superscript(text) : subscript(text));
    },
    note: (mark) => notes.push(mark),
    last: () => top().runs.at(-1)?.text.slice(-1) ?? "",
    finish: () => {
      const words = cellWords(joined(bottom.runs));
      return { text: words.text, notes: [...words.notes, ...notes], emphasis: emphasisOf(bottom.runs) };
    },
  };
}

function joined(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** What the whole of the first number, or without one in front all letters and digits, is set in. */
function emphasisOf(runs: readonly Run[]): readonly Emphasis[] {
  const text = joined(runs);
  const start = text.search(/[\p{L}\p{N}]/u);
  const number = start < 0 ? null : /^\d[\d.,]*(?:[\u00a0\u2009\u202f]\d{3})*/.exec(text.slice(start));
  const isWanted = (letter: string, at: number): boolean => {
    if (number !== null) return at >= start && at < start + number[0].length;
    return start < 0 ? !/\s/.test(letter) : /[\p{L}\p{N}]/u.test(letter) && !/\p{Lm}/u.test(letter);
  };
  let kept = emphases;
  let at = 0;
  let any = false;
  for (const { text: own, styles } of runs) {
    for (const letter of own) {
      if (isWanted(letter, at)) {
        any = true;
        kept = kept.filter((emphasis) => styles.has(emphasis));
      }
      at += letter.length;
    }
  }
  return any ? kept : [];
}
