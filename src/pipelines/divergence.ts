import type { Curve } from "../paper/experiment.ts";

/** A training that diverged: a result of the experiment, recorded as such, and not a failure of its code. */
export interface Divergence extends Error {
  /** What had been told until then, such as loss curves: kept with the record. */
  readonly curves?: readonly Curve[];
}

/**
 * The error that a pipeline throws when its training diverges.
 *
 * @param curves the loss curves until then
 * @example
 * const [loss, epoch] = [3.1, 4];
 * if (!Number.isFinite(loss)) throw divergence(`the loss is ${loss} in epoch ${epoch}`);
 */
export function divergence(message: string, curves: readonly Curve[] = []): Divergence {
  return Object.assign(new Error(message), { name: NAME, curves });
}

export function isDivergence(error: unknown): error is Divergence {
  return error instanceof Error && error.name === NAME;
}

const NAME = "Divergence";
