import { setImmediate as nextTurn } from "node:timers/promises";
import { elementCount, type Shape } from "../../engine/dimensions.ts";
import type { Engine } from "../../engine/executor.ts";
import { input, type Node } from "../../engine/graph.ts";
import type { Tensor } from "../../engine/tensor.ts";
import type { Examples } from "./examples.ts";
import { beginNetwork, type Network } from "./network.ts";
import type { Values } from "./training.ts";

/** Outputs of a network on a batch, each with the batch as its first axis, example by example. */
export type Inference = (network: Network, batch: Readonly<Record<string, Node>>) => Readonly<Record<string, Node>>;

export interface InferenceOptions {
  readonly engine: Engine;
  readonly inference: Inference;
  /** Shape of one example, by input. */
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly batchSize: number;
}

/** A network ready to be applied to any number of examples. */
export interface CompiledInference {
  /**
   * Every output for all examples, row-major [count, …]. The last batch is filled up with zeros, so no output may mix
   * examples. Examples are read as of epoch 0.
   */
  readonly run: (
    values: Values,
    examples: Examples,
    signal?: AbortSignal,
  ) => Promise<Readonly<Record<string, Float32Array>>>;
  readonly release: () => Promise<void>;
}

/**
 * Compiles a network in inference.
 *
 * @throws RangeError when an output's first axis is not the batch.
 */
export async function compileInference(options: InferenceOptions): Promise<CompiledInference> {
  const { engine, inference, shapes, batchSize } = options;
  const inputs = Object.entries(shapes).map(([name, shape]) => [name, input(name, [batchSize, ...shape])] as const);
  const outputs = inference(beginNetwork("inference"), Object.fromEntries(inputs));
  for (const [name, { shape }] of Object.entries(outputs))
    if (shape[0] !== batchSize)
      throw new RangeError(`inference: output "${name}" has shape [${shape}], whose first axis is not the batch`);
  const executable = await engine.compile(outputs);
  const batch = Object.fromEntries(
    inputs.map(([name, { shape }]) => [name, { shape, data: new Float32Array(elementCount(shape)) }]),
  );
  return {
    run: async (values, examples, signal) => {
      const results = Object.entries(outputs).map(([name, { shape }]) => {
        const width = elementCount(shape.slice(1));
        return { name, width, data: new Float32Array(examples.count * width) };
      });
      for (let start = 0; start < examples.count; start += batchSize) {
        await nextTurn();
        signal?.throwIfAborted();
        const count = Math.min(batchSize, examples.count - start);
        fillBatch(batch, examples, start, count, batchSize);
        const given = await executable.run({ ...values, ...batch });
        for (const { name, width, data } of results)
          data.set((given[name] as Tensor).data.subarray(0, count * width), start * width);
      }
      return Object.fromEntries(results.map(({ name, data }) => [name, data]));
    },
    release: executable.release,
  };
}

function fillBatch(
  batch: Readonly<Record<string, Tensor>>,
  examples: Examples,
  start: number,
  count: number,
  batchSize: number,
): void {
  const indices = Uint32Array.from({ length: count }, (_, at) => start + at);
  const parts = Object.entries(batch).map(([name, { data }]) => {
    const used = (data.length / batchSize) * count;
    data.fill(0, used);
    return [name, data.subarray(0, used)] as const;
  });
  examples.read(indices, 0, Object.fromEntries(parts));
}
