import type { InspectOptions } from "../../inspect/inspect-options.ts";
import type { TableReading } from "../../tables/table-reading.ts";
import { didYouMean } from "../nearest.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Refuses what was said of tables and meant none of them: a column that no table has, weights without a column, weights
 * for a part of an average only. Throws a UsageError of one line; says nothing where there are no tables.
 */
export function refuseUnused(readings: readonly TableReading[], { weights }: InspectOptions): void {
  const [first, ...others] = readings;
  if (first === undefined) return;
  const unused = first.unusedOverrides.find((one) => others.every((other) => other.unusedOverrides.includes(one)));
  if (unused !== undefined)
    throw new UsageError(`no table has what was said of it: ${unused.replace("headerRows is", "--header-rows")}`);
  if (weights === undefined) return;
  const names = new Set(
    readings.flatMap(({ columns, rows }) => [...columns, ...rows].flatMap(({ name }) => namesOf(name))),
  );
  for (const name of Object.keys(weights))
    if (!names.has(name))
      throw new UsageError(
        `--weights: no table has a column or row "${name}"; ${didYouMean(name, [...names], "--all tells their names")}`,
      );
  for (const reading of readings) refusePartly(reading, weights);
}

function refusePartly({ columns, rows }: TableReading, weights: Readonly<Record<string, number>>): void {
  for (const lines of [columns, rows])
    for (const { over = [], name } of lines) {
      const parts = over.flatMap((index) => lines.filter((line) => line.index === index));
      const without = parts.filter((part) => !namesOf(part.name).some((one) => Object.hasOwn(weights, one)));
      if (without.length > 0 && without.length < parts.length)
        throw new UsageError(
          `--weights: "${name}" is also of ${without.map((part) => `"${part.name}"`).join(", ")}; give each a weight, 0 to leave it out`,
        );
    }
}

/** A line's whole name, and its last part. */
function namesOf(name: string): readonly string[] {
  return [name, name.split(" / ").at(-1) ?? name];
}
