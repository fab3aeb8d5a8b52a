import { createHash } from "node:crypto";
import type { Node } from "./graph.ts";
import type { Signature } from "./signature.ts";

/**
 * SHA-256, in hexadecimal, of a graph: operations, attributes, shapes, constants bit by bit, wiring and output names.
 * Equal graphs have equal fingerprints, whenever and in whatever process they are built.
 */
export function fingerprintOf({ order, outputs }: Signature): string {
  const hash = createHash("sha256");
  const positions = new Map<Node, number>();
  for (const [position, node] of order.entries()) {
    positions.set(node, position);
    const wiring = [node.op, node.shape, node.inputs.map((child) => positions.get(child))];
    if (node.op === "constant") {
      const { data } = node.attributes;
      hash.update(JSON.stringify([...wiring, data.BYTES_PER_ELEMENT]));
      hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    } else hash.update(JSON.stringify([...wiring, node.attributes]));
    hash.update("\n");
  }
  hash.update(JSON.stringify(outputs.map(({ name, node }) => [name, positions.get(node)])));
  return hash.digest("hex");
}
