import { negate, one, type Rational, rational, zero } from "../../numbers/rational.ts";
import type { ConfusionScoreName } from "./score-names.ts";

/** A class score as top + missed · (share of the class that is missed) + falsely · (share of the others called it). */
export interface ClassShare {
  readonly top: Rational;
  /** How much all examples of a class, missed, change its score; and all others, called this class. */
  readonly missed: Rational;
  readonly falsely: Rational;
}

/** Scores of a class that are linear in its missed and false examples; for micro averages more are. */
export function classShare(name: ConfusionScoreName, micro = false): ClassShare | undefined {
  const minus = rational(-1);
  const half = rational(1, 2);
  switch (name) {
    case "accuracy":
    case "error-rate":
    case "sensitivity":
      return { top: one, missed: minus, falsely: zero };
    case "fnr":
      return { top: zero, missed: one, falsely: zero };
    case "specificity":
      return { top: one, missed: zero, falsely: minus };
    case "fpr":
      return { top: zero, missed: zero, falsely: one };
    case "balanced-accuracy":
      return { top: one, missed: negate(half), falsely: negate(half) };
    case "informedness":
      return { top: one, missed: minus, falsely: minus };
    // All errors are missed once and false once: together precision, recall and F-beta are one number.
    case "precision":
    case "f-beta":
      return micro ? { top: one, missed: minus, falsely: zero } : undefined;
    case "fdr":
      return micro ? { top: zero, missed: one, falsely: zero } : undefined;
    case "npv":
      return micro ? { top: one, missed: zero, falsely: minus } : undefined;
    case "for":
      return micro ? { top: zero, missed: zero, falsely: one } : undefined;
    default:
      return undefined;
  }
}
