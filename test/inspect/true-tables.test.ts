import fc from "fast-check";
import { expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";

/** Scores in tenths, so that every difference of printed numbers is exact. */
const tenths = (least: number, greatest: number) => fc.integer({ min: 10 * least, max: 10 * greatest });
const text = (value: number): string => (value / 10).toFixed(1);

async function strengthsOf(rows: readonly (readonly string[])[]): Promise<readonly string[]> {
  const { tables } = await readTables(sourceText("table.csv", rows.map((row) => row.join(",")).join("\n")));
  return tables.flatMap((table) => inspectTable(readingOf(table)).findings.map(({ strength }) => strength));
}

it("never contradicts an improvement over the best of each row's baselines", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(tenths(60, 80), tenths(60, 80), tenths(75, 90)), { minLength: 8, maxLength: 8 }),
      async (rows) => {
        const body = rows.map(([svm, forest, ours], at) => [
          `set ${at}`,
          ...[svm, forest, ours, ours - Math.max(svm, forest)].map(text),
        ]);
        const strengths = await strengthsOf([["Dataset", "SVM", "RF", "Ours", "Improvement"], ...body]);
        expect(strengths).not.toContain("contradiction");
      },
    ),
    { seed: 31, numRuns: 60 },
  );
});

it("never contradicts ranks by a score that is not printed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(tenths(60, 95), tenths(-2, 2)), { minLength: 9, maxLength: 9 }),
      async (rows) => {
        const hidden = rows.map(([score, shift]) => score + shift);
        const body = rows.map(([score], at) => [
          `method ${at}`,
          text(score),
          String(1 + hidden.filter((other) => other > (hidden[at] as number)).length),
        ]);
        fc.pre(new Set(hidden).size === hidden.length);
        expect(await strengthsOf([["Method", "Accuracy", "Rank"], ...body])).not.toContain("contradiction");
      },
    ),
    { seed: 32, numRuns: 60 },
  );
});
