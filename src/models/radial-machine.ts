import type { Engine } from "../engine/executor.ts";
import { openExponentials } from "./exponentials.ts";
import { type Rows, squaredDistancesInPlace, squaredNorms } from "./kernel.ts";
import { fitOneClassSvm, type OneClassSvm } from "./one-class-svm.ts";
import { openProducts } from "./products.ts";

/** A one-class SVM with an RBF kernel. */
export interface RadialMachine {
  readonly gamma: number;
  readonly svm: OneClassSvm;
}

/** Squared distances of all pairs of fitted rows, from which machines of any gamma are fitted. */
export interface FittedDistances {
  readonly fitted: Rows;
  /** fitted × fitted, row-major. */
  readonly squared: Float32Array;
}

/** Told the squared distances of `count` asked rows from `start` on to every fitted row; valid until it returns. */
export type DistanceBlock = (start: number, count: number, squaredDistances: Float32Array) => void;

/** One-class SVMs with RBF kernels over kernel matrices from the engine, in float32. */
export interface RadialMachines {
  readonly distances: (fitted: Rows) => Promise<FittedDistances>;
  readonly fit: (distances: FittedDistances, options: RadialOptions) => Promise<RadialMachine>;
  /** Decisions of every machine on every asked row; an outlier's is not positive. All share the distances. */
  readonly decide: (
    fitted: Rows,
    machines: readonly RadialMachine[],
    asked: Rows,
    alsoDistances?: DistanceBlock,
  ) => Promise<readonly Float64Array[]>;
  readonly release: () => Promise<void>;
}

export interface RadialOptions {
  readonly gamma: number;
  readonly nu: number;
  readonly tolerance?: number;
}

/** Kernel values that are held at once. */
const blockValues = 3_000_000;

/**
 * Fits and asks one-class SVMs with RBF kernels on rows of the given width. Unit rows should be centred first: distances
 * do not change, and float32 keeps their digits. Sums over support vectors are taken in float64.
 *
 * @example
 * const machines = openRadialMachines(await openEngine(), 2);
 * const rows = { values: Float32Array.of(0, 0, 3, 4), count: 2, width: 2 };
 * const distances = await machines.distances(rows);
 * distances.squared; // => [0, 25, 25, 0]
 * const machine = await machines.fit(distances, { gamma: 20, nu: 0.5 });
 * const [decisions] = await machines.decide(rows, [machine], rows);
 * decisions?.length; // => 2
 */
export function openRadialMachines(engine: Engine, width: number): RadialMachines {
  const products = openProducts(engine, width);
  const exponentials = openExponentials(engine);
  return {
    distances: async (fitted) => {
      const norms = squaredNorms(fitted);
      const squared = new Float32Array(fitted.count * fitted.count);
      await products.forEachBlock(fitted, fitted, async (start, count, block) => {
        squaredDistancesInPlace(block, norms.subarray(start, start + count), norms);
        squared.set(block, start * fitted.count);
      });
      for (let row = 0; row < fitted.count; row++) squared[row * (fitted.count + 1)] = 0;
      return { fitted, squared };
    },
    fit: async ({ fitted, squared }, { gamma, ...options }) => {
      const gram = new Float32Array(squared.length);
      for (let start = 0; start < squared.length; start += blockValues) {
        const [values] = await exponentials.of(squared.subarray(start, start + blockValues), [gamma]);
        gram.set(values ?? [], start);
      }
      return { gamma, svm: fitOneClassSvm({ gram, count: fitted.count, ...options }) };
    },
    decide: async (fitted, machines, asked, alsoDistances) => {
      // Where distances to all rows are asked for as well, nothing is gained by leaving rows out.
      const kept = alsoDistances === undefined ? supportOf(machines) : undefined;
      const right = kept === undefined ? fitted : selectRows(fitted, kept);
      const weights = machines.map(({ svm }) =>
        kept === undefined ? svm.alpha : Float64Array.from(kept, (row) => svm.alpha[row] as number),
      );
      const gammas = machines.map(({ gamma }) => gamma);
      const norms = { right: squaredNorms(right), asked: squaredNorms(asked) };
      const decisions = machines.map(() => new Float64Array(asked.count));
      await products.forEachBlock(asked, right, async (start, count, block) => {
        squaredDistancesInPlace(block, norms.asked.subarray(start, start + count), norms.right);
        alsoDistances?.(start, count, block);
        const kernels = await exponentials.of(block, gammas);
        for (const [at, kernel] of kernels.entries())
          weightedSums(
            kernel,
            weights[at] ?? new Float64Array(),
            machines[at]?.svm.rho ?? 0,
            decisions[at]?.subarray(start, start + count) ?? new Float64Array(),
          );
      });
      return decisions;
    },
    release: async () => {
      await products.release();
      await exponentials.release();
    },
  };
}

/** Rows that support any of the machines, ascending. */
function supportOf(machines: readonly RadialMachine[]): Uint32Array {
  return Uint32Array.from(new Set(machines.flatMap(({ svm }) => [...svm.supportIndices]))).sort();
}

function selectRows({ values, width }: Rows, indices: Uint32Array): Rows {
  const selected = new Float32Array(indices.length * width);
  for (const [place, row] of indices.entries())
    selected.set(values.subarray(row * width, (row + 1) * width), place * width);
  return { values: selected, count: indices.length, width };
}

/** Each row of `kernel` times `weights`, minus rho, into `target`. */
function weightedSums(kernel: Float32Array, weights: Float64Array, rho: number, target: Float64Array): void {
  const columns = weights.length;
  for (let row = 0; row < target.length; row++) {
    const start = row * columns;
    let sum = 0;
    for (let column = 0; column < columns; column++)
      sum += (weights[column] as number) * (kernel[start + column] as number);
    target[row] = sum - rho;
  }
}
