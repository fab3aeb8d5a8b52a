import type { Hyperparameter, HyperparameterSource, Scalar } from "../../paper/experiment.ts";
import { hyperparameters as odinHyperparameters } from "../odin/hyperparameters.ts";
import {
  classifierEpochs,
  defaultOptions,
  epsilon,
  levels,
  reportedThresholds,
  sizes,
  temperatures,
  type Variant,
} from "./settings.ts";

/** Everything that the experiment's outcome hangs on, with where it comes from. */
export function hyperparameters(variant: Variant): readonly Hyperparameter[] {
  return [...autoencoder, ...variants[variant], ...training, ...detection, ...classifier];
}

const fromPaper = (name: string, value: Scalar, locus: string): Hyperparameter =>
  sourced(name, value, { kind: "paper", locus });
const assumed = (name: string, value: Scalar, reason: string): Hyperparameter =>
  sourced(name, value, { kind: "assumed", reason });

function sourced(name: string, value: Scalar, source: HyperparameterSource): Hyperparameter {
  return { name, value, source };
}

const autoencoder: readonly Hyperparameter[] = [
  fromPaper("layers", "14 convolutions and 1 dense layer, each way", "Section 3.2, sentence 9"),
  fromPaper("latent", "6, 8, 10", "Section 3.2, sentence 7"),
  assumed("channels", `${sizes.paper.width}, twice and four times as many`, "the report gives none"),
  assumed("kernels", "3 × 3", "the report gives none; the usual size in networks so deep"),
  assumed(
    "stages",
    "4, 5 and 5 convolutions at 28, 14 and 7 pixels, halved by strides, doubled by repetition",
    "the report gives none; the size of the latent vector asks for few pixels at its end",
  ),
  assumed("batch normalisation", "behind each convolution but the last", "28 layers without shortcuts ask for it"),
  assumed("activations", "ReLU, sigmoid at the output", "the report says non-linear; pixels lie in [0, 1]"),
  assumed("initial weights of the autoencoder", "PyTorch's defaults", "the report says nothing"),
];

const variants: Readonly<Record<Variant, readonly Hyperparameter[]>> = {
  hscae: [
    fromPaper("condition's way in", "dense and activation to the channels, added at every pixel", "Section 3.2"),
    assumed("condition's temperature", 1, "the report speaks of the softmax and its high confidence"),
  ],
  unconditioned: [fromPaper("condition's way in", "none", "the report's autoencoder without its self-conditioning")],
  residual: [
    fromPaper("condition's way in", "dense and activation to the channels, added at every pixel", "Section 3.2"),
    assumed("shortcuts", "around each block that keeps its size", "the report leaves them out on purpose"),
  ],
  variational: [
    fromPaper("condition's way in", "dense and activation to the channels, added at every pixel", "Section 3.2"),
    assumed("weight of the KL divergence", "a pixel's share", "that of the negative evidence lower bound"),
    assumed("latent vector in scoring", "its mean", "a draw would add noise to scores"),
  ],
};

const training: readonly Hyperparameter[] = [
  assumed("training loss", "mean squared error", "the report gives none; its distances are of reconstructions"),
  fromPaper("epochs of the autoencoder", sizes.paper.epochs, "Section 4.2, sentence 2"),
  assumed("learningRate", defaultOptions.learningRate ?? 1e-3, "the report gives none; PyTorch's default for Adam"),
  assumed("classifier while training", "as in inference, on the augmented images", "the report says frozen"),
];

const detection: readonly Hyperparameter[] = [
  fromPaper("levels of hierarchy", levels.join(", "), "Table 3"),
  fromPaper("temperature of the softmax distance", temperatures.distance, "Section 3.2, sentence 33"),
  assumed("softmax distance", "mean squared difference", "the report gives none; thresholds of 1e-4 fit its size"),
  assumed(
    "content distance",
    "mean squared difference after the third block",
    "the report names neither net nor layer",
  ),
  assumed("structural similarity", "windows of 7 × 7", "scikit-image's default"),
  assumed("perturbation of the ensemble's ODIN, ε", epsilon, "the report gives none; a middle one of those tried"),
  fromPaper(
    "lowering of the classifier's threshold",
    `${reportedThresholds.ensemble} for ${reportedThresholds.alone}`,
    "Section 4.3, sentence 3; Section 4.1, sentence 15",
  ),
];

/** Those of the classifier and of ODIN, by names that tell them from the autoencoder's. */
const classifier: readonly Hyperparameter[] = odinHyperparameters("resnet18")
  .filter(({ name }) => name !== "perturbation weight, ε" && name !== "epochs")
  .concat(fromPaper("epochs", classifierEpochs, "Section 4.3, sentence 1"))
  .map((each) => ({ ...each, name: `classifier: ${each.name}` }));
