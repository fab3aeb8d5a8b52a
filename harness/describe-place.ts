import type { Coordinates } from "../src/paper/experiment.ts";

/**
 * What was measured and where, for messages.
 *
 * @example
 * describePlace("auroc", { class: 3, kernel: "rbf" }); // => "auroc at class = 3, kernel = rbf"
 */
export function describePlace(name: string, at: Coordinates): string {
  const coordinates = Object.entries(at).map(([coordinate, value]) => `${coordinate} = ${value}`);
  return coordinates.length === 0 ? name : `${name} at ${coordinates.join(", ")}`;
}
