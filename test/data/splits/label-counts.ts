import { permutation } from "../../../src/random/permutation.ts";
import { stream } from "../../../src/random/stream.ts";

/** Images of each digit in MNIST's training and test files, as published. */
export const mnistCounts = {
  train: [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949],
  test: [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009],
} as const;

/** Labels in a mixed order, so many of each class. */
export function labelsWith(counts: readonly number[], purpose: string): Uint8Array {
  const sorted = counts.flatMap((count, label) => new Array<number>(count).fill(label));
  return Uint8Array.from(
    permutation(sorted.length, stream("label-counts", purpose)),
    (place) => sorted[place] as number,
  );
}

/** How many images of each of ten classes lie at the places. */
export function countsAt(labels: Uint8Array, places: Iterable<number>): readonly number[] {
  const counts = new Array<number>(10).fill(0);
  for (const place of places) {
    const label = labels[place] as number;
    counts[label] = (counts[label] as number) + 1;
  }
  return counts;
}

/** Whether no place lies in two of the lists, or twice in one. */
export function areDisjoint(...lists: readonly Uint32Array[]): boolean {
  const all = lists.flatMap((places) => [...places]);
  return new Set(all).size === all.length;
}
