import { metricOf } from "../../tables/infer/metric-of.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { wordsOf } from "./sentence-words.ts";

/** A way in which a sentence may name a line. */
export interface LineName {
  readonly axis: "row" | "column";
  readonly line: Line;
  /** Which of the line's names this is; the last one stands next to the cells. */
  readonly part: number;
  readonly words: readonly string[];
  /** Whether letters must be in the same case: a word such as MAP or Adam is another word in lower case. */
  readonly sameCase: boolean;
  /** Whether hardly anything else is called so: capitals or digits within it. */
  readonly strong: boolean;
  /** Whether it is the whole name, not the name without its parentheses. */
  readonly whole: boolean;
  /** Words of the name that may stand anywhere in the text: the metric of "LN-COCO FID". */
  readonly elsewhere: readonly string[];
  /** Whether it only completes a name of which another part is said: "finetuned" for a column "LN-COCO / Finetuned". */
  readonly completing: boolean;
}

/** The names of a table's lines that can be told from ordinary words of a sentence. */
export function lineNames({ rows, columns }: TableReading): readonly LineName[] {
  const named = columns.filter(({ role }) => role !== "name" && role !== "empty");
  return [...namesAlong(rows, "row"), ...namesAlong(named, "column")];
}

/** A line's names from the outermost to the innermost. */
export function partsOf({ name }: Line): readonly string[] {
  return name.split(" / ");
}

function namesAlong(lines: readonly Line[], axis: "row" | "column"): readonly LineName[] {
  const all = new Set(lines.map(({ name }) => name));
  return lines.flatMap((line) => {
    // Of lines that are called alike, each may be meant: the number behind the name is not printed.
    const alike = /^(.*) \(\d+\)$/.exec(line.name)?.[1];
    const parts = alike !== undefined && all.has(alike) ? alike.split(" / ") : partsOf(line);
    return parts.flatMap((part, index) =>
      formsOf(part)
        .flatMap((form) => lineName(line, axis, index, form))
        .flatMap((name) => (parts.length > 1 && name.sameCase && !name.strong ? [name, inLowerCase(name)] : [name])),
    );
  });
}

function inLowerCase(name: LineName): LineName {
  return { ...name, words: name.words.map((word) => word.toLowerCase()), completing: true };
}

interface Form {
  readonly text: string;
  readonly whole: boolean;
  readonly elsewhere: readonly string[];
}

function formsOf(part: string): readonly Form[] {
  const full = part.replace(/[↑↓⇑⇓%†‡*§]/gu, " ").trim();
  const short = full.replace(/[([][^()[\]]*[)\]]/g, " ").trim();
  const words = short.split(/\s+/);
  const metrics = words.filter((word) => metricOf(word) !== undefined);
  const bare = words.filter((word) => !metrics.includes(word)).join(" ");
  return [
    { text: full, whole: true, elsewhere: [] },
    ...(short === full ? [] : [{ text: short, whole: false, elsewhere: [] }]),
    ...(metrics.length === 0 ? [] : [{ text: bare, whole: false, elsewhere: metrics.flatMap(plainWordsOf) }]),
  ];
}

function plainWordsOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.text.toLowerCase());
}

function lineName(
  line: Line,
  axis: "row" | "column",
  part: number,
  { text, whole, elsewhere }: Form,
): readonly LineName[] {
  const words = wordsOf(text).map((word) => word.text);
  const kind = kindOf(text, words);
  if (kind === "ordinary") return [];
  return [
    {
      axis,
      line,
      part,
      words,
      sameCase: words.length === 1 || kind === "weak",
      strong: kind === "strong",
      whole,
      elsewhere,
      completing: false,
    },
  ];
}

/** Longer names are sentences, which nobody repeats. */
const mostWords = 12;

function kindOf(form: string, words: readonly string[]): "strong" | "weak" | "ordinary" {
  const letters = form.replace(/[^\p{L}]/gu, "");
  if (words.length === 0 || words.length > mostWords || letters === "" || ordinary.test(form)) return "ordinary";
  const capitals = (form.match(/\p{Lu}/gu) ?? []).length;
  const joined = words.join("");
  if (joined.length < 2) return "ordinary";
  const inner = /\p{L}\p{Lu}/u.test(form) || (/\d/.test(form) && capitals > 0);
  if (joined.length >= 3 && (inner || (words.length > 1 && capitals > 1))) return "strong";
  if (capitals > 0 && letters.length >= 4) return "weak";
  return words.length > 1 && letters.length >= 10 ? "weak" : "ordinary";
}

/** Names that are words of every paper. */
const ordinary =
  /^(?:(?:the |our )?(?:methods?|models?|baselines?|full|base|large|small|ours?|avg\.?|average|mean|total|overall|all|none|row \d+|column \d+|datasets?|tasks?|metrics?|results?|time|params?|parameters|size|test|train|training|val|validation|dev|easy|hard|medium|med\.?|random|standard|supervised|unsupervised|proposed|this (?:paper|work)|other|others|type|class|category|setting|settings|ablation|default|original|improvement|gain|difference|score|table|figure|section)|[a-z]?\d+)$/i;
