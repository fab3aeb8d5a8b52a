/** Where a scaffolded file imports Assay from: the package, or the sources of Assay's own repository. */
export type Origin = "package" | "repository";

export interface Wanted {
  /** Names, types with `type ` before them: `checkMean`, `type Claim`. */
  readonly names: readonly string[];
  /** Their module in Assay's own repository: `src/checks/mean.ts`. */
  readonly module: string;
}

/** The import lines of a file in `claims/<paper>/`, sorted as formatters sort them. */
export function importLines(origin: Origin, wanted: readonly Wanted[]): string {
  if (origin === "package")
    return line(
      wanted.flatMap(({ names }) => names),
      "paper-assay",
    );
  return [...wanted]
    .sort((a, b) => (a.module < b.module ? -1 : 1))
    .map(({ names, module }) => line(names, `../../${module}`))
    .join("\n");
}

function line(names: readonly string[], from: string): string {
  // Letter by letter, a capital before its small letter, as formatters do.
  const key = (name: string): string =>
    name.replace("type ", "").replaceAll(/[a-z]/gi, (letter) => letter.toLowerCase() + (letter < "a" ? "0" : "1"));
  const sorted = [...names].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  if (sorted.every((name) => name.startsWith("type ")))
    return `import type { ${sorted.map((name) => name.replace("type ", "")).join(", ")} } from "${from}";`;
  return `import { ${sorted.join(", ")} } from "${from}";`;
}
