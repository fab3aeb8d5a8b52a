import type { Outcome } from "../../harness/record.ts";
import type { Coordinates } from "../paper/experiment.ts";

/** How a cell failed, in words that go on after its seed. */
export function describeFailure(outcome: Exclude<Outcome, { readonly kind: "done" }>): string {
  return outcome.kind === "timed-out"
    ? `timed out after ${outcome.limitSeconds} s`
    : `${outcome.kind}: ${outcome.reason}`;
}

/**
 * Whether a configuration's options are those asked for, and the defaults otherwise. A cell that failed before its
 * pipeline was asked declares no defaults: it is known by what is asked for alone.
 */
export function hasOptions(options: Coordinates, asked: Coordinates, defaults: Coordinates): boolean {
  return (
    Object.entries(asked).every(([name, value]) => options[name] === value) &&
    Object.entries(options).every(([name, value]) => (asked[name] ?? defaults[name] ?? value) === value)
  );
}
