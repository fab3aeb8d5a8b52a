import { shortKey } from "./cell.ts";
import type { CellRecord } from "./record.ts";

/** Records that are comparable: the same pipeline, variant, data set and protocol. */
export function recordGroups(records: readonly CellRecord[]): ReadonlyMap<string, readonly CellRecord[]> {
  const groups = new Map<string, CellRecord[]>();
  for (const record of records) {
    const { pipeline, variant, dataset, protocol } = record.configuration;
    const name = `${pipeline} ${variant} on ${dataset}, ${protocol}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [record]);
    else group.push(record);
  }
  return groups;
}

/** One line for each group whose records were made by different versions of the code: they must not be averaged. */
export function mixedCode(records: readonly CellRecord[]): readonly string[] {
  return [...recordGroups(records)].flatMap(([name, group]) => {
    const counts = new Map<string, number>();
    for (const { code } of group) counts.set(code, (counts.get(code) ?? 0) + 1);
    if (counts.size === 1) return [];
    const versions = [...counts].map(([code, count]) => `${count} by ${shortKey(code)}`).sort();
    return [`${name}: records of ${counts.size} versions of the code (${versions.join(", ")}); keep those of one`];
  });
}
