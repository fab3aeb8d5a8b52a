import type { Estimate } from "./interval-estimate.ts";
import { studentTCdf } from "./student-t.ts";

/** The two one-sided tests of equivalence, and the p-value of both together. */
export interface EquivalenceTest {
  /** Against "the value lies below −margin". */
  readonly lowerP: number;
  /** Against "the value lies above +margin". */
  readonly upperP: number;
  /** The larger of the two: small when the value is shown to lie inside ±margin. */
  readonly p: number;
}

/**
 * Schuirmann's two one-sided t tests (TOST): is the estimated value shown to lie inside ±margin?
 * A standard error of zero decides exactly (p is 0 inside the open interval, else 1).
 *
 * @example
 * equivalenceTest({ value: 0, standardError: 1, degreesOfFreedom: 4 }, 2.1318467863266504).p; // => 0.05
 */
export function equivalenceTest(estimate: Estimate, margin: number): EquivalenceTest {
  const lowerP = oneSided(estimate, margin + estimate.value);
  const upperP = oneSided(estimate, margin - estimate.value);
  return { lowerP, upperP, p: Math.max(lowerP, upperP) };
}

function oneSided({ standardError, degreesOfFreedom }: Estimate, clearance: number): number {
  if (standardError === 0) return clearance > 0 ? 0 : 1;
  return studentTCdf(-clearance / standardError, degreesOfFreedom);
}
