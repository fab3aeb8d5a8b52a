/** From data to pixels, with the places where an axis is marked. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/**
 * A linear scale whose ends are widened to round numbers, with about `count` ticks at multiples of 1, 2 or 5, and none
 * between whole numbers where the axis counts something.
 */
export function linearScale(
  values: readonly number[],
  [start, end]: readonly [number, number],
  count = 6,
  counts = false,
): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const raw = high > low ? (high - low) / count : Math.max(Math.abs(low) / 10, 1);
  const step = roundStep(counts ? Math.max(raw, 1) : raw);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return {
    at: (value) => start + ((value / step - first) / (last - first)) * (end - start),
    ticks: Array.from({ length: last - first + 1 }, (_, index) => ({
      value: (first + index) * step,
      label: ((first + index) * step).toFixed(decimals).replace(/^-/, "−"),
    })),
  };
}

/** A logarithmic scale over positive values whose ends are widened to powers of ten, with at most about `count` ticks there. */
export function powersScale(values: readonly number[], [start, end]: readonly [number, number], count = 6): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
  const high = Math.max(Math.ceil(Math.log10(Math.max(...values)) - 1e-9), low + 1);
  const every = Math.ceil((high - low) / count);
  return {
    at: (value) => start + ((Math.log10(value) - low) / (high - low)) * (end - start),
    ticks: Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, index) => {
      const power = low + index * every;
      const text = (10 ** power).toFixed(Math.max(0, -power));
      return { value: 10 ** power, label: text.length > 6 ? `1e${power}`.replace("-", "−") : text };
    }),
  };
}

/** A logarithmic scale over positive values, a tick at each of them whose label has room. */
export function logScale(values: readonly number[], [start, end]: readonly [number, number], room: number): Scale {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const low = Math.log10(sorted[0] ?? 1);
  const span = Math.log10(sorted.at(-1) ?? 10) - low || 1;
  const at = (value: number): number => start + ((Math.log10(value) - low) / span) * (end - start);
  const ticks: { value: number; label: string }[] = [];
  // Powers of ten first: they are what a reader looks for.
  const byRoundness = [...sorted].sort((a, b) => Number(isPower(b)) - Number(isPower(a)) || a - b);
  for (const value of byRoundness) {
    const text = String(value);
    const clear = ticks.every(
      (tick) => Math.abs(at(tick.value) - at(value)) >= room * Math.max(text.length, tick.label.length),
    );
    ticks.push({ value, label: clear ? text : "" });
  }
  return { at, ticks: ticks.sort((a, b) => a.value - b.value) };
}

/** Whether values are positive and some of them more than `factor` times others. */
export function spansFarther(values: readonly number[], factor: number): boolean {
  const least = Math.min(...values);
  return least > 0 && Math.max(...values) > factor * least;
}

function isPower(value: number): boolean {
  return Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((candidate) => raw <= candidate * power * (1 + 1e-9)) ?? 10;
  return factor * power;
}
