import type { Engine } from "../engine/executor.ts";
import { input } from "../engine/graph.ts";
import { matmul } from "../engine/linear-algebra.ts";
import { transposeMatrix } from "../engine/shape.ts";
import type { Rows } from "./kernel.ts";

/** Told the products of `count` left rows from `start` on with every right row, row-major; valid until it is done. */
export type ProductBlock = (start: number, count: number, products: Float32Array) => void | Promise<void>;

/** Computes products x·y of all pairs of rows by the engine, block by block. */
export interface Products {
  readonly forEachBlock: (left: Rows, right: Rows, block: ProductBlock) => Promise<void>;
  readonly release: () => Promise<void>;
}

const blockRows = 500;

/** Products of rows by matrix multiplication in float32, compiled once for each number of right rows. */
export function openProducts(engine: Engine, width: number): Products {
  const executables = new Map<number, Awaited<ReturnType<Engine["compile"]>>>();
  const executableFor = async (columns: number) => {
    const known = executables.get(columns);
    if (known !== undefined) return known;
    const left = input("left", [blockRows, width]);
    const right = input("right", [columns, width]);
    const compiled = await engine.compile({ products: matmul(left, transposeMatrix(right)) });
    executables.set(columns, compiled);
    return compiled;
  };
  return {
    forEachBlock: async (left, right, block) => {
      if (left.width !== width || right.width !== width)
        throw new RangeError(`products: rows of ${left.width} and ${right.width} values, made for ${width}`);
      const executable = await executableFor(right.count);
      const rightTensor = { shape: [right.count, width], data: right.values };
      const data = new Float32Array(blockRows * width);
      for (let start = 0; start < left.count; start += blockRows) {
        const count = Math.min(blockRows, left.count - start);
        data.fill(0, count * width);
        data.set(left.values.subarray(start * width, (start + count) * width));
        const result = await executable.run({ left: { shape: [blockRows, width], data }, right: rightTensor });
        const products = result.products?.data ?? new Float32Array();
        await block(start, count, products.subarray(0, count * right.count));
      }
    },
    release: async () => {
      for (const executable of executables.values()) await executable.release();
      executables.clear();
    },
  };
}
