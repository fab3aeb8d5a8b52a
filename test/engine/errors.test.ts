import { describe, expect, test } from "vitest";
import { gate } from "../../src/engine/activation.ts";
import { add } from "../../src/engine/arithmetic.ts";
import { conv, convTransposed, convWeightGradient } from "../../src/engine/convolution.ts";
import { gradient } from "../../src/engine/gradient.ts";
import { constant, input } from "../../src/engine/graph.ts";
import { matmul } from "../../src/engine/linear-algebra.ts";
import { crossEntropy } from "../../src/engine/losses.ts";
import { batchNormTraining } from "../../src/engine/normalisation.ts";
import { compileToOnnx } from "../../src/engine/onnx/compile.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { gatherFlat, globalAveragePool, maxPool } from "../../src/engine/pooling.ts";
import { sum } from "../../src/engine/reduction.ts";
import { expand, pad, reshape, slice, transpose } from "../../src/engine/shape.ts";
import { tensor } from "../../src/engine/tensor.ts";

const a = (...shape: number[]) => input("a", shape);
const b = (...shape: number[]) => input("b", shape);

describe("misuse is told in one line, with the operation and the shapes", () => {
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    ["add", () => add(a(2, 3), b(2)), "add: shapes [2, 3] and [2] do not broadcast"],
    ["matmul", () => matmul(a(2, 3), b(2, 3)), "matmul: shapes [2, 3] and [2, 3] do not chain"],
    ["matmul of vectors", () => matmul(a(3), b(3, 2)), "matmul: shapes [3] and [3, 2]"],
    [
      "conv channels",
      () => conv(a(1, 3, 8, 8), b(4, 2, 3, 3)),
      "conv: filters [4, 2, 3, 3] do not fit input [1, 3, 8, 8]",
    ],
    ["conv too small", () => conv(a(1, 1, 2, 2), b(1, 1, 3, 3)), "stride 1×1, padding 0×0"],
    ["conv stride", () => conv(a(1, 1, 4, 4), b(1, 1, 3, 3), { stride: 0 }), "conv: stride 0×0"],
    ["convTransposed", () => convTransposed(a(1, 2, 4, 4), b(2, 1, 3, 3), { stride: 2 }, [12, 9]), "size [12, 9]"],
    ["convWeightGradient", () => convWeightGradient(a(1, 1, 5, 5), b(1, 1, 4, 4), { kernel: [3, 3] }), "a 3×3 kernel"],
    ["maxPool", () => maxPool(a(1, 1, 4, 4), { kernel: 2, padding: 2 }), "maxPool: a 2×2 kernel"],
    ["globalAveragePool", () => globalAveragePool(a(2, 3)), "globalAveragePool: expects"],
    ["gatherFlat", () => gatherFlat(a(3), b(3)), "gatherFlat: the second operand must be an index, got input"],
    ["gate", () => gate(a(2), b(3)), "gate: values [2] and control [3]"],
    ["reshape", () => reshape(a(2, 3), [4]), "reshape: [2, 3] and [4] differ"],
    ["expand", () => expand(a(2), [3]), "expand: shapes [2] and [3] do not broadcast"],
    ["expand to less", () => expand(a(2, 3), [3]), "expand: [2, 3] does not broadcast to [3]"],
    ["transpose", () => transpose(a(2, 3), [0, 0]), "transpose: [0, 0] does not permute"],
    ["pad", () => pad(a(2), [-1], [0]), "pad: [-1] before"],
    ["slice", () => slice(a(4), [3], [2]), "slice: a block [2] at [3] does not lie within [4]"],
    ["sum", () => sum(a(2, 3), { axes: [2] }), "sum: axes [2] are not distinct axes of [2, 3]"],
    ["batchNorm", () => batchNormTraining(a(2, 3), { gamma: b(2), beta: b(2) }), "parameters of shape [2]"],
    ["crossEntropy", () => crossEntropy(a(2, 3), b(2)), "crossEntropy: shapes [2, 3] and [2] differ"],
    [
      "gradient of no scalar",
      () => gradient(a(2), [a(2)]),
      "gradient: a seed of shape [] does not fit the output input [2]",
    ],
    ["constant", () => constant(Float32Array.of(1, 2), [3]), "constant: 2 values do not fill shape [3], which holds 3"],
    ["input", () => input("x", [0]), "input: shape [0] must hold positive whole numbers"],
    ["tensor", () => tensor([1, 2], [3]), "tensor: 2 values do not fill shape [3]"],
    ["no outputs", () => compileToOnnx({}), "no outputs are named"],
    ["two shapes", () => compileToOnnx({ y: sum(a(2)), z: sum(a(3)) }), 'input "a" has two shapes, [2] and [3]'],
    ["one name twice", () => compileToOnnx({ a: sum(a(2)) }), '"a" names an input and an output'],
    ["reserved name", () => compileToOnnx({ "assay:1": sum(a(2)) }), 'begins with "assay:"'],
  ];
  test.each(cases)("%s", (_, misuse, message) => {
    const thrown = (() => {
      try {
        misuse();
        return "nothing was thrown";
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    })();
    expect(thrown).toContain(message);
    expect(thrown).not.toContain("\n");
  });
});

describe.each(["ort", "tfjs-cpu"] as const)("%s", (name) => {
  test("names the feed that is missing or misshapen, and ignores what it does not read", async () => {
    const engine = await openEngine({ engine: name });
    const executable = await engine.compile({ total: sum(a(2)) });
    await expect(executable.run({})).rejects.toThrow('run: input "a" is missing from the feeds');
    await expect(executable.run({ a: tensor([1], [1]) })).rejects.toThrow('run: input "a" is [2] but was fed [1]');
    const { total } = await executable.run({ a: tensor([1, 2], [2]), other: tensor([5], [1]) });
    expect(total?.data[0]).toBe(3);
    await executable.release();
  });

  test("gives back inputs, constants and repeated outputs too", async () => {
    const engine = await openEngine({ engine: name });
    const doubled = add(a(2), a(2));
    const executable = await engine.compile({
      same: a(2),
      fixed: constant(Float32Array.of(7), [1]),
      doubled,
      again: doubled,
    });
    const { same, fixed, doubled: twice, again } = await executable.run({ a: tensor([1, 2], [2]) });
    await executable.release();
    expect([same, fixed, twice, again].map((result) => [...(result?.data ?? [])])).toEqual([
      [1, 2],
      [7],
      [2, 4],
      [2, 4],
    ]);
  });
});
