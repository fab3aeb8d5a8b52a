import type { DifficultyTable } from "../../src/paper/difficulty.ts";

const ours = {
  code: "the official repository trains and scores this model; its dependencies are old, and the report had to fix them",
  hours: "5 to 8 hours on four P100 by the report: 20 to 32 hours of one",
  untold:
    "neither the report nor the paper's quotations give the weights, the epochs, the kept checkpoint or how test images are drawn",
};

/** Rated for this audit; the report prints no ratings. */
export const difficulty: DifficultyTable = {
  raters:
    "this project's raters, not the report's: from the report's text and the official code, with the scheme of the K9DE report",
  scheme: {
    report: "how well the report describes the tasks: 1 well, 2 adequately, 3 insufficiently",
    code: "how easily the relevant code is found and understood: 1 well, 2 adequately, 3 insufficiently",
    compute: "time for one headline result on a Nvidia P100: 1 below 1 h, 2 from 1 to 12 h, 3 above 12 h",
  },
  ratings: [
    {
      experiment: "GradCon on CIFAR-10",
      report: 3,
      code: 2,
      compute: 3,
      attempted: true,
      reasons: { report: ours.untold, code: ours.code, compute: ours.hours },
    },
    {
      experiment: "GradCon on MNIST",
      report: 3,
      code: 2,
      compute: 3,
      attempted: true,
      reasons: { report: ours.untold, code: ours.code, compute: ours.hours },
    },
    {
      experiment: "GradCon on Fashion-MNIST",
      report: 3,
      code: 2,
      compute: 3,
      attempted: false,
      reasons: {
        report: `named only; ${ours.untold}`,
        code: "the official repository prepares the data in five folds and trains the same model",
        compute:
          "no time is printed; the model and its epochs are MNIST's, and its training images somewhat fewer a class",
      },
    },
    {
      experiment: "CAE, VAE and VAE + Grad baselines",
      report: 2,
      code: 3,
      compute: 3,
      attempted: false,
      reasons: {
        report: "losses are described in words; no weight and no result is given",
        code: "the official repository defines a VAE, but nothing in it trains or scores one",
        compute: "no time is printed; the VAE has five times the parameters, at as many epochs",
      },
    },
    {
      experiment: "GradCon on CURE-TSR",
      report: 3,
      code: 3,
      compute: 3,
      attempted: false,
      reasons: {
        report: "counts of images, types, levels and conditions only",
        code: "no code of the official repository reads the data set",
        compute: "no time is printed; 637,560 images are nine times those of MNIST",
      },
    },
  ],
};
