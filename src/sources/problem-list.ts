import type { ReadProblem } from "../tables/source-table.ts";
import type { Place } from "../tables/source-text.ts";

/** Gathers problems up to a limit; a last one counts those beyond it. */
export interface ProblemList {
  readonly add: (place: Place, message: string) => void;
  readonly list: () => readonly ReadProblem[];
}

export function problemList(limit: number): ProblemList {
  const problems: ReadProblem[] = [];
  let beyond = 0;
  return {
    add: (place, message) => {
      if (problems.length < limit) problems.push({ place, message });
      else beyond += 1;
    },
    list: () => {
      const last = problems.at(-1);
      if (last === undefined || beyond === 0) return problems.slice();
      return [...problems, { place: last.place, message: `and ${beyond} more problems like these` }];
    },
  };
}
