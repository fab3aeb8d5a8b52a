import seedrandom from "seedrandom";

/** A reproducible source of random numbers; each call advances it. */
export interface Stream {
  /** Uniform in [0, 1), 53 bits. */
  readonly uniform: () => number;
  /** Uniform integer in [0, bound). */
  readonly integer: (bound: number) => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Standard normal, redrawn until within ±`limit` standard deviations. */
  readonly truncatedNormal: (limit: number) => number;
}

/**
 * The random stream that belongs to a purpose. Streams are keyed by what they are for, never by the order of calls:
 * `stream("k9de-2021", "seed 3", "weights", "layer1.0.conv1")` gives the same numbers wherever and whenever it is asked.
 *
 * Key parts are joined with their lengths, so that `("a", "bc")` and `("ab", "c")` differ. The generator is Baagøe's
 * Alea as in seedrandom; normals are by Marsaglia's polar method. Throws a TypeError without a key.
 *
 * @example
 * const first = stream("example", "weights").uniform();
 * const again = stream("example", "weights").uniform();
 * first === again; // => true
 */
export function stream(...purpose: readonly (string | number)[]): Stream {
  if (purpose.length === 0) throw new TypeError("stream: a random stream needs the purpose that it is for");
  const generator = seedrandom.alea(purpose.map((part) => `${String(part).length}:${part}`).join("/"));
  const uniform = (): number => generator.double();
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * scale;
        return x * scale;
      }
    }
  };
  return {
    uniform,
    integer: (bound) => {
      if (!Number.isSafeInteger(bound) || bound < 1)
        throw new RangeError(`integer: bound ${bound} is not a positive integer`);
      return Math.floor(uniform() * bound);
    },
    normal,
    truncatedNormal: (limit) => {
      if (!(limit > 0)) throw new RangeError(`truncatedNormal: limit ${limit} is not positive`);
      for (;;) {
        const value = normal();
        if (Math.abs(value) <= limit) return value;
      }
    },
  };
}
