import type { Hyperparameter } from "../../src/paper/experiment.ts";
import { assumed, fromPaper as paper } from "../../src/paper/hyperparameter-sources.ts";
import type { ExperimentHyperparameters } from "../../src/paper/paper.ts";

const training: readonly Hyperparameter[] = [
  paper("batch size", 128, "Section 4, sentence 1"),
  paper("optimiser", "Adam, no schedule", "Section 4, sentence 2"),
  paper("augmentation", "random crop and rotation", "Section 4, sentence 1"),
  assumed("learning rate", "unknown", "the report gives none"),
  assumed("crop and rotation", "unknown", "the report gives neither padding nor angle"),
  assumed("image side and scaling", "unknown", "the report gives neither; MNIST has 28 pixels"),
  assumed("seeds", "unknown", "the report gives none"),
  assumed("evaluated images", "MNIST's test set", "the report does not say which images it evaluates on"),
];

const detection: readonly Hyperparameter[] = [
  paper("temperature", 10, "Section 4.1, sentence 4"),
  paper("pseudo-label", "the class that is predicted", "Section 3.1, sentence 5"),
  assumed("perturbation weight, ε", "unknown", "the report gives none"),
];

/** As the report gives them. */
export const hyperparameters: readonly ExperimentHyperparameters[] = [
  {
    experiment: "odin",
    hyperparameters: [
      paper("networks", "ResNet18, SpinalVGG", "Section 4.1, sentences 1 and 3"),
      paper("epochs", "50, 100 (ResNet18); 50 (SpinalVGG)", "Section 4.1, sentences 2 and 3"),
      ...training,
      ...detection,
      paper("thresholds of ResNet18", "0.235, 0.28, 0.34", "Section 4.1, sentence 15"),
      assumed("threshold of SpinalVGG", "unknown", "the report gives none"),
      assumed("stem of ResNet18", "unknown", "the report does not say how the network was fitted to small images"),
    ],
  },
  {
    experiment: "hscae",
    hyperparameters: [
      paper("layers", "14 convolutional, 1 fully connected, each way", "Section 3.2, sentence 9"),
      paper("latent dimensions", "6, 8, 10", "Section 3.2, sentence 7"),
      paper("condition", "the frozen classifier's softmax, projected and added at every pixel", "Section 3.2"),
      paper("epochs", 200, "Section 4.2, sentence 2"),
      paper("levels of hierarchy", "1, 2, 3", "Section 4.2, sentence 1"),
      paper("metric", "distance of softmax probabilities", "Section 3.2, sentence 34"),
      paper("temperature of the metric", 2, "Section 3.2, sentence 33"),
      paper("thresholds", "1.2e-4, 1.0e-4, 1.0e-4", "Section 4.2, sentence 6"),
      ...training,
      assumed("channels, kernels, strides", "unknown", "the report gives none"),
      assumed("training loss", "unknown", "the report gives none"),
      assumed("condition at later levels", "unknown", "whether the class is predicted anew is not said"),
    ],
  },
  {
    experiment: "ensemble",
    hyperparameters: [
      paper("members", "ResNet18-ep50-1; HSCAE of latent dimension 8", "Section 4.3, sentence 1"),
      paper("rule", "rejected if either member rejects", "Section 3.3, sentence 4"),
      paper("levels of hierarchy", "1 to 5", "Table 3"),
      paper("threshold of the classifier", 0.231, "Section 4.3, sentence 3"),
      paper("threshold of HSCAE", 1, "Section 4.3, sentence 3"),
      paper("metric", "mean squared error", "Section 4.3, sentence 3"),
      ...detection,
      assumed("scale of the squared error", "unknown", "mean or sum, and the range of pixels, are not given"),
    ],
  },
];
