import type { Line } from "../tables/table-reading.ts";
import type { Sheet } from "./sheet.ts";

/** Lines whose names are alike but for the metric, by the name that a caller gave each metric. */
export type MetricLines<Name extends string> = Readonly<Partial<Record<Name, Line>>>;

/**
 * Groups of crossing lines that hold several metrics of the same thing, as their names say: `SVHN / AUROC` and
 * `SVHN / FPR95`, or `AUROC / SVHN` and `FPR95 / SVHN`. A group in which two lines have one metric is left out, for
 * nothing says which belongs to which. `metricNamed` is asked of each part of a name.
 */
export function metricGroups<Name extends string>(
  { crossing }: Sheet,
  metricNamed: (part: string) => Name | undefined,
): readonly MetricLines<Name>[] {
  const groups = new Map<string, Partial<Record<Name, Line>>>();
  const ambiguous = new Set<string>();
  for (const line of crossing) {
    if (line.role !== "score" && line.role !== "average") continue;
    const parts = line.name.split(" / ");
    const named = parts.flatMap((part) => metricNamed(part) ?? []);
    const [name, second] = named;
    if (name === undefined || second !== undefined) continue;
    const key = parts.filter((part) => metricNamed(part) === undefined).join(" / ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { [name]: line } as Partial<Record<Name, Line>>);
    else if (group[name] === undefined) group[name] = line;
    else ambiguous.add(key);
  }
  return [...groups].flatMap(([key, group]) => (ambiguous.has(key) ? [] : [group]));
}

/** A name without signs, units and case: `FPR@95 (%) ↓` is `fpr95`. */
export function bareName(part: string): string {
  return part
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
