import type { Tensor } from "@tensorflow/tfjs-core";
import type { Node, NodeOf } from "../graph.ts";
import type { Signature } from "../signature.ts";
import { convolutionKernels } from "./convolution.ts";
import { elementwiseKernels } from "./elementwise.ts";
import type { ComputedOperation, Operands, Tfjs, TfjsKernel, TfjsKernels } from "./kernel.ts";
import { poolingKernels } from "./pooling.ts";
import { reductionKernels } from "./reduction.ts";
import { shapeKernels } from "./shape.ts";

/**
 * One pass through a graph: node by node, in order, each value freed after its last reader. `leaf` gives the tensors of
 * inputs and constants, which stay the caller's. The outputs, in the signature's order, are the caller's to free.
 */
export function interpret(tf: Tfjs, { order, outputs }: Signature, leaf: (node: Node) => Tensor): Tensor[] {
  const readers = new Map<Node, number>();
  for (const node of order) for (const child of node.inputs) readers.set(child, (readers.get(child) ?? 0) + 1);
  const kept = new Set(outputs.map(({ node }) => node));
  const values = new Map<Node, Tensor>();
  for (const node of order) {
    if (isLeaf(node)) {
      values.set(node, leaf(node));
      continue;
    }
    const operands = node.inputs.map((child) => valueAt(values, child));
    values.set(
      node,
      tf.tidy(() => compute(tf, node, operands)),
    );
    for (const child of node.inputs) {
      const left = (readers.get(child) ?? 0) - 1;
      readers.set(child, left);
      if (left === 0 && !kept.has(child) && !isLeaf(child)) valueAt(values, child).dispose();
    }
  }
  return outputs.map(({ node }) => tf.clone(valueAt(values, node)));
}

const kernels: TfjsKernels = {
  ...elementwiseKernels,
  ...shapeKernels,
  ...reductionKernels,
  ...convolutionKernels,
  ...poolingKernels,
};

function compute<Name extends ComputedOperation>(tf: Tfjs, node: NodeOf<Name>, operands: Operands): Tensor {
  const kernel: TfjsKernel<Name> = kernels[node.op];
  return kernel(tf, node, operands);
}

function isLeaf(node: Node): node is NodeOf<"input" | "constant"> {
  return node.op === "input" || node.op === "constant";
}

function valueAt(values: ReadonlyMap<Node, Tensor>, node: Node): Tensor {
  const value = values.get(node);
  if (value === undefined) throw new Error(`tfjs: ${node.op} was read before it was computed`);
  return value;
}
