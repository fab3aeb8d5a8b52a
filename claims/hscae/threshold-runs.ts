import { parsePrinted } from "../../src/numbers/printed.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { sentence } from "../../src/paper/locus.ts";
import { alone, hscaeQuantity, latents } from "./hscae-measured-by.ts";
import { fiveSeeds, odinQuantity, oneReading } from "./measured-by.ts";
import { hscaeThresholds, odinThresholds } from "./thresholds.ts";

/** The best thresholds that the report prints, found anew; their spread over seeds is told with the verdict. */
export const thresholdRuns: readonly Claim[] = [
  ...odinThresholds.map(({ model, threshold }): Claim => {
    const epochs = model.endsWith("ep100") ? 100 : 50;
    return {
      id: `s4.1.thresholds.${model.toLowerCase()}.run`,
      at: sentence("4.1", 15),
      states: `The best threshold of ${model} is ${threshold.text} (with or without perturbation: which is meant is not said).`,
      related: ["s4.1.thresholds", "s4.1.one-threshold-for-two"],
      basis: {
        ...{ kind: "measured", split: "unknown", plan: fiveSeeds },
        quantity: odinQuantity(
          "threshold",
          { detector: "odin", temperature: 10, epochs, tuned: "test", ...oneReading },
          { scale: 1 },
        ),
        reported: parsePrinted(threshold.text),
        margin: { value: "0.05", reason: "the report's own two trainings of 50 epochs differ by 0.045, rounded up" },
      },
    };
  }),
  ...hscaeThresholds.map(({ dimension, printed }): Claim => {
    const latent = Number(dimension);
    return {
      id: `s4.2.thresholds.${dimension}.run`,
      at: sentence("4.2", 6),
      states: `The best threshold of HSCAE with latent dimension ${dimension} is ${printed}e-4 (at level 2; which level is meant is not said).`,
      related: ["s4.2.thresholds", "s4.2.stable"],
      basis: {
        ...{ kind: "measured", split: "unknown", plan: latents(latent) },
        quantity: hscaeQuantity("threshold", { ...alone(latent, 2), ...oneReading }, { scale: 10_000 }),
        reported: parsePrinted(printed),
        margin: {
          value: "0.5",
          reason: "the report calls thresholds stable that differ by a fifth; half of the least printed one is allowed",
        },
      },
    };
  }),
];
