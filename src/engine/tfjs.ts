import type { Tensor as TfjsTensor } from "@tensorflow/tfjs-core";
import type { Engine, Executable } from "./executor.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Node } from "./graph.ts";
import { checkFeeds, feedOf, type Signature, signatureOf } from "./signature.ts";
import type { Tensor } from "./tensor.ts";
import { interpret } from "./tfjs/interpret.ts";
import { type LoadedBackend, loadBackend, type TfjsEngineName } from "./tfjs/load-backend.ts";

/** An engine that interprets the graph on TensorFlow.js; its backends run on one thread, or choose for themselves. */
export async function openTfjs(name: TfjsEngineName): Promise<Engine> {
  const loaded = await loadBackend(name);
  const identity = { name, version: loaded.version, provider: loaded.provider, threads: 1 };
  return {
    identity,
    compile: async (outputs): Promise<Executable> => {
      const signature = signatureOf(outputs);
      useBackend(loaded);
      const constants = uploadConstants(loaded, signature);
      return {
        identity,
        fingerprint: fingerprintOf(signature),
        // Without a pause between choosing the backend, which is global to tfjs, and reading the results.
        run: async (feeds) => runOnce(loaded, signature, constants, feeds),
        release: async () => {
          for (const value of constants.values()) value.dispose();
        },
      };
    },
  };
}

function useBackend({ tf, backend }: LoadedBackend): void {
  // An initialised backend is chosen before the promise returns.
  void tf.setBackend(backend);
  if (tf.getBackend() !== backend) throw new Error(`tfjs: the ${backend} backend could not be chosen`);
}

function uploadConstants({ tf }: LoadedBackend, { order }: Signature): ReadonlyMap<Node, TfjsTensor> {
  const constants = new Map<Node, TfjsTensor>();
  for (const node of order)
    if (node.op === "constant")
      constants.set(node, tf.tensor(Float32Array.from(node.attributes.data), [...node.shape], "float32"));
  return constants;
}

function runOnce(
  loaded: LoadedBackend,
  signature: Signature,
  constants: ReadonlyMap<Node, TfjsTensor>,
  feeds: Readonly<Record<string, Tensor>>,
): Readonly<Record<string, Tensor>> {
  checkFeeds(signature.inputs, feeds);
  useBackend(loaded);
  const { tf } = loaded;
  const leaf = (node: Node): TfjsTensor => {
    const uploaded = constants.get(node);
    if (uploaded !== undefined) return uploaded;
    if (node.op !== "input") throw new Error(`tfjs: ${node.op} is no leaf of this executable, or it was released`);
    const { data, shape } = feedOf(feeds, node.attributes.name);
    return tf.tensor(data, [...shape], "float32");
  };
  const results: Record<string, Tensor> = {};
  tf.tidy(() => {
    for (const [position, value] of interpret(tf, signature, leaf).entries()) {
      const data = value.dataSync<"float32">();
      const name = signature.outputs[position]?.name;
      // Copied, since a backend may give a view of memory that it will use again.
      if (name !== undefined) results[name] = { shape: value.shape, data: Float32Array.from(data) };
    }
  });
  return results;
}
