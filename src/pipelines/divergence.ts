/**
 * The error that a pipeline throws when its training diverges. That is a result of the experiment, recorded as such,
 * and not a failure of its code.
 *
 * @example
 * const [loss, epoch] = [3.1, 4];
 * if (!Number.isFinite(loss)) throw divergence(`the loss is ${loss} in epoch ${epoch}`);
 */
export function divergence(message: string): Error {
  const error = new Error(message);
  error.name = NAME;
  return error;
}

export function isDivergence(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}

const NAME = "Divergence";
