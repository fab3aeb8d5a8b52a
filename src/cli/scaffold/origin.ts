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
  const plain = (name: string): string => name.replace("type ", "").toLowerCase();
  const sorted = [...names].sort((a, b) => (plain(a) < plain(b) ? -1 : 1));
  if (sorted.every((name) => name.startsWith("type ")))
    return `import type { ${sorted.map((name) => name.replace("type ", "")).join(", ")} } from "${from}";`;
  return `import { ${sorted.join(", ")} } from "${from}";`;
}
