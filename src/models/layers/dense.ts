import { add } from "../../engine/arithmetic.ts";
import { dimension } from "../../engine/dimensions.ts";
import type { Node } from "../../engine/graph.ts";
import { matmul } from "../../engine/linear-algebra.ts";
import { type InitialValue, pytorchDefault } from "../training/initial-value.ts";
import type { Network } from "../training/network.ts";

/** How weights and biases begin; PyTorch's default unless given. */
export interface InitialValues {
  readonly weight?: InitialValue;
  readonly bias?: InitialValue;
}

/**
 * A linear layer with bias: x [N, I] to [N, outputs]. Its parameters are `name.weight` [I, outputs] (PyTorch keeps the
 * transpose, Keras this) and `name.bias` [outputs].
 *
 * @example
 * dense(beginNetwork("inference"), input("x", [8, 3]), { name: "last", outputs: 2 }).shape; // => [8, 2]
 */
export function dense(
  network: Network,
  x: Node,
  {
    name,
    outputs,
    initial = {},
  }: { readonly name: string; readonly outputs: number; readonly initial?: InitialValues },
): Node {
  const inputs = dimension(x.shape, 1);
  const weight = network.parameter(`${name}.weight`, [inputs, outputs], initial.weight ?? pytorchDefault(inputs));
  const bias = network.parameter(`${name}.bias`, [outputs], initial.bias ?? pytorchDefault(inputs));
  return add(matmul(x, weight), bias);
}
