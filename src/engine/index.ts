/** What a pipeline writes its computations with: the graph's nodes and operations, gradients, and the engines that run them. */
export { relu, sigmoid, tanh } from "./activation.ts";
export { add, detach, div, exp, log, mul, neg, type Operand, ones, sqrt, square, sub, zeros } from "./arithmetic.ts";
export { concatenate } from "./concatenate.ts";
export { conv, convTransposed, type WindowOptions } from "./convolution.ts";
export type { Shape } from "./dimensions.ts";
export type { Engine, EngineIdentity, EngineName, Executable } from "./executor.ts";
export { gradient } from "./gradient.ts";
export { constant, input, type Node } from "./graph.ts";
export { matmul } from "./linear-algebra.ts";
export { crossEntropy, logSoftmax, meanSquaredError } from "./losses.ts";
export {
  type BatchNormParameters,
  type BatchNormResult,
  batchNormInference,
  batchNormTraining,
} from "./normalisation.ts";
export { type EngineOptions, openEngine } from "./open-engine.ts";
export { globalAveragePool, maxPool, type PoolingOptions } from "./pooling.ts";
export { max, mean, type Reduction, sum } from "./reduction.ts";
export { evaluateReference } from "./reference.ts";
export { expand, pad, reshape, slice, transpose } from "./shape.ts";
export { type Tensor, tensor } from "./tensor.ts";
