import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { relu, tanh } from "../../src/engine/activation.ts";
import { elementCount } from "../../src/engine/dimensions.ts";
import type { Engine } from "../../src/engine/executor.ts";
import { gradient } from "../../src/engine/gradient.ts";
import { input, type Node } from "../../src/engine/graph.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { Tensor } from "../../src/engine/tensor.ts";
import { adam } from "../../src/models/training/adam.ts";
import { beginNetwork, type Variable } from "../../src/models/training/network.ts";
import { trainingGraph } from "../../src/models/training/training-graph.ts";
import { cvaeModel, imageLosses } from "../../src/pipelines/cvae/losses.ts";
import { sizeMeasurements } from "../../src/pipelines/cvae/network-size.ts";
import type { Encoder, ReconstructionLoss } from "../../src/pipelines/cvae/settings.ts";
import { arrayError, type Digest, named } from "../models/networks/digest.ts";
import { testOnOtherEngines } from "../models/networks/other-engines.ts";
import { takeSteps } from "../models/networks/take-steps.ts";

interface Vectors {
  readonly reconstruction: Digest;
  readonly divergence: Digest;
  readonly gradients: Readonly<Record<string, Digest>>;
  /** PyTorch's own error in float32. */
  readonly float32: number;
}

interface Example {
  readonly case: {
    readonly latentDimension: number;
    readonly encoder: Encoder;
    readonly decoder: "dense" | "transposed";
    readonly reconstructionLoss: ReconstructionLoss;
  };
  readonly tanh: Vectors;
  readonly relu: Vectors;
  readonly parameters: number;
  /** Parameters after ten steps of Adam, with tanh. */
  readonly after: Readonly<Record<string, Digest>>;
  /** The same with ReLU, and PyTorch's own error in float32. */
  readonly rectified: { readonly after: Readonly<Record<string, Digest>>; readonly float32: number };
}

const examples: readonly Example[] = JSON.parse(readFileSync(new URL("./vectors/cvae.json", import.meta.url), "utf8"));
const engine = await openEngine({ engine: "ort", threads: 1 });
const [batch, labelWidth, steps] = [8, 6, 10];
const shapes = { images: [batch, 1, 32, 32], labels: [batch, labelWidth] };

function settingsOf({ case: { reconstructionLoss, ...network } }: Example, activation: (x: Node) => Node) {
  return { network: { ...network, activation }, reconstructionLoss, klWeight: 1 };
}

function batchOf(step: number, latentDimension: number): Readonly<Record<string, Tensor>> {
  const labels = new Float32Array(batch * labelWidth);
  for (const [row, value] of named(`labels ${step}`, batch).entries())
    labels[row * labelWidth + Math.floor(value * labelWidth)] = 1;
  const noise = named(`noise ${step}`, batch * latentDimension).map((u) => (u - 0.5) * Math.sqrt(12));
  return {
    images: { shape: shapes.images, data: named(`images ${step}`, batch * 1024) },
    labels: { shape: shapes.labels, data: labels },
    latent: { shape: [batch, latentDimension], data: noise },
  };
}

/** Parameters and slots as the reference script begins them. */
function begun(variables: readonly Variable[]): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(
    variables.map(({ name, shape }) => {
      const data = named(name, elementCount(shape));
      if (name.startsWith("slot:")) return [name, { shape, data: data.fill(0) }];
      // [inputs, outputs]; a convolution's [outputs, channels, k, l], a transposed one's [channels, outputs, k, l].
      const fan = shape.length === 1 ? 12 : shape.length === 2 ? (shape[0] ?? 1) : elementCount(shape.slice(1));
      return [name, { shape, data: data.map((u) => (u - 0.5) * Math.sqrt(12 / fan)) }];
    }),
  );
}

async function firstStep(example: Example, activation: (x: Node) => Node, on: Engine) {
  const network = beginNetwork("training");
  const settings = settingsOf(example, activation);
  const given = { images: input("images", shapes.images), labels: input("labels", shapes.labels) };
  const { reconstruction, divergence } = imageLosses(network, given.images, given.labels, settings);
  const { loss } = cvaeModel(settings)(network, given);
  const { parameters } = network.declarations();
  const gradients = gradient(
    loss,
    parameters.map(({ name, shape, initial }) => network.parameter(name, shape, initial)),
  );
  const executable = await on.compile({
    ...{ reconstruction, divergence },
    ...Object.fromEntries(parameters.map(({ name }, at) => [`gradient of ${name}`, gradients[at] as Node])),
  });
  const results = await executable.run({ ...begun(parameters), ...batchOf(0, settings.network.latentDimension) });
  await executable.release();
  return { results, parameters };
}

function rootMeanSquare(errors: readonly number[]): number {
  return Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
}

describe.each(examples)("CVAE against PyTorch in float64: $case", (example) => {
  /** The root mean square of the errors of gradients; of smooth activations each must be small, too. */
  async function checkFirstStep(kind: "tanh" | "relu", on: Engine): Promise<number> {
    const { results, parameters } = await firstStep(example, kind === "tanh" ? tanh : relu, on);
    const { reconstruction, divergence, gradients } = example[kind];
    expect(new Set(parameters.map(({ name }) => name))).toEqual(new Set(Object.keys(gradients)));
    expect(arrayError("reconstruction", results.reconstruction, reconstruction)).toBeLessThan(1e-5);
    expect(arrayError("divergence", results.divergence, divergence)).toBeLessThan(1e-5);
    const errors = Object.entries(gradients).map(([name, digest]) =>
      arrayError(name, results[`gradient of ${name}`], digest),
    );
    if (kind === "tanh") expect(Math.max(...errors)).toBeLessThan(1e-4);
    return rootMeanSquare(errors);
  }

  async function tenSteps(
    activation: (x: Node) => Node,
    after: Example["after"],
    on = engine,
  ): Promise<readonly number[]> {
    const optimiser = adam({ learningRate: 1e-3 });
    const graph = trainingGraph(cvaeModel(settingsOf(example, activation)), shapes, optimiser);
    expect(graph.noises).toEqual([
      { name: "latent", shape: [batch, example.case.latentDimension], noise: { kind: "normal" } },
    ]);
    expect(graph.parameters.map(({ name }) => name).sort()).toEqual(Object.keys(after).sort());
    expect(graph.parameters.reduce((sum, { shape }) => sum + elementCount(shape), 0)).toBe(example.parameters);
    const given = (step: number) => batchOf(step, example.case.latentDimension);
    const { values } = await takeSteps(on, graph, optimiser, begun(graph.variables), given, steps);
    return Object.entries(after).map(([name, digest]) => arrayError(name, values[name], digest));
  }

  test.each(["tanh", "relu"] as const)("losses and gradients with %s", async (kind) => {
    expect(await checkFirstStep(kind, engine)).toBeLessThan(3 * example[kind].float32);
  });

  if (example.parameters === Math.min(...examples.map(({ parameters }) => parameters)))
    testOnOtherEngines("losses and gradients with tanh", async (other) => {
      await checkFirstStep("tanh", other);
    });

  test("ten steps of Adam with tanh", async () => {
    expect(Math.max(...(await tenSteps(tanh, example.after)))).toBeLessThan(1e-4);
  });

  // The quickest in plain JavaScript. Of all three, tried once, tfjs-wasm and tfjs-cpu ended within 7e-7.
  if (example === examples[0])
    testOnOtherEngines("ten steps of Adam with tanh", async (other) => {
      expect(Math.max(...(await tenSteps(tanh, example.after, other)))).toBeLessThan(1e-4);
    });

  test("ten steps of Adam with relu", async () => {
    const { after, float32 } = example.rectified;
    expect(rootMeanSquare(await tenSteps(relu, after))).toBeLessThan(3 * float32);
  });
});

test("the networks have as many parameters as the report's description comes to", () => {
  const sizes = (latentDimension: number) =>
    Object.fromEntries(
      sizeMeasurements({ latentDimension, encoder: "convolutional", decoder: "dense" }).map((each) => [
        `${each.at.part} ${each.at.layers}`,
        "value" in each ? each.value : each.absent,
      ]),
    );
  // Label 6 → 1,024; 2 → 32 → 64 filters of 3 × 3; 4,096 → two heads. Decoder 8 → 128 → 128 → 1,024.
  expect(sizes(2)).toMatchObject({
    "encoder convolutional": 42_660,
    "encoder convolutional with a hidden layer": 551_204,
    "decoder dense": 149_760,
  });
  expect(sizes(16)).toMatchObject({
    "encoder convolutional": 157_376,
    "encoder convolutional with a hidden layer": 554_816,
    "decoder dense": 151_552,
  });
});
