import { formatShape, type Shape, sameShape } from "./dimensions.ts";
import { type Node, topologicalOrder } from "./graph.ts";
import type { Tensor } from "./tensor.ts";

/** What a graph reads and gives, by name, and the order in which its nodes can be computed. */
export interface Signature {
  readonly inputs: ReadonlyMap<string, Shape>;
  /** Sorted by name, so that the order in which a caller lists outputs decides nothing. */
  readonly outputs: readonly { readonly name: string; readonly node: Node }[];
  readonly order: readonly Node[];
}

/** Names of an executor's own values begin so; no input or output may. */
export const RESERVED_PREFIX = "assay:";

/**
 * Reads a graph's signature.
 *
 * @throws TypeError when a name is reserved, two inputs of one name differ in shape, an output has an input's name,
 * or an output is not numeric.
 */
export function signatureOf(outputs: Readonly<Record<string, Node>>): Signature {
  const named = Object.entries(outputs)
    .map(([name, node]) => ({ name, node }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (named.length === 0) throw new TypeError("graph: no outputs are named; name at least one node to compute");
  const order = topologicalOrder(named.map(({ node }) => node));
  const inputs = new Map<string, Shape>();
  for (const node of order) {
    if (node.op !== "input") continue;
    const { name } = node.attributes;
    const known = inputs.get(name);
    if (known !== undefined && !sameShape(known, node.shape))
      throw new TypeError(
        `graph: input "${name}" has two shapes, ${formatShape(known)} and ${formatShape(node.shape)}`,
      );
    inputs.set(name, node.shape);
  }
  for (const name of [...inputs.keys(), ...named.map((output) => output.name)])
    if (name === "" || name.startsWith(RESERVED_PREFIX))
      throw new TypeError(`graph: the name "${name}" is empty or begins with "${RESERVED_PREFIX}"; choose another`);
  for (const { name, node } of named) {
    if (inputs.has(name)) throw new TypeError(`graph: "${name}" names an input and an output; rename one`);
    if (node.dtype !== "float32") throw new TypeError(`graph: output "${name}" is an index, not numbers`);
  }
  return { inputs, outputs: named, order };
}

/** @throws RangeError naming the first input that is missing or has another shape; feeds that no input reads are ignored. */
export function checkFeeds(inputs: ReadonlyMap<string, Shape>, feeds: Readonly<Record<string, Pick<Tensor, "shape">>>) {
  for (const [name, shape] of inputs) {
    const feed = feedOf(feeds, name);
    if (!sameShape(feed.shape, shape))
      throw new RangeError(`run: input "${name}" is ${formatShape(shape)} but was fed ${formatShape(feed.shape)}`);
  }
}

/** The value fed to an input. */
export function feedOf<Value>(feeds: Readonly<Record<string, Value>>, name: string): Value {
  const feed = feeds[name];
  if (feed === undefined) throw new RangeError(`run: input "${name}" is missing from the feeds; name it there`);
  return feed;
}
