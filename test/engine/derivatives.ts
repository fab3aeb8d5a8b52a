import { add, mul, square } from "../../src/engine/arithmetic.ts";
import { gradient } from "../../src/engine/gradient.ts";
import { input, type Node } from "../../src/engine/graph.ts";
import { sum } from "../../src/engine/reduction.ts";
import type { Array64 } from "../../src/engine/reference/kernel.ts";
import { evaluateReference } from "../../src/engine/reference.ts";
import type { OperationCase } from "./operation-cases.ts";
import { randomArray } from "./random-arrays.ts";

/** A case with a scalar made of its output, that scalar's gradients, and the gradients of a projection of those. */
export interface Derivatives {
  readonly outputs: Readonly<Record<string, Node>>;
  readonly feeds: Readonly<Record<string, Array64>>;
  readonly operandNames: readonly string[];
}

/**
 * `loss` = Σ weight·output²: the square makes second derivatives of linear operations non-zero. `projection` =
 * Σ direction·gradient, whose gradients `second:*` are Hessian-vector products.
 */
export function derivativesOf({ name, shapes, build, positive = false }: OperationCase): Derivatives {
  const operandNames = shapes.map((_, position) => `operand${position}`);
  const operands = shapes.map((shape, position) => input(`operand${position}`, shape));
  const output = build(...operands);
  const loss = sum(mul(square(output), input("weight", output.shape)));
  const first = gradient(loss, operands);
  const directions = shapes.map((shape, position) => input(`direction${position}`, shape));
  const projection = first
    .map((node, position) => sum(mul(node, directions[position] ?? node)))
    .reduce((total, term) => add(total, term));
  const second = gradient(projection, operands);
  const feeds: Record<string, Array64> = { weight: randomArray(`${name}/weight`, output.shape) };
  for (const [position, shape] of shapes.entries()) {
    feeds[`operand${position}`] = randomArray(`${name}/operand${position}`, shape, positive);
    feeds[`direction${position}`] = randomArray(`${name}/direction${position}`, shape);
  }
  return {
    outputs: {
      output,
      loss,
      projection,
      ...Object.fromEntries(first.map((node, position) => [`first:operand${position}`, node])),
      ...Object.fromEntries(second.map((node, position) => [`second:operand${position}`, node])),
    },
    feeds,
    operandNames,
  };
}

/** An operand, and where it is to be moved: a central difference's direction. */
export interface Direction {
  readonly operand: string;
  readonly data: Float64Array;
}

/** The derivative of a scalar output along a direction, by central differences in float64. */
export function directionalDifference(
  scalar: Node,
  feeds: Readonly<Record<string, Array64>>,
  { operand, data }: Direction,
  step = 1e-5,
): number {
  const base = feeds[operand];
  if (base === undefined) throw new Error(`no feed named ${operand}`);
  const valueAt = (distance: number) => {
    const moved = base.data.map((value, position) => value + distance * (data[position] ?? Number.NaN));
    const shifted = { ...feeds, [operand]: { shape: base.shape, data: moved } };
    return evaluateReference({ scalar }, shifted).scalar.data[0] ?? Number.NaN;
  };
  return (valueAt(step) - valueAt(-step)) / (2 * step);
}
