import { test } from "vitest";
import type { Engine } from "../../../src/engine/executor.ts";
import { forEachEngine } from "../../engine/each-engine.ts";

/**
 * A test on every engine but ONNX Runtime's for CPUs, which the networks' own tests ask, skipped with the reason where it is
 * absent.
 *
 * Gradients are asked to be within 1e-4 of each array's norm, as of ONNX Runtime, but those of two classifiers on tfjs-wasm.
 * Measured against float64, the norm of the difference by the array's, the largest of all arrays of all networks with tanh:
 *
 * | | tfjs-wasm | tfjs-cpu | ort |
 * | --- | --- | --- | --- |
 * | GradCon, CVAE | 2.0e-6 | 1.9e-6 | 2.8e-6 |
 * | HSCAE | 1.0e-4 | 2.8e-5 | 4.6e-5 |
 * | classifiers | 1.8e-4 | 2.8e-5 | 1.7e-5 |
 *
 * The latter two have batch normalisation, whose sums are of thousands; and WebAssembly's sum, to the bit, adds one number
 * after another in float32. With its sums in float64 instead, HSCAE's error falls to 3.9e-5, the classifiers' to 1.7e-5; with
 * exact convolutions, or exact tanh, sigmoid, exponentials, logarithms and roots, neither falls by more than a quarter.
 */
export function testOnOtherEngines(title: string, body: (engine: Engine) => Promise<void>): void {
  forEachEngine(
    (name) => `${title} on ${name}`,
    (titled, engine) => test(titled, { timeout: 240_000 }, () => body(engine)),
    "ort",
  );
}
