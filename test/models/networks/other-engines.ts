import { test } from "vitest";
import type { Engine } from "../../../src/engine/executor.ts";
import { tryEngine } from "../../../src/engine/open-engine.ts";

/**
 * How many times the bounds of ONNX Runtime's errors hold for the other executors for CPUs. Measured on these networks,
 * WebAssembly's are mostly four to eight times as large and up to twenty on single values, those of the plain JavaScript no
 * larger.
 */
const looseness = { "tfjs-wasm": 10, "tfjs-cpu": 1 } as const;

/** A test on each of those executors, skipped with the reason where it is not installed. */
export function testOnOtherEngines(title: string, body: (engine: Engine, loose: number) => Promise<void>): void {
  for (const name of ["tfjs-wasm", "tfjs-cpu"] as const)
    test(`${title} on ${name}`, { timeout: 240_000 }, async ({ skip }) => {
      const attempt = await tryEngine(name, 1);
      if (!attempt.works) return skip(attempt.reason);
      await body(attempt.engine, looseness[name]);
    });
}
