import type { Hyperparameter } from "../../src/paper/experiment.ts";
import { assumed, fromOfficialCode as code, fromReport as report } from "../../src/paper/hyperparameter-sources.ts";
import type { ExperimentHyperparameters } from "../../src/paper/paper.ts";

const baseline = "BaselineR1850.ipynb";

const baselineSettings: readonly Hyperparameter[] = [
  report("representation", "outputs f of the network", "Section 3.2, sentence 1"),
  report("OC-SVM", "scikit-learn's", "Section 3.2, sentence 5"),
  report("gamma", "10 / (d · var)", "Section 3.2, sentence 15"),
  report("multiples of gamma", "0.01, 0.1, 1, 5, 8, 10, 100", "Section 3.2, sentence 15"),
  report("test images", "the whole test set", "Section 3.2, sentence 2"),
  code("OC-SVM nu", 0.5, `${baseline} (scikit-learn's default)`),
  code("features for both kernels", "L2-normalised", baseline),
  code("image", "resized to 256, centre cut of 224 pixels", baseline),
  code("pixel scale", "standardised by ImageNet's mean and SD", baseline),
  code("stem", "7×7 stride 2 with max-pooling (torchvision)", baseline),
  code("classes of CIFAR-100", 100, baseline),
  code("training inliers", "500 a class, drawn with replacement, unseeded", baseline),
  assumed("runs behind a printed number", "unknown", "the report says several; the workbook keeps three to five"),
];

/** As the report gives them, else as the code of its authors' repository does. */
export const hyperparameters: readonly ExperimentHyperparameters[] = [
  {
    experiment: "resnet18-random",
    hyperparameters: [
      ...baselineSettings,
      assumed(
        "initial weights",
        "torchvision's",
        "the report says random; torchvision's own distribution is the default",
      ),
    ],
  },
  {
    experiment: "resnet50-imagenet",
    hyperparameters: [
      ...baselineSettings,
      report("weights", "pretrained on ImageNet", "Section 3.2, sentence 1"),
      assumed("release of the weights", "torchvision's first", "the report does not say which"),
    ],
  },
  {
    experiment: "denoising",
    hyperparameters: [
      report("corrupted components", 0.25, "Section 3.3, sentence 4"),
      report("corrupted value", 0, "Section 3.3, sentence 3"),
      report("epochs", 10, "Section 3.3, sentence 6"),
      code("encoder", "784 or 3072, 64, 75; no non-linearity between", "Denoising_Model"),
      code("optimiser", "Adam, learning rate 0.001", "Denoising_Model"),
      code("batch size", 256, "Denoising_Model, example"),
      code("training inliers of a classifier", "500 a class", "helper.py"),
      code("training images of the autoencoder", "all classes at once", "Denoising_Model"),
    ],
  },
  {
    experiment: "rotation-prediction",
    hyperparameters: [
      report("network", "ResNet-18", "Section 3.4, sentence 3"),
      report("projection head", "four layers", "Section 3.4, sentence 2"),
      code("learning rate", 0.009, "Rotation_Predition_Model"),
      code("schedule", "cosine, T_max 7", "Rotation_Predition_Model"),
      code("gamma", "100 / (d · var)", "rot_pred_helper.py"),
      assumed("batch size", "unknown", "the cell says 32, the kept progress bar implies 320"),
      assumed("epochs", "unknown", "the kept progress bar shows 48, the name of the weights file says 200"),
    ],
  },
  {
    experiment: "contrastive",
    hyperparameters: [
      report("network", "SimCLR's ResNet50_1x, pretrained", "Section 3.5, sentences 5 and 6"),
      code("features for both kernels", "L2-normalised", "SimCLR notebooks"),
      code("image side", 224, "SimCLR notebooks"),
      assumed("augmentation", "unknown", "the report says of its own development and gives no values"),
    ],
  },
];
