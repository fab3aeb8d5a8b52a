/** The name with the fewest edits (Levenshtein) to the wanted one. */
export function nearestName(wanted: string, names: readonly string[]): string {
  const edits = names.map((name) => ({ name, count: editDistance(wanted.toLowerCase(), name.toLowerCase()) }));
  return edits.reduce((best, next) => (next.count < best.count ? next : best), edits[0] ?? { name: "", count: 0 }).name;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] as number) + 1, (current[j - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}
