import type { Stream } from "../../random/stream.ts";

/** What an array holds before training. */
export type InitialValue =
  | { readonly kind: "uniform"; readonly limit: number }
  | { readonly kind: "normal"; readonly deviation: number }
  | { readonly kind: "constant"; readonly value: number };

/**
 * Draws an array of initial values, in row-major order.
 *
 * @example
 * drawInitial({ kind: "constant", value: 1 }, 3, stream("example", "gamma")); // => [1, 1, 1]
 */
export function drawInitial(initial: InitialValue, count: number, source: Stream): Float32Array {
  const values = new Float32Array(count);
  switch (initial.kind) {
    case "constant":
      return values.fill(initial.value);
    case "uniform":
      for (let at = 0; at < count; at++) values[at] = initial.limit * (2 * source.uniform() - 1);
      return values;
    case "normal":
      for (let at = 0; at < count; at++) values[at] = initial.deviation * source.normal();
      return values;
  }
}

/**
 * PyTorch's default for weights and biases of linear and convolution layers: uniform within ±1/√(fan in)
 * (`kaiming_uniform_` with a = √5). For a transposed convolution PyTorch counts its outputs · kernel² as fan in.
 *
 * @example
 * pytorchDefault(576); // => { kind: "uniform", limit: 1 / 24 }
 */
export function pytorchDefault(fanIn: number): InitialValue {
  return { kind: "uniform", limit: 1 / Math.sqrt(fanIn) };
}

/**
 * Keras's default for weights (Glorot and Bengio 2010): uniform within ±√(6 / (fan in + fan out)). Its biases begin at 0.
 *
 * @example
 * glorotUniform(3, 3); // => { kind: "uniform", limit: 1 }
 */
export function glorotUniform(fanIn: number, fanOut: number): InitialValue {
  return { kind: "uniform", limit: Math.sqrt(6 / (fanIn + fanOut)) };
}

/**
 * Weights of layers before rectifiers (He et al. 2015), normal with variance 2 / fan: by fan out, outputs · kernel² of a
 * convolution, in torchvision and in the code of VGG.
 *
 * @example
 * heNormal(8); // => { kind: "normal", deviation: 0.5 }
 */
export function heNormal(fan: number): InitialValue {
  return { kind: "normal", deviation: Math.sqrt(2 / fan) };
}
