import { broadcastShape, type Shape } from "./dimensions.ts";
import { constant, makeNode, type Node } from "./graph.ts";
import { expand } from "./shape.ts";

/** A node, or a number that stands for a scalar constant. */
export type Operand = Node | number;

/** a + b, broadcasting. */
export function add(a: Operand, b: Operand): Node {
  const [left, right] = [lift(a), lift(b)];
  if (isScalar(left, 0)) return right;
  if (isScalar(right, 0)) return left;
  return binary("add", left, right);
}

/** a − b, broadcasting. */
export function sub(a: Operand, b: Operand): Node {
  return binary("sub", lift(a), lift(b));
}

/** a · b element by element, broadcasting. */
export function mul(a: Operand, b: Operand): Node {
  const [left, right] = [lift(a), lift(b)];
  if (isScalar(left, 1)) return right;
  if (isScalar(right, 1)) return left;
  return binary("mul", left, right);
}

/** a / b element by element, broadcasting. */
export function div(a: Operand, b: Operand): Node {
  return binary("div", lift(a), lift(b));
}

export function neg(x: Node): Node {
  return makeNode("neg", [x], {}, x.shape);
}

/** e to the x. */
export function exp(x: Node): Node {
  return makeNode("exp", [x], {}, x.shape);
}

/** Natural logarithm. */
export function log(x: Node): Node {
  return makeNode("log", [x], {}, x.shape);
}

export function sqrt(x: Node): Node {
  return makeNode("sqrt", [x], {}, x.shape);
}

export function square(x: Node): Node {
  return mul(x, x);
}

/** x, through which no gradient flows. */
export function detach(x: Node): Node {
  return makeNode("detach", [x], {}, x.shape);
}

/** All zeros. */
export function zeros(shape: Shape): Node {
  return expand(constant(0), shape);
}

/** All ones. */
export function ones(shape: Shape): Node {
  return expand(constant(1), shape);
}

function binary(op: "add" | "sub" | "mul" | "div", a: Node, b: Node): Node {
  return makeNode(op, [a, b], {}, broadcastShape(op, a.shape, b.shape));
}

function lift(operand: Operand): Node {
  return typeof operand === "number" ? constant(operand) : operand;
}

function isScalar(node: Node, value: number): boolean {
  return node.op === "constant" && node.shape.length === 0 && node.attributes.data[0] === value;
}
