import type { Shape } from "../../engine/dimensions.ts";
import { gradient } from "../../engine/gradient.ts";
import { input, type Node } from "../../engine/graph.ts";
import { beginNetwork, type Network, type NoiseInput, type Variable } from "./network.ts";
import type { Optimiser } from "./optimiser.ts";

/** What a step minimises, and what it tells. */
export interface Objective {
  /** A scalar. */
  readonly loss: Node;
  /** Further scalars for the loss history, by name; `loss` itself is always told. */
  readonly reported?: Readonly<Record<string, Node>>;
  /** Given the gradients of the loss, for networks that keep averages of them as states. */
  readonly afterGradients?: (gradientOf: (parameter: string) => Node) => void;
}

/** Builds a network's objective on a batch, whose inputs are given by name. */
export type Model = (network: Network, batch: Readonly<Record<string, Node>>) => Objective;

/** One training step as a graph: variables go in and come out as `next:` + name, scalars as `told:` + name. */
export interface TrainingGraph {
  readonly outputs: Readonly<Record<string, Node>>;
  /** Parameters, states and the optimiser's slots: all that is kept from step to step. */
  readonly variables: readonly Variable[];
  readonly parameters: readonly Variable[];
  readonly states: readonly Variable[];
  readonly noises: readonly NoiseInput[];
  readonly told: readonly string[];
}

export const nextName = (variable: string): string => `next:${variable}`;
export const toldName = (scalar: string): string => `told:${scalar}`;
export const scalarName = (scalar: string): string => `scalar:${scalar}`;

/**
 * The graph of one training step: objective, gradients of every parameter, the optimiser's updates.
 *
 * @param inputs shapes of a batch by name
 * @throws TypeError when the loss is no scalar.
 */
export function trainingGraph(
  model: Model,
  inputs: Readonly<Record<string, Shape>>,
  optimiser: Optimiser,
): TrainingGraph {
  const network = beginNetwork("training");
  const batch = Object.fromEntries(Object.entries(inputs).map(([name, shape]) => [name, input(name, shape)]));
  const { loss, reported = {}, afterGradients } = model(network, batch);
  if (loss.shape.length !== 0)
    throw new TypeError(`training: the loss has shape [${loss.shape}], not that of a scalar`);
  const { parameters } = network.declarations();
  const nodes = parameters.map(({ name, shape, initial }) => network.parameter(name, shape, initial));
  const gradients = gradient(loss, nodes);
  const byName = new Map(parameters.map(({ name }, at) => [name, gradients[at] as Node]));
  afterGradients?.((name) => gradientNamed(byName, name));
  const { states, updates, noises } = network.declarations();
  const scalars = Object.fromEntries(
    Object.keys(optimiser.scalars(1)).map((name) => [name, input(scalarName(name), [])]),
  );
  const outputs: Record<string, Node> = {};
  for (const [name, node] of Object.entries({ ...reported, loss })) outputs[toldName(name)] = node;
  for (const { name } of states) {
    const next = updates.get(name);
    if (next !== undefined) outputs[nextName(name)] = next;
  }
  const slotVariables: Variable[] = [];
  for (const [at, parameter] of nodes.entries()) {
    const { name, shape } = parameters[at] as Variable;
    const slots = Object.fromEntries(optimiser.slots.map((slot) => [slot, input(slotName(name, slot), shape)]));
    const updated = optimiser.update(parameter, gradientNamed(byName, name), slots, scalars);
    outputs[nextName(name)] = updated.parameter;
    for (const [slot, node] of Object.entries(updated.slots)) {
      outputs[nextName(slotName(name, slot))] = node;
      slotVariables.push({ name: slotName(name, slot), shape, initial: { kind: "constant", value: 0 } });
    }
  }
  const variables = [...parameters, ...states, ...slotVariables];
  return { outputs, variables, parameters, states, noises, told: ["loss", ...Object.keys(reported)] };
}

function slotName(parameter: string, slot: string): string {
  return `slot:${slot}:${parameter}`;
}

function gradientNamed(gradients: ReadonlyMap<string, Node>, name: string): Node {
  const known = gradients.get(name);
  if (known === undefined) throw new TypeError(`training: no parameter "${name}" to take a gradient of`);
  return known;
}
