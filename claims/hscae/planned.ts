/** Why a result is not measured: what a run would have to assume. */
export const planned = {
  hscae:
    "to be measured: no pipeline here trains HSCAE yet; channel widths, training loss, learning rate and seed are not given and would have to be varied",
  ensemble:
    "to be measured: needs both members, and no pipeline here trains them yet; how the mean squared error is scaled is not given",
} as const;

/** Why a statement about what the networks do is not measured: what would have to be recorded. */
export function plannedMeasure(what: string): string {
  return `to be measured: needs ${what}; no pipeline here trains the networks yet, and no number of it is printed`;
}
