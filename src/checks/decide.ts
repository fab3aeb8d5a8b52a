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

/** An alternative that departs from the default in one way or in several at once. */
export interface Alternative {
  /** Each in words that follow "true under". */
  readonly departures: readonly string[];
  readonly truth: Truth;
}

/** The alternatives as readings to decide by, but for those that are true where a part of their departures is enough. */
export function readingsOf(alternatives: readonly Alternative[]): readonly Reading[] {
  const rescues = alternatives.filter(({ truth }) => truth === "true");
  return alternatives
    .filter((its) => its.truth !== "true" || !rescues.some((other) => isPartOf(other, its)))
    .map(({ departures, truth }) => ({ name: departures.join(" with "), truth }));
}

function isPartOf({ departures }: Alternative, whole: Alternative): boolean {
  return (
    departures.length < whole.departures.length && departures.every((departure) => whole.departures.includes(departure))
  );
}

export function truthOf(holds: boolean): Truth {
  return holds ? "true" : "false";
}

/** Whether all are true: false where one is, unknown where none is false and one is unknown. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes("false")) return "false";
  return truths.includes("unknown") ? "unknown" : "true";
}
