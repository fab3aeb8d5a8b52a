import { expect, test } from "vitest";
import { mul } from "../../../src/engine/arithmetic.ts";
import type { Node } from "../../../src/engine/graph.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { mean } from "../../../src/engine/reduction.ts";
import { batchNormalisation } from "../../../src/models/layers/batch-normalisation.ts";
import { dense } from "../../../src/models/layers/dense.ts";
import { adam } from "../../../src/models/training/adam.ts";
import { frozen } from "../../../src/models/training/frozen.ts";
import { train } from "../../../src/models/training/train.ts";

test("a frozen part keeps the values that it is given, statistics included, while the rest is trained", async () => {
  const given = {
    "fixed.weight": { shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) },
    "norm.mean": { shape: [2], data: Float32Array.of(5, 6) },
  };
  const trained = await train({
    engine: await openEngine({ engine: "ort", threads: 1 }),
    model: (network, { x }) => {
      const still = frozen(network);
      const fixed = batchNormalisation(still, dense(still, x as Node, { name: "fixed", outputs: 2 }), { name: "norm" });
      const moved = dense(network, fixed, { name: "moved", outputs: 1 });
      return { loss: mean(mul(moved, moved)) };
    },
    optimiser: adam({ learningRate: 0.1 }),
    examples: { count: 4, shapes: { x: [2] }, read: (indices, _epoch, { x }) => void x?.set([...indices, ...indices]) },
    batchSize: 4,
    epochs: 2,
    purpose: ["frozen test"],
    startFrom: given,
    signal: new AbortController().signal,
    now: () => 0,
  });
  if (trained.kind !== "trained") throw new Error(trained.reason);
  expect(Object.keys(trained.values)).toEqual(expect.arrayContaining(Object.keys(given)));
  for (const [name, { data }] of Object.entries(given)) expect(trained.values[name]?.data).toEqual(data);
  const moved = trained.values["moved.weight"]?.data;
  expect(moved?.every((value) => value !== 0)).toBe(true);
});
