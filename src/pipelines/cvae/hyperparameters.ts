import type { Hyperparameter, HyperparameterSource, Scalar } from "../../paper/experiment.ts";
import { amounts, labelWidth, learningRate, optionValues, type Variant } from "./settings.ts";

/** Everything that the experiment's outcome hangs on, with where it comes from. */
export function hyperparameters(variant: Variant): readonly Hyperparameter[] {
  return [...given, decoder(variant), ...chosen];
}

const report = (name: string, value: Scalar, locus: string): Hyperparameter =>
  sourced(name, value, { kind: "report", locus });
const assumed = (name: string, value: Scalar, reason: string): Hyperparameter =>
  sourced(name, value, { kind: "assumed", reason });

function sourced(name: string, value: Scalar, source: HyperparameterSource): Hyperparameter {
  return { name, value, source };
}

const given: readonly Hyperparameter[] = [
  report("training images", 2000, "Section 3.1, sentence 7; Table 1"),
  report("images of each representative set", 1052, "Table 1"),
  report("normal images of each representative set", 1000, "Section 4.2.3, sentence 3: 2,000 in both"),
  report("pixel range", "[0, 1]", "Section 3.1, sentence 2"),
  report("label numbers", labelWidth, "Section 3.1, sentence 4: a sixth is added"),
  report("label in the encoder", "dense, 1,024 numbers, a second channel", "Section 3.2, sentences 3 and 4"),
  report("hidden dimension", 128, "Section 4.1, sentence 3"),
  report("learning rate", learningRate, "Section 4.1, sentence 3"),
  report("epochs", amounts.paper.epochs, "Section 4.1, sentence 3"),
  report("generated images of each class", amounts.paper.generatedPerClass, "Section 3.2, sentence 11"),
  report("classifier", "greatest mean cosine similarity", "Section 3.2, sentence 12"),
  report("threshold", "point nearest to (0, 1) on the first set", "Section 4.2.2, sentence 8"),
];

function decoder(variant: Variant): Hyperparameter {
  return variant === "mlp-decoder"
    ? report("decoder", "dense 128, dense 128, dense 1,024", "Section 3.2, sentence 10; Section 4.1, sentence 3")
    : assumed(
        "decoder",
        "dense 4,096, transposed convolutions with 32 filters and 1 of 3 × 3 at stride 2",
        "the mirror image of the encoder; the report gives no layer of it",
      );
}

const chosen: readonly Hyperparameter[] = [
  assumed("classes", optionValues.classes[0], "the odd labels have ankle boot as mode 4 and all three named classes"),
  assumed(
    "images",
    "Fashion-MNIST's training images",
    "26,000 + 2,000 + 2 × 1,000 are its 6,000 of each of five classes",
  ),
  assumed("geometry", optionValues.geometry[0], "the usual way from 28 to 32 pixels"),
  assumed("latentDimension", optionValues.latentDimension[0], '"two-dimensional result" is the only hint'),
  assumed("encoder", optionValues.encoder[0], "the report has the heads straight after flattening"),
  assumed(
    "convolutions",
    "32 and 64 filters of 3 × 3 at stride 2, padding 1",
    "usual for such models; nothing is given",
  ),
  assumed("activations", "ReLU, sigmoid at the output", "usual; pixels lie in [0, 1]"),
  assumed("reconstructionLoss", optionValues.reconstructionLoss[0], "summed over pixels, the course's practice"),
  assumed("klWeight", optionValues.klWeight[0], "the sum of both losses is called the negative ELBO"),
  assumed("optimiser", "Adam", "the learning rate is its usual one"),
  assumed("batchSize", optionValues.batchSize[0], "usual; nothing is given"),
  assumed("initial weights", "PyTorch's default", "arrays in the order of PyTorch, and its word dataloader"),
  assumed("latent variable in scoring", "its mean", "a draw would add noise to scores; nothing is given"),
  assumed("random generator", "Alea, one stream a purpose", "PyTorch's generator is not reproduced; seeds are our own"),
];
