import { elementCount } from "../../engine/dimensions.ts";
import { input } from "../../engine/graph.ts";
import { defined } from "../../metrics/metric.ts";
import { type CvaeOptions, cvaeSide, decodeCvae, encodeCvae } from "../../models/networks/cvae.ts";
import { beginNetwork, type Network } from "../../models/training/network.ts";
import type { Measurement } from "../../paper/experiment.ts";
import { measure } from "./measure.ts";
import { labelWidth } from "./settings.ts";

const encoders = ["convolutional", "convolutional with a hidden layer", "dense"] as const;
const decoders = ["dense", "transposed"] as const;

/** `parameters` at { part, layers }: how many numbers each kind of encoder and decoder has to learn. */
export function sizeMeasurements(options: CvaeOptions): readonly Measurement[] {
  const images = input("images", [1, 1, cvaeSide, cvaeSide]);
  const labels = input("labels", [1, labelWidth]);
  const latent = input("latent", [1, options.latentDimension]);
  return [
    ...encoders.map((encoder) => ({
      at: { part: "encoder", layers: encoder },
      count: parametersOf((network) => encodeCvae(network, images, labels, { ...options, encoder })),
    })),
    ...decoders.map((decoder) => ({
      at: { part: "decoder", layers: decoder },
      count: parametersOf((network) => decodeCvae(network, latent, labels, { ...options, decoder })),
    })),
  ].map(({ at, count }) => measure("parameters", at, defined(count)));
}

function parametersOf(build: (network: Network) => unknown): number {
  const network = beginNetwork("inference");
  build(network);
  return network.declarations().parameters.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}
