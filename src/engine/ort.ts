import type { InferenceSession } from "onnxruntime-node";
import { requireCudaLibrary } from "./cuda-library.ts";
import type { Engine, EngineName, Executable } from "./executor.ts";
import { compileToOnnx } from "./onnx/compile.ts";
import { checkFeeds, feedOf } from "./signature.ts";
import type { Tensor } from "./tensor.ts";

/** Which execution provider of ONNX Runtime, on how many threads. */
export interface OrtOptions {
  readonly provider: "cpu" | "cuda";
  readonly threads: number;
}

/** An engine on ONNX Runtime. On the CPU provider, results are bit-identical from run to run at one thread count. */
export async function openOrt({ provider, threads }: OrtOptions): Promise<Engine> {
  if (provider === "cuda") requireCudaLibrary();
  // Loaded here, so that a machine without this binary can still import the engine.
  const { default: ort } = await import("onnxruntime-node");
  const name: EngineName = provider === "cuda" ? "ort-cuda" : "ort";
  const identity = { name, version: ort.env.versions.node ?? ort.env.versions.common, provider, threads };
  const options: InferenceSession.SessionOptions = {
    executionProviders: [provider],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
  };
  return {
    identity,
    compile: async (outputs): Promise<Executable> => {
      const { bytes, fingerprint, signature } = compileToOnnx(outputs);
      const session = await ort.InferenceSession.create(bytes, options);
      return {
        identity,
        fingerprint,
        run: async (feeds) => {
          checkFeeds(signature.inputs, feeds);
          const tensors = [...signature.inputs.keys()].map((input) => {
            const { data, shape } = feedOf(feeds, input);
            return [input, new ort.Tensor("float32", data, shape)];
          });
          const results = await session.run(Object.fromEntries(tensors));
          return Object.fromEntries(
            Object.entries(results).map(([output, result]) => [output, tensorOf(output, result)]),
          );
        },
        release: () => session.release(),
      };
    },
  };
}

function tensorOf(name: string, { data, dims }: InferenceSession.OnnxValueMapType[string]): Tensor {
  if (!(data instanceof Float32Array)) throw new TypeError(`ONNX Runtime: output "${name}" is not float32`);
  return { shape: [...dims], data };
}
