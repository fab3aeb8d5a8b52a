/** The files of a paper, in a folder or unpacked in memory. Names are relative, with `/`. */
export interface SourceFiles {
  /** How messages name the whole: the path as it was given. */
  readonly given: string;
  /** Every file, sorted. */
  readonly names: readonly string[];
  /** How messages name a file. */
  readonly display: (name: string) => string;
  /** A file's text, decoded once; undefined where there is no such file. Throws a ReadError where it cannot be read. */
  readonly text: (name: string) => string | undefined;
}

/** Joins a name to a folder and resolves `.` and `..`; undefined where it leads out of the tree. */
export function resolveName(folder: string, name: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${name}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
