import type { Node } from "../../engine/graph.ts";

/**
 * How a parameter changes by its gradient, as a fragment of a graph. What changes from step to step without depending
 * on data (learning rate, bias corrections) comes in as scalars.
 */
export interface Optimiser {
  /** Names of the arrays of a parameter's shape that are kept beside it, zero at first. */
  readonly slots: readonly string[];
  /** The scalars of a step, counted from 1. */
  readonly scalars: (step: number) => Readonly<Record<string, number>>;
  readonly update: (
    parameter: Node,
    gradient: Node,
    slots: Readonly<Record<string, Node>>,
    scalars: Readonly<Record<string, Node>>,
  ) => { readonly parameter: Node; readonly slots: Readonly<Record<string, Node>> };
}

/** A constant learning rate, or one for each step, counted from 1. */
export type LearningRate = number | ((step: number) => number);

export function learningRateAt(rate: LearningRate, step: number): number {
  return typeof rate === "number" ? rate : rate(step);
}
