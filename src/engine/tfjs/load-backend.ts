import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { KernelBackend } from "@tensorflow/tfjs-core";
import type { EngineName } from "../executor.ts";
import type { Tfjs } from "./kernel.ts";
import { restoreNullCheck } from "./restore-null-check.ts";

export type TfjsEngineName = Extract<EngineName, `tfjs-${string}`>;

/** A backend of TensorFlow.js, registered and initialised. */
export interface LoadedBackend {
  readonly tf: Tfjs;
  /** What tfjs calls it. */
  readonly backend: string;
  readonly provider: string;
  readonly version: string;
}

/** Imports tfjs-core and one backend; rejects where they are not installed. */
export function loadBackend(name: TfjsEngineName): Promise<LoadedBackend> {
  // tfjs gives up one of two backends that initialise at the same time.
  const loading = previous.then(() => load(name));
  previous = loading.catch(() => undefined);
  return loading;
}

let previous: Promise<unknown> = Promise.resolve();

async function load(name: TfjsEngineName): Promise<LoadedBackend> {
  const tf = await import("@tensorflow/tfjs-core");
  // No hints on the console about other backends, and no shape checks: the graph has made them.
  tf.enableProdMode();
  const loaded = await loaders[name](tf);
  if (!(await tf.setBackend(loaded.backend)))
    throw new Error(`tfjs: the ${loaded.backend} backend did not initialise on this machine`);
  return { tf, ...loaded, provider: loaded.backend === "tensorflow" ? deviceOf(tf.backend()) : loaded.backend };
}

type Loader = (tf: Tfjs) => Promise<Pick<LoadedBackend, "backend" | "version">>;

const loaders: Readonly<Record<TfjsEngineName, Loader>> = {
  "tfjs-gpu": async () => {
    restoreNullCheck();
    const { version } = await import("@tensorflow/tfjs-node-gpu");
    return { backend: "tensorflow", version: version["tfjs-node"] };
  },
  "tfjs-wasm": async () => {
    const wasm = await import("@tensorflow/tfjs-backend-wasm");
    // The binaries lie beside the package's entry, where its own search does not look for them under Node.
    wasm.setWasmPaths(`${dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"))}/`);
    wasm.setThreadsCount(1);
    return { backend: "wasm", version: wasm.version_wasm };
  },
  "tfjs-cpu": async () => {
    const { version_cpu } = await import("@tensorflow/tfjs-backend-cpu");
    return { backend: "cpu", version: version_cpu };
  },
};

/** The native backend runs on the CPU where TensorFlow finds no GPU, and says so in a field of its own. */
function deviceOf(backend: KernelBackend): string {
  return "isUsingGpuDevice" in backend && backend.isUsingGpuDevice === true ? "gpu" : "cpu";
}
