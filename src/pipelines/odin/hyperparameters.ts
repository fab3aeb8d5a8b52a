import type { ClassifierName } from "../../models/networks/classifier-name.ts";
import type { Hyperparameter, HyperparameterSource, Scalar } from "../../paper/experiment.ts";
import { defaultOptions, mnistStandard, sizes } from "./settings.ts";

/** Everything that the experiment's outcome hangs on, with where it comes from. */
export function hyperparameters(network: ClassifierName): readonly Hyperparameter[] {
  return [...networks[network], ...training(network), ...detection];
}

const fromPaper = (name: string, value: Scalar, locus: string): Hyperparameter =>
  sourced(name, value, { kind: "paper", locus });
const fromOfficialCode = (name: string, value: Scalar, locus: string): Hyperparameter =>
  sourced(name, value, { kind: "official-code", locus });
const assumed = (name: string, value: Scalar, reason: string): Hyperparameter =>
  sourced(name, value, { kind: "assumed", reason });

function sourced(name: string, value: Scalar, source: HyperparameterSource): Hyperparameter {
  return { name, value, source };
}

const spinalCode = "dipuk0506/SpinalNet, MNIST_VGG/MNIST_VGG_and_SpinalVGG.py";
const odinCode = "facebookresearch/odin, code/calData.py";

const networks: Readonly<Record<ClassifierName, readonly Hyperparameter[]>> = {
  resnet18: [
    fromPaper("network", "ResNet18", "Section 4.1, sentence 1"),
    assumed(
      "stem",
      "3×3 at stride 1, no pooling",
      "the usual one for small images; a larger stride leaves 1 pixel of 28",
    ),
    assumed(
      "initial weights",
      "PyTorch's defaults",
      "the report says nothing, and neither does the usual code for small images",
    ),
  ],
  "spinal-vgg": [
    fromPaper("network", "SpinalVGG", "Section 4.1, sentence 3"),
    fromOfficialCode("layers", "10 convolutions in 4 blocks, 4 spinal layers of 128, dropout 0.5", spinalCode),
    fromOfficialCode("initial weights of convolutions", "normal, variance 2 / fan out", spinalCode),
  ],
  vgg: [
    fromPaper("network", "VGG of the content loss", "Section 3.2, sentence 31"),
    fromOfficialCode("layers", "10 convolutions in 4 blocks, a hidden layer of 512, dropout 0.5", spinalCode),
    fromOfficialCode("initial weights of convolutions", "normal, variance 2 / fan out", spinalCode),
  ],
};

function training(network: ClassifierName): readonly Hyperparameter[] {
  const { epochs = 0, learningRate = 0, cropPadding = 0, rotationDegrees = 0 } = defaultOptions(network);
  return [
    fromPaper("epochs", epochs, "Section 4.1, sentences 2 and 3; measured after every 50"),
    fromPaper("batch size", sizes.paper.batchSize, "Section 4, sentence 1"),
    fromPaper("optimiser", "Adam, no schedule", "Section 4, sentence 2"),
    assumed("learning rate", learningRate, "the report gives none; PyTorch's default for Adam"),
    fromPaper("augmentation", "random crop and rotation", "Section 4, sentence 1"),
    assumed("crop padding", cropPadding, "the report gives none; digits keep within 28 pixels"),
    assumed("rotation", `±${rotationDegrees}°`, "the report gives none; the angle of SpinalVGG's own code"),
    assumed("interpolation of the rotation", "nearest", "torchvision's default"),
    assumed(
      "standardising",
      `(pixel − ${mnistStandard.mean}) / ${mnistStandard.deviation}`,
      "the report gives none; as in SpinalVGG's own code",
    ),
    assumed(
      "random generator",
      "Alea, a stream for each purpose",
      "PyTorch's generators are not reproduced; seeds are our own",
    ),
  ];
}

const detection: readonly Hyperparameter[] = [
  fromPaper("out-of-distribution class", "digit 0", "Section 1, sentence 4"),
  fromPaper("temperature", 10, "Section 4.1, sentence 4"),
  fromPaper("pseudo-label", "the class that is predicted", "Section 3.1, sentence 5"),
  assumed(
    "perturbation weight, ε",
    sizes.paper.epsilons.join(", "),
    "the report gives none: from the default of ODIN's code to a size at which pixels change visibly",
  ),
  fromOfficialCode("sign of 0", "+1", odinCode),
  fromOfficialCode(
    "scale of ε",
    "pixels from 0 to 1, the step divided by the deviation of the standardising",
    odinCode,
  ),
  assumed(
    "threshold search",
    "every score, on the test images",
    "the report searches a grid that it does not give; the thresholds with a test of their own are tuned on one half",
  ),
];
