import { describe, expect, test } from "vitest";
import { sigmoid, tanh } from "../../src/engine/activation.ts";
import { add, div, mul, sqrt, square } from "../../src/engine/arithmetic.ts";
import { conv, convTransposed, convWeightGradient } from "../../src/engine/convolution.ts";
import type { Shape } from "../../src/engine/dimensions.ts";
import { gradient } from "../../src/engine/gradient.ts";
import { input, type Node } from "../../src/engine/graph.ts";
import { matmul } from "../../src/engine/linear-algebra.ts";
import { crossEntropy, meanSquaredError } from "../../src/engine/losses.ts";
import { batchNormTraining } from "../../src/engine/normalisation.ts";
import { globalAveragePool, maxPool } from "../../src/engine/pooling.ts";
import { sum } from "../../src/engine/reduction.ts";
import { evaluateReference } from "../../src/engine/reference.ts";
import { slice } from "../../src/engine/shape.ts";
import { forEachEngine } from "./each-engine.ts";
import { randomArray, relativeError, toTensor } from "./random-arrays.ts";

const window = { stride: 2, padding: 2 };

/**
 * An auto-encoder whose loss asks the decoder's filter gradient to align with a given direction, as GradCon's does
 * (Kwon et al. 2020): its own gradients are of second order. Activations are smooth, since float32 flips
 * the sign of what is close to a kink.
 */
function gradientConstrainedAutoencoder(): Readonly<Record<string, Node>> {
  const x = input("x", [3, 2, 12, 12]);
  const [encoder, decoder] = [input("encoder", [4, 2, 4, 4]), input("decoder", [4, 2, 4, 4])];
  const code = tanh(conv(x, encoder, window));
  const before = convTransposed(code, decoder, window, [12, 12]);
  const reconstruction = meanSquaredError(sigmoid(before), x);
  const [inner, atOutput] = gradient(reconstruction, [decoder, before]);
  const reference = input("reference", decoder.shape);
  const dot = (a: Node, b: Node) => sum(mul(a, b));
  const cosine = div(dot(inner, reference), sqrt(mul(sum(square(inner)), sum(square(reference)))));
  const loss = add(reconstruction, mul(cosine, -0.3));
  const [toEncoder, toDecoder] = gradient(loss, [encoder, decoder]);
  const perSample = convWeightGradient(atOutput, code, { ...window, kernel: [4, 4], perSample: true });
  return { loss, toEncoder, toDecoder, inner, perSample, summed: sum(perSample, { axes: [0] }) };
}

/** A residual network of one block with batch normalisation, and all its gradients. */
function residualNetwork(): Readonly<Record<string, Node>> {
  const parameters = {
    stem: input("stem", [4, 3, 3, 3]),
    gamma: input("gamma", [4]),
    beta: input("beta", [4]),
    block: input("block", [6, 4, 3, 3]),
    gamma2: input("gamma2", [6]),
    beta2: input("beta2", [6]),
    shortcut: input("shortcut", [6, 4, 1, 1]),
    head: input("head", [6, 5]),
  };
  const { stem, gamma, beta, block, gamma2, beta2, shortcut, head } = parameters;
  const images = input("images", [4, 3, 9, 9]);
  const first = tanh(batchNormTraining(conv(images, stem, { padding: 1 }), { gamma, beta }).output);
  const pooled = maxPool(first, { kernel: 3, stride: 2, padding: 1 });
  const wide = conv(pooled, block, { stride: 2, padding: 1 });
  const normalised = batchNormTraining(wide, { gamma: gamma2, beta: beta2 }).output;
  const merged = tanh(add(normalised, conv(pooled, shortcut, { stride: 2 })));
  const logits = matmul(globalAveragePool(merged), head);
  const loss = crossEntropy(logits, input("targets", [4, 5]));
  const gradients = gradient(loss, Object.values(parameters));
  const named = Object.keys(parameters).map((name, position) => [`to ${name}`, gradients[position] ?? loss] as const);
  return { loss, logits: slice(logits, [0, 0], [4, 5]), ...Object.fromEntries(named) };
}

const networks = {
  "a gradient-constrained auto-encoder": {
    build: gradientConstrainedAutoencoder,
    shapes: { x: [3, 2, 12, 12], encoder: [4, 2, 4, 4], decoder: [4, 2, 4, 4], reference: [4, 2, 4, 4] },
  },
  "a residual network": {
    build: residualNetwork,
    shapes: {
      images: [4, 3, 9, 9],
      targets: [4, 5],
      stem: [4, 3, 3, 3],
      gamma: [4],
      beta: [4],
      block: [6, 4, 3, 3],
      gamma2: [6],
      beta2: [6],
      shortcut: [6, 4, 1, 1],
      head: [6, 5],
    },
  },
} satisfies Readonly<Record<string, { build: () => Readonly<Record<string, Node>>; shapes: Record<string, Shape> }>>;

describe.each(Object.entries(networks))("%s trains alike", (label, { build, shapes }) => {
  const outputs = build();
  const feeds = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, randomArray(`${label}/${name}`, shape)]),
  );
  const expected = evaluateReference(outputs, feeds);

  forEachEngine(
    (name) => `on ${name} as in float64`,
    (title, engine) =>
      test(title, async () => {
        const executable = await engine.compile(outputs);
        const tensors = Object.fromEntries(Object.entries(feeds).map(([fed, array]) => [fed, toTensor(array)]));
        const actual = await executable.run(tensors);
        await executable.release();
        for (const [output, { data }] of Object.entries(expected))
          expect(relativeError(actual[output]?.data ?? [], data, 1e-3), output).toBeLessThan(1e-5);
      }),
  );
});

test("gradients of single samples add up to the batch's", () => {
  const { shapes } = networks["a gradient-constrained auto-encoder"];
  const feeds = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, randomArray(`per sample/${name}`, shape)]),
  );
  const { inner, summed } = evaluateReference(gradientConstrainedAutoencoder(), feeds);
  expect(relativeError(summed?.data ?? [], inner?.data ?? [], 1e-3)).toBeLessThan(1e-12);
});
