import { setImmediate as nextTurn } from "node:timers/promises";
import { elementCount } from "../../engine/dimensions.ts";
import type { Engine, Executable } from "../../engine/executor.ts";
import { input } from "../../engine/graph.ts";
import type { Tensor } from "../../engine/tensor.ts";
import type { Examples } from "./examples.ts";
import { beginNetwork } from "./network.ts";
import type { Values } from "./training.ts";
import type { Model } from "./training-graph.ts";

export interface EvaluationOptions {
  readonly engine: Engine;
  readonly model: Model;
  readonly examples: Examples;
  readonly batchSize: number;
}

/** A model's losses on examples that it is not trained on. */
export interface CompiledEvaluation {
  /**
   * What the model tells in inference, as means over the examples: each batch counts with its number of examples, the
   * last may be shorter. Losses that mix the examples of a batch depend on the order. Examples are read as of epoch 0.
   */
  readonly run: (values: Values, order: Uint32Array, signal?: AbortSignal) => Promise<Readonly<Record<string, number>>>;
  readonly release: () => Promise<void>;
}

/** Compiles a model's losses, without gradients of them or updates, for full batches and the shorter last one. */
export async function compileEvaluation(options: EvaluationOptions): Promise<CompiledEvaluation> {
  const { examples, batchSize } = options;
  const rest = examples.count % batchSize;
  const sizes = [...(examples.count >= batchSize ? [batchSize] : []), ...(rest > 0 ? [rest] : [])];
  const compiled = new Map<number, SizedEvaluation>();
  for (const size of sizes) compiled.set(size, await compileSize(options, size));
  return {
    run: async (values, order, signal) => {
      if (order.length !== examples.count)
        throw new RangeError(`evaluation: an order of ${order.length} for ${examples.count} examples`);
      const sums: Record<string, number> = {};
      for (let start = 0; start < order.length; start += batchSize) {
        await nextTurn();
        signal?.throwIfAborted();
        const indices = order.subarray(start, start + batchSize);
        const sized = compiled.get(indices.length) as SizedEvaluation;
        examples.read(indices, 0, sized.arrays);
        const told = await sized.executable.run({ ...values, ...sized.batch });
        for (const [name, { data }] of Object.entries(told))
          sums[name] = (sums[name] ?? 0) + (data[0] as number) * indices.length;
      }
      return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum / examples.count]));
    },
    release: async () => {
      for (const { executable } of compiled.values()) await executable.release();
    },
  };
}

interface SizedEvaluation {
  readonly executable: Executable;
  /** Reused from batch to batch. */
  readonly batch: Readonly<Record<string, Tensor>>;
  readonly arrays: Readonly<Record<string, Float32Array>>;
}

async function compileSize({ engine, model, examples }: EvaluationOptions, size: number): Promise<SizedEvaluation> {
  const shapes = Object.entries(examples.shapes).map(([name, shape]) => [name, [size, ...shape]] as const);
  const inputs = Object.fromEntries(shapes.map(([name, shape]) => [name, input(name, shape)]));
  const { loss, reported = {} } = model(beginNetwork("inference"), inputs);
  const arrays = Object.fromEntries(shapes.map(([name, shape]) => [name, new Float32Array(elementCount(shape))]));
  const batch = Object.fromEntries(
    shapes.map(([name, shape]) => [name, { shape, data: arrays[name] as Float32Array }] as const),
  );
  return { executable: await engine.compile({ ...reported, loss }), batch, arrays };
}
