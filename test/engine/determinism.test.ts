import { describe, expect, test } from "vitest";
import { relu } from "../../src/engine/activation.ts";
import { mul } from "../../src/engine/arithmetic.ts";
import { conv } from "../../src/engine/convolution.ts";
import { gradient } from "../../src/engine/gradient.ts";
import { constant, input, type Node } from "../../src/engine/graph.ts";
import { matmul } from "../../src/engine/linear-algebra.ts";
import { crossEntropy } from "../../src/engine/losses.ts";
import { batchNormTraining } from "../../src/engine/normalisation.ts";
import { compileToOnnx } from "../../src/engine/onnx/compile.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { globalAveragePool, maxPool } from "../../src/engine/pooling.ts";
import type { Tensor } from "../../src/engine/tensor.ts";
import { randomArray, toTensor } from "./random-arrays.ts";

const shapes = { x: [8, 3, 16, 16], w: [16, 3, 3, 3], v: [16, 10], gamma: [16], beta: [16], target: [8, 10] } as const;

/** A small network with its gradients, built anew at each call. */
function network(scale = 0.5): Readonly<Record<string, Node>> {
  const [w, v, gamma, beta] = [input("w", shapes.w), input("v", shapes.v), input("gamma", [16]), input("beta", [16])];
  const { output } = batchNormTraining(conv(input("x", shapes.x), w, { padding: 1 }), { gamma, beta });
  const pooled = maxPool(relu(output), { kernel: 3, stride: 2, padding: 1 });
  const weights = constant(
    Float32Array.from({ length: 10 }, (_, index) => index),
    [10],
  );
  const logits = mul(mul(matmul(globalAveragePool(pooled), v), scale), weights);
  const loss = crossEntropy(logits, input("target", shapes.target));
  const [dw, dv] = gradient(loss, [w, v]);
  return { loss, dw, dv };
}

const feeds = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [name, toTensor(randomArray(`determinism/${name}`, shape))]),
);

describe("the compiled model", () => {
  test("has the same bytes each time, in whatever order outputs are listed", () => {
    const { loss, dw, dv } = network();
    const first = compileToOnnx(network());
    expect(compileToOnnx(network()).bytes).toEqual(first.bytes);
    if (!loss || !dw || !dv) throw new Error("the network lacks an output");
    expect(compileToOnnx({ dv, loss, dw }).fingerprint).toBe(first.fingerprint);
    expect(first.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test("has another fingerprint when a constant changes", () => {
    expect(compileToOnnx(network(0.25)).fingerprint).not.toBe(compileToOnnx(network()).fingerprint);
  });
});

describe.each([
  ["ort", 1],
  ["ort", 2],
  ["tfjs-wasm", 1],
] as const)("%s on %i thread(s)", (name, threads) => {
  test("gives bit-identical results from run to run and from session to session", async () => {
    const engine = await openEngine({ engine: name, threads });
    expect(engine.identity.threads).toBe(threads);
    const [first, second] = [await engine.compile(network()), await engine.compile(network())];
    const results = [await first.run(feeds), await first.run(feeds), await second.run(feeds)];
    expect(second.fingerprint).toBe(first.fingerprint);
    await Promise.all([first.release(), second.release()]);
    for (const result of results.slice(1))
      for (const output of ["loss", "dw", "dv"]) expect(bits(result[output])).toEqual(bits(results[0]?.[output]));
  });
});

/** The bytes of a result, so that NaN equals itself and −0 is not 0. */
function bits(result: Tensor | undefined): Uint8Array {
  if (result === undefined) throw new Error("the network lacks an output");
  return new Uint8Array(result.data.slice().buffer);
}

test("executables of two engines run side by side", async () => {
  const engines = await Promise.all([openEngine({ engine: "tfjs-cpu" }), openEngine({ engine: "tfjs-wasm" })]);
  const executables = await Promise.all(engines.map((engine) => engine.compile(network())));
  const losses = await Promise.all([0, 1, 0, 1].map((which) => executables[which]?.run(feeds)));
  const value = (position: number) => losses[position]?.loss?.data[0] ?? Number.NaN;
  expect(value(2)).toBe(value(0));
  expect(value(3)).toBe(value(1));
  expect(value(1)).toBeCloseTo(value(0), 5);
});
