import { performance } from "node:perf_hooks";
import type { Engine } from "./executor.ts";
import { input } from "./graph.ts";
import { matmul } from "./linear-algebra.ts";
import { tensor } from "./tensor.ts";

const SIZE = 64;

/**
 * Has an engine multiply two 64 × 64 matrices whose product is known, and says how long that took, in milliseconds.
 *
 * @throws Error when the engine cannot, or when the product is wrong.
 */
export async function probeEngine(engine: Engine): Promise<number> {
  const shape = [SIZE, SIZE];
  const executable = await engine.compile({ product: matmul(input("left", shape), input("right", shape)) });
  // Row i of the left is i/64 throughout, column j of the right j/64: the product holds i·j/64, exact in float32.
  const left = tensor(
    Float32Array.from({ length: SIZE * SIZE }, (_, cell) => Math.floor(cell / SIZE) / SIZE),
    shape,
  );
  const right = tensor(
    Float32Array.from({ length: SIZE * SIZE }, (_, cell) => (cell % SIZE) / SIZE),
    shape,
  );
  try {
    await executable.run({ left, right });
    const started = performance.now();
    const { product } = await executable.run({ left, right });
    const elapsedMs = performance.now() - started;
    const wrong = product?.data.findIndex((value, cell) => {
      const expected = (Math.floor(cell / SIZE) * (cell % SIZE)) / SIZE;
      return !(Math.abs(value - expected) <= 1e-3);
    });
    if (wrong !== -1) throw new Error("it computed a wrong matrix product");
    return elapsedMs;
  } finally {
    await executable.release();
  }
}
