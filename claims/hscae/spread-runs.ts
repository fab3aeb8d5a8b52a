import type { Claim, Quantity, SpreadBasis } from "../../src/paper/claim.ts";
import { sentence } from "../../src/paper/locus.ts";
import { alone, classifierAlone, hscaeQuantity, hscaeShare } from "./hscae-measured-by.ts";
import { fiveSeeds, odinQuantity, oneReading, reported } from "./measured-by.ts";

/** What the report says of stability, over seeds: it trained no HSCAE twice, and one classifier. */
export const spreadRuns: readonly Claim[] = [
  {
    id: "abstract.stable.run",
    at: sentence("Abstract", 9),
    states:
      "HSCAE is stable: over seeds, the mean of both accuracies varies less at latent dimension 8 and level 2 than that of ODIN with its own classifier.",
    related: ["abstract.stable.zero", "abstract.stable.else", "s4.2.not-the-same-range"],
    basis: widerThan(
      hscaeShare("balanced-accuracy", { ...classifierAlone, ...oneReading }),
      hscaeShare("balanced-accuracy", { ...alone(8, 2), ...oneReading }),
      false,
    ),
  },
  ...(["without", "with"] as const).flatMap((perturbation) =>
    (["zero", "else"] as const).map(
      (side): Claim => ({
        id: `s4.1.one-to-three.${perturbation}-${side}.run`,
        at: sentence("4.1", 7),
        states: `Two trainings of ResNet18 with 50 epochs differ by 1 point of ${side}_acc or more on average, ${perturbation} perturbation.`,
        related: ["s4.1.one-to-three", "s4.1.sensitive-to-optimisation"],
        basis: {
          kind: "spread",
          of: odinQuantity(`${side}-accuracy`, { ...reported(perturbation, 50), ...oneReading }),
          than: {
            kind: "run-difference",
            atLeast: { value: "1.0", reason: "the least of the 1 to 3 % that the report prints" },
          },
          plan: fiveSeeds,
        },
      }),
    ),
  ),
  {
    id: "s4.2.stable.run",
    at: sentence("4.2", 5),
    states:
      "Over seeds, the best threshold of HSCAE at latent dimension 8 and level 2 varies less, relative to itself, than that of ODIN with its own classifier.",
    related: ["s4.2.stable", "s4.2.not-the-same-range"],
    basis: widerThan(
      hscaeQuantity("threshold", { ...classifierAlone, ...oneReading }),
      hscaeQuantity("threshold", { ...alone(8, 2), ...oneReading }),
      true,
    ),
  },
];

function widerThan(of: Quantity, quantity: Quantity, relative: boolean): SpreadBasis {
  return { kind: "spread", of, than: { kind: "quantity", quantity, relative }, plan: fiveSeeds };
}
