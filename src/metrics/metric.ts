/** What a metric gives: a value, or the reason why it has none. Never NaN, null or a stand-in number. */
export type Outcome<Value> =
  | { readonly defined: true; readonly value: Value }
  | { readonly defined: false; readonly reason: string };

export type Metric = Outcome<number>;

/** Outcome with a value. */
export function defined<Value>(value: Value): Outcome<Value> {
  return { defined: true, value };
}

/** Outcome without a value. */
export function undefinedBecause(reason: string): { readonly defined: false; readonly reason: string } {
  return { defined: false, reason };
}
