import { unweighted, type Weighting } from "../../src/checks/weighting.ts";
import { datasets } from "./names.ts";

/** What "mean" says unless the paper says more. */
export const plainMean: Weighting = unweighted(datasets);

/** One task per class that serves as the inlier; CelebA has one task, faces without eyeglasses. */
export const byTasks: Weighting = {
  name: "by one-class tasks",
  weights: { "CIFAR-10": 10, "CIFAR-100": 20, "f-MNIST": 10, "Cat-vs-Dog": 2, CelebA: 1 },
};

/** Ways to average five data sets that a reader might think of; fixed before the search. */
export const candidateWeightings: readonly Weighting[] = [
  plainMean,
  byTasks,
  {
    name: "by one-class tasks, CIFAR-100 with its fine classes",
    weights: { "CIFAR-10": 10, "CIFAR-100": 100, "f-MNIST": 10, "Cat-vs-Dog": 2, CelebA: 1 },
  },
  {
    name: "unweighted without CelebA",
    weights: { "CIFAR-10": 1, "CIFAR-100": 1, "f-MNIST": 1, "Cat-vs-Dog": 1, CelebA: 0 },
  },
  {
    name: "by one-class tasks, CelebA as two",
    weights: { "CIFAR-10": 10, "CIFAR-100": 20, "f-MNIST": 10, "Cat-vs-Dog": 2, CelebA: 2 },
  },
  {
    name: "by one-class tasks without CelebA",
    weights: { "CIFAR-10": 10, "CIFAR-100": 20, "f-MNIST": 10, "Cat-vs-Dog": 2, CelebA: 0 },
  },
];
