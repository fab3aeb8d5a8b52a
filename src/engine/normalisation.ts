import { add, div, mul, sqrt, square, sub } from "./arithmetic.ts";
import { dimension, formatShape } from "./dimensions.ts";
import { makeNode, type Node } from "./graph.ts";
import { mean } from "./reduction.ts";
import { reshape } from "./shape.ts";

/** A channel's scale and shift, [C] each; epsilon is added to the variance (1e-5 by default, as in PyTorch). */
export interface BatchNormParameters {
  readonly gamma: Node;
  readonly beta: Node;
  readonly epsilon?: number;
}

/** Normalised values, and the batch's mean and biased variance, [C] each. */
export interface BatchNormResult {
  readonly output: Node;
  readonly mean: Node;
  readonly variance: Node;
}

/**
 * Batch normalisation by the batch's own statistics, over every axis but 1 (Ioffe and Szegedy 2015, algorithm 1).
 * Running statistics are the caller's: they are state.
 */
export function batchNormTraining(x: Node, { gamma, beta, epsilon = 1e-5 }: BatchNormParameters): BatchNormResult {
  const perChannel = channelShape("batchNormTraining", x, gamma, beta);
  const channels = dimension(x.shape, 1);
  const reduction = { axes: x.shape.map((_, axis) => axis).filter((axis) => axis !== 1), keepDimensions: true };
  const centre = mean(x, reduction);
  const centred = sub(x, centre);
  const variance = mean(square(centred), reduction);
  const inverseDeviation = div(1, sqrt(add(variance, epsilon)));
  const inputs = [x, reshape(gamma, perChannel), reshape(beta, perChannel), centred, inverseDeviation] as const;
  return {
    output: makeNode("batchNorm", inputs, {}, x.shape),
    mean: reshape(centre, [channels]),
    variance: reshape(variance, [channels]),
  };
}

/** Batch normalisation by given statistics, [C] each: one scale and one shift a channel (algorithm 2). */
export function batchNormInference(
  x: Node,
  parameters: BatchNormParameters & { readonly mean: Node; readonly variance: Node },
): Node {
  const { gamma, beta, mean: centre, variance, epsilon = 1e-5 } = parameters;
  const perChannel = channelShape("batchNormInference", x, gamma, beta, centre, variance);
  const scale = div(gamma, sqrt(add(variance, epsilon)));
  const shift = sub(beta, mul(centre, scale));
  return add(mul(x, reshape(scale, perChannel)), reshape(shift, perChannel));
}

function channelShape(operation: string, x: Node, ...parameters: readonly Node[]): readonly number[] {
  const channels = x.shape[1];
  for (const { shape } of parameters)
    if (x.shape.length < 2 || shape.length !== 1 || shape[0] !== channels)
      throw new RangeError(
        `${operation}: parameters of shape ${formatShape(shape)} do not fit input ${formatShape(x.shape)}; they are one number a channel`,
      );
  return x.shape.map((size, axis) => (axis === 1 ? size : 1));
}
