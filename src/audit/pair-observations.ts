import type { Coordinates } from "../paper/experiment.ts";
import type { ObservedValues } from "./audit.ts";

/** Two quantities at the seeds that both have. */
export interface PairedValues {
  /** Those of both sides; of one that has another value on either side both, as "8 over 6". */
  readonly freedoms: Coordinates;
  readonly pairs: readonly { readonly seed: number; readonly first: number; readonly second: number }[];
}

/**
 * Settings are compared that have the same value of each freedom of which both sides have a value in common; of a freedom
 * that one side alone has, or of which the two have no value in common, each value meets each. Pairs of settings without a
 * common seed are left out.
 */
export function pairObservations(
  above: readonly ObservedValues[],
  below: readonly ObservedValues[],
): readonly PairedValues[] {
  const shared = sharedFreedoms(above, below);
  return above
    .flatMap((one) =>
      below
        .filter((other) => shared.every((name) => one.freedoms[name] === other.freedoms[name]))
        .map((other) => ({
          freedoms: ofBoth(one.freedoms, other.freedoms),
          pairs: atCommonSeeds(one, other),
        })),
    )
    .filter(({ pairs }) => pairs.length > 0);
}

/** What is left at its default has no value in a setting, and shares that with the other side. */
function sharedFreedoms(above: readonly ObservedValues[], below: readonly ObservedValues[]): readonly string[] {
  const names = new Set([...above, ...below].flatMap(({ freedoms }) => Object.keys(freedoms)));
  return [...names].filter((name) =>
    above.some((one) => below.some((other) => one.freedoms[name] === other.freedoms[name])),
  );
}

function ofBoth(first: Coordinates, second: Coordinates): Coordinates {
  const names = Object.keys({ ...first, ...second });
  return Object.fromEntries(
    names.flatMap((name) => {
      const [one, other] = [first[name], second[name]];
      const value = one === undefined || other === undefined || one === other ? (one ?? other) : `${one} over ${other}`;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function atCommonSeeds(one: ObservedValues, other: ObservedValues): PairedValues["pairs"] {
  return one.values.flatMap(({ seed, value }) => {
    const partner = other.values.find((candidate) => candidate.seed === seed);
    return partner === undefined ? [] : [{ seed, first: value, second: partner.value }];
  });
}
