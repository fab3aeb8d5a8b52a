import type { ObservedValues } from "./audit.ts";
import { describeSetting } from "./observe.ts";

/** Two quantities at the seeds that both have. */
export interface PairedValues {
  readonly one: ObservedValues;
  readonly pairs: readonly { readonly seed: number; readonly first: number; readonly second: number }[];
}

/**
 * Settings of the same freedoms are compared with each other; those that differ in kind, each with each. Pairs of settings
 * without a common seed are left out.
 */
export function pairObservations(
  above: readonly ObservedValues[],
  below: readonly ObservedValues[],
): readonly PairedValues[] {
  const same = above.flatMap((one) =>
    below
      .filter((other) => describeSetting(one.freedoms) === describeSetting(other.freedoms))
      .map((other) => [one, other] as const),
  );
  const settings = same.length > 0 ? same : above.flatMap((one) => below.map((other) => [one, other] as const));
  return settings
    .map(([one, other]) => ({ one, pairs: atCommonSeeds(one, other) }))
    .filter(({ pairs }) => pairs.length > 0);
}

function atCommonSeeds(one: ObservedValues, other: ObservedValues): PairedValues["pairs"] {
  return one.values.flatMap(({ seed, value }) => {
    const partner = other.values.find((candidate) => candidate.seed === seed);
    return partner === undefined ? [] : [{ seed, first: value, second: partner.value }];
  });
}
