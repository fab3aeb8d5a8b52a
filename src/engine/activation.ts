import { formatShape, sameShape } from "./dimensions.ts";
import { makeNode, type Node } from "./graph.ts";

/** max(x, 0). */
export function relu(x: Node): Node {
  return makeNode("relu", [x], {}, x.shape);
}

/** 1 / (1 + e^−x). */
export function sigmoid(x: Node): Node {
  return makeNode("sigmoid", [x], {}, x.shape);
}

export function tanh(x: Node): Node {
  return makeNode("tanh", [x], {}, x.shape);
}

/** `values` where `control` > 0, else 0: the derivative of ReLU, linear in `values`, no gradient to `control`. */
export function gate(values: Node, control: Node): Node {
  if (!sameShape(values.shape, control.shape))
    throw new RangeError(
      `gate: values ${formatShape(values.shape)} and control ${formatShape(control.shape)} must have one shape`,
    );
  return makeNode("gate", [values, control], {}, values.shape);
}
