import { elementCount, formatShape, type Shape } from "./dimensions.ts";

/** Two numbers for the two spatial axes: height, then width. */
export type Pair = readonly [number, number];

/** Height and width of strides and of the zero padding on both sides. */
export interface Window {
  readonly stride: Pair;
  readonly padding: Pair;
}

interface Operation<Inputs extends readonly Node[], Attributes = Readonly<Record<never, never>>> {
  readonly inputs: Inputs;
  readonly attributes: Attributes;
}
type Leaf<Attributes> = Operation<readonly [], Attributes>;
type Unary<Attributes = Readonly<Record<never, never>>> = Operation<readonly [Node], Attributes>;
type Binary<Attributes = Readonly<Record<never, never>>> = Operation<readonly [Node, Node], Attributes>;

/** The primitive operations: every gradient and every executor has one rule for each. */
export interface Operations {
  readonly input: Leaf<{ readonly name: string }>;
  readonly constant: Leaf<{ readonly data: Float32Array | Float64Array }>;
  readonly add: Binary;
  readonly sub: Binary;
  readonly mul: Binary;
  readonly div: Binary;
  readonly neg: Unary;
  readonly exp: Unary;
  readonly log: Unary;
  readonly sqrt: Unary;
  readonly sigmoid: Unary;
  readonly tanh: Unary;
  readonly relu: Unary;
  readonly gate: Binary;
  readonly detach: Unary;
  readonly reshape: Unary;
  readonly expand: Unary;
  readonly transpose: Unary<{ readonly permutation: readonly number[] }>;
  readonly pad: Unary<{ readonly before: readonly number[]; readonly after: readonly number[] }>;
  readonly slice: Unary<{ readonly start: readonly number[] }>;
  readonly sum: Unary<{ readonly axes: readonly number[]; readonly keepDimensions: boolean }>;
  readonly max: Unary<{ readonly axes: readonly number[] }>;
  readonly matmul: Binary;
  readonly conv: Binary<Window>;
  readonly convTransposed: Binary<Window>;
  readonly convWeightGradient: Binary<Window & { readonly kernel: Pair; readonly perSample: boolean }>;
  readonly poolIndex: Unary<Window & { readonly kernel: Pair }>;
  readonly maxPool: Binary<Window & { readonly kernel: Pair }>;
  readonly gatherFlat: Binary;
  readonly scatterFlat: Binary;
  readonly batchNorm: Operation<readonly [Node, Node, Node, Node, Node]>;
}

export type OperationName = keyof Operations;

/** `index` values are flat positions in another node's array; they never leave the graph. */
export type DataType = "float32" | "index";

interface NodeBase<Name extends OperationName> {
  readonly op: Name;
  readonly inputs: Operations[Name]["inputs"];
  readonly attributes: Operations[Name]["attributes"];
  readonly shape: Shape;
  readonly dtype: DataType;
}

/** A node of one operation, or of a union of operations. */
export type NodeOf<Name extends OperationName> = { readonly [K in Name]: NodeBase<K> }[Name];

/** A value of the graph: an operation, the nodes it reads, and the shape that follows from them. */
export type Node = NodeOf<OperationName>;

/** Makes a node; the families of operations call it once they have checked shapes. */
export function makeNode<Name extends OperationName>(
  op: Name,
  inputs: Operations[Name]["inputs"],
  attributes: Operations[Name]["attributes"],
  shape: Shape,
  dtype: DataType = "float32",
): NodeOf<Name> {
  const node: NodeBase<Name> = { op, inputs, attributes, shape, dtype };
  return node;
}

/**
 * A value fed by name at each run. Two inputs of one name are one input and must agree in shape.
 *
 * @example
 * const images = input("images", [64, 3, 32, 32]);
 */
export function input(name: string, shape: Shape): Node {
  if (name === "") throw new TypeError("input: the name is empty; give each input a name");
  checkShape("input", shape);
  return makeNode("input", [], { name }, [...shape]);
}

/**
 * A value fixed in the graph; a number without a shape is a scalar. The array is not copied: leave it unchanged.
 *
 * @example
 * constant(0.5); // scalar
 * constant(Float32Array.of(1, 2, 3), [3]);
 */
export function constant(data: number | Float32Array, shape?: Shape): Node {
  if (typeof data === "number") {
    // Kept in float64, so that the reference executor sees the number that was meant.
    const scalar = makeNode("constant", [], { data: Float64Array.of(data) }, []);
    return shape === undefined || shape.length === 0 ? scalar : makeNode("expand", [scalar], {}, [...shape]);
  }
  const dimensions = shape ?? [data.length];
  checkShape("constant", dimensions);
  if (data.length !== elementCount(dimensions))
    throw new RangeError(
      `constant: ${data.length} values do not fill shape ${formatShape(dimensions)}, which holds ${elementCount(dimensions)}`,
    );
  return makeNode("constant", [], { data }, [...dimensions]);
}

/** The nodes that the outputs need, each after all that it reads; the order follows from the graph alone. */
export function topologicalOrder(outputs: readonly Node[]): Node[] {
  const seen = new Set<Node>();
  const order: Node[] = [];
  const stack = outputs.map((node) => ({ node, ready: false })).reverse();
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, ready } = top;
    if (ready) order.push(node);
    else if (!seen.has(node)) {
      seen.add(node);
      stack.push({ node, ready: true });
      for (const child of [...node.inputs].reverse()) if (!seen.has(child)) stack.push({ node: child, ready: false });
    }
  }
  return order;
}

function checkShape(operation: string, shape: Shape): void {
  if (!shape.every((size) => Number.isInteger(size) && size > 0))
    throw new RangeError(`${operation}: shape ${formatShape(shape)} must hold positive whole numbers`);
}
