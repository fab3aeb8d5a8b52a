import { formatShape, type Shape, sameShape } from "../../engine/dimensions.ts";
import { input, type Node } from "../../engine/graph.ts";
import type { InitialValue } from "./initial-value.ts";

/** Training updates statistics and draws noise; inference does neither. */
export type Mode = "training" | "inference";

/** An array that a network keeps from step to step. */
export interface Variable {
  readonly name: string;
  readonly shape: Shape;
  readonly initial: InitialValue;
}

/**
 * What is drawn anew for each step: `normal` is standard normal; `mask` is 1/keep with probability `keep`, else 0
 * (dropout that keeps the expectation).
 */
export type Noise = { readonly kind: "normal" } | { readonly kind: "mask"; readonly keep: number };

export interface NoiseInput {
  readonly name: string;
  readonly shape: Shape;
  readonly noise: Noise;
}

/** All that a network under construction has declared. */
export interface Declarations {
  /** Trained by the optimiser. */
  readonly parameters: readonly Variable[];
  /** Kept, but not trained: running statistics, averages. */
  readonly states: readonly Variable[];
  /** What states become after the step, by name. */
  readonly updates: ReadonlyMap<string, Node>;
  readonly noises: readonly NoiseInput[];
}

/**
 * A network under construction. Declaring a name again gives the same node, so that layers applied twice share their
 * weights.
 */
export interface Network {
  readonly mode: Mode;
  readonly parameter: (name: string, shape: Shape, initial: InitialValue) => Node;
  /** Its present value: after an update within the same step, the updated one. */
  readonly state: (name: string, shape: Shape, initial: InitialValue) => Node;
  readonly update: (name: string, next: Node) => void;
  /** An input of its own for each step; a name stands for one draw. */
  readonly noise: (name: string, shape: Shape, noise: Noise) => Node;
  readonly declarations: () => Declarations;
}

/**
 * Begins a network. Its parts are graph inputs by name, which a training step or an inference feeds.
 *
 * @example
 * const network = beginNetwork("inference");
 * const weight = network.parameter("dense.weight", [3, 2], { kind: "constant", value: 0 });
 * network.declarations().parameters.map(({ name }) => name); // => ["dense.weight"]
 * @throws TypeError when a name is declared twice as different things, or an unknown state is updated.
 */
export function beginNetwork(mode: Mode): Network {
  const declared = new Map<string, Declared>();
  const updates = new Map<string, Node>();
  const declare = (entry: Declared): Node => {
    const known = declared.get(entry.name);
    if (known === undefined) {
      declared.set(entry.name, entry);
      return entry.node;
    }
    if (known.kind !== entry.kind || !sameShape(known.node.shape, entry.node.shape))
      throw new TypeError(
        `network: "${entry.name}" is a ${known.kind} ${formatShape(known.node.shape)} and cannot be a ${entry.kind} ${formatShape(entry.node.shape)}; rename one`,
      );
    return known.node;
  };
  return {
    mode,
    parameter: (name, shape, initial) => declare({ kind: "parameter", name, initial, node: input(name, shape) }),
    state: (name, shape, initial) => {
      const node = declare({ kind: "state", name, initial, node: input(name, shape) });
      return updates.get(name) ?? node;
    },
    update: (name, next) => {
      const known = declared.get(name);
      if (known?.kind !== "state") throw new TypeError(`network: "${name}" is no state; declare it before its update`);
      if (!sameShape(known.node.shape, next.shape))
        throw new TypeError(
          `network: state "${name}" is ${formatShape(known.node.shape)} but its update ${formatShape(next.shape)}`,
        );
      updates.set(name, next);
    },
    noise: (name, shape, noise) => declare({ kind: "noise", name, noise, node: input(name, shape) }),
    declarations: () => ({
      parameters: variablesOf(declared, "parameter"),
      states: variablesOf(declared, "state"),
      updates,
      noises: [...declared.values()].flatMap((entry) =>
        entry.kind === "noise" ? [{ name: entry.name, shape: entry.node.shape, noise: entry.noise }] : [],
      ),
    }),
  };
}

type Declared =
  | {
      readonly kind: "parameter" | "state";
      readonly name: string;
      readonly initial: InitialValue;
      readonly node: Node;
    }
  | { readonly kind: "noise"; readonly name: string; readonly noise: Noise; readonly node: Node };

function variablesOf(declared: ReadonlyMap<string, Declared>, kind: "parameter" | "state"): readonly Variable[] {
  return [...declared.values()].flatMap((entry) =>
    entry.kind === kind ? [{ name: entry.name, shape: entry.node.shape, initial: entry.initial }] : [],
  );
}
