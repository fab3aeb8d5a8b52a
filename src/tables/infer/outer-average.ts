import type { LineDraft } from "./line-draft.ts";

/**
 * `Average / FPR95` beside `CIFAR / FPR95`, `SVHN / FPR95`: for each such line the ones whose names differ from its own
 * in the part that says Average alone, all as places among the lines. Fewer than two make no average.
 */
export function outerAverages(lines: readonly LineDraft[]): ReadonlyMap<number, readonly number[]> {
  const levels = lines.map(averageLevel);
  const found = new Map<number, readonly number[]>();
  for (const level of new Set(levels.flatMap((at) => at ?? []))) {
    const families = new Map<string, Family>();
    lines.forEach(({ namesOthers, name: { parts } }, at) => {
      const part = parts[level];
      if (namesOthers || part === undefined) return;
      const rest = parts.map(({ text }, depth) => (depth === level ? "" : text.toLowerCase()));
      const key = JSON.stringify(rest);
      const family = families.get(key) ?? { averages: [], peers: [], statistics: false };
      families.set(key, family);
      if (levels[at] === level) family.averages.push(at);
      else if (part.kind === undefined) family.peers.push(at);
      else family.statistics = true;
    });
    for (const { averages, peers, statistics } of families.values()) {
      // Mean beside Std, Min or n is a statistic of what is not printed.
      const [average] = averages;
      if (average !== undefined && averages.length === 1 && peers.length > 1 && !statistics) found.set(average, peers);
    }
  }
  return found;
}

interface Family {
  readonly averages: number[];
  readonly peers: number[];
  statistics: boolean;
}

/** The one outer part that says Average, where the innermost says nothing of the kind. */
function averageLevel({ name: { parts, last }, namesOthers }: LineDraft): number | undefined {
  if (namesOthers || last.kind !== undefined) return undefined;
  const levels = parts.flatMap(({ kind }, at) => (kind === "average" || kind === "mean" ? [at] : []));
  return levels.length === 1 ? levels[0] : undefined;
}
