import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";
import { buildReading } from "./build-reading.ts";
import { numbersFrom, withSlip, withSwap } from "./random-tables.ts";
import { type TrueFamily, trueFamilies, whole } from "./true-scores.ts";
import { type Draw, drawFrom } from "./true-tables/draw.ts";
import type { PrintedTable, TrueKind } from "./true-tables/printed-table.ts";
import { trueKindsByGroup } from "./true-tables/true-kinds.ts";
import { writeTable } from "./true-tables/write-table.ts";

const tables = 25;
const tablesOfAGroup = 30;

/** What share of true tables is flagged once a digit of one number is another: by check, as docs/tables.md prints it. */
export function tablePower(): string {
  const lines = trueFamilies.filter(({ usual }) => usual).map(lineOf);
  return ["| check and table | contradiction | flagged at all |", "| --- | --- | --- |", ...lines].join("\n");
}

/** What share of true tables that are not flagged is once one number has another digit, or two digits swapped. */
export async function powerByGroup(): Promise<string> {
  const lines: string[] = [];
  for (const [group, kinds] of Object.entries(trueKindsByGroup))
    lines.push(`| ${group} | ${await lineOfGroup(kinds)} |`);
  const heads = ["one digit: contradiction", "flagged", "two swapped: contradiction", "flagged"];
  return [`| kinds of tables | ${heads.join(" | ")} |`, `| --- |${" --- |".repeat(heads.length)}`, ...lines].join("\n");
}

async function lineOfGroup(kinds: readonly TrueKind[]): Promise<string> {
  let all = 0;
  const counts = [0, 0, 0, 0];
  for (let table = 0; table < tablesOfAGroup; table++) {
    const draw = drawFrom(7000 + table);
    const printed = kinds[table % kinds.length]?.draw(draw);
    if (printed === undefined || (await strengths(printed)).length > 0) continue;
    all += 1;
    for (const [kind, alter] of [withSlip, withSwap].entries()) {
      const found = await strengths(altered(printed, draw, alter));
      if (found.includes("contradiction")) counts[2 * kind] = (counts[2 * kind] ?? 0) + 1;
      if (found.length > 0) counts[2 * kind + 1] = (counts[2 * kind + 1] ?? 0) + 1;
    }
  }
  return counts.map((count) => `${Math.round((100 * count) / all)} %`).join(" | ");
}

/** The table with one of its numbers altered. */
function altered(printed: PrintedTable, draw: Draw, alter: typeof withSlip): PrintedTable {
  const numbers = printed.rows.flatMap((row, at) =>
    row.flatMap(({ text }, column) => (column > 0 && alter(text, () => 0) !== text ? [{ at, column }] : [])),
  );
  const place = numbers[draw.whole(0, numbers.length - 1)];
  const rows = printed.rows.map((row, at) =>
    row.map((cell, column) =>
      at === place?.at && column === place.column ? { ...cell, text: alter(cell.text, () => draw.real(0, 1)) } : cell,
    ),
  );
  return { ...printed, rows };
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
