import { describe, expect, test } from "vitest";
import { input } from "../../src/engine/graph.ts";
import { batchNormalisation } from "../../src/models/layers/batch-normalisation.ts";
import { convolution, transposedConvolution } from "../../src/models/layers/convolution.ts";
import { dense } from "../../src/models/layers/dense.ts";
import { dropout } from "../../src/models/layers/dropout.ts";
import { drawInitial, glorotUniform, pytorchDefault } from "../../src/models/training/initial-value.ts";
import { beginNetwork } from "../../src/models/training/network.ts";
import { stream } from "../../src/random/stream.ts";

const images = input("images", [2, 3, 8, 8]);

describe("layers", () => {
  test("declare parameters of PyTorch's names, shapes and limits", () => {
    const network = beginNetwork("training");
    const small = convolution(network, images, { name: "down", outputs: 4, kernel: 4, stride: 2, padding: 1 });
    const large = transposedConvolution(network, small, { name: "up", outputs: 5, kernel: 4, stride: 2, padding: 1 });
    dense(network, input("rows", [2, 9]), { name: "last", outputs: 7 });
    expect(large.shape).toEqual([2, 5, 8, 8]);
    expect(network.declarations().parameters.map(({ name, shape, initial }) => [name, shape, initial])).toEqual([
      ["down.weight", [4, 3, 4, 4], { kind: "uniform", limit: 1 / Math.sqrt(48) }],
      ["down.bias", [4], { kind: "uniform", limit: 1 / Math.sqrt(48) }],
      ["up.weight", [4, 5, 4, 4], { kind: "uniform", limit: 1 / Math.sqrt(80) }],
      ["up.bias", [5], { kind: "uniform", limit: 1 / Math.sqrt(80) }],
      ["last.weight", [9, 7], { kind: "uniform", limit: 1 / 3 }],
      ["last.bias", [7], { kind: "uniform", limit: 1 / 3 }],
    ]);
  });

  test("share what has the same name, and refuse it for another thing", () => {
    const network = beginNetwork("training");
    const x = input("x", [2, 4]);
    const twice = dense(network, dense(network, x, { name: "same", outputs: 4 }), { name: "same", outputs: 4 });
    expect(twice.shape).toEqual([2, 4]);
    expect(network.declarations().parameters).toHaveLength(2);
    expect(() => dense(network, x, { name: "same", outputs: 3 })).toThrow(
      'network: "same.weight" is a parameter [4, 4] and cannot be a parameter [4, 3]; rename one',
    );
    expect(() => network.update("same.weight", x)).toThrow('network: "same.weight" is no state');
  });

  test("batch normalisation applied twice updates its statistics twice, in order", () => {
    const network = beginNetwork("training");
    batchNormalisation(network, images, { name: "bn" });
    const once = network.declarations().updates.get("bn.mean");
    batchNormalisation(network, images, { name: "bn" });
    const twice = network.declarations().updates.get("bn.mean");
    expect(twice).not.toBe(once);
    expect(network.state("bn.mean", [3], { kind: "constant", value: 0 })).toBe(twice);
  });

  test("dropout does nothing in inference", () => {
    expect(dropout(beginNetwork("inference"), images, { name: "drop", rate: 0.5 })).toBe(images);
    expect(() => dropout(beginNetwork("training"), images, { name: "drop", rate: 1 })).toThrow("not in [0, 1)");
  });
});

describe("initial values", () => {
  test("have the range and moments of their distribution", () => {
    const source = stream("initial value test");
    const uniform = drawInitial(pytorchDefault(4), 20_000, source);
    expect(Math.max(...uniform)).toBeLessThanOrEqual(0.5);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(-0.5);
    expect(uniform.reduce((sum, value) => sum + value ** 2, 0) / 20_000).toBeCloseTo(0.25 / 3, 2);
    const glorot = drawInitial(glorotUniform(1, 5), 20_000, source);
    expect(glorot.reduce((sum, value) => sum + value ** 2, 0) / 20_000).toBeCloseTo(1 / 3, 1);
    const normal = drawInitial({ kind: "normal", deviation: 2 }, 20_000, source);
    expect(normal.reduce((sum, value) => sum + value ** 2, 0) / 20_000).toBeCloseTo(4, 0);
    expect(drawInitial({ kind: "constant", value: 3 }, 2, source)).toEqual(Float32Array.of(3, 3));
  });
});
