import { expect, test } from "vitest";
import type { Node } from "../../../src/engine/graph.ts";
import { meanSquaredError } from "../../../src/engine/losses.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { dense } from "../../../src/models/layers/dense.ts";
import { adam } from "../../../src/models/training/adam.ts";
import { train } from "../../../src/models/training/train.ts";

const width = 400;
const steps = 1000;

/** Of resident memory. */
function megabytes(): number {
  return process.memoryUsage().rss / 2 ** 20;
}

// A step gives 160,400 weights and biases and two slots of each: 1.8 MB, 1.8 GB in all if steps left theirs behind.
test("a thousand steps leave no memory behind", { timeout: 120_000 }, async () => {
  let after100 = 0;
  const trained = await train({
    engine: await openEngine({ engine: "ort" }),
    model: (network, { x }) => ({
      loss: meanSquaredError(dense(network, x as Node, { name: "only", outputs: width }), x as Node),
    }),
    optimiser: adam({ learningRate: 1e-3 }),
    examples: { count: 1, shapes: { x: [width] }, read: (_indices, epoch, { x }) => void x?.fill(Math.sin(epoch)) },
    batchSize: 1,
    epochs: steps,
    purpose: ["memory test"],
    onEpoch: ({ epoch }) => {
      if (epoch === 100) after100 = megabytes();
      return {};
    },
    signal: new AbortController().signal,
    now: () => 0,
  });
  expect(trained).toMatchObject({ kind: "trained", steps });
  expect(after100).toBeGreaterThan(0);
  expect(megabytes() - after100).toBeLessThan(200);
});
