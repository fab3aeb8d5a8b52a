import { ENGINE_NAMES, type Engine, type EngineName } from "./executor.ts";
import { openOrt } from "./ort.ts";
import { probeEngine } from "./probe.ts";
import { openTfjs } from "./tfjs.ts";

/** Which engine (by default the fastest that works here) and how many threads (1 by default). */
export interface EngineOptions {
  readonly engine?: EngineName;
  readonly threads?: number;
}

/**
 * Opens an engine once it has computed a small product correctly. Without a name the engines are tried, fastest first;
 * with one, that engine or none. Reads no environment: what forces an engine is the caller's.
 *
 * @example
 * const engine = await openEngine({ threads: 2 });
 * @throws Error in one line, naming the engine and how to get it, when it does not work here.
 */
export async function openEngine({ engine, threads = 1 }: EngineOptions = {}): Promise<Engine> {
  if (!Number.isInteger(threads) || threads < 1)
    throw new RangeError(`openEngine: threads must be a whole number from 1, got ${threads}`);
  if (engine !== undefined) {
    const attempt = await tryEngine(engine, threads);
    if (attempt.works) return attempt.engine;
    throw new Error(`engine ${engine} does not work here: ${attempt.reason}; ${attempt.remedy}`);
  }
  const failures: string[] = [];
  for (const name of ENGINE_NAMES) {
    const attempt = await tryEngine(name, threads);
    if (attempt.works && isAsNamed(attempt.engine)) return attempt.engine;
    if (!attempt.works) failures.push(`${name}: ${attempt.reason}`);
  }
  throw new Error(`no engine works here (${failures.join("; ")}); ${remedies.ort}`);
}

/** An engine that has passed its probe, or why there is none and how to get it. */
export type EngineAttempt =
  | { readonly works: true; readonly engine: Engine; readonly productMs: number }
  | { readonly works: false; readonly reason: string; readonly remedy: string };

/** Opens one engine and has it compute a small product. */
export async function tryEngine(name: EngineName, threads: number): Promise<EngineAttempt> {
  try {
    const engine = await openByName(name, threads);
    return { works: true, engine, productMs: await probeEngine(engine) };
  } catch (error) {
    return { works: false, reason: reasonOf(error), remedy: remedies[name] };
  }
}

/** One line; where Node misses a package, which of our files asked for it is nobody's concern. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [line = message] = message.split("\n");
  return line.replace(/ imported from .*$/, "");
}

const remedies: Readonly<Record<EngineName, string>> = {
  "ort-cuda":
    "it needs Linux x64 with an NVIDIA GPU, CUDA 12 and cuDNN 9, and ONNX Runtime's CUDA libraries: run `node node_modules/onnxruntime-node/script/install.js --onnxruntime-node-install=cuda12` where api.nuget.org can be reached",
  "tfjs-gpu":
    "install it with `npm install @tensorflow/tfjs-node-gpu@4.22.0 @tensorflow/tfjs-core@4.22.0` where storage.googleapis.com can be reached, with CUDA 11 and cuDNN 8",
  ort: "install it with `npm install onnxruntime-node`; it has binaries for Linux and Windows on x64 and arm64, and for macOS on arm64",
  "tfjs-wasm": "install it with `npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0`",
  "tfjs-cpu": "install it with `npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0`",
};

function openByName(name: EngineName, threads: number): Promise<Engine> {
  switch (name) {
    case "ort":
      return openOrt({ provider: "cpu", threads });
    case "ort-cuda":
      return openOrt({ provider: "cuda", threads });
    default:
      return openTfjs(name);
  }
}

/** TensorFlow's GPU package without a GPU computes on the CPU: worth having when asked for, not the fastest. */
function isAsNamed({ identity }: Engine): boolean {
  return identity.name !== "tfjs-gpu" || identity.provider === "gpu";
}
