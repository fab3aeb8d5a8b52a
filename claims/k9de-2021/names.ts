/** The data sets as Table 2 names its groups of columns. */
export const datasets = ["f-MNIST", "CIFAR10", "CIFAR100"] as const;

export type DatasetColumn = (typeof datasets)[number];

const ids: Readonly<Record<string, string>> = {
  "ResNet18 (random)": "resnet18",
  "ResNet50 (ImageNet)": "resnet50",
  Denoising: "denoising",
  "Rotation Pred.": "rotation",
  Contrastive: "contrastive",
  Linear: "linear",
  RBF: "rbf",
  "f-MNIST": "fmnist",
  CIFAR10: "cifar10",
  CIFAR100: "cifar100",
  Paper: "paper",
  Ours: "ours",
  "Ours (γ*8)": "gamma8",
};

const inOriginal: Readonly<Record<string, string>> = {
  "ResNet18 (random)": "ResNet-18 (Random)",
  "ResNet50 (ImageNet)": "ResNet-50 (ImageNet)",
  "Rotation Pred.": "Rotation Prediction",
  Linear: "OC-SVM (linear)",
  RBF: "OC-SVM (kernel)",
  CIFAR10: "CIFAR-10",
  CIFAR100: "CIFAR-100",
};

/**
 * A row's or column's name as part of a claim's id. Throws an Error for a name that has none yet.
 *
 * @example
 * idOf("ResNet18 (random) / RBF"); // => "resnet18.rbf"
 */
export function idOf(name: string): string {
  return name
    .split(" / ")
    .map((part) => {
      const id = ids[part];
      if (id === undefined) throw new Error(`k9de-2021: no id is defined for "${part}"; add it to names.ts`);
      return id;
    })
    .join(".");
}

/**
 * What the original calls a row or a data set.
 *
 * @example
 * nameInOriginal("Rotation Pred. / RBF"); // => "Rotation Prediction / OC-SVM (kernel)"
 */
export function nameInOriginal(name: string): string {
  return name
    .split(" / ")
    .map((part) => inOriginal[part] ?? part)
    .join(" / ");
}
