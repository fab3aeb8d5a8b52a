import { exp, mul } from "../engine/arithmetic.ts";
import type { Engine, Executable } from "../engine/executor.ts";
import { input } from "../engine/graph.ts";

/** Turns squared distances into RBF kernel values by the engine, which is several times faster than `Math.exp`. */
export interface Exponentials {
  /** exp(−gamma · distance) of every distance, one array for each gamma. */
  readonly of: (squaredDistances: Float32Array, gammas: readonly number[]) => Promise<readonly Float32Array[]>;
  readonly release: () => Promise<void>;
}

/** Compiles once for each number of distances and of gammas. */
export function openExponentials(engine: Engine): Exponentials {
  const executables = new Map<string, Executable>();
  const executableFor = async (length: number, gammas: number): Promise<Executable> => {
    const key = `${length} ${gammas}`;
    const known = executables.get(key);
    if (known !== undefined) return known;
    const distances = input("distances", [length]);
    const outputs = Array.from({ length: gammas }, (_, at) => [
      `kernel${at}`,
      exp(mul(distances, input(`factor${at}`, [1]))),
    ]);
    const compiled = await engine.compile(Object.fromEntries(outputs));
    executables.set(key, compiled);
    return compiled;
  };
  return {
    of: async (squaredDistances, gammas) => {
      const executable = await executableFor(squaredDistances.length, gammas.length);
      const factors = gammas.map((gamma, at) => [`factor${at}`, { shape: [1], data: Float32Array.of(-gamma) }]);
      const distances = { shape: [squaredDistances.length], data: squaredDistances };
      const results = await executable.run({ distances, ...Object.fromEntries(factors) });
      return gammas.map((_, at) => results[`kernel${at}`]?.data ?? new Float32Array());
    },
    release: async () => {
      for (const executable of executables.values()) await executable.release();
      executables.clear();
    },
  };
}
