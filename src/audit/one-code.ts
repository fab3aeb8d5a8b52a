import type { CellRecord } from "../../harness/record.ts";

/**
 * Of records that differ in nothing but the code that made them, those of one code for each experiment: the present code's
 * where there are any, otherwise the code's with the most seeds (the greatest identity decides a tie). Records of different
 * code are never mixed.
 */
export function recordsOfOneCode(
  records: readonly CellRecord[],
  presentCode: (pipeline: string) => string | undefined,
): readonly CellRecord[] {
  const experiments = new Map<string, CellRecord[]>();
  for (const record of records) {
    const { seed: _, ...experiment } = record.configuration;
    const key = JSON.stringify(experiment);
    experiments.set(key, [...(experiments.get(key) ?? []), record]);
  }
  return [...experiments.values()].flatMap((group) => {
    const chosen = chooseCode(group, presentCode(group[0]?.configuration.pipeline ?? ""));
    return group.filter(({ code }) => code === chosen);
  });
}

function chooseCode(records: readonly CellRecord[], present: string | undefined): string | undefined {
  const counts = new Map<string, number>();
  for (const { code } of records) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (present !== undefined && counts.has(present)) return present;
  return [...counts.entries()].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))[0]?.[0];
}
