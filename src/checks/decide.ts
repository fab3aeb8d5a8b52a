import type { CheckOutcome } from "./check-result.ts";

/** Whether a claim is true under one reading of the print. */
export type Truth = "true" | "false" | "unknown";

export interface Reading {
  /** The reading in words. */
  readonly name: string;
  readonly truth: Truth;
}

export interface Decision {
  readonly outcome: CheckOutcome;
  readonly rescuedBy: readonly string[];
}

/**
 * The outcome of a claim from its truth under the default reading and under a closed list of alternatives: an unknown
 * never counts as false, so that `inconsistent` means false under every one.
 *
 * @example
 * decide("false", [{ name: "truncation", truth: "true" }]); // => { outcome: "conditional", rescuedBy: ["truncation"] }
 */
export function decide(byDefault: Truth, alternatives: readonly Reading[]): Decision {
  if (byDefault === "true") return { outcome: "consistent", rescuedBy: [] };
  if (byDefault === "unknown") return { outcome: "undecidable", rescuedBy: [] };
  const rescuedBy = alternatives.filter(({ truth }) => truth === "true").map(({ name }) => name);
  if (rescuedBy.length > 0) return { outcome: "conditional", rescuedBy };
  const open = alternatives.some(({ truth }) => truth === "unknown");
  return { outcome: open ? "undecidable" : "inconsistent", rescuedBy: [] };
}

export function truthOf(holds: boolean): Truth {
  return holds ? "true" : "false";
}

/** Whether all are true: false where one is, unknown where none is false and one is unknown. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes("false")) return "false";
  return truths.includes("unknown") ? "unknown" : "true";
}
