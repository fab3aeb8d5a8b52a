import type { Engine, Executable } from "../../src/engine/executor.ts";
import type { Tensor } from "../../src/engine/tensor.ts";
import { nextName, toldName } from "../../src/models/training/training-graph.ts";

export interface WatchedEngine extends Engine {
  /** The loss of each training step so far, whichever network's it was. */
  readonly losses: readonly number[];
}

/**
 * An engine that remembers the losses of training steps. One of them, counted from 1, may be made to go too far: all that
 * it leaves for the next is multiplied by 1e30. What comes of it is computed as ever, so that a training diverges at a step
 * of choice where no option makes it.
 */
export function watchedEngine(engine: Engine, explodingStep?: number): WatchedEngine {
  const losses: number[] = [];
  return {
    losses,
    identity: engine.identity,
    compile: async (outputs): Promise<Executable> => {
      const executable = await engine.compile(outputs);
      if (!(toldName("loss") in outputs)) return executable;
      return {
        ...executable,
        run: async (feeds) => {
          const results = await executable.run(feeds);
          losses.push(results[toldName("loss")]?.data[0] ?? Number.NaN);
          return losses.length === explodingStep ? exploded(results) : results;
        },
      };
    },
  };
}

function exploded(results: Readonly<Record<string, Tensor>>): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(
    Object.entries(results).map(([name, tensor]) => [
      name,
      name.startsWith(nextName("")) ? { ...tensor, data: tensor.data.map((value) => 1e30 * value) } : tensor,
    ]),
  );
}
