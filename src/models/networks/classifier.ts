import { div, sub } from "../../engine/arithmetic.ts";
import type { Node } from "../../engine/graph.ts";
import type { Network } from "../training/network.ts";
import type { ClassifierName } from "./classifier-name.ts";
import { resnet18Classifier } from "./resnet18-classifier.ts";
import { spinalVgg } from "./spinal-vgg.ts";
import { vgg } from "./vgg.ts";

/** A classifier of small grey images. */
export interface Classifier {
  readonly name: ClassifierName;
  readonly classes: number;
  /** Channels of its first stage; the published networks have 64. */
  readonly width: number;
  /** What the network itself makes of pixels from 0 to 1: (pixel − mean) / deviation. */
  readonly standardise: { readonly mean: number; readonly deviation: number };
}

/**
 * A classifier's logits [N, classes] of images [N, 1, H, W] with pixels from 0 to 1. Standardising is part of the network,
 * so that whatever is done to its input (perturbations, reconstructions) is in units of pixels.
 *
 * @example
 * const standardise = { mean: 0.1307, deviation: 0.3081 };
 * const images = input("images", [8, 1, 28, 28]);
 * logits(beginNetwork("training"), images, { name: "vgg", classes: 9, width: 4, standardise }).shape; // => [8, 9]
 */
export function logits(network: Network, images: Node, classifier: Classifier): Node {
  const { name, classes, width, standardise } = classifier;
  const standardised = div(sub(images, standardise.mean), standardise.deviation);
  switch (name) {
    case "resnet18":
      return resnet18Classifier(network, standardised, { classes, width, stem: "cifar" });
    case "spinal-vgg":
      return spinalVgg(network, standardised, { classes, width });
    case "vgg":
      return vgg(network, standardised, { classes, width });
  }
}
