import type { EpochLosses } from "../../models/training/training.ts";
import type { Coordinates, Curve } from "../../paper/experiment.ts";

/** What is told of each epoch, and where its curve stands. */
const curves: Readonly<Record<string, { readonly name: string; readonly at: Coordinates; readonly y: string }>> = {
  loss: { name: "loss", at: { part: "total", split: "train" }, y: "mean loss" },
  reconstruction: { name: "loss", at: { part: "reconstruction", split: "train" }, y: "mean squared error" },
  kl: { name: "loss", at: { part: "kl", split: "train" }, y: "divergence, nats a pixel" },
  digits: { name: "loss", at: { part: "digits 1 to 9", split: "validation" }, y: "mean squared error" },
  zeros: { name: "loss", at: { part: "zeros", split: "validation" }, y: "mean squared error" },
  auroc: { name: "auroc", at: { distance: "squared-error" }, y: "area under the ROC curve" },
};

/** Losses of training and what was measured of test images after each epoch. */
export function lossCurves(history: readonly EpochLosses[]): readonly Curve[] {
  return Object.entries(curves).flatMap(([told, curve]) => {
    const points = history.flatMap(({ epoch, losses }): (readonly [number, number])[] => {
      const value = losses[told];
      return value === undefined ? [] : [[epoch, Number(value.toPrecision(6))]];
    });
    return points.length === 0 ? [] : [{ ...curve, x: "epoch", points }];
  });
}
