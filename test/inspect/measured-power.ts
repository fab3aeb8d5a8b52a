import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { buildReading } from "./build-reading.ts";
import { numbersFrom, withSlip } from "./random-tables.ts";
import { type TrueFamily, trueFamilies, whole } from "./true-scores.ts";

const tables = 25;

/** What share of true tables is flagged once a digit of one number is another: by check, as docs/tables.md prints it. */
export function tablePower(): string {
  const lines = trueFamilies.filter(({ usual }) => usual).map(lineOf);
  return ["| check and table | contradiction | flagged at all |", "| --- | --- | --- |", ...lines].join("\n");
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
