import type { Claim } from "../../src/paper/claim.ts";
import { above, hscaeQuantity, hscaeShare, latents, predictedAgain } from "./hscae-measured-by.ts";

/** Zeros that the classifier accepts at its own best threshold, and HSCAE at level 5. */
const missed = { detector: "ensemble", perturbation: "with", latent: 8, level: 5, group: "zero" };

const squaredError = { detector: "hscae", distance: "squared-error", latent: 8, level: 1 };

/** What the discussion and the conclusion say of reconstructions and of the members, in runs of ours. */
export const section5runs: readonly Claim[] = [
  above(
    {
      id: "s5.latent-10-differs",
      section: "5",
      sentence: 7,
      states: "With latent dimension 10 the results differ: zeros are reconstructed with a smaller error than at 8.",
      printed: "the latent dimension of 10 shows different results",
      related: ["s5.figure-4"],
    },
    hscaeQuantity("reconstruction-error", { ...predictedAgain, latent: 8, level: 1, group: "zero" }),
    hscaeQuantity("reconstruction-error", { ...predictedAgain, latent: 10, level: 1, group: "zero" }),
    latents(8, 10),
  ),
  above(
    {
      id: "s5.figure-4",
      section: "5",
      sentence: 8,
      states:
        "Latent dimension 10 is high enough to reconstruct zeros: the errors of zeros and of digits lie closer together than at 8, as a ratio.",
      printed: "By Fig 4, I've confirmed that latent dimension 10 is high enough to learn complete reconstruction",
      related: ["s5.latent-10-differs"],
    },
    hscaeQuantity("error-ratio", { ...predictedAgain, latent: 8, level: 1 }),
    hscaeQuantity("error-ratio", { ...predictedAgain, latent: 10, level: 1 }),
    latents(8, 10),
  ),
  above(
    {
      id: "s5.figure-5",
      section: "5",
      sentence: 11,
      states:
        "Some inputs become more like an in-distribution digit after several levels: reconstructions of zeros are recognised more surely at level 5 than at level 1.",
      printed: "As in Fig 5, some inputs become more in-distribution digit after several hierarchies.",
    },
    hscaeShare("recognition", { latent: 8, level: 5, group: "zero" }),
    hscaeShare("recognition", { latent: 8, level: 1, group: "zero" }),
  ),
  above(
    {
      id: "s5.complement",
      section: "5",
      sentence: 16,
      states:
        "The mean squared error makes the members differ more: of the zeros that the classifier accepts, HSCAE at level 5 rejects more by it than by the distance of softmax probabilities.",
    },
    hscaeShare("rejected-of-accepted", { ...missed, distance: "squared-error" }),
    hscaeShare("rejected-of-accepted", { ...missed, distance: "softmax" }),
  ),
  above(
    {
      id: "s6.hierarchy.run",
      section: "6",
      sentence: 1,
      states:
        "The hierarchy, one of the changes to the autoencoder, improves detection (written after five reduced seeds had been seen): the area under the ROC curve of the distance of softmax probabilities is greater at level 2, the report's best, than at level 1.",
      related: ["s6.ablation", "s4.2.best.level-1.run"],
    },
    hscaeShare("auroc", { detector: "hscae", distance: "softmax", latent: 8, level: 2 }),
    hscaeShare("auroc", { detector: "hscae", distance: "softmax", latent: 8, level: 1 }),
  ),
  above(
    {
      id: "s6.ablation.run",
      section: "6",
      sentence: 1,
      states:
        "Self-conditioning improves detection: the area under the ROC curve of the squared error at level 1 is greater than without it.",
      related: ["s6.ablation", "s3.2.self-conditioning.zero", "s3.2.self-conditioning.else"],
    },
    hscaeShare("auroc", { ...predictedAgain, ...squaredError }),
    hscaeShare("auroc", { condition: "none", ...squaredError }, { variant: "unconditioned" }),
  ),
];
