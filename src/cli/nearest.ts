/**
 * The names that a mistyped one may stand for, nearest first: those that contain it or are contained in it, and those
 * that differ in at most a third of their letters.
 *
 * @example
 * nearest("chekc", ["check", "report"]); // => ["check"]
 */
export function nearest(word: string, names: readonly string[], atMost = 3): readonly string[] {
  if (word === "") return [];
  const near = names
    .map((name) => ({ name, distance: distanceOf(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, Math.floor(name.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  const best = near[0]?.distance ?? 0;
  return near
    .filter(({ distance }) => distance <= (best > 1 ? best + 1 : best))
    .slice(0, atMost)
    .map(({ name }) => name);
}

/** `; did you mean a or b?`, or what to do instead where no name is near. */
export function didYouMean(word: string, names: readonly string[], otherwise: string): string {
  const near = nearest(word, names);
  return near.length > 0 ? `did you mean ${near.join(" or ")}?` : otherwise;
}

function distanceOf(word: string, name: string): number {
  if (name.includes(word) && word.length > 2) return 1;
  if (word.includes(name) && name.length > 2) return 1;
  return editDistance(word, name);
}

/** Levenshtein's distance, and a swap of two neighbours is one edit (optimal string alignment). */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const above = rows[i - 1] as number[];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (above[j] as number) + 1,
          (row[j - 1] as number) + 1,
          (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swap ? ((rows[i - 2] as number[])[j - 2] as number) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
