import type { Claim } from "../../src/paper/claim.ts";
import { explainedVariance, meanArea, ordered } from "./measured-by.ts";
import { classTables } from "./tables.ts";

/** Ids of the claims that the central claim comes down to. */
export const centralClaims: readonly string[] = classTables.flatMap(({ id }) =>
  ["reconstruction", "plain-reconstruction", "latent", "variational-reconstruction"].map(
    (against) => `p11.gradients-beat-activations.${against}.${id}`,
  ),
);

/** Paragraphs 3, 11, 16 and 29: what gradients, their combination with the error, and their constraint are claimed to bring. */
export const gradientsAndActivations: readonly Claim[] = classTables.flatMap(({ id, dataset }) => [
  ordered(
    {
      ...beaten(`reconstruction.${id}`),
      states: `On ${dataset} gradients detect more than activations: with GradCon's autoencoder, the cosine alone has a higher mean AUROC than the reconstruction error alone.`,
    },
    meanArea("cae-grad", id, { part: "gradient" }),
    meanArea("cae-grad", id, { part: "reconstruction" }),
  ),
  ordered(
    {
      ...beaten(`plain-reconstruction.${id}`),
      states: `On ${dataset} the cosine of GradCon's autoencoder has a higher mean AUROC than the reconstruction error of the same autoencoder trained without the constraint.`,
    },
    meanArea("cae-grad", id, { part: "gradient" }),
    meanArea("cae", id, { part: "reconstruction" }),
  ),
  ordered(
    {
      ...beaten(`latent.${id}`),
      states: `On ${dataset} the cosine of the constrained variational autoencoder has a higher mean AUROC than its latent loss.`,
    },
    meanArea("vae-grad", id, { part: "gradient" }),
    meanArea("vae-grad", id, { part: "latent" }),
  ),
  ordered(
    {
      ...beaten(`variational-reconstruction.${id}`),
      states: `On ${dataset} the cosine of the constrained variational autoencoder has a higher mean AUROC than its reconstruction error.`,
    },
    meanArea("vae-grad", id, { part: "gradient" }),
    meanArea("vae-grad", id, { part: "reconstruction" }),
  ),
  ordered(
    {
      id: `p16.combination-helps.${id}`,
      section: "Paragraph 16",
      sentence: 2,
      states: `On ${dataset} directions add to distances: GradCon's combined score has a higher mean AUROC than the reconstruction error alone.`,
      printed: "used in conjunction with the distance information",
      related: [`p11.gradients-beat-activations.reconstruction.${id}`],
    },
    meanArea("cae-grad", id, { part: "combined" }),
    meanArea("cae-grad", id, { part: "reconstruction" }),
  ),
  ordered(
    {
      id: `p29.constraint-helps.${id}`,
      section: "Paragraph 29",
      sentence: 4,
      states: `On ${dataset} the constraint parts normal from abnormal gradients: the cosine has a higher mean AUROC than that of the same autoencoder trained without it.`,
      printed: "the gradients from abnormal data will not be aligned with others",
      related: ["p29.alignment"],
    },
    meanArea("cae-grad", id, { part: "gradient" }),
    meanArea("cae", id, { part: "gradient" }),
  ),
  ordered(
    {
      id: `p29.constraint-learns.${id}`,
      section: "Paragraph 29",
      sentence: 4,
      states: `A test of why, not a claim of the report, and asked after three seeds on MNIST had been seen: on ${dataset} the autoencoder learns more of its class with the constraint than without, the share of its test images' variance that it explains, averaged over the classes; if so, what the constraint brings is also that fewer trainings fail.`,
      related: [`p29.constraint-helps.${id}`, `p3.outperforms-activations.${id}`, "mnist.black-output"],
    },
    { ...explainedVariance("cae-grad", id, {}), meanOver: "class" },
    { ...explainedVariance("cae", id, {}), meanOver: "class" },
  ),
  ordered(
    {
      id: `p3.outperforms-activations.${id}`,
      section: "Paragraph 3",
      sentence: 3,
      states: `On ${dataset} GradCon, combined, has a higher mean AUROC than the reconstruction error of the same autoencoder trained without the constraint: the rival by activations that needs no other model.`,
      printed: "outperforms state-of-the-art algorithms using activation-based representations",
      related: [`p11.gradients-beat-activations.plain-reconstruction.${id}`],
    },
    meanArea("cae-grad", id, { part: "combined" }),
    meanArea("cae", id, { part: "reconstruction" }),
  ),
]);

function beaten(against: string) {
  return {
    id: `p11.gradients-beat-activations.${against}`,
    section: "Paragraph 11",
    sentence: 1,
    printed: "gradient-based representations are more successful for detecting anomalies",
    related: ["p9.central-claim"],
  };
}
