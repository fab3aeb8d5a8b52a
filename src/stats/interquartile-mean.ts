import { mean } from "simple-statistics";

/**
 * The mean of the middle half: floor(n / 4) values are dropped at each end (SciPy's `trim_mean(values, 0.25)`, which
 * rliable uses). Throws a RangeError without values.
 *
 * @example
 * interquartileMean([0, 1, 2, 100]); // => 1.5
 */
export function interquartileMean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("interquartileMean: no values");
  const dropped = Math.floor(values.length / 4);
  return mean([...values].sort((one, two) => one - two).slice(dropped, values.length - dropped));
}
