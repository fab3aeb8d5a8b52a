import { mean, sampleStandardDeviation } from "simple-statistics";
import type { Quantity } from "../paper/claim.ts";
import type { Configuration, Coordinates, Measurement, Protocol, Scalar } from "../paper/experiment.ts";
import type { ObservedValues } from "./audit.ts";

/** What the audit needs of a finished record. */
export interface FinishedCell {
  readonly configuration: Configuration;
  readonly measurements: readonly Measurement[];
}

export interface Observation {
  /** One entry per setting of the freedoms, sorted by it. */
  readonly observed: readonly ObservedValues[];
  /** Why values are missing that the cells should have given. */
  readonly absent: readonly string[];
}

/**
 * One number per seed for a quantity, from the cells that measured it: the mean over `meanOver` at the coordinates of
 * `where`. Every coordinate that is neither fixed nor averaged is a freedom, and its values are kept apart, as are the
 * cells' options that differ from `defaults`. The numbers are in printed units.
 */
export function observe(
  quantity: Quantity,
  protocol: Protocol,
  cells: readonly FinishedCell[],
  options: readonly Coordinates[],
  defaults: Coordinates,
): Observation {
  const absent: string[] = [];
  const groups = new Map<string, { freedoms: Coordinates; values: { seed: number; value: number }[] }>();
  for (const wanted of options) {
    for (const cell of cells) {
      if (!measures(cell.configuration, quantity, protocol, { ...defaults, ...wanted })) continue;
      for (const { freedoms, measurements } of bySetting(cell.measurements, quantity)) {
        const setting = { ...wanted, ...freedoms };
        const missing = measurements.find((measurement) => "absent" in measurement);
        if (missing !== undefined && "absent" in missing) {
          absent.push(`seed ${cell.configuration.seed}, ${describeSetting(missing.at)}: ${missing.absent}`);
          continue;
        }
        const values = measurements.flatMap((measurement) => ("value" in measurement ? [measurement.value] : []));
        const key = canonical(setting);
        const group = groups.get(key) ?? { freedoms: setting, values: [] };
        group.values.push({ seed: cell.configuration.seed, value: mean(values) * quantity.scale });
        groups.set(key, group);
      }
    }
  }
  const observed = [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { freedoms, values }]) => summarise(freedoms, values));
  return { observed, absent };
}

/** `kernel rbf, gammaMultiple 8`; names sorted. */
export function describeSetting(setting: Coordinates): string {
  return sortedEntries(setting)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}

function measures(configuration: Configuration, quantity: Quantity, protocol: Protocol, options: Coordinates): boolean {
  return (
    configuration.pipeline === quantity.pipeline &&
    configuration.variant === quantity.variant &&
    configuration.dataset === quantity.dataset &&
    configuration.protocol === protocol &&
    canonical(configuration.options) === canonical(options)
  );
}

function bySetting(measurements: readonly Measurement[], quantity: Quantity) {
  const groups = new Map<string, { freedoms: Coordinates; measurements: Measurement[] }>();
  for (const measurement of measurements) {
    if (measurement.metric !== quantity.metric || !fits(measurement.at, quantity.where)) continue;
    const freedoms = Object.fromEntries(
      Object.entries(measurement.at).filter(([name]) => !(name in quantity.where) && name !== quantity.meanOver),
    );
    const key = canonical(freedoms);
    const group = groups.get(key) ?? { freedoms, measurements: [] };
    group.measurements.push(measurement);
    groups.set(key, group);
  }
  return groups.values();
}

function fits(at: Coordinates, where: Coordinates): boolean {
  return Object.entries(where).every(([name, value]) => at[name] === value);
}

function summarise(freedoms: Coordinates, values: { seed: number; value: number }[]): ObservedValues {
  const sorted = values.sort((a, b) => a.seed - b.seed);
  const numbers = sorted.map(({ value }) => value);
  return {
    freedoms,
    values: sorted,
    mean: mean(numbers),
    ...(numbers.length < 2 ? {} : { sd: sampleStandardDeviation(numbers) }),
  };
}

function canonical(coordinates: Coordinates): string {
  return JSON.stringify(sortedEntries(coordinates));
}

function sortedEntries(coordinates: Coordinates): readonly (readonly [string, Scalar])[] {
  return Object.entries(coordinates).sort(([a], [b]) => (a < b ? -1 : 1));
}
