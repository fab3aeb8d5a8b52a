import type { ValueScale } from "../checks/value-scale.ts";
import type { RoundingRule } from "../numbers/rounding.ts";

/** What a user knows of a table that its cells do not say; what is said here counts as confirmed. */
export interface InspectOptions {
  /** The rule by which every number was shortened; absent: all usual ones, each number by a rule of its own if need be. */
  readonly rule?: RoundingRule;
  /** How many examples or values every score rests on, where neither a header nor a column says so. */
  readonly count?: number;
  /** Over how many runs every score was averaged. */
  readonly runs?: number;
  /** How many whole-numbered items each value is the mean of. */
  readonly items?: number;
  /** The scale of whole-numbered answers (1 to 7) that scores are means of. */
  readonly scale?: ValueScale;
  /** Positive and negative examples of the test set that every row was measured on. */
  readonly positives?: number;
  readonly negatives?: number;
  /** Weights of averages by the name of a line, or the name's last part. */
  readonly weights?: Readonly<Record<string, number>>;
  /** Only these checks, by their names in `tableChecks`. */
  readonly checks?: readonly string[];
}
