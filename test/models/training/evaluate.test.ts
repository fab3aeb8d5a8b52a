import { describe, expect, test } from "vitest";
import { mul, square } from "../../../src/engine/arithmetic.ts";
import type { Node } from "../../../src/engine/graph.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { mean, sum } from "../../../src/engine/reduction.ts";
import { compileEvaluation } from "../../../src/models/training/evaluate.ts";
import type { Examples } from "../../../src/models/training/examples.ts";
import type { Model } from "../../../src/models/training/training-graph.ts";

const engine = await openEngine({ engine: "ort" });

const examples: Examples = {
  count: 7,
  shapes: { x: [2] },
  read: (indices, epoch, { x }) => {
    for (const [row, index] of indices.entries()) x?.set([index, epoch], 2 * row);
  },
};

/** The mean of scale · (index + epoch), and the square of the batch's sum, which mixes its examples. */
const model: Model = (network, { x }) => {
  const scale = network.parameter("scale", [], { kind: "constant", value: 0 });
  const rows = sum(x as Node, { axes: [1] });
  return { loss: mul(mean(rows), scale), reported: { mixed: square(sum(rows)) } };
};

const values = { scale: { shape: [], data: Float32Array.of(2) } };

describe("evaluation", async () => {
  const evaluation = await compileEvaluation({ engine, model, examples, batchSize: 3 });

  test("weighs batches by their examples, the last one being shorter", async () => {
    const told = await evaluation.run(values, Uint32Array.of(0, 1, 2, 3, 4, 5, 6));
    expect(told.loss).toBeCloseTo(2 * 3, 6);
    expect(told.mixed).toBeCloseTo((3 * 3 ** 2 + 3 * 12 ** 2 + 1 * 6 ** 2) / 7, 4);
  });

  test("batches the examples in the order that is given", async () => {
    const told = await evaluation.run(values, Uint32Array.of(6, 5, 4, 3, 2, 1, 0));
    expect(told.loss).toBeCloseTo(2 * 3, 6);
    expect(told.mixed).toBeCloseTo((3 * 15 ** 2 + 3 * 6 ** 2 + 0) / 7, 4);
  });

  test("takes fewer examples than a batch holds", async () => {
    const few = await compileEvaluation({ engine, model, examples: { ...examples, count: 2 }, batchSize: 3 });
    expect((await few.run(values, Uint32Array.of(0, 1))).loss).toBeCloseTo(1, 6);
    await few.release();
  });

  test("refuses an order that leaves examples out, and stops when asked to", async () => {
    await expect(evaluation.run(values, Uint32Array.of(0, 1))).rejects.toThrow("an order of 2 for 7 examples");
    const stopped = evaluation.run(values, Uint32Array.of(0, 1, 2, 3, 4, 5, 6), AbortSignal.abort(new Error("enough")));
    await expect(stopped).rejects.toThrow("enough");
  });
});
