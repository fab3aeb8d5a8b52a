import type { Hyperparameter, HyperparameterSource } from "../../paper/experiment.ts";
import { batchSize, gradientWeight, learningRate, schedules, scoreWeight, side, type Variant } from "./settings.ts";

const code = (locus: string): HyperparameterSource => ({ kind: "official-code", locus });
const report = (locus: string): HyperparameterSource => ({ kind: "report", locus });
const assumed = (reason: string): HyperparameterSource => ({ kind: "assumed", reason });

/** Everything that the experiment's outcome hangs on, with where it comes from. */
export function hyperparameters(variant: Variant): readonly Hyperparameter[] {
  return [
    ...(variant.startsWith("vae") ? variational : plain),
    ...(variant.endsWith("grad") ? constrained : unconstrained),
    ...shared,
  ];
}

const plain: readonly Hyperparameter[] = [
  {
    name: "network",
    value: "four convolutions 32, 32, 64, 64 and four transposed ones 64, 32, 32, back to the image",
    source: code("models.py, GradConCAE"),
  },
  { name: "reconstruction loss", value: "mean squared error over pixels", source: code("ae_grad_reg.py, train") },
];

const variational: readonly Hyperparameter[] = [
  {
    name: "network",
    value: "the convolutional autoencoder's with three dense layers 576 → 576; in inference the mean is decoded",
    source: code("models.py, GradConVAE"),
  },
  {
    name: "reconstruction loss",
    value: "binary cross-entropy, mean over pixels",
    source: report("Paragraph 19: a Bernoulli likelihood gives the binary cross-entropy; its scale is assumed"),
  },
  {
    name: "latent loss",
    value: "Kullback–Leibler divergence from the standard normal, divided by the number of pixels",
    source: assumed("the two terms then weigh as in the evidence lower bound, and α meets a loss of the plain scale"),
  },
];

const constrained: readonly Hyperparameter[] = [
  { name: "weight of the gradient loss, α", value: gradientWeight, source: code("train.py, grad-loss-weight") },
];

const unconstrained: readonly Hyperparameter[] = [
  {
    name: "weight of the gradient loss, α",
    value: 0,
    source: report("Paragraph 36: autoencoders without the constraint; their average gradients are kept all the same"),
  },
];

const shared: readonly Hyperparameter[] = [
  {
    name: "constrained gradients",
    value: "of the reconstruction loss, by the weights of the four decoder layers, without biases",
    source: code("ae_grad_reg.py, train"),
  },
  {
    name: "average of gradients",
    value: "of the whole loss, over all earlier steps of all epochs; none in the first step",
    source: code("ae_grad_reg.py, train, AverageMeter"),
  },
  {
    name: "cosine's least divisor",
    value: 1e-8,
    source: code("ae_grad_reg.py, PyTorch's default; it bounds the product of both norms, as PyTorch of 2020 does"),
  },
  { name: "weight of the cosine in the score", value: scoreWeight, source: code("eval.py, grad-loss-weight") },
  { name: "positive label", value: "inlier; scores are high for inliers", source: code("eval.py, roc_curve") },
  { name: "initial weights", value: "PyTorch's defaults", source: code("models.py; its initialisers are not called") },
  { name: "optimiser", value: "Adam, β₁ 0.9, β₂ 0.999, ε 1e-8", source: code("train.py, optim.Adam") },
  { name: "learning rate", value: learningRate, source: code("train.py") },
  { name: "batch size", value: batchSize, source: code("train.py; the last batch of an epoch may be smaller") },
  { name: "epochs", value: schedules.paper.epochs, source: code("train.py, epochs") },
  {
    name: "images",
    value: `${side} pixels wide and high, in [0, 1]; larger ones resized by Lanczos' filter`,
    source: code("prep_datasets.py, Image.ANTIALIAS"),
  },
  {
    name: "validation images",
    value: "the first tenth of each shuffled class; for Fashion-MNIST the fourth of five folds of all its images",
    source: code("prep_datasets.py"),
  },
  {
    name: "test images",
    value: "all inliers and as many others, drawn for each class",
    source: code("prep_datasets.py; the official draw is not seeded"),
  },
];
