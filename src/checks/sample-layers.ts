/** Some values of a sample taken together: how many, their sum and sum of squares, and in how many ways. */
export interface SampleState {
  readonly taken: number;
  readonly sum: number;
  readonly squares: number;
  readonly ways: bigint;
}

/** How often one value occurs. */
export interface Occurrence {
  readonly value: number;
  readonly times: number;
}

/** All states that a list of values can make, and how each came about. */
export interface SampleLayers {
  readonly states: readonly SampleState[];
  /** The ways to make a state, at most so many. */
  readonly waysTo: (state: SampleState, most: number) => readonly (readonly Occurrence[])[];
}

/**
 * Everything that at most `count` occurrences of the given values can add up to with at most so many squares, by dynamic
 * programming; undefined where more than `limit` additions would be needed.
 */
export function sampleLayers(
  values: readonly number[],
  count: number,
  mostSquares: number,
  limit: number,
): SampleLayers | undefined {
  const span = 2 * mostSquares + 1;
  if (values.length > 0 && (mostSquares + 1) * span * (count + 1) > Number.MAX_SAFE_INTEGER) return undefined;
  const keyOf: KeyOf = (taken, sum, squares) => (squares * span + sum + mostSquares) * (count + 1) + taken;
  const layers: Layer[] = [new Map([[keyOf(0, 0, 0), { taken: 0, sum: 0, squares: 0, ways: 1n }]])];
  let budget = limit;
  for (const value of values) {
    const next = new Map<number, SampleState>();
    for (const state of layers[layers.length - 1]?.values() ?? []) {
      for (let times = 0; state.taken + times <= count; times++) {
        const squares = state.squares + times * value * value;
        if (squares > mostSquares) break;
        if (--budget < 0) return undefined;
        const taken = state.taken + times;
        const sum = state.sum + times * value;
        const key = keyOf(taken, sum, squares);
        const ways = (next.get(key)?.ways ?? 0n) + state.ways;
        next.set(key, { taken, sum, squares, ways });
      }
    }
    layers.push(next);
  }
  return {
    states: [...(layers[layers.length - 1]?.values() ?? [])],
    waysTo: (state, most) => pathsTo(layers, values, state, values.length, most, keyOf),
  };
}

type KeyOf = (taken: number, sum: number, squares: number) => number;
type Layer = ReadonlyMap<number, SampleState>;

/** Steps back from a state; every step that exists leads to the start. */
function pathsTo(
  layers: readonly Layer[],
  values: readonly number[],
  state: SampleState,
  depth: number,
  most: number,
  keyOf: KeyOf,
): readonly (readonly Occurrence[])[] {
  const value = values[depth - 1];
  if (value === undefined) return [[]];
  const found: (readonly Occurrence[])[] = [];
  for (let times = 0; times <= state.taken && found.length < most; times++) {
    const squares = state.squares - times * value * value;
    if (squares < 0) break;
    const before = layers[depth - 1]?.get(keyOf(state.taken - times, state.sum - times * value, squares));
    if (before === undefined) continue;
    const rest = pathsTo(layers, values, before, depth - 1, most - found.length, keyOf);
    found.push(...rest.map((path) => [...path, { value, times }]));
  }
  return found;
}
