import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Throws, in one line, unless ONNX Runtime's CUDA provider lies beside its binding. Looked for here because asking ONNX
 * Runtime for a provider that is absent makes it write to the terminal.
 */
export function requireCudaLibrary(): void {
  const packageFolder = dirname(createRequire(import.meta.url).resolve("onnxruntime-node/package.json"));
  const binaries = join(packageFolder, "bin");
  const found = readdirSync(binaries).some((abi) =>
    existsSync(join(binaries, abi, process.platform, process.arch, "libonnxruntime_providers_cuda.so")),
  );
  if (!found)
    throw new Error(`ONNX Runtime's CUDA provider for ${process.platform}/${process.arch} is not in ${binaries}`);
}
