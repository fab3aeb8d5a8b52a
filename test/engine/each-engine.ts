import { test } from "vitest";
import { ENGINE_NAMES, type Engine, type EngineName } from "../../src/engine/executor.ts";
import { tryEngine } from "../../src/engine/open-engine.ts";

// Opened once a file, before its tests are collected: an absent engine is one skipped test, not one for each case.
const attempts = await Promise.all(ENGINE_NAMES.map(async (name) => [name, await tryEngine(name, 1)] as const));

/**
 * Defines tests for every engine that is present, but for the one that the caller has already. One that is absent shows
 * as a skipped test, with the reason.
 *
 * Bounds are the same whatever the engine. On ort, tfjs-wasm and tfjs-cpu they are measured. On ort-cuda and tfjs-gpu
 * nothing is: no machine of ours had either's libraries. Both libraries multiply in TF32 by default on GPUs from Ampere
 * on, of ten bits, and the engines leave that as it is: there these bounds may well fail, rightly, since float32 is what
 * a record's digits are taken for. NVIDIA_TF32_OVERRIDE=0 tells whether it is that.
 */
export function forEachEngine(
  title: (name: EngineName) => string,
  define: (title: string, engine: Engine) => void,
  except?: EngineName,
): void {
  for (const [name, attempt] of attempts) {
    if (name === except) continue;
    if (attempt.works) define(title(name), attempt.engine);
    else test(title(name), ({ skip }) => skip(attempt.reason));
  }
}
