import type { Measurement } from "../src/paper/experiment.ts";
import { canonicalJson } from "./canonical-json.ts";

/** How two runs of one cell compare. */
export type Comparison =
  | { readonly kind: "identical"; readonly measurements: number }
  /** The largest absolute difference of each metric that differs. */
  | { readonly kind: "noise"; readonly floor: Readonly<Record<string, number>> }
  /** Something was measured in one run and not in the other, or is absent for another reason. */
  | { readonly kind: "incomparable"; readonly reason: string };

/** Compares what two runs of one cell measured, bit by bit; where they differ, gives the noise floor of each metric. */
export function compareMeasurements(first: readonly Measurement[], second: readonly Measurement[]): Comparison {
  const others = new Map(second.map((measurement) => [placeOf(measurement), measurement]));
  if (first.length !== second.length)
    return { kind: "incomparable", reason: `${first.length} measurements in one run, ${second.length} in the other` };
  const floor: Record<string, number> = {};
  for (const measurement of first) {
    const other = others.get(placeOf(measurement));
    const [one, two] = [measurement, other].map((each) =>
      each !== undefined && "value" in each ? each.value : undefined,
    );
    if (one === undefined || two === undefined) {
      if (other !== undefined && canonicalJson(measurement) === canonicalJson(other)) continue;
      return { kind: "incomparable", reason: `${placeOf(measurement)} was measured in one run and not in the other` };
    }
    if (!Object.is(one, two)) floor[measurement.metric] = Math.max(floor[measurement.metric] ?? 0, Math.abs(one - two));
  }
  return Object.keys(floor).length === 0 ? { kind: "identical", measurements: first.length } : { kind: "noise", floor };
}

function placeOf({ metric, at }: Measurement): string {
  return `${metric} at ${canonicalJson(at)}`;
}
