/** Elements that meet every set of a list, and whether no fewer do. */
export interface HittingSet {
  readonly elements: readonly string[];
  readonly smallest: boolean;
}

const mostSteps = 20_000;

/**
 * The fewest elements that meet every set: exact by trying the elements of a set that is not met yet, fewest first, at
 * most so many steps; past them the element that meets most sets is taken over and over. Ties go to what `better`
 * orders first. Sets must not be empty.
 */
export function smallestHittingSet(
  sets: readonly (readonly string[])[],
  better: (a: string, b: string) => number,
): HittingSet {
  let steps = 0;
  const search = (chosen: readonly string[], budget: number): readonly string[] | "none" | "limit" => {
    const open = sets.filter((set) => !set.some((element) => chosen.includes(element)));
    const [first] = [...open].sort((a, b) => a.length - b.length);
    if (first === undefined) return chosen;
    if (budget === 0) return "none";
    if (steps++ > mostSteps) return "limit";
    for (const element of [...first].sort(better)) {
      const found = search([...chosen, element], budget - 1);
      if (found !== "none") return found;
    }
    return "none";
  };
  for (let size = 1; size <= sets.length; size++) {
    const found = search([], size);
    if (found === "limit") break;
    if (found !== "none") return { elements: found, smallest: true };
  }
  return { elements: greedy(sets, better), smallest: false };
}

function greedy(sets: readonly (readonly string[])[], better: (a: string, b: string) => number): readonly string[] {
  const chosen: string[] = [];
  for (let open = sets; open.length > 0; ) {
    const counts = new Map<string, number>();
    for (const element of open.flat()) counts.set(element, (counts.get(element) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || better(a[0], b[0]));
    if (best === undefined) break;
    chosen.push(best[0]);
    open = open.filter((set) => !set.includes(best[0]));
  }
  return chosen;
}
