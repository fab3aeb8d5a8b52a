/** Which state of a training is scored: a freedom within the cell. */
export type Selection = "official" | "best" | "last";

/** Every so many epochs, counted from the first, the official code writes its state; and after the last one. */
const writeEvery = 5;

/**
 * The epochs, from 1, whose states the three rules would score after so many epochs of a training of `epochs`:
 * - `official`: the last epoch that was written (1, 6, 11, …, and the last) and had the lowest validation loss so far.
 *   Epochs that are not written lower that bar all the same, so that a written epoch may be far from the best;
 * - `best`: the first epoch of the lowest validation loss;
 * - `last`.
 *
 * Source: olivesgatech/gradcon-anomaly, train.py (`is_best`, `write_freq`).
 *
 * @param validation the validation losses of the epochs so far
 * @example
 * selectedEpochs([3, 2, 1, 4, 5, 1.5], 1000); // => { official: 1, best: 3, last: 6 }
 */
export function selectedEpochs(validation: readonly number[], epochs: number): Readonly<Record<Selection, number>> {
  let official = 0;
  let best = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (const [at, loss] of validation.entries()) {
    if (!(loss < lowest)) continue;
    lowest = loss;
    best = at + 1;
    if (at % writeEvery === 0 || best === epochs) official = best;
  }
  return { official, best, last: validation.length };
}
