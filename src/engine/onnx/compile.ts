import { createHash } from "node:crypto";
import type { Node, NodeOf } from "../graph.ts";
import { type Signature, signatureOf } from "../signature.ts";
import { convolutionLowerings } from "./convolution.ts";
import { elementwiseLowerings } from "./elementwise.ts";
import { createEmitter, type Emitter } from "./emitter.ts";
import type { ComputedOperation, Lowering, Lowerings } from "./lowering.ts";
import { encodeModel, type OnnxNode } from "./model.ts";
import { normalisationLowerings } from "./normalisation.ts";
import { poolingLowerings } from "./pooling.ts";
import { reductionLowerings } from "./reduction.ts";
import { shapeLowerings } from "./shape.ts";

/** An ONNX model of a graph. */
export interface CompiledModel {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly fingerprint: string;
  readonly signature: Signature;
}

/**
 * A graph as an ONNX model (opset 17). The same graph gives the same bytes, however often and in whatever order of
 * names it is compiled; equal subexpressions are computed once.
 *
 * @throws TypeError naming the input or output whose name, type or shape does not do.
 */
export function compileToOnnx(outputs: Readonly<Record<string, Node>>): CompiledModel {
  const signature = signatureOf(outputs);
  const emitter = createEmitter();
  const values = new Map<Node, string>();
  for (const node of signature.order) values.set(node, lower(node, values, emitter));
  const results = signature.outputs.map(({ name, node }) => ({ name, value: computedName(values, node) }));
  const bytes = encodeModel({
    nodes: withoutUnreadOutputs(withNamedOutputs(emitter.nodes, results), new Set(results.map(({ name }) => name))),
    initializers: emitter.initializers,
    inputs: signature.inputs,
    outputs: new Map(signature.outputs.map(({ name, node }) => [name, node.shape])),
  });
  return { bytes, fingerprint: createHash("sha256").update(bytes).digest("hex"), signature };
}

const lowerings: Lowerings = {
  ...elementwiseLowerings,
  ...shapeLowerings,
  ...reductionLowerings,
  ...convolutionLowerings,
  ...poolingLowerings,
  ...normalisationLowerings,
};

function lower(node: Node, values: ReadonlyMap<Node, string>, emitter: Emitter): string {
  if (node.op === "input") return node.attributes.name;
  if (node.op === "constant") {
    const { data } = node.attributes;
    return emitter.floats(data instanceof Float32Array ? data : Float32Array.from(data), node.shape);
  }
  const operands = node.inputs.map((child) => computedName(values, child));
  return lowerComputed(node, operands, emitter);
}

function lowerComputed<Name extends ComputedOperation>(
  node: NodeOf<Name>,
  operands: readonly string[],
  emitter: Emitter,
) {
  const lowering: Lowering<Name> = lowerings[node.op];
  return lowering(node, operands, emitter);
}

function computedName(values: ReadonlyMap<Node, string>, node: Node): string {
  const value = values.get(node);
  if (value === undefined) throw new Error(`compileToOnnx: ${node.op} was read before it was computed`);
  return value;
}

/** Lets operators write into the outputs themselves; only inputs, constants and repeated outputs are copied. */
function withNamedOutputs(
  nodes: readonly OnnxNode[],
  results: readonly { readonly name: string; readonly value: string }[],
): OnnxNode[] {
  const computed = new Set(nodes.flatMap((node) => node.outputs));
  const renamed = new Map<string, string>();
  const copies: OnnxNode[] = [];
  for (const { name, value } of results) {
    if (computed.has(value) && !renamed.has(value)) renamed.set(value, name);
    else copies.push({ operator: "Identity", inputs: [value], outputs: [name], attributes: {} });
  }
  const rename = (value: string) => renamed.get(value) ?? value;
  return [...nodes, ...copies].map((node) => ({
    ...node,
    inputs: node.inputs.map(rename),
    outputs: node.outputs.map(rename),
  }));
}

/** Drops second outputs that nothing reads: the emitter gives every operator two names. */
function withoutUnreadOutputs(nodes: readonly OnnxNode[], results: ReadonlySet<string>): OnnxNode[] {
  const read = new Set(nodes.flatMap((node) => node.inputs));
  return nodes.map((node) => ({
    ...node,
    outputs: node.outputs.filter((name, position) => position === 0 || read.has(name) || results.has(name)),
  }));
}
