import { describe, expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { buildReading } from "./build-reading.ts";
import { numbersFrom } from "./random-tables.ts";
import { trueFamilies } from "./true-scores.ts";

/** A few of each family; more take longer and can be asked for here. */
const tablesOfAFamily = 5;

describe("true tables are never contradicted", () => {
  it.each(trueFamilies)("$check, $what", (family) => {
    const next = numbersFrom(4711 + trueFamilies.indexOf(family));
    let asked = 0;
    for (let table = 0; table < tablesOfAFamily; table++) {
      const { columns, rows, options } = family.draw(next);
      const { findings, tallies } = inspectTable(buildReading(columns, rows), options);
      asked += tallies.find(({ check }) => check === family.check)?.asked ?? 0;
      const wrong = findings.filter(({ strength }) => strength === "contradiction");
      expect(
        wrong.map(({ headline, restsOn }) => `${headline} [${restsOn[0]}] ${JSON.stringify({ rows, options })}`),
        `table ${table}`,
      ).toEqual([]);
    }
    expect(asked > 0 || family.what === "part of a longer board").toBe(true);
  });
});
