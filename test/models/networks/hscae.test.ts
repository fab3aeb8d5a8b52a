import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { relu, tanh } from "../../../src/engine/activation.ts";
import { add, mul } from "../../../src/engine/arithmetic.ts";
import { elementCount } from "../../../src/engine/dimensions.ts";
import type { Engine } from "../../../src/engine/executor.ts";
import { gradient } from "../../../src/engine/gradient.ts";
import { input, type Node } from "../../../src/engine/graph.ts";
import { divergenceFromStandardNormal, meanSquaredError } from "../../../src/engine/losses.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import { mean } from "../../../src/engine/reduction.ts";
import type { Tensor } from "../../../src/engine/tensor.ts";
import { type HscaeOptions, hscae } from "../../../src/models/networks/hscae.ts";
import { adam } from "../../../src/models/training/adam.ts";
import { beginNetwork, type Network } from "../../../src/models/training/network.ts";
import { trainingGraph } from "../../../src/models/training/training-graph.ts";
import { arrayError, type Digest, named, rootMeanSquareError } from "./digest.ts";
import { namedValues } from "./named-values.ts";
import { testOnOtherEngines } from "./other-engines.ts";
import { takeSteps } from "./take-steps.ts";

type Digests = Readonly<Record<string, Digest>>;

interface Case {
  readonly activation: "tanh" | "relu";
  readonly residual: boolean;
  readonly variational: boolean;
  readonly conditioned: boolean;
  readonly parameters: number;
  /** Reconstruction, latent and, variational, log variance of the first batch. */
  readonly first: Digests;
  readonly gradients: Digests;
  /** Of ten steps. */
  readonly losses: readonly number[];
  readonly after: Digests;
  /** PyTorch's own errors in float32. */
  readonly float32?: Readonly<Record<"gradients" | "after" | "losses", number>>;
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL("./vectors/hscae.json", import.meta.url), "utf8"));
const [batch, classes, latent] = [8, 9, 6];
const shapes = { images: [batch, 1, 28, 28], condition: [batch, classes] };
const engine = await openEngine({ engine: "ort" });

/** Images, softmax rows and noise of the reference script. */
function batchOf(step: number): Readonly<Record<string, Tensor>> {
  const condition = new Float32Array(batch * classes);
  const logits = named(`condition ${step}`, batch * classes);
  for (let start = 0; start < condition.length; start += classes) {
    const powers = Float64Array.from(logits.subarray(start, start + classes), (value) => Math.exp(6 * value));
    const total = powers.reduce((sum, power) => sum + power, 0);
    condition.set(
      powers.map((power) => power / total),
      start,
    );
  }
  const noise = named(`noise ${step}`, batch * latent).map((u) => (u - 0.5) * Math.sqrt(12));
  return {
    images: { shape: shapes.images, data: named(`images ${step}`, batch * 784) },
    condition: { shape: shapes.condition, data: condition },
    latent: { shape: [batch, latent], data: noise },
  };
}

/** The pipeline's loss: squared error and, variational, the KL divergence at a pixel's share. */
const objective =
  ({ activation, residual, variational, conditioned }: Case) =>
  (network: Network, given: Readonly<Record<string, Node>>) => {
    const options: HscaeOptions = {
      ...{ width: 4, latent, residual, variational },
      activation: activation === "tanh" ? tanh : relu,
    };
    const images = given.images as Node;
    const result = hscae(network, images, conditioned ? given.condition : undefined, options);
    const error = meanSquaredError(result.reconstruction, images);
    if (result.logVariance === undefined) return { loss: error, result };
    const divergence = mean(divergenceFromStandardNormal(result.latent, result.logVariance));
    return { loss: add(error, mul(divergence, 1 / 784)), result };
  };

async function firstStep(example: Case, on: Engine) {
  const network = beginNetwork("training");
  const given = { images: input("images", shapes.images), condition: input("condition", shapes.condition) };
  const { loss, result } = objective(example)(network, given);
  const { parameters } = network.declarations();
  const nodes = parameters.map(({ name, shape, initial }) => network.parameter(name, shape, initial));
  const slopes = gradient(loss, nodes).map((node, at) => [`gradient of ${parameters[at]?.name}`, node] as const);
  const first = Object.entries(result).map(([name, node]) => [`first ${name}`, node] as const);
  const executable = await on.compile({ loss, ...Object.fromEntries([...first, ...slopes]) });
  const results = await executable.run({ ...namedValues(parameters), ...batchOf(0) });
  await executable.release();
  return { results, parameters };
}

function expectClose(arrayOf: (name: string) => Tensor | undefined, expected: Digests, bound = 1e-4): void {
  for (const [name, digest] of Object.entries(expected)) {
    // The norm, and eight projections.
    expect(digest, name).toHaveLength(9);
    expect(arrayError(name, arrayOf(name), digest), name).toBeLessThan(bound);
  }
}

describe.each(
  cases.map((example) => {
    const { activation, residual, variational, conditioned } = example;
    const kind = [residual ? "residual" : "", variational ? "variational" : "", conditioned ? "" : "unconditioned"];
    return [[activation, ...kind].filter((word) => word !== "").join(", "), example] as const;
  }),
)("HSCAE against PyTorch in float64: %s", (_, example) => {
  const { float32 } = example;

  test("has as many parameters, forward values and gradients", async () => {
    const { results, parameters } = await firstStep(example, engine);
    expect(parameters.reduce((sum, { shape }) => sum + elementCount(shape), 0)).toBe(example.parameters);
    expect(parameters.map(({ name }) => name).sort()).toEqual(Object.keys(example.gradients).sort());
    expect(Object.keys(example.first)).toHaveLength(example.variational ? 3 : 2);
    expectClose((name) => results[`first ${name}`], example.first);
    const slopeOf = (name: string): Tensor | undefined => results[`gradient of ${name}`];
    if (float32 === undefined) expectClose(slopeOf, example.gradients);
    else expect(rootMeanSquareError(slopeOf, example.gradients)).toBeLessThan(3 * float32.gradients);
  });

  if (float32 === undefined && example.variational && example.conditioned)
    testOnOtherEngines("has its loss and gradients", async (other) => {
      const { results } = await firstStep(example, other);
      const [loss = Number.NaN] = example.losses;
      expect(Math.abs((results.loss?.data[0] ?? Number.NaN) / loss - 1)).toBeLessThan(5e-6);
      expectClose((name) => results[`gradient of ${name}`], example.gradients);
    });

  test("comes to the same weights and statistics in ten Adam steps", async () => {
    const optimiser = adam({ learningRate: 1e-4 });
    const graph = trainingGraph(objective(example), shapes, optimiser);
    const begun = namedValues(graph.variables);
    const { values, history } = await takeSteps(engine, graph, optimiser, begun, batchOf, 10);
    const kept = [...graph.parameters, ...graph.states].map(({ name }) => name);
    expect(kept.sort()).toEqual(Object.keys(example.after).sort());
    const errors = history.map(({ loss }, step) => Math.abs((loss as number) / (example.losses[step] as number) - 1));
    expect(Math.max(...errors)).toBeLessThan(float32 === undefined ? 1e-5 : 3 * float32.losses);
    if (float32 === undefined) expectClose((name) => values[name], example.after);
    else expect(rootMeanSquareError((name) => values[name], example.after)).toBeLessThan(3 * float32.after);
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
