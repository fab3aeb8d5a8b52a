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
}

/** The names of a table's lines that can be told from ordinary words of a sentence. */
export function lineNames(reading: TableReading): readonly LineName[] {
  const { rows, columns } = reading;
  return [
    ...rows.flatMap((line) => namesOf(line, "row")),
    ...columns.filter(({ role }) => role !== "name" && role !== "empty").flatMap((line) => namesOf(line, "column")),
  ];
}

/** A line's names from the outermost to the innermost. */
export function partsOf({ name }: Line): readonly string[] {
  return name.split(" / ");
}

function namesOf(line: Line, axis: "row" | "column"): readonly LineName[] {
  return partsOf(line).flatMap((part, index) => {
    const full = part.replace(/[↑↓⇑⇓%†‡*§]/gu, " ").trim();
    const short = full.replace(/[([][^()[\]]*[)\]]/g, " ").trim();
    const forms = short === full ? [full] : [full, short];
    return forms.flatMap((form): readonly LineName[] => {
      const words = wordsOf(form).map(({ text }) => text);
      const kind = kindOf(form, words);
      if (kind === "ordinary") return [];
      const sameCase = words.length === 1 || kind === "weak";
      return [{ axis, line, part: index, words, sameCase, strong: kind === "strong", whole: form === full }];
    });
  });
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
