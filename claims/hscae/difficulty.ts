import type { DifficultyTable } from "../../src/paper/difficulty.ts";

const noCode = "the repository that the report names was not to be found";

/** Rated for this audit; the report prints no ratings. */
export const difficulty: DifficultyTable = {
  raters: "this project's raters, not the report's: from the report's text, with the scheme of the K9DE report",
  scheme: {
    report: "how well the report describes the tasks: 1 well, 2 adequately, 3 insufficiently",
    code: "how easily the relevant code is found and understood: 1 well, 2 adequately, 3 insufficiently",
    compute: "time for one headline result on a Nvidia P100: 1 below 1 h, 2 from 1 to 12 h, 3 above 12 h",
  },
  ratings: [
    {
      experiment: "Maximum softmax probability, ResNet18",
      report: 2,
      code: 1,
      compute: 1,
      attempted: true,
      reasons: {
        report:
          "network, epochs, batch, optimiser, temperature and thresholds are given; learning rate, augmentation and scaling are not",
        code: `${noCode}, but ResNet-18 and a threshold on its softmax are in every library`,
        compute: "no time is printed; 50 epochs of a ResNet-18 on 54,077 small images take well under an hour",
      },
    },
    {
      experiment: "ODIN with perturbation, ResNet18",
      report: 3,
      code: 1,
      compute: 1,
      attempted: true,
      reasons: {
        report: "the perturbation weight, on which the result rests, is not given",
        code: `${noCode}, but the authors of ODIN publish theirs`,
        compute: "as without perturbation, and one gradient an image",
      },
    },
    {
      experiment: "ODIN, SpinalVGG",
      report: 3,
      code: 2,
      compute: 1,
      attempted: true,
      reasons: {
        report: "neither the perturbation weight nor the threshold is given",
        code: "the authors of SpinalNet publish a network for MNIST; its recipe is not the report's",
        compute: "no time is printed; 50 epochs of a network with fewer weights than ResNet-18",
      },
    },
    {
      experiment: "HSCAE alone",
      report: 3,
      code: 3,
      compute: 2,
      attempted: true,
      reasons: {
        report:
          "channel widths, kernels, strides and the training loss are not given, so that the network has to be guessed",
        code: `${noCode}, and nobody else has published this model`,
        compute: "no time is printed; 200 epochs of some thirty layers, once for each of three latent dimensions",
      },
    },
    {
      experiment: "Ensemble of ODIN and HSCAE",
      report: 3,
      code: 3,
      compute: 2,
      attempted: true,
      reasons: {
        report: "all that its members lack, and the scale of the squared error that its threshold of 1.0 is of",
        code: noCode,
        compute: "one training of each member; levels and thresholds are chosen afterwards",
      },
    },
  ],
};
