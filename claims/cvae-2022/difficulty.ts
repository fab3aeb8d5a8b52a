import type { DifficultyTable } from "../../src/paper/difficulty.ts";

const noCode = "no code of the group was found; every part would be written anew";

const minutes = "a minute on one core of a processor: 2,000 images, 50 epochs, below a million parameters";

/** Rated for this audit; the report prints no ratings. */
export const difficulty: DifficultyTable = {
  raters: "this project's raters, not the report's: from the report's text alone, with the scheme of the K9DE report",
  scheme: {
    report: "how well the report describes the tasks: 1 well, 2 adequately, 3 insufficiently",
    code: "how easily the relevant code is found and understood: 1 well, 2 adequately, 3 insufficiently",
    compute: "time for one headline result on a Nvidia P100: 1 below 1 h, 2 from 1 to 12 h, 3 above 12 h",
  },
  ratings: [
    {
      experiment: "Anomaly detection",
      report: 3,
      code: 3,
      compute: 1,
      attempted: true,
      reasons: {
        report: "the score, its scale, the label that is fed and the kind of anomalies are not given",
        code: noCode,
        compute: minutes,
      },
    },
    {
      experiment: "Image generation",
      report: 3,
      code: 3,
      compute: 1,
      attempted: true,
      reasons: {
        report: "latent dimension, loss and layer widths are not given, and nothing measures the images",
        code: noCode,
        compute: minutes,
      },
    },
    {
      experiment: "Classification by generated images",
      report: 2,
      code: 3,
      compute: 1,
      attempted: true,
      reasons: {
        report: "the rule, its 100 images a class and the test images are told; the model that generates them is not",
        code: noCode,
        compute: minutes,
      },
    },
    {
      experiment: "Transposed convolutions in the decoder",
      report: 3,
      code: 3,
      compute: 1,
      attempted: true,
      reasons: {
        report: "said to be worse three times, without a layer, a setting or a loss",
        code: noCode,
        compute: minutes,
      },
    },
  ],
};
