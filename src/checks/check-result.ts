/**
 * What a check finds: `consistent`; `inconsistent` (false under every convention of the check's closed list);
 * `conditional` (false under the stated default, true under at least one alternative, which is named); `undecidable`
 * (too little is printed, a search limit was met, or the check would have no power).
 */
export type CheckOutcome = "consistent" | "inconsistent" | "conditional" | "undecidable";

/** JSON data that a check lays open: exact numbers are strings, as decimals or fractions. */
export type Detail = string | number | boolean | readonly Detail[] | { readonly [name: string]: Detail };

export interface CheckResult {
  /** The check's name: `mean`, `ranks`, `marks`, … */
  readonly check: string;
  readonly outcome: CheckOutcome;
  /** One or two plain sentences with the numbers: what is printed, what follows, whether they agree. */
  readonly explanation: string;
  /** What was taken for granted, the conventions of the default reading first. */
  readonly assumptions: readonly string[];
  /** For `conditional`: the alternative conventions under which the claim is true. */
  readonly rescuedBy: readonly string[];
  /** What would make an untrue claim true, nearest first: labelled guesses, never verdicts. */
  readonly nearMisses: readonly string[];
  /** The witness (values that make the claim true), the conflict (why none do) and intermediate numbers. */
  readonly details: { readonly [name: string]: Detail };
}
