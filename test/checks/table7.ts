import { parseDecimal } from "../../src/numbers/decimal.ts";

/** Sohn et al. (ICLR 2021), Table 7: AUC of CIFAR-10, CIFAR-100, f-MNIST, Cat-vs-Dog, CelebA, and the printed mean. */
const printed: readonly (readonly [string, ...string[]])[] = [
  ["ResNet-18 (Random) / linear", "50.1", "50.1", "50.3", "50.0", "49.9", "50.1"],
  ["ResNet-18 (Random) / RBF", "61.2", "59.6", "89.8", "50.7", "57.1", "66.5"],
  ["ResNet-18 (Random) / KDE", "60.5", "58.7", "89.4", "50.8", "57.3", "65.9"],
  ["ResNet-50 (ImageNet) / linear", "67.9", "71.0", "77.0", "61.0", "58.0", "70.9"],
  ["ResNet-50 (ImageNet) / RBF", "80.0", "83.7", "91.8", "74.5", "81.4", "84.0"],
  ["ResNet-50 (ImageNet) / KDE", "80.0", "83.7", "90.5", "74.6", "82.4", "83.7"],
  ["RotNet / rotation classifier", "86.8", "80.3", "87.4", "86.1", "51.4", "83.1"],
  ["RotNet / KDE", "89.3", "81.9", "94.6", "86.4", "77.4", "86.6"],
  ["Denoising / linear", "72.6", "62.4", "55.0", "61.0", "59.8", "62.9"],
  ["Denoising / RBF", "83.4", "75.2", "93.9", "57.3", "66.8", "80.4"],
  ["Denoising / KDE", "83.5", "75.2", "93.7", "57.3", "67.0", "80.4"],
  ["Rotation Prediction / linear", "88.5", "72.3", "89.0", "81.4", "62.6", "80.1"],
  ["Rotation Prediction / RBF", "90.8", "82.8", "94.6", "83.7", "65.8", "87.1"],
  ["Rotation Prediction / KDE", "91.3", "84.1", "95.8", "86.4", "69.5", "88.2"],
  ["Contrastive / linear", "85.6", "74.9", "92.3", "82.8", "91.7", "82.2"],
  ["Contrastive / RBF", "89.0", "82.4", "93.9", "87.7", "83.5", "86.9"],
  ["Contrastive / KDE", "89.0", "82.4", "93.6", "87.7", "84.6", "86.8"],
  ["Contrastive (DA) / linear", "90.7", "81.1", "93.7", "86.3", "88.4", "86.7"],
  ["Contrastive (DA) / RBF", "92.5", "86.5", "94.8", "89.6", "84.5", "89.9"],
  ["Contrastive (DA) / KDE", "92.4", "86.5", "94.5", "89.6", "85.6", "89.8"],
];

const datasets = ["CIFAR-10", "CIFAR-100", "f-MNIST", "Cat-vs-Dog", "CelebA"];

export const table7 = printed.map(([name, ...texts]) => ({
  name,
  cells: datasets.map((label, index) => ({ label, value: parseDecimal(texts[index] ?? "") })),
  reported: parseDecimal(texts[datasets.length] ?? ""),
}));

export const byTasks = {
  name: "by one-class tasks",
  weights: { "f-MNIST": 10, "CIFAR-10": 10, "CIFAR-100": 20, "Cat-vs-Dog": 2, CelebA: 1 },
};
