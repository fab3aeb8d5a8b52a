import type { Hyperparameter, Scalar } from "../../src/paper/experiment.ts";
import type { ExperimentHyperparameters } from "../../src/paper/paper.ts";

const classifiers: readonly Hyperparameter[] = [
  code("OC-SVM nu", 0.5, "util/train.py, eval_embed (scikit-learn's default)"),
  code("features for the linear OC-SVM", "raw", "util/train.py, eval_embed"),
  code("features for RBF OC-SVM and KDE", "L2-normalised", "util/train.py, eval_embed"),
  code(
    "gamma",
    "10 / (d · var)",
    "util/train.py, eval_embed; var over all entries of the normalised training features",
  ),
  code("KDE bandwidth", "same gamma", "util/train.py, eval_embed"),
  code("most training rows of a classifier", 20_000, "util/train.py, eval_embed"),
];

const images: readonly Hyperparameter[] = [
  code("image side", 32, "data/data_util.py; f-MNIST zero-padded by 2 pixels on each side, data/fmnist.py", "pixels"),
  code("pixel scale", "divided by 255", "data/data_util.py, preprocess_image"),
  code("classes of CIFAR-100", 20, "data/cifar.py, coarse labels"),
  code("network", "ResNet-18, 3×3 stride-1 stem, no max-pooling", "model/resnet_util.py, ResNet"),
  code("initial weights", "variance scaling 2, fan out", "model/resnet_util.py"),
];

const training: readonly Hyperparameter[] = [
  code("optimiser", "SGD, momentum 0.9", "script/*.sh"),
  code("learning rate", 0.01, "script/*.sh"),
  code("schedule", "cosine to 0, stepped by epoch", "util/scheduler.py"),
  code("weight decay", 0.0003, "script/*.sh; on half the sum of squares"),
  code("epochs", 2048, "script/*.sh"),
];

/** What the official code sets; the paper's own text was not at hand. */
export const hyperparameters: readonly ExperimentHyperparameters[] = [
  {
    experiment: "resnet18-random",
    hyperparameters: [
      ...images,
      code("epochs", 0, "util/train.py, BaseTrain.train: evaluated straight away; no script is shipped"),
      ...classifiers,
    ],
  },
  {
    experiment: "rotation-prediction",
    hyperparameters: [
      ...images,
      ...training,
      code("batch size", 64, "script/run_rotation.sh; times four rotations inside the step"),
      code("projection head", "eight hidden layers of 512, then 4", "script/run_rotation.sh, model/resnet_util.py"),
      ...classifiers,
    ],
  },
  {
    experiment: "contrastive",
    hyperparameters: [
      ...images,
      ...training,
      code("batch size", 32, "script/run_contrastive.sh"),
      code("temperature", 0.2, "script/run_contrastive.sh"),
      code("projection head", "eight hidden layers of 512, then 128", "script/run_contrastive.sh"),
      ...classifiers,
    ],
  },
  {
    experiment: "denoising",
    hyperparameters: [
      unknown("architecture of the autoencoder"),
      unknown("corruption of the input"),
      unknown("optimiser and epochs"),
      ...classifiers,
    ],
  },
];

function code(name: string, value: Scalar, locus: string, unit?: string): Hyperparameter {
  return { name, value, ...(unit === undefined ? {} : { unit }), source: { kind: "official-code", locus } };
}

function unknown(name: string): Hyperparameter {
  return {
    name,
    value: "unknown",
    source: { kind: "assumed", reason: "neither the official code nor the reproduction's report gives it" },
  };
}
