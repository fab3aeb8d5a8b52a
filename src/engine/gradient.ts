import { add, zeros } from "./arithmetic.ts";
import { formatShape, sameShape } from "./dimensions.ts";
import { convolutionRules } from "./gradients/convolution.ts";
import { elementwiseRules } from "./gradients/elementwise.ts";
import { normalisationRules } from "./gradients/normalisation.ts";
import { poolingRules } from "./gradients/pooling.ts";
import { reductionRules } from "./gradients/reduction.ts";
import type { DifferentiableOperation, GradientRule, GradientRules } from "./gradients/rule.ts";
import { shapeRules } from "./gradients/shape.ts";
import { constant, type Node, type NodeOf, topologicalOrder } from "./graph.ts";

/**
 * The gradients of a scalar node with respect to nodes of its graph, as nodes of their shapes; of a node of another
 * shape, the gradients of its product with `seed`, summed (the vector-Jacobian product). Gradients of gradients are
 * taken in the same way. Reverse mode; what the output does not depend on gets zeros.
 *
 * @example
 * const x = input("x", [3]);
 * const [slope] = gradient(sum(mul(x, x)), [x]); // 2x
 * evaluateReference({ slope }, { x: { shape: [3], data: Float64Array.of(1, 2, 3) } }).slope.data; // => [2, 4, 6]
 * @throws RangeError when the output is no scalar and no seed of its shape is given.
 */
export function gradient<const Nodes extends readonly Node[]>(
  output: Node,
  withRespectTo: Nodes,
  seed?: Node,
): { readonly [Position in keyof Nodes]: Node } {
  const start = seed ?? constant(1);
  if (!sameShape(start.shape, output.shape))
    throw new RangeError(
      `gradient: a seed of shape ${formatShape(start.shape)} does not fit the output ${output.op} ${formatShape(output.shape)}; sum the output or give a seed of its shape`,
    );
  const order = topologicalOrder([output]);
  const needed = new Set<Node>(withRespectTo);
  for (const node of order) if (node.inputs.some((child) => needed.has(child))) needed.add(node);
  const cotangents = new Map<Node, Node>([[output, start]]);
  for (const node of order.reverse()) {
    const cotangent = cotangents.get(node);
    if (cotangent === undefined || node.op === "input" || node.op === "constant") continue;
    if (!node.inputs.some((child) => needed.has(child))) continue;
    const contributions = inputCotangents(cotangent, node);
    for (const [position, child] of node.inputs.entries()) {
      const contribution = contributions[position];
      if (contribution === undefined || !needed.has(child)) continue;
      const known = cotangents.get(child);
      cotangents.set(child, known === undefined ? contribution : add(known, contribution));
    }
  }
  return mapTuple(withRespectTo, (node) => cotangents.get(node) ?? zeros(node.shape));
}

const rules: GradientRules = {
  ...elementwiseRules,
  ...shapeRules,
  ...reductionRules,
  ...convolutionRules,
  ...poolingRules,
  ...normalisationRules,
};

function inputCotangents<Name extends DifferentiableOperation>(cotangent: Node, node: NodeOf<Name>) {
  const rule: GradientRule<Name> = rules[node.op];
  return rule(cotangent, node);
}

function mapTuple<const Items extends readonly Node[]>(
  items: Items,
  transform: (item: Node) => Node,
): { readonly [Position in keyof Items]: Node } {
  // A mapped tuple has its source's length, which the type of map forgets.
  return items.map(transform) as { readonly [Position in keyof Items]: Node };
}
