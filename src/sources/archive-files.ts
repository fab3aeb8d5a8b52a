import { join, sep } from "node:path";
import { decodeText } from "./decode-text.ts";
import type { ProblemList } from "./problem-list.ts";
import type { ArchiveTexts } from "./read-archive.ts";
import type { SourceFiles } from "./source-files.ts";
import type { SourceLimits } from "./source-limits.ts";

/** Texts held in memory, of an archive or of a single page, as a paper's files; messages name them below `path`. */
export function archiveFiles(
  path: string,
  texts: ArchiveTexts,
  limits: SourceLimits,
  problems: ProblemList,
): SourceFiles {
  const decoded = new Map<string, string>();
  const display = (name: string) => join(path, name).split(sep).join("/");
  return {
    given: path,
    names: [...texts.keys()].sort(),
    display,
    text: (name) => {
      const bytes = texts.get(name);
      const read = decoded.get(name);
      if (bytes === undefined || read !== undefined) return read;
      const { text, note } = decodeText(display(name), bytes, limits);
      if (note !== undefined) problems.add({ file: display(name), line: 1, column: 1 }, `${display(name)} ${note}`);
      decoded.set(name, text);
      return text;
    },
  };
}
