import type { Basis, MeasuredBasis, OrderingBasis, Quantity, RunPlan, SpreadBasis } from "./claim.ts";
import { quantitiesOf } from "./quantities-of.ts";

/**
 * What a claim that rests on runs gives wrongly or leaves out, in words that say how to mend it; undefined where nothing
 * is. The types ask for the same, but a paper may be decided before anything has read its types.
 */
export function runProblem(basis: Basis): string | undefined {
  if (basis.kind !== "measured" && basis.kind !== "ordering" && basis.kind !== "spread") return undefined;
  const problems = [...quantitiesOf(basis).map(ofQuantity), ofPlan(basis.plan), ofMeasured(basis)];
  return problems.find((problem) => problem !== undefined);
}

function ofQuantity(quantity: Quantity | undefined): string | undefined {
  if (quantity === undefined) return "a quantity is missing";
  const unnamed = (["pipeline", "variant", "dataset", "metric"] as const).find(
    (key) => typeof quantity[key] !== "string" || quantity[key] === "",
  );
  if (unnamed !== undefined) return `its quantity names no ${unnamed}`;
  if (typeof quantity.where !== "object" || quantity.where === null)
    return "its quantity says not where: give the coordinates that are fixed, where: {} if none is";
  if (!Number.isFinite(quantity.scale) || quantity.scale === 0)
    return "its quantity has no scale: give the factor from the metric to the printed number, 100 for percent, 1 for none";
  return undefined;
}

function ofPlan(plan: RunPlan | undefined): string | undefined {
  if (
    plan === undefined ||
    !Array.isArray(plan.seeds) ||
    plan.seeds.length === 0 ||
    !plan.seeds.every(Number.isInteger)
  )
    return 'its plan has no seeds: give { protocol: "paper", seeds: [1, 2, 3, 4, 5] }';
  if (!["paper", "reduced", "smoke"].includes(plan.protocol))
    return `its plan's protocol is ${JSON.stringify(plan.protocol)}; it may be "paper", "reduced" or "smoke"`;
  return undefined;
}

function ofMeasured(basis: MeasuredBasis | OrderingBasis | SpreadBasis): string | undefined {
  if (basis.kind !== "measured") return undefined;
  if (basis.reported === undefined) return 'what is printed is missing: give reported: parsePrinted("89.8")';
  if (typeof basis.margin?.value !== "string")
    return 'its margin is missing: give margin: { value: "1.0", reason: "…" }, in printed units';
  if (basis.split !== "same" && basis.split !== "unknown")
    return `its split is ${JSON.stringify(basis.split)}; it is "same" where the paper's test images are the pipeline's, else "unknown"`;
  return undefined;
}
