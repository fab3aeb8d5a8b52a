import { gate } from "../activation.ts";
import { div, mul, neg, sub } from "../arithmetic.ts";
import { sumTo } from "../reduction.ts";
import type { GradientRules } from "./rule.ts";

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

export const elementwiseRules: GradientRules<Elementwise> = {
  add: (g, { inputs: [a, b] }) => [sumTo(g, a.shape), sumTo(g, b.shape)],
  sub: (g, { inputs: [a, b] }) => [sumTo(g, a.shape), sumTo(neg(g), b.shape)],
  mul: (g, { inputs: [a, b] }) => {
    if (a === b) return [mul(mul(g, a), 2), undefined];
    return [sumTo(mul(g, b), a.shape), sumTo(mul(g, a), b.shape)];
  },
  div: (g, node) => {
    const [a, b] = node.inputs;
    const quotient = div(g, b);
    return [sumTo(quotient, a.shape), sumTo(neg(mul(quotient, node)), b.shape)];
  },
  neg: (g) => [neg(g)],
  exp: (g, node) => [mul(g, node)],
  log: (g, { inputs: [x] }) => [div(g, x)],
  sqrt: (g, node) => [div(mul(g, 0.5), node)],
  sigmoid: (g, node) => [mul(g, mul(node, sub(1, node)))],
  tanh: (g, node) => [mul(g, sub(1, mul(node, node)))],
  relu: (g, node) => [gate(g, node)],
  gate: (g, { inputs: [, control] }) => [gate(g, control), undefined],
  detach: () => [undefined],
};
