import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import type { FindingStrength } from "../../src/inspect/inspection.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";
import { drawFrom } from "./true-tables/draw.ts";
import { transposed } from "./true-tables/printed-table.ts";
import { trueKinds } from "./true-tables/true-kinds.ts";
import { formats, withEmphasis, writeTable } from "./true-tables/write-table.ts";

/** Of each kind, in whatever format. */
const tablesOfAKind = 20;
const flagged = new Map<string, number>();
let [tables, decided] = [0, 0];

describe("tables that are true, however they are rounded, laid out and written, are never contradicted", () => {
  it.each(trueKinds)("$name", async ({ name, draw }) => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 });
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const choices = drawFrom(seed);
        const drawn = draw(choices);
        const printed = choices.chance(0.15) ? transposed(drawn) : drawn;
        const format = choices.pick(printed.needsEmphasis ? withEmphasis : formats);
        const text = writeTable(printed, format);
        const read = await readTables(sourceText("table", text), { format });
        expect([read.tables.length, read.problems], text).toEqual([1, []]);
        for (const table of read.tables) {
          const { findings, family } = inspectTable(readingOf(table), printed.options);
          const wrong = findings.filter(({ strength }) => strength === "contradiction");
          expect(
            wrong.map(({ headline, restsOn }) => `${headline} [${restsOn[0]}]`),
            `${name}:\n${text}`,
          ).toEqual([]);
          count(findings.map(({ strength }) => strength));
          decided += family.asked;
        }
      }),
      {
        seed: 20_261_129 + trueKinds.findIndex((kind) => kind.name === name),
        numRuns: tablesOfAKind,
        endOnFailure: true,
      },
    );
  });
});

function count(strengths: readonly FindingStrength[]): void {
  tables += 1;
  for (const strength of new Set(strengths)) flagged.set(strength, (flagged.get(strength) ?? 0) + 1);
}

it("decides most of them, and calls few suspicious", () => {
  expect(decided / tables).toBeGreaterThan(3);
  expect((flagged.get("suspicion") ?? 0) / tables).toBeLessThan(0.1);
});

afterAll(() => {
  const share = (strength: FindingStrength): string =>
    `${((100 * (flagged.get(strength) ?? 0)) / tables).toFixed(1)} %`;
  process.stdout.write(
    `${tables} true tables, ${decided} questions decided: ${share("contradiction")} contradicted, ${share("conditional")} conditional, ${share("suspicion")} suspicious\n`,
  );
});
