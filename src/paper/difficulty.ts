/** 1: well described, found or cheap; 2: adequately; 3: insufficiently. */
export type Rating = 1 | 2 | 3;

/** How hard one experiment is to reproduce, as its raters see it. */
export interface DifficultyRating {
  readonly experiment: string;
  readonly report: Rating;
  readonly code: Rating;
  readonly compute: Rating;
  readonly attempted: boolean;
  /** A reason per rating; absent where the raters print none. */
  readonly reasons?: { readonly report: string; readonly code: string; readonly compute: string };
}

export interface DifficultyTable {
  /** Who rated and how, as printed: `consensus of three team members`. */
  readonly raters: string;
  readonly scheme: { readonly report: string; readonly code: string; readonly compute: string };
  readonly ratings: readonly DifficultyRating[];
}
