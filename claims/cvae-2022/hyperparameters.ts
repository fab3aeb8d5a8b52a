import { assumed, fromPaper as report } from "../../src/paper/hyperparameter-sources.ts";
import type { ExperimentHyperparameters } from "../../src/paper/paper.ts";

/** What the report gives, and what a run must choose; no code of the group was found. */
export const hyperparameters: readonly ExperimentHyperparameters[] = [
  {
    experiment: "cvae",
    hyperparameters: [
      report("training images", "2,000 labelled ones", "Section 3.1, sentence 7"),
      report("image", "1 x 32 x 32, from [0, 255] to [0, 1]", "Table 1; Section 3.1, sentence 2"),
      report("label in the encoder", "one-hot, through an MLP to a second channel", "Section 3.2, sentences 3 and 4"),
      report("encoder", "two 2D convolutions, flatten, two dense heads", "Section 3.2, sentences 4 to 6"),
      report("decoder", "dense, reshape, two hidden layers, output", "Section 3.2, sentences 9 and 10"),
      report("hidden dimension", 128, "Section 4.1, sentence 3"),
      report("learning rate", 0.001, "Section 4.1, sentence 3"),
      report("epochs", 50, "Section 4.1, sentence 3"),
      report("generated images a class", 100, "Section 3.2, sentence 11"),
      report("rule of the classifier", "greatest mean cosine similarity", "Section 3.2, sentence 12"),
      report("rule of the threshold", "ROC point nearest to (0, 1)", "Section 4.2.2, sentence 8"),
      assumed(
        "classes",
        "trouser, dress, sandal, sneaker, ankle boot",
        "three are named, with ankle boot the last; two other fives are tried",
      ),
      assumed("anomalies", "of the other classes", "not said; digits, MNIST's and drawn by code, are tried, too"),
      assumed(
        "28 to 32 pixels",
        "zero padding",
        "not said, and the data's origin itself is inferred; resizing is tried",
      ),
      assumed("latent dimension", 2, '"two-dimensional result" is the only hint; 16 is tried'),
      assumed("convolutions", "32 and 64 filters, 3 x 3, stride 2", "usual for such models; nothing is given"),
      assumed("where the hidden dimension is", "dense layers of the decoder", "not said"),
      assumed("label numbers in training", 6, "five of the data and one that is added, by Section 3.1, sentence 4"),
      assumed("reconstruction loss", "squared error, summed", "not said; binary cross-entropy is tried"),
      assumed("weight of the KL loss", 1, "the sum is called the negative ELBO; 0.1 is tried"),
      assumed("optimiser", "Adam", "not said; the learning rate is its usual one"),
      assumed("batch size", 64, "not said; 128 is tried"),
      assumed("activations", "ReLU, sigmoid at the output", "not said; pixels lie in [0, 1]"),
      assumed("score", "reconstruction loss and ELBO", "both are plotted; which one the ROC curve is of is not said"),
      assumed("scale of the score", "three", "not said; thresholds around 0.14 ask for one, so that each is measured"),
      assumed("label fed in scoring", "four readings", "not said; it may decide the area, so that each is measured"),
      assumed("seeds and runs", "ten", '"several times"'),
    ],
  },
];
