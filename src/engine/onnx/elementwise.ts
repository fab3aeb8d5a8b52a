import { type Lowering, type Lowerings, valueAt } from "./lowering.ts";

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
  | "detach";

const FLOAT = 1;

/** The operator of that name does exactly this. */
function direct(operator: string): Lowering<Elementwise> {
  return (_, values, { emit }) => emit(operator, values);
}

export const elementwiseLowerings: Lowerings<Elementwise> = {
  add: direct("Add"),
  sub: direct("Sub"),
  mul: direct("Mul"),
  div: direct("Div"),
  neg: direct("Neg"),
  exp: direct("Exp"),
  log: direct("Log"),
  sqrt: direct("Sqrt"),
  sigmoid: direct("Sigmoid"),
  tanh: direct("Tanh"),
  relu: direct("Relu"),
  // Where and Sign would do as well, but run on one thread.
  gate: (_, values, { emit, floats }) => {
    const positive = emit("Greater", [valueAt(values, 1), floats(Float32Array.of(0), [])]);
    return emit("Mul", [valueAt(values, 0), emit("Cast", [positive], { to: FLOAT })]);
  },
  detach: (_, values) => valueAt(values, 0),
};
