import type { Hyperparameter, HyperparameterSource } from "../../paper/experiment.ts";
import { gammaNumerator, nu, tolerance } from "./classifier.ts";
import type { Variant } from "./settings.ts";

/** Everything that the experiment's outcome hangs on, with where it comes from. */
export function hyperparameters(variant: Variant): readonly Hyperparameter[] {
  return [...(variant === "official" ? official : k9de), ...shared(variant)];
}

const code = (locus: string): HyperparameterSource => ({ kind: "official-code", locus });
const report = (locus: string): HyperparameterSource => ({ kind: "report", locus });
const assumed = (reason: string): HyperparameterSource => ({ kind: "assumed", reason });
const notebook = "K9DE repository, BaselineR1850.ipynb";

const official: readonly Hyperparameter[] = [
  { name: "input side", value: 32, unit: "pixels", source: code("script/run_rotation.sh, input_shape") },
  {
    name: "28-pixel images",
    value: "zero-padded by 2 on each side, grey copied to three channels",
    source: code("data/fmnist.py, FashionMNIST"),
  },
  { name: "pixel range", value: "[0, 1]", source: code("data/data_util.py, preprocess_image") },
  {
    name: "stem",
    value: "3×3 convolution at stride 1, no pooling",
    source: code("model/resnet_util.py, ResNet, input side 32"),
  },
  {
    name: "initial weights",
    value: "truncated normal at ±2 deviations, variance 2 / fan out",
    source: code("model/resnet_util.py, VarianceScaling(2, fan_out)"),
  },
  { name: "batch-norm epsilon", value: 1e-5, source: code("model/resnet_util.py, BN_EPS") },
  { name: "fitted inliers", value: "all of the class", source: code("data/cifar.py, at most 20,000 of a class") },
  { name: "features of the linear kernel", value: "raw", source: code("util/train.py, eval_embed, locsvm") },
  { name: "features of the RBF kernel", value: "L2-normalised", source: code("util/train.py, eval_embed, kocsvm") },
];

const k9de: readonly Hyperparameter[] = [
  {
    name: "input side",
    value: 224,
    unit: "pixels",
    source: report(`${notebook}: Resize(256), CenterCrop(224)`),
  },
  { name: "interpolation", value: "bilinear, as Pillow's", source: report(`${notebook}: torchvision's default`) },
  {
    name: "pixel range",
    value: "standardised by ImageNet's mean and deviation",
    source: report(`${notebook}: Normalize`),
  },
  {
    name: "stem",
    value: "7×7 convolution at stride 2, 3×3 max pooling at stride 2",
    source: report(`${notebook}: torchvision's resnet18`),
  },
  {
    name: "initial weights",
    value: "normal, variance 2 / fan out",
    source: report(`${notebook}: torchvision's kaiming_normal_`),
  },
  { name: "batch-norm epsilon", value: 1e-5, source: report(`${notebook}: PyTorch's default`) },
  {
    name: "fitted inliers",
    value: "500 of the class, drawn with replacement",
    source: report(`${notebook}: 500 a class; the draw itself was not seeded`),
  },
  { name: "features of the linear kernel", value: "L2-normalised", source: report(`${notebook}: both kernels`) },
  { name: "features of the RBF kernel", value: "L2-normalised", source: report(`${notebook}: both kernels`) },
];

function shared(variant: Variant): readonly Hyperparameter[] {
  const own = variant === "official" ? code : (locus: string) => report(`${notebook}; official ${locus}`);
  return [
    { name: "network", value: "ResNet-18, width 1, untrained", source: own("model/resnet.py, ResNet18") },
    {
      name: "batch normalisation",
      value: "inference, mean 0 and variance 1",
      source: own("util/train.py, extract_step, training=False"),
    },
    { name: "features", value: 512, unit: "average-pooled channels", source: own("model/resnet_util.py, pools") },
    { name: "nu", value: nu, source: own("util/train.py, OneClassSVM's default") },
    {
      name: "gamma",
      value: `${gammaNumerator} / (512 · variance of all entries of the normalised training matrix)`,
      source: report("Section 3.2: γ = 10/|f|var(f)"),
    },
    { name: "SVM tolerance", value: tolerance, source: own("util/train.py, OneClassSVM's default") },
    { name: "positive label", value: "outlier", source: own("data/cifar.py, process_for_ood") },
    { name: "test images", value: "the whole official test split", source: report("Section 3.2, sentence 2") },
    {
      name: "random generator",
      value: "Alea, one stream a layer and a class",
      source: assumed("the generators of TensorFlow and PyTorch are not reproduced; seeds are our own"),
    },
  ];
}
