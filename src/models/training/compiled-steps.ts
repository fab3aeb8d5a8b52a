import { elementCount } from "../../engine/dimensions.ts";
import type { Executable } from "../../engine/executor.ts";
import type { Tensor } from "../../engine/tensor.ts";
import { stream } from "../../random/stream.ts";
import { drawNoise } from "./draw-noise.ts";
import type { Variable } from "./network.ts";
import type { Training } from "./training.ts";
import { nextName, scalarName, type TrainingGraph, toldName, trainingGraph } from "./training-graph.ts";

export interface StepResult {
  readonly values: Readonly<Record<string, Tensor>>;
  readonly told: Readonly<Record<string, number>>;
}

/** Training steps ready to run, for full batches and the shorter last one. */
export interface CompiledSteps {
  readonly variables: readonly Variable[];
  /** Names of parameters and states: the variables less the optimiser's. */
  readonly kept: readonly string[];
  /** SHA-256 of each compiled step. */
  readonly fingerprints: readonly string[];
  /** @param step from 1, over all epochs */
  readonly run: (
    values: Readonly<Record<string, Tensor>>,
    indices: Uint32Array,
    epoch: number,
    step: number,
  ) => Promise<StepResult>;
  readonly release: () => Promise<void>;
}

/** Compiles a training's step for each size of batch that its epochs have. */
export async function compileSteps(
  training: Pick<Training, "engine" | "model" | "optimiser" | "examples" | "batchSize" | "purpose">,
): Promise<CompiledSteps> {
  const { examples, batchSize } = training;
  const rest = examples.count % batchSize;
  const sizes = [...(examples.count >= batchSize ? [batchSize] : []), ...(rest > 0 ? [rest] : [])];
  const compiled = new Map<number, SizedStep>();
  for (const size of sizes) compiled.set(size, await compileStep(training, size));
  const [{ graph }] = [...compiled.values()] as [SizedStep];
  return {
    variables: graph.variables,
    kept: [...graph.parameters, ...graph.states].map(({ name }) => name),
    fingerprints: [...compiled.values()].map(({ executable }) => executable.fingerprint),
    run: (values, indices, epoch, step) => {
      const sized = compiled.get(indices.length);
      if (sized === undefined) throw new RangeError(`training: no step was compiled for ${indices.length} examples`);
      return runStep(training, sized, values, indices, epoch, step);
    },
    release: async () => {
      for (const { executable } of compiled.values()) await executable.release();
    },
  };
}

interface SizedStep {
  readonly graph: TrainingGraph;
  readonly executable: Executable;
  /** Reused from step to step. */
  readonly batch: Readonly<Record<string, Tensor>>;
}

type StepParts = Pick<Training, "engine" | "model" | "optimiser" | "examples" | "purpose">;

async function compileStep({ engine, model, optimiser, examples }: StepParts, size: number): Promise<SizedStep> {
  const shapes = Object.entries(examples.shapes).map(([name, shape]) => [name, [size, ...shape]] as const);
  const graph = trainingGraph(model, Object.fromEntries(shapes), optimiser);
  const batch = shapes.map(([name, shape]) => [name, { shape, data: new Float32Array(elementCount(shape)) }] as const);
  return { graph, executable: await engine.compile(graph.outputs), batch: Object.fromEntries(batch) };
}

async function runStep(
  { examples, optimiser, purpose }: StepParts,
  { graph, executable, batch }: SizedStep,
  values: Readonly<Record<string, Tensor>>,
  indices: Uint32Array,
  epoch: number,
  step: number,
): Promise<StepResult> {
  examples.read(indices, epoch, Object.fromEntries(Object.entries(batch).map(([name, { data }]) => [name, data])));
  const scalars = Object.entries(optimiser.scalars(step)).map(
    ([name, value]) => [scalarName(name), { shape: [], data: Float32Array.of(value) }] as const,
  );
  const noises = graph.noises.map(
    ({ name, shape, noise }) =>
      [name, { shape, data: drawNoise(noise, elementCount(shape), stream(...purpose, "noise", name, step)) }] as const,
  );
  const given = { ...values, ...batch, ...Object.fromEntries([...scalars, ...noises]) };
  const results = await executable.run(given);
  const next = graph.variables.map(({ name }) => [name, results[nextName(name)] ?? values[name]] as const);
  const told = graph.told.map((name) => [name, results[toldName(name)]?.data[0] ?? Number.NaN] as const);
  return { values: Object.fromEntries(next) as Readonly<Record<string, Tensor>>, told: Object.fromEntries(told) };
}
