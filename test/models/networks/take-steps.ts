import type { Engine } from "../../../src/engine/executor.ts";
import type { Tensor } from "../../../src/engine/tensor.ts";
import type { Optimiser } from "../../../src/models/training/optimiser.ts";
import { nextName, scalarName, type TrainingGraph, toldName } from "../../../src/models/training/training-graph.ts";

type Tensors = Readonly<Record<string, Tensor>>;

export interface StepsTaken {
  /** Parameters, states and slots after the last step. */
  readonly values: Tensors;
  /** What each step told. */
  readonly history: readonly Readonly<Record<string, number>>[];
}

/**
 * Steps of a training graph on given batches and noises, with nothing of the training loop's own: from the first, or from
 * the one after those that others have taken, to the last.
 */
export async function takeSteps(
  engine: Engine,
  graph: TrainingGraph,
  optimiser: Optimiser,
  begun: Tensors,
  given: (step: number) => Tensors,
  count: number,
  taken = 0,
): Promise<StepsTaken> {
  const executable = await engine.compile(graph.outputs);
  let values = begun;
  const history: Record<string, number>[] = [];
  for (let step = taken; step < count; step++) {
    const scalars = Object.entries(optimiser.scalars(step + 1)).map(
      ([name, value]) => [scalarName(name), { shape: [], data: Float32Array.of(value) }] as const,
    );
    const results = await executable.run({ ...values, ...given(step), ...Object.fromEntries(scalars) });
    history.push(Object.fromEntries(graph.told.map((name) => [name, results[toldName(name)]?.data[0] ?? Number.NaN])));
    values = Object.fromEntries(
      graph.variables.map(({ name }) => [name, results[nextName(name)] ?? (values[name] as Tensor)]),
    );
  }
  await executable.release();
  return { values, history };
}
