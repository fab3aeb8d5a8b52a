import type { Basis, Quantity } from "./claim.ts";

/** The measured quantities that a claim rests on; none where nothing is run for it. */
export function quantitiesOf(basis: Basis): readonly Quantity[] {
  switch (basis.kind) {
    case "measured":
      return [basis.quantity];
    case "ordering":
      return [basis.higher, basis.lower];
    case "spread":
      return basis.than.kind === "quantity" ? [basis.of, basis.than.quantity] : [basis.of];
    default:
      return [];
  }
}
