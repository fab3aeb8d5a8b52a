import type { Protocol } from "../../paper/experiment.ts";
import { amounts } from "./settings.ts";

/** Every way in which a protocol departs from the paper's, in words. */
export function deviations(protocol: Protocol): readonly string[] {
  if (protocol === "paper") return [];
  const { epochs, sizes, generatedPerClass } = amounts[protocol];
  const shorter = `${epochs} epochs instead of ${amounts.paper.epochs}`;
  if (protocol === "reduced") return [shorter];
  return [
    "embedded synthetic images stand in for both data sets",
    shorter,
    `${sizes.labelled} labelled images of each class, ${sizes.representative} and ${sizes.anomalies} anomalies in each set, instead of 400, 200 and 52`,
    `${generatedPerClass} generated images of each class instead of 100`,
  ];
}
