import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";
import { buildReading } from "./build-reading.ts";
import { numbersFrom, withSlip, withSwap } from "./random-tables.ts";
import { type TrueFamily, trueFamilies, whole } from "./true-scores.ts";
import { drawFrom } from "./true-tables/draw.ts";
import type { PrintedTable, TrueKind } from "./true-tables/printed-table.ts";
import { trueKindsByGroup } from "./true-tables/true-kinds.ts";
import { writeTable } from "./true-tables/write-table.ts";

const tables = 25;
const tablesOfAGroup = 40;

/** What share of true tables is flagged once a digit of one number is another: by check, as docs/tables.md prints it. */
export function tablePower(): string {
  const lines = trueFamilies.filter(({ usual }) => usual).map(lineOf);
  return ["| check and table | contradiction | flagged at all |", "| --- | --- | --- |", ...lines].join("\n");
}

/** What share of true tables that are not flagged is once one number has another digit, or two digits swapped. */
export async function powerByGroup(): Promise<string> {
  const lines: string[] = [];
  for (const [group, kinds] of Object.entries(trueKindsByGroup)) {
    const digit = await altered(kinds, withSlip);
    const swap = await altered(kinds, withSwap);
    lines.push(`| ${group} | ${digit} | ${swap} |`);
  }
  const heads = ["one digit: contradiction", "flagged", "two swapped: contradiction", "flagged"];
  return [`| kinds of tables | ${heads.join(" | ")} |`, `| --- |${" --- |".repeat(heads.length)}`, ...lines].join("\n");
}

async function altered(
  kinds: readonly TrueKind[],
  alter: (text: string, next: () => number) => string,
): Promise<string> {
  let [all, contradicted, flagged] = [0, 0, 0];
  for (let table = 0; table < tablesOfAGroup; table++) {
    const draw = drawFrom(7000 + table);
    const printed = kinds[table % kinds.length]?.draw(draw);
    if (printed === undefined) continue;
    const numbers = printed.rows.flatMap((row, at) =>
      row.flatMap(({ text }, column) => (column > 0 && alter(text, () => 0) !== text ? [{ at, column }] : [])),
    );
    const place = numbers[draw.whole(0, numbers.length - 1)];
    const rows = printed.rows.map((row, at) =>
      row.map((cell, column) =>
        at === place?.at && column === place.column ? { ...cell, text: alter(cell.text, () => draw.real(0, 1)) } : cell,
      ),
    );
    const [before, after] = [await strengths(printed), await strengths({ ...printed, rows })];
    if (place === undefined || before.length > 0) continue;
    all += 1;
    if (after.includes("contradiction")) contradicted += 1;
    if (after.length > 0) flagged += 1;
  }
  return [contradicted, flagged].map((count) => `${Math.round((100 * count) / all)} %`).join(" | ");
}

async function strengths(printed: PrintedTable): Promise<readonly string[]> {
  const { tables } = await readTables(sourceText("table", writeTable(printed, "html")), { format: "html" });
  const findings = tables.flatMap((table) => inspectTable(readingOf(table), printed.options).findings);
  return findings.map(({ strength }) => strength).filter((strength) => strength !== "note");
}

function lineOf({ check, what, draw }: TrueFamily): string {
  const next = numbersFrom(101);
  let [contradicted, flagged] = [0, 0];
  for (let table = 0; table < tables; table++) {
    const { columns, rows, options, altered } = draw(next);
    const names = Object.keys(rows);
    const name = names[whole(next, 0, names.length - 1)] ?? "";
    const column = altered[whole(next, 0, altered.length - 1)];
    const cells = (rows[name] ?? []).map((text, at) => (at === column ? withSlip(text, next) : text));
    const { findings } = inspectTable(buildReading(columns, { ...rows, [name]: cells }), {
      ...options,
      checks: [check],
    });
    if (findings.some(({ strength }) => strength === "contradiction")) contradicted++;
    if (findings.some(({ strength }) => strength !== "note")) flagged++;
  }
  const share = (count: number): string => `${Math.round((100 * count) / tables)} %`;
  return `| \`${check}\`: ${what} | ${share(contradicted)} | ${share(flagged)} |`;
}
