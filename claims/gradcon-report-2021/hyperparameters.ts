import { assumed, fromOfficialCode as code, fromReport as report } from "../../src/paper/hyperparameter-sources.ts";
import type { ExperimentHyperparameters } from "../../src/paper/paper.ts";

/** The report gives hardly any; the rest is as the official code has it. */
export const hyperparameters: readonly ExperimentHyperparameters[] = [
  {
    experiment: "gradcon",
    hyperparameters: [
      report("network", "convolutional autoencoder, four layers each way", "Paragraph 35, sentence 2"),
      report("latent variable", "3 x 3 x 64", "Paragraph 35, sentence 2"),
      report("loss", "L + Ω + α L_grad", "Paragraph 33"),
      code("weight of the gradient loss, α", 0.03, "train.py"),
      code("weight of the cosine in the score", 0.12, "eval.py"),
      code("reconstruction loss", "mean squared error", "train.py"),
      code("gradients constrained", "weights of the four decoder layers, no biases", "train.py"),
      code("average of gradients", "plain mean over all earlier iterations, never reset", "train.py"),
      code("optimiser", "Adam", "train.py"),
      code("learning rate", 0.001, "train.py"),
      code("batch size", 64, "train.py"),
      code("epochs", 1000, "train.py"),
      code("kept checkpoint", "the last of every fifth epoch whose validation loss was the least so far", "train.py"),
      code("image", "28 pixels (CIFAR-10 resized)", "data preparation"),
      code("validation images", "a tenth of each class", "data preparation"),
      code("test images", "all of the class and as many others, drawn unseeded", "data preparation"),
      assumed("changes to the code", "unknown", "the report fixed dependencies and code and does not say what"),
      assumed("seeds", "unknown", "neither the report nor the official code sets any"),
    ],
  },
];
