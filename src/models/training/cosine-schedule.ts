export interface CosineSchedule {
  /** Learning rate of the first step. */
  readonly from: number;
  /** What it falls to, 0 unless given. */
  readonly to?: number;
  readonly steps: number;
}

/**
 * A learning rate that falls along half a cosine (Loshchilov and Hutter 2017, without restarts): at step t, counted from
 * 1, it is to + (from − to) · (1 + cos(π (t − 1) / steps)) / 2, as PyTorch's `CosineAnnealingLR` gives it when it is
 * stepped after each step; `to` would be that of step `steps` + 1, and stays from there on.
 *
 * @example
 * const rate = cosineSchedule({ from: 0.1, steps: 100 });
 * rate(1); // => 0.1
 * @throws RangeError for a number of steps that is no positive integer.
 */
export function cosineSchedule({ from, to = 0, steps }: CosineSchedule): (step: number) => number {
  if (!Number.isSafeInteger(steps) || steps < 1)
    throw new RangeError(`cosineSchedule: ${steps} steps are no positive integer`);
  return (step) => to + ((from - to) * (1 + Math.cos((Math.PI * Math.min(step - 1, steps)) / steps))) / 2;
}
