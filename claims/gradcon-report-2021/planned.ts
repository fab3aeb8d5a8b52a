/** Why a result of the report's own is not measured: what a run would need. */
export const planned =
  "to be measured: no pipeline here trains GradCon yet (1,000 epochs a class with second derivatives); the report gives no seeds and does not say how its test images were drawn";

/** Why a component of the score is not measured: what would have to be recorded. */
export function plannedComponent(part: string): string {
  return `to be measured: needs the AUROC of ${part} by itself, from the same trained networks; no pipeline here trains GradCon yet, and the report prints the AUROC of the combined score only`;
}
