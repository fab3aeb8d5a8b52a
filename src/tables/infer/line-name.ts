import type { SourceCell } from "../source-table.ts";
import { type HeaderWords, headerWords } from "./header-words.ts";
import { type Metric, metricOf } from "./metric-of.ts";
import { type NameKind, nameKind } from "./name-kind.ts";

/** One level of a line's name, with all that it says by itself. */
export interface NamePart {
  readonly text: string;
  readonly header: HeaderWords;
  readonly kind?: NameKind;
  readonly metric?: Metric;
}

/** A line's name from the outermost part to the innermost. */
export interface LineName {
  readonly parts: readonly NamePart[];
  /** The innermost part; an empty one where the line has no name. */
  readonly last: NamePart;
  /** The outer parts' texts, the same for all lines of one group. */
  readonly group: string;
  /** Whether nothing printed says where the group ends, as for rows below a row that names them. */
  readonly openGroup: boolean;
  /** What the innermost part that names a metric names. */
  readonly metric?: Metric;
}

export type NameReader = (texts: readonly string[], openGroup?: boolean) => LineName;

/** Reads names; parts that recur, as those of groups do, are taken apart once. */
export function nameReader(): NameReader {
  const known = new Map<string, NamePart>();
  const partOf = (text: string): NamePart => {
    const found = known.get(text) ?? readPart(text);
    known.set(text, found);
    return found;
  };
  return (texts, openGroup = false) => {
    const parts = texts.map(partOf);
    const metric = parts.findLast((part) => part.metric !== undefined)?.metric;
    return {
      parts,
      last: parts.at(-1) ?? partOf(""),
      group: texts.slice(0, -1).join(" / "),
      openGroup,
      ...(metric === undefined ? {} : { metric }),
    };
  };
}

/** Texts from the outermost to the innermost, without empty ones, dashes beside words, and those equal to the one before. */
export function namesIn(cells: readonly (SourceCell | string | undefined)[]): readonly string[] {
  const texts = cells.map((cell) => (typeof cell === "string" ? cell : (cell?.text ?? "")).trim());
  const worded = texts.filter((text) => /[^-–—\s]/u.test(text));
  const filled = worded.length > 0 ? worded : texts.filter((text) => text !== "");
  return filled.filter((text, at) => text !== filled[at - 1]);
}

/** Which scores are better: by an arrow, else by the metric. */
export function betterOf({ parts, metric }: Pick<LineName, "parts" | "metric">): "higher" | "lower" | undefined {
  return parts.findLast(({ header }) => header.better !== undefined)?.header.better ?? metric?.better;
}

function readPart(text: string): NamePart {
  const header = headerWords(text);
  const kind = nameKind(header.words);
  const metric = metricOf(header.words);
  return { text, header, ...(kind === undefined ? {} : { kind }), ...(metric === undefined ? {} : { metric }) };
}
