import { describe, expect, test } from "vitest";
import { relu } from "../../../src/engine/activation.ts";
import { add } from "../../../src/engine/arithmetic.ts";
import type { Node } from "../../../src/engine/graph.ts";
import { meanSquaredError } from "../../../src/engine/losses.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { mean } from "../../../src/engine/reduction.ts";
import { batchNormalisation } from "../../../src/models/layers/batch-normalisation.ts";
import { dense } from "../../../src/models/layers/dense.ts";
import { dropout } from "../../../src/models/layers/dropout.ts";
import { adam } from "../../../src/models/training/adam.ts";
import { type Checkpoint, decodeCheckpoint } from "../../../src/models/training/checkpoint.ts";
import type { Examples } from "../../../src/models/training/examples.ts";
import type { Network } from "../../../src/models/training/network.ts";
import { train } from "../../../src/models/training/train.ts";
import type { Checkpoints, Trained, Training } from "../../../src/models/training/training.ts";
import type { Model } from "../../../src/models/training/training-graph.ts";
import { stream } from "../../../src/random/stream.ts";

const count = 70;
const drawn = stream("training test", "examples");
const inputs = Float32Array.from({ length: count * 3 }, () => drawn.normal());

/** Two thirds of the sum, less the product of the first two. */
const examples: Examples = {
  count,
  shapes: { x: [3], y: [1] },
  read: (indices, _epoch, { x, y }) => {
    for (const [row, index] of indices.entries()) {
      const [a = 0, b = 0, c = 0] = inputs.subarray(3 * index, 3 * index + 3);
      x?.set([a, b, c], 3 * row);
      y?.set([(2 / 3) * (a + b + c) - a * b], row);
    }
  },
};

function body(network: Network, x: Node): Node {
  const hidden = batchNormalisation(network, dense(network, x, { name: "first", outputs: 16 }), { name: "bn" });
  return dense(network, dropout(network, relu(hidden), { name: "drop", rate: 0.1 }), { name: "last", outputs: 1 });
}

const model: Model = (network, { x, y }) => ({ loss: meanSquaredError(body(network, x as Node), y as Node) });

async function trained(change: Partial<Training> = {}): Promise<Trained> {
  return train({
    engine: await openEngine({ engine: "ort" }),
    model,
    optimiser: adam({ learningRate: 0.01 }),
    examples,
    batchSize: 16,
    epochs: 6,
    purpose: ["training test"],
    signal: new AbortController().signal,
    now: () => 0,
    ...change,
  });
}

/** The same training with a clock that goes on by so many seconds at each of its steps, and all that it saved. */
async function saved(secondsPerStep: number, checkpoints: Pick<Checkpoints, "everySeconds">, known?: Uint8Array) {
  const saves: Uint8Array[] = [];
  let steps = 0;
  const counted: Examples = {
    ...examples,
    read: (...given) => {
      examples.read(...given);
      steps++;
    },
  };
  const memo = { get: async () => known, put: async (_key: string, value: Uint8Array) => void saves.push(value) };
  const result = await trained({
    examples: counted,
    onEpoch: ({ epoch }) => ({ losses: { squared: epoch ** 2 }, keep: epoch % 2 === 0 ? ["even"] : [] }),
    checkpoints: { memo, identity: ["test"], ...checkpoints },
    now: () => 1000 * secondsPerStep * steps,
  });
  return { result, saves, steps };
}

/** How many steps a checkpoint of the training above has behind it. */
function stepsBefore({ epoch, batch }: Checkpoint): number {
  return 5 * epoch + batch;
}

/** A training that is stopped after each so many steps and taken up again, until it is done. */
async function interrupted(everySteps: number): Promise<Trained> {
  const memory = new Map<string, Uint8Array>();
  const memo = {
    get: async (key: string) => memory.get(key),
    put: async (key: string, value: Uint8Array) => void memory.set(key, value),
  };
  for (let attempt = 0; attempt < 100; attempt++) {
    const stop = new AbortController();
    let steps = 0;
    const counted: Examples = {
      ...examples,
      read: (...given) => {
        examples.read(...given);
        if (++steps === everySteps) stop.abort(new Error("stopped"));
      },
    };
    try {
      return await trained({ examples: counted, signal: stop.signal, checkpoints: { memo, identity: ["test"] } });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
  }
  throw new Error("never done");
}

describe("training", () => {
  test("lowers the loss and tells it by epoch", async () => {
    const result = await trained({ epochs: 60 });
    if (result.kind !== "trained") throw new Error(result.reason);
    expect(result.history.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    expect(result.steps).toBe(60 * 5);
    const losses = result.history.map((epoch) => epoch.losses.loss as number);
    expect(losses.at(-1)).toBeLessThan(0.3 * (losses[0] as number));
  });

  test("gives the same bits again", async () => {
    expect(await trained()).toEqual(await trained());
    expect(await trained({ purpose: ["another"] })).not.toEqual(await trained());
  });

  test.each([1, 3, 5, 7])("gives the same bits when stopped after every %i steps", async (everySteps) => {
    expect(await interrupted(everySteps)).toEqual(await trained());
  });

  test.each([
    ["every 3 seconds and at the end", 0.8, { everySeconds: 3 }, [4, 8, 12, 16, 20, 24, 28]],
    ["once more than 4 seconds are over, and at the end", 0.5, { everySeconds: 4 }, [9, 18, 27]],
    ["every minute unless told, and at the end", 25, {}, [3, 6, 9, 12, 15, 18, 21, 24, 27, 30]],
    ["at the end alone where that comes first", 1, { everySeconds: 100 }, []],
  ])("leaves a checkpoint %s", async (_, secondsPerStep, checkpoints, expected) => {
    const { saves, steps } = await saved(secondsPerStep, checkpoints);
    expect(steps).toBe(30);
    expect(saves.map(decodeCheckpoint).map(stepsBefore)).toEqual([...expected, 30]);
  });

  test("gives the same bits from each of its checkpoints", async () => {
    const { result, saves } = await saved(1, { everySeconds: 0 });
    expect(result.kind).toBe("trained");
    // One after each step, one at the end. An epoch has five steps: its last leaves it complete, but not yet closed.
    expect(saves).toHaveLength(31);
    for (const each of [0, 3, 4, 5, 14, 29, 30].map((at) => saves[at] as Uint8Array)) {
      const resumed = await saved(1, { everySeconds: 100 }, each);
      expect(resumed.result).toEqual(result);
      expect(resumed.steps).toBe(30 - stepsBefore(decodeCheckpoint(each)));
    }
  });

  test("keeps values, adds losses and stops as it is told", async () => {
    const result = await trained({
      onEpoch: ({ epoch, history }) => ({
        losses: { validation: 10 - epoch },
        keep: epoch === 2 ? ["second"] : [],
        stop: (history.at(-2)?.losses.validation ?? 10) === 7,
      }),
    });
    if (result.kind !== "trained") throw new Error(result.reason);
    expect(result.history.map(({ losses }) => losses.validation)).toEqual([9, 8, 7, 6]);
    const after2 = await trained({ epochs: 2 });
    expect(result.kept.second).toEqual(after2.kind === "trained" ? after2.values : undefined);
  });

  test("a loss that is not finite ends it, with the losses so far", async () => {
    const broken: Examples = {
      ...examples,
      read: (indices, epoch, into) => {
        examples.read(indices, epoch, into);
        if (epoch === 3) into.y?.fill(Number.NaN);
      },
    };
    const result = await trained({ examples: broken });
    expect(result).toMatchObject({ kind: "diverged", reason: "loss is NaN in epoch 3, batch 1 of 5" });
    expect(result.history).toHaveLength(2);
  });

  test("a loss that is not finite amid an epoch leaves the mean of its batches until then", async () => {
    const seen: number[] = [];
    const numbered: Examples = {
      count,
      shapes: { y: [1] },
      read: (indices, _epoch, { y }) => {
        y?.set(seen.length < 32 ? indices : [Number.NaN]);
        seen.push(...indices);
      },
    };
    const given: Model = (network, { y }) => {
      const parameter = network.parameter("parameter", [1], { kind: "constant", value: 0 });
      return { loss: mean(add(y as Node, parameter)) };
    };
    // At a rate of 0 the loss of a batch is the mean of its numbers.
    const result = await trained({ examples: numbered, model: given, optimiser: adam({ learningRate: 0 }) });
    expect(result).toMatchObject({ kind: "diverged", reason: "loss is NaN in epoch 1, batch 3 of 5" });
    const expected = seen.slice(0, 32).reduce((sum, index) => sum + index, 0) / 32;
    expect(result.history).toEqual([{ epoch: 1, losses: { loss: expect.closeTo(expected, 4) } }]);
  });

  test("refuses what it cannot train with, in one line", async () => {
    await expect(trained({ batchSize: 0 })).rejects.toThrow("train: batchSize 0 is not a positive integer");
    await expect(trained({ epochs: 1.5 })).rejects.toThrow("train: epochs 1.5 is not a positive integer");
  });
});
