import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { relu, tanh } from "../../../src/engine/activation.ts";
import { mul } from "../../../src/engine/arithmetic.ts";
import { dimension } from "../../../src/engine/dimensions.ts";
import { gradient } from "../../../src/engine/gradient.ts";
import { input, type Node } from "../../../src/engine/graph.ts";
import { meanSquaredError } from "../../../src/engine/losses.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import type { Tensor } from "../../../src/engine/tensor.ts";
import { type HscaeOptions, hscae } from "../../../src/models/networks/hscae.ts";
import { adam } from "../../../src/models/training/adam.ts";
import { compileSteps } from "../../../src/models/training/compiled-steps.ts";
import { initialValues } from "../../../src/models/training/initial-values.ts";
import { beginNetwork, type Variable } from "../../../src/models/training/network.ts";
import { trainingGraph } from "../../../src/models/training/training-graph.ts";
import { stream } from "../../../src/random/stream.ts";
import { congruential } from "../lcg.ts";

/** A tensor's norm and its product with a drawn direction. */
type Summary = readonly [norm: number, projection: number];
type Summaries = Readonly<Record<string, Summary>>;

interface Run {
  readonly reconstruction: Summary;
  readonly latent: Summary;
  readonly gradients: Summaries;
  readonly losses: readonly number[];
  readonly state: Summaries;
}

interface Case {
  readonly kind: "tanh" | "relu";
  readonly residual: boolean;
  readonly parameters: number;
  readonly float64: Run;
  readonly float32: Run;
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL("./vectors/hscae.json", import.meta.url), "utf8"));
const [batch, classes, steps] = [8, 9, 10];
const engine = await openEngine({ engine: "ort" });

function optionsOf({ kind, residual }: Case): HscaeOptions {
  return { width: 4, latent: 6, residual, activation: kind === "tanh" ? tanh : relu };
}

/** The weights that the reference script draws: parameters in its order, which is that of blocks, then dense layers. */
function drawnValues(variables: readonly Variable[]): Readonly<Record<string, Tensor>> {
  const blocks = variables.filter(({ name }) => /^\w+\.\d+\.\d+\./.test(name) && !name.startsWith("decoder.28.3."));
  const rest = ["encoder.dense", "decoder.dense", "decoder.28.3"].flatMap((layer) =>
    variables.filter(({ name }) => name.startsWith(`${layer}.`)),
  );
  return Object.fromEntries(
    [...blocks, ...rest].map(({ name, shape }, index) => {
      const count = shape.reduce((product, size) => product * size, 1);
      const fan = shape.length > 1 ? count / dimension(shape, 0) : 4;
      const shift = name.endsWith("gamma") ? 1 : 0;
      const data = Float32Array.from(
        congruential(1000 + index, count),
        (value) => ((value - 0.5) * 2) / Math.sqrt(Math.max(1, fan)) + shift,
      );
      return [name, { shape, data }];
    }),
  );
}

const images = Float32Array.from(congruential(1, steps * batch * 784));
const conditions = new Float32Array(steps * batch * classes);
const logits = congruential(2, steps * batch * classes).map((value) => value * 6);
for (let row = 0; row < steps * batch; row++) {
  const exponentials = logits.subarray(row * classes, (row + 1) * classes).map(Math.exp);
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  conditions.set(
    Float32Array.from(exponentials, (value) => value / total),
    row * classes,
  );
}

function summaryOf(values: Float32Array): Summary {
  const direction = congruential(7, values.length);
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return [norm, values.reduce((sum, value, at) => sum + value * ((direction[at] as number) - 0.5), 0)];
}

/** The error of a tensor, relative to its norm: of its norm and of its product with the direction. */
function errorOf(values: Float32Array, [norm, projection]: Summary): number {
  const [ours, product] = summaryOf(values);
  return Math.max(Math.abs(ours - norm), Math.abs(product - projection)) / Math.max(norm, 1e-6);
}

const objective =
  (options: HscaeOptions) => (network: ReturnType<typeof beginNetwork>, given: Readonly<Record<string, Node>>) => {
    const result = hscae(network, given.images as Node, given.condition as Node, options);
    return { loss: meanSquaredError(result.reconstruction, given.images as Node), result };
  };

const shapes = { images: [1, 28, 28], condition: [classes] };

async function firstStep(example: Case) {
  const network = beginNetwork("training");
  const given = { images: input("images", [batch, 1, 28, 28]), condition: input("condition", [batch, classes]) };
  const { loss, result } = objective(optionsOf(example))(network, given);
  const { parameters, states } = network.declarations();
  const nodes = parameters.map(({ name, shape, initial }) => network.parameter(name, shape, initial));
  const slopes = gradient(loss, nodes).map((node, at) => [`gradient of ${parameters[at]?.name}`, node] as const);
  const executable = await engine.compile({
    reconstruction: result.reconstruction,
    latent: mul(result.latent, 1),
    ...Object.fromEntries(slopes),
  });
  const values = { ...initialValues(states, (name) => stream("unused", name)), ...drawnValues(parameters) };
  const results = await executable.run({
    ...values,
    images: { shape: [batch, 1, 28, 28], data: images.subarray(0, batch * 784) },
    condition: { shape: [batch, classes], data: conditions.subarray(0, batch * classes) },
  });
  await executable.release();
  return { results, parameters };
}

async function tenSteps(example: Case) {
  const examples = {
    count: steps * batch,
    shapes,
    read: (indices: Uint32Array, _epoch: number, into: Readonly<Record<string, Float32Array>>) => {
      for (const [row, index] of indices.entries()) {
        into.images?.set(images.subarray(index * 784, (index + 1) * 784), row * 784);
        into.condition?.set(conditions.subarray(index * classes, (index + 1) * classes), row * classes);
      }
    },
  };
  const training = { engine, model: objective(optionsOf(example)), optimiser: adam({ learningRate: 1e-4 }), examples };
  const compiled = await compileSteps({ ...training, batchSize: batch, purpose: ["hscae test"] });
  const graph = trainingGraph(
    training.model,
    { images: [batch, 1, 28, 28], condition: [batch, classes] },
    training.optimiser,
  );
  let values = {
    ...initialValues(compiled.variables, (name) => stream("unused", name)),
    ...drawnValues(graph.parameters),
  };
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const indices = Uint32Array.from({ length: batch }, (_, at) => step * batch + at);
    const result = await compiled.run(values, indices, 1, step + 1);
    values = { ...result.values };
    losses.push(result.told.loss as number);
  }
  await compiled.release();
  return { values, losses };
}

/** The largest error of named tensors against float64. */
function worst(ours: (name: string) => Float32Array | undefined, expected: Summaries): number {
  return Math.max(
    ...Object.entries(expected).map(([name, summary]) => errorOf(ours(name) ?? new Float32Array(1), summary)),
  );
}

function theirWorst(theirs: Summaries, expected: Summaries): number {
  return Math.max(
    ...Object.entries(expected).map(([name, [norm, projection]]) => {
      const [theirNorm, theirProjection] = theirs[name] as Summary;
      return Math.max(Math.abs(theirNorm - norm), Math.abs(theirProjection - projection)) / Math.max(norm, 1e-6);
    }),
  );
}

describe.each(cases)("HSCAE with $kind, residual $residual, against PyTorch in float64", (example) => {
  // Where PyTorch's own float32 is further away, through signs near 0 or small gradients that Adam scales up.
  const bound = (theirs: Summaries, expected: Summaries): number => Math.max(1e-4, 3 * theirWorst(theirs, expected));

  test("has as many parameters, forward values and gradients", async () => {
    const { results, parameters } = await firstStep(example);
    expect(parameters.reduce((sum, { shape }) => sum + shape.reduce((p, size) => p * size, 1), 0)).toBe(
      example.parameters,
    );
    const { reconstruction, latent, gradients } = example.float64;
    expect(worst((name) => results[name]?.data, { reconstruction, latent })).toBeLessThan(1e-4);
    expect(Object.keys(gradients)).toHaveLength(parameters.length);
    expect(worst((name) => results[`gradient of ${name}`]?.data, gradients)).toBeLessThan(
      bound(example.float32.gradients, gradients),
    );
  });

  test("comes to the same weights and statistics in ten Adam steps", async () => {
    const { values, losses } = await tenSteps(example);
    const largest = (run: readonly number[]): number =>
      Math.max(...run.map((loss, step) => Math.abs(loss / (example.float64.losses[step] as number) - 1)));
    expect(largest(losses)).toBeLessThan(Math.max(1e-4, 3 * largest(example.float32.losses)));
    expect(worst((name) => values[name]?.data, example.float64.state)).toBeLessThan(
      bound(example.float32.state, example.float64.state),
    );
  });
});

test("an unconditioned or variational one differs in what it says it does", () => {
  const network = beginNetwork("training");
  const given = input("images", [2, 1, 28, 28]);
  const result = hscae(network, given, undefined, { width: 4, latent: 6, variational: true });
  expect(result.logVariance?.shape).toEqual([2, 6]);
  const { parameters, noises } = network.declarations();
  expect(parameters.filter(({ name }) => name.includes("condition"))).toEqual([]);
  expect(noises).toEqual([{ name: "latent", shape: [2, 6], noise: { kind: "normal" } }]);
  expect(() => hscae(beginNetwork("training"), input("x", [2, 1, 32, 32]), undefined, { width: 4, latent: 6 })).toThrow(
    "hscae: expects images [N, 1, 28, 28], got [2, 1, 32, 32]",
  );
});

test("encoder and decoder have 14 convolutions and one dense layer each", () => {
  const network = beginNetwork("training");
  hscae(network, input("images", [2, 1, 28, 28]), input("condition", [2, 9]), { width: 4, latent: 6 });
  const { parameters } = network.declarations();
  for (const half of ["encoder", "decoder"]) {
    const own = parameters.filter(({ name }) => name.startsWith(half));
    expect(own.filter(({ shape }) => shape.length === 4)).toHaveLength(14);
    expect(own.filter(({ name, shape }) => shape.length === 2 && !name.includes("condition"))).toHaveLength(1);
  }
});
