import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables, type TableFormat } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const file = readFileSync(new URL("lines-of-another-kind.md", import.meta.url), "utf8");
const cases = [...file.matchAll(/<!-- case (\S+) (\S+) (\{.*?\}+) (.*?) -->\n([\s\S]*?)(?=\n<!-- case|$)/g)].map(
  ([, name = "", format = "", options = "{}", why = "", text = ""]) => ({
    name,
    why,
    text,
    format: format as TableFormat,
    options: JSON.parse(options),
  }),
);

describe("a true table in which a line is of another kind than the others", () => {
  it("stands in a file that is read whole", () => {
    expect(cases).toHaveLength((file.match(/<!-- case /g) ?? []).length);
  });

  it.each(cases)("$name is not contradicted: $why", async ({ name, format, options, text }) => {
    const { tables } = await readTables(sourceText(name, text), { format });
    const inspections = tables.map((table) => inspectTable(readingOf(table), options));
    const contradictions = inspections
      .flatMap(({ findings }) => findings)
      .filter(({ strength }) => strength === "contradiction");
    expect(contradictions.map(({ headline }) => headline)).toEqual([]);
    // Some of it was decided.
    const tallies = inspections.flatMap((inspection) => inspection.tallies);
    expect(tallies.some(({ consistent, conditional }) => consistent + conditional > 0)).toBe(true);
  });
});
