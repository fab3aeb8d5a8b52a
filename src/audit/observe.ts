import { mean, sampleStandardDeviation } from "simple-statistics";
import type { CellRecord } from "../../harness/record.ts";
import type { Quantity, RunPlan } from "../paper/claim.ts";
import type { Coordinates, Freedom, Measurement, Protocol, Scalar } from "../paper/experiment.ts";
import type { ObservedValues } from "./audit.ts";
import { describeFailure, hasOptions } from "./record-words.ts";

export interface Observation {
  /** One entry per setting of the freedoms: those of the default options first, then as the freedoms' values are declared. */
  readonly observed: readonly ObservedValues[];
  /** Why values are missing that recorded cells should have given: one reason for each. */
  readonly absent: readonly string[];
  /** The plan's, or `reduced` where nothing else was run: then the observation is an indication. */
  readonly protocol: Protocol;
}

/**
 * One number per planned seed for a quantity, from the finished cells that measured it: the mean over `meanOver` at the
 * coordinates of `where`. Every coordinate that is neither fixed nor averaged is a freedom, and its values are kept apart,
 * as are the plan's options. The numbers are in printed units. Smoke runs are never observed.
 */
export function observe(quantity: Quantity, plan: RunPlan, records: readonly CellRecord[]): Observation {
  if (plan.protocol === "smoke") return { observed: [], absent: [], protocol: "smoke" };
  const planned = observeUnder(plan.protocol, quantity, plan, records);
  if (planned.observed.length > 0 || planned.absent.length > 0 || plan.protocol === "reduced") return planned;
  const reduced = observeUnder("reduced", quantity, plan, records);
  if (reduced.observed.length === 0) return planned;
  return plan.noIndication === undefined ? reduced : { ...planned, absent: [`reduced runs: ${plan.noIndication}`] };
}

function observeUnder(
  protocol: Protocol,
  quantity: Quantity,
  plan: RunPlan,
  records: readonly CellRecord[],
): Observation {
  const absent: string[] = [];
  const groups = new Map<string, { freedoms: Coordinates; values: { seed: number; value: number }[] }>();
  for (const wanted of plan.options ?? [{}]) {
    for (const record of records) {
      if (!isAsked(record, quantity, protocol, plan, wanted)) continue;
      const { outcome, configuration } = record;
      if (outcome.kind !== "done") {
        absent.push(`seed ${configuration.seed} ${describeFailure(outcome)}`);
        continue;
      }
      for (const { freedoms, measurements } of bySetting(record.measurements, quantity)) {
        const setting = { ...wanted, ...freedoms };
        const missing = measurements.find((measurement) => "absent" in measurement);
        if (missing !== undefined && "absent" in missing) {
          absent.push(`seed ${configuration.seed}, ${describeSetting(missing.at)}: ${missing.absent}`);
          continue;
        }
        const values = measurements.flatMap((measurement) => ("value" in measurement ? [measurement.value] : []));
        const key = canonical(setting);
        const group = groups.get(key) ?? { freedoms: setting, values: [] };
        group.values.push({ seed: configuration.seed, value: mean(values) * quantity.scale });
        groups.set(key, group);
      }
    }
  }
  const declared = records.find((record) => isOf(record, quantity))?.declared.freedoms ?? [];
  const observed = [...groups.entries()]
    .sort(([a, one], [b, other]) => compare(one.freedoms, other.freedoms, declared) || (a < b ? -1 : 1))
    .map(([, { freedoms, values }]) => summarise(freedoms, values));
  return { observed, absent, protocol };
}

/** `kernel rbf, gammaMultiple 8`; names sorted. */
export function describeSetting(setting: Coordinates): string {
  return sortedEntries(setting)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}

function isOf({ configuration }: CellRecord, { pipeline, variant, dataset }: Quantity): boolean {
  return configuration.pipeline === pipeline && configuration.variant === variant && configuration.dataset === dataset;
}

function isAsked(
  record: CellRecord,
  quantity: Quantity,
  protocol: Protocol,
  plan: RunPlan,
  options: Coordinates,
): boolean {
  const { configuration, declared } = record;
  return (
    isOf(record, quantity) &&
    configuration.protocol === protocol &&
    plan.seeds.includes(configuration.seed) &&
    hasOptions(configuration.options, options, declared.defaults)
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

/** What is left at its default has no name in a setting: fewer names come first, then values in their declared order. */
function compare(one: Coordinates, other: Coordinates, declared: readonly Freedom[]): number {
  const namesOf = (setting: Coordinates): number => Object.keys(setting).length;
  const places = declared.map(({ name, values }) => placeIn(values, one[name]) - placeIn(values, other[name]));
  return namesOf(one) - namesOf(other) || (places.find((difference) => difference !== 0) ?? 0);
}

/** A default comes before every value, what is not declared behind all. */
function placeIn(values: readonly Scalar[], value: Scalar | undefined): number {
  if (value === undefined) return -1;
  const place = values.indexOf(value);
  return place < 0 ? values.length : place;
}

function canonical(coordinates: Coordinates): string {
  return JSON.stringify(sortedEntries(coordinates));
}

function sortedEntries(coordinates: Coordinates): readonly (readonly [string, Scalar])[] {
  return Object.entries(coordinates).sort(([a], [b]) => (a < b ? -1 : 1));
}
