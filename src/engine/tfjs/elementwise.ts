import { operandAt, type TfjsKernels } from "./kernel.ts";

type Elementwise =
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "neg"
  | "exp"
  | "log"
  | "sqrt"
  | "sigmoid"
  | "tanh"
  | "relu"
  | "gate"
  | "detach"
  | "batchNorm";

export const elementwiseKernels: TfjsKernels<Elementwise> = {
  add: (tf, _, x) => tf.add(operandAt(x, 0), operandAt(x, 1)),
  sub: (tf, _, x) => tf.sub(operandAt(x, 0), operandAt(x, 1)),
  mul: (tf, _, x) => tf.mul(operandAt(x, 0), operandAt(x, 1)),
  div: (tf, _, x) => tf.div(operandAt(x, 0), operandAt(x, 1)),
  neg: (tf, _, x) => tf.neg(operandAt(x, 0)),
  exp: (tf, _, x) => tf.exp(operandAt(x, 0)),
  log: (tf, _, x) => tf.log(operandAt(x, 0)),
  sqrt: (tf, _, x) => tf.sqrt(operandAt(x, 0)),
  sigmoid: (tf, _, x) => tf.sigmoid(operandAt(x, 0)),
  tanh: (tf, _, x) => tf.tanh(operandAt(x, 0)),
  relu: (tf, _, x) => tf.relu(operandAt(x, 0)),
  gate: (tf, _, x) => tf.mul(operandAt(x, 0), tf.cast(tf.greater(operandAt(x, 1), 0), "float32")),
  detach: (tf, _, x) => tf.clone(operandAt(x, 0)),
  batchNorm: (tf, _, x) => {
    const scale = tf.mul(operandAt(x, 1), operandAt(x, 4));
    return tf.add(tf.mul(operandAt(x, 3), scale), operandAt(x, 2));
  },
};
