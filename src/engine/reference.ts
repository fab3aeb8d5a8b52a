import type { Node, NodeOf } from "./graph.ts";
import { convolutionKernels } from "./reference/convolution.ts";
import { elementwiseKernels } from "./reference/elementwise.ts";
import type { Array64, ComputedOperation, ReferenceKernel, ReferenceKernels } from "./reference/kernel.ts";
import { poolingKernels } from "./reference/pooling.ts";
import { reductionKernels } from "./reference/reduction.ts";
import { shapeKernels } from "./reference/shape.ts";
import { checkFeeds, feedOf, signatureOf } from "./signature.ts";

/**
 * A graph's outputs computed naively in float64: the oracle that finite differences and the engines' parity rest on.
 * Slow by design; not an engine.
 *
 * @example
 * evaluateReference({ y: mul(input("x", []), 3) }, { x: { shape: [], data: Float64Array.of(2) } }).y.data[0]; // => 6
 * @throws RangeError when a feed is missing or has another shape than its input.
 */
export function evaluateReference<const Name extends string>(
  outputs: Readonly<Record<Name, Node>>,
  feeds: Readonly<Record<string, Array64>> = {},
): Readonly<Record<Name, Array64>> {
  const signature = signatureOf(outputs);
  checkFeeds(signature.inputs, feeds);
  const values = new Map<Node, Array64>();
  for (const node of signature.order) values.set(node, { shape: node.shape, data: evaluate(node, values, feeds) });
  const results = signature.outputs.map(({ name, node }) => [name, valueAt(values, node)]);
  // The signature's outputs are the argument's own names.
  return Object.fromEntries(results) as Readonly<Record<Name, Array64>>;
}

const kernels: ReferenceKernels = {
  ...elementwiseKernels,
  ...shapeKernels,
  ...reductionKernels,
  ...convolutionKernels,
  ...poolingKernels,
};

function evaluate(
  node: Node,
  values: ReadonlyMap<Node, Array64>,
  feeds: Readonly<Record<string, Array64>>,
): Float64Array {
  if (node.op === "constant") return Float64Array.from(node.attributes.data);
  if (node.op === "input") return feedOf(feeds, node.attributes.name).data;
  const operands = node.inputs.map((child) => valueAt(values, child));
  return evaluateComputed(node, operands);
}

function evaluateComputed<Name extends ComputedOperation>(node: NodeOf<Name>, operands: readonly Array64[]) {
  const kernel: ReferenceKernel<Name> = kernels[node.op];
  return kernel(node, operands);
}

function valueAt(values: ReadonlyMap<Node, Array64>, node: Node): Array64 {
  const value = values.get(node);
  if (value === undefined) throw new Error(`reference: ${node.op} was read before it was computed`);
  return value;
}
