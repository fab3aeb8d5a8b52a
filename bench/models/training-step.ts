import { elementCount, type Shape } from "../../src/engine/dimensions.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { Tensor } from "../../src/engine/tensor.ts";
import { adam } from "../../src/models/training/adam.ts";
import { initialValues } from "../../src/models/training/initial-values.ts";
import { type Model, nextName, scalarName, trainingGraph } from "../../src/models/training/training-graph.ts";
import { stream } from "../../src/random/stream.ts";

export interface TrainingStep {
  readonly run: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** The step that a training runs on ONNX Runtime with Adam, on drawn inputs, its values going in and out each time. */
export async function openStep(
  model: Model,
  shapes: Readonly<Record<string, Shape>>,
  threads: number,
): Promise<TrainingStep> {
  const engine = await openEngine({ engine: "ort", threads });
  const optimiser = adam({ learningRate: 1e-3 });
  const graph = trainingGraph(model, shapes, optimiser);
  const executable = await engine.compile(graph.outputs);
  const given = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, drawn(name, shape)]));
  let values: Readonly<Record<string, Tensor>> = initialValues(graph.variables, (name) => stream("bench", name));
  let step = 0;
  return {
    run: async (): Promise<void> => {
      step++;
      const scalars = Object.entries(optimiser.scalars(step)).map(
        ([name, value]) => [scalarName(name), { shape: [], data: Float32Array.of(value) }] as const,
      );
      const results = await executable.run({ ...values, ...Object.fromEntries(scalars), ...given });
      const next = graph.variables.map(({ name }) => [name, results[nextName(name)] ?? values[name]] as const);
      values = Object.fromEntries(next) as Readonly<Record<string, Tensor>>;
    },
    release: (): Promise<void> => executable.release(),
  };
}

/** Of so many times, after a few that fill pools and caches. */
export async function medianSeconds(times: number, work: () => Promise<void>): Promise<number> {
  for (let at = 0; at < 2; at++) await work();
  const seconds: number[] = [];
  for (let at = 0; at < times; at++) {
    const start = performance.now();
    await work();
    seconds.push((performance.now() - start) / 1000);
  }
  return seconds.sort((first, second) => first - second)[Math.floor(times / 2)] ?? Number.NaN;
}

/** What so many steps add to the resident memory, after those that fill pools and caches; the step is released. */
export async function megabytesAdded({ run, release }: TrainingStep, steps: number): Promise<number> {
  for (let at = 0; at < Math.min(100, steps); at++) await run();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  for (let at = 0; at < steps; at++) await run();
  globalThis.gc?.();
  const added = process.memoryUsage().rss - before;
  await release();
  return added / 2 ** 20;
}

function drawn(name: string, shape: Shape): Tensor {
  const source = stream("bench", "training-step", name);
  return { shape, data: Float32Array.from({ length: elementCount(shape) }, () => source.uniform()) };
}
