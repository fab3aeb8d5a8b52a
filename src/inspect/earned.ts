import { binomialUpperTail } from "../stats/binomial.ts";

/** Whether a relation fits one line, and the chance that it would if it were not meant. */
export interface Trial {
  readonly fits: boolean;
  readonly chance: number;
}

export interface Earned {
  /** Whether the table itself confirms the relation. */
  readonly earned: boolean;
  readonly fitting: number;
  readonly lines: number;
  /** At most the chance that so many lines fit a relation that is not meant, all that were tried counted in. */
  readonly chance: number;
}

/** A relation that so many lines confirm by luck with at most this chance is taken for meant. */
const mostChance = 1e-3;

/**
 * Whether lines of a table confirm a relation that no words of it state fully: at least two and more than 60 % fit, and
 * so many would with a chance below 1 in 1,000, however many relations were `tried`. Trials of different chances have
 * at most the upper tail of trials of their mean chance (Hoeffding 1956), from one above the expected number on.
 */
export function earnedBy(trials: readonly Trial[], tried: number): Earned {
  const lines = trials.length;
  const fitting = trials.filter(({ fits }) => fits).length;
  const mean = lines === 0 ? 1 : Math.min(1, trials.reduce((sum, { chance }) => sum + chance, 0) / lines);
  const tail = fitting >= lines * mean + 1 ? binomialUpperTail(fitting - 1, lines, mean) : 1;
  const chance = Math.min(1, tail * Math.max(1, tried));
  return { earned: fitting >= 2 && fitting > 0.6 * lines && chance < mostChance, fitting, lines, chance };
}

/** `as 11 of 12 rows confirm`. */
export function earnedWords({ fitting, lines }: Earned, lineWord: string): string {
  return `as ${fitting} of ${lines} ${lineWord}s confirm`;
}
