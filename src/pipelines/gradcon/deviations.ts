import type { Protocol } from "../../paper/experiment.ts";
import { schedules, smokeClasses } from "./settings.ts";

/** Every way in which a protocol departs from the official code's, in words. */
export function deviations(protocol: Protocol): readonly string[] {
  if (protocol === "paper") return [];
  const epochs = `${schedules[protocol].epochs} epochs instead of ${schedules.paper.epochs}`;
  if (protocol === "reduced") return [epochs];
  return [
    "embedded synthetic images stand in for the data set",
    `only classes ${smokeClasses.join(" and ")} are trained`,
    epochs,
  ];
}
