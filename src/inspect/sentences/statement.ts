import type { Span } from "./accounted-words.ts";
import type { SentenceNumber } from "./sentence-number.ts";

/** What a clause says of results. */
export type Statement = ValueStatement | DifferenceStatement | BestCountStatement | RangeStatement;

/** `X achieves 88.4 % on C`; several where they are listed "respectively". */
export interface ValueStatement {
  readonly kind: "value";
  readonly clause: string;
  readonly numbers: readonly SentenceNumber[];
}

/** `X improves over Y by 3.2 points`, `2.3 times faster than Y`; several where they are listed. */
export interface DifferenceStatement {
  readonly kind: "difference";
  readonly clause: string;
  readonly numbers: readonly SentenceNumber[];
  readonly measure: Measure;
}

/** `X is best on 7 of 9 datasets`, `X achieves the highest accuracy on all datasets`. */
export interface BestCountStatement {
  readonly kind: "best-count";
  readonly clause: string;
  readonly count: number | "all";
  /** Absent for "all" without a number. */
  readonly of?: number;
  /** What the words say is good; `best` leaves that to the metric. */
  readonly best: "highest" | "lowest" | "best";
  /** Where in the clause it counts. */
  readonly phrase: Span;
}

/** `the accuracies of X range from 71.2 to 84.5`. */
export interface RangeStatement {
  readonly kind: "range";
  readonly clause: string;
  readonly least: SentenceNumber;
  readonly most: SentenceNumber;
  /** Where in the clause it stands. */
  readonly phrase: Span;
}

/** What a difference was measured in, as far as the words tell: "by 3 %" may be points or relative. */
export type Measure = "points" | "relative" | "either" | "ratio";

/** `from 84.1 to 87.3, an improvement of 3.2 points`, `22 % (17.03 vs 13.96)`: the sentence gives all its numbers. */
export interface StatedGain {
  readonly gain: SentenceNumber;
  readonly value: SentenceNumber;
  readonly baseline: SentenceNumber;
  readonly measure: Measure;
}
