import { expect, test } from "vitest";
import { square } from "../../../src/engine/arithmetic.ts";
import type { Node } from "../../../src/engine/graph.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { sum } from "../../../src/engine/reduction.ts";
import { dense } from "../../../src/models/layers/dense.ts";
import type { Examples } from "../../../src/models/training/examples.ts";
import { compileInference } from "../../../src/models/training/infer.ts";

const examples: Examples = {
  count: 7,
  shapes: { x: [2] },
  read: (indices, _epoch, { x }) => {
    for (const [row, index] of indices.entries()) x?.set([index, 1], 2 * row);
  },
};
const values = {
  "layer.weight": { shape: [2, 2], data: Float32Array.of(1, 0, 0, 2) },
  "layer.bias": { shape: [2], data: Float32Array.of(0, 0.5) },
};

test("applies a network to all examples, the last batch too", async () => {
  const engine = await openEngine({ engine: "ort" });
  const compiled = await compileInference({
    engine,
    shapes: examples.shapes,
    batchSize: 3,
    inference: (network, { x }) => {
      const rows = dense(network, x as Node, { name: "layer", outputs: 2 });
      return { rows, norms: sum(square(rows), { axes: [1] }) };
    },
  });
  const result = await compiled.run(values, examples);
  expect([...(result.rows ?? [])]).toEqual([0, 2.5, 1, 2.5, 2, 2.5, 3, 2.5, 4, 2.5, 5, 2.5, 6, 2.5]);
  expect([...(result.norms ?? [])]).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => index ** 2 + 6.25));
  await compiled.release();
});

test("refuses an output that mixes examples", async () => {
  const engine = await openEngine({ engine: "ort" });
  await expect(
    compileInference({ engine, shapes: { x: [2] }, batchSize: 3, inference: (_, { x }) => ({ all: sum(x as Node) }) }),
  ).rejects.toThrow('inference: output "all" has shape [], whose first axis is not the batch');
});
