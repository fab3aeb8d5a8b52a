import type { ReadProblem } from "../tables/source-table.ts";
import type { CellReading, TableReading } from "../tables/table-reading.ts";
import { cellPlace } from "./cell-place.ts";
import { culpritsOf } from "./culprits.ts";
import { familyOf } from "./family.ts";
import type { InspectOptions } from "./inspect-options.ts";
import type { CheckTally, Finding, FindingStrength, LineApart, TableInspection } from "./inspection.ts";
import { lineOf, sheetOf } from "./sheet.ts";
import type { Asked, Flag } from "./table-check.ts";
import { tableChecks } from "./table-checks.ts";

/**
 * Puts every check that applies to a table that was read, and ranks what they find. Only a relation that a name states
 * and other lines confirm, or that the user states, makes a contradiction. Throws a RangeError for a check that is none.
 */
export function inspectTable(reading: TableReading, options: InspectOptions = {}): TableInspection {
  const unknown = options.checks?.find((wanted) => !tableChecks.some(({ name }) => name === wanted));
  if (unknown !== undefined)
    throw new RangeError(
      `inspectTable: there is no check "${unknown}"; there are ${tableChecks.map(({ name }) => name).join(", ")}`,
    );
  const chosen = tableChecks.filter(({ name }) => options.checks?.includes(name) ?? true);
  const byCheck = chosen.map(({ name, apply }) => ({ name, asked: apply(reading, options) }));
  const all = byCheck.flatMap(({ asked }) => asked);
  const flagged = byCheck
    .flatMap(({ name, asked }) =>
      asked.flatMap((question) => (question.flag === undefined ? [] : [{ name, question, flag: question.flag }])),
    )
    .sort((a, b) => order(a.flag, b.flag));
  const findings = flagged.map(({ name, question, flag }) => findingOf(reading, name, question, flag));
  const tallies = byCheck.filter(({ asked }) => asked.length > 0).map(({ name, asked }) => tallyOf(name, asked));
  const questions = flagged.map(({ question }) => question);
  return {
    reading,
    problems: remarksOf(reading, (cell) => (cell.kind === "unreadable" ? cell.message : undefined)),
    notes: remarksOf(reading, (cell) => (cell.kind === "number" ? cell.note : undefined)),
    findings,
    tallies,
    culprits: culpritsOf(reading, questions, all),
    apart: byCheck.flatMap(({ name, asked }) => apartOf(reading, name, asked)),
    family: familyOf(tallies, findings),
  };
}

const severities: readonly FindingStrength[] = ["contradiction", "conditional", "suspicion", "note"];

function order(a: Flag, b: Flag): number {
  const severity = severities.indexOf(a.strength) - severities.indexOf(b.strength);
  return severity !== 0 ? severity : (a.passByChance ?? 1) - (b.passByChance ?? 1);
}

function findingOf(reading: TableReading, check: string, { cells }: Asked, flag: Flag): Finding {
  const { strength, headline, restsOn, result, accuses, passByChance } = flag;
  return {
    check,
    strength,
    headline,
    restsOn,
    result,
    accused: cells.slice(0, accuses).map((cell) => cellPlace(reading, cell)),
    related: cells.slice(accuses).map((cell) => cellPlace(reading, cell)),
    ...(passByChance === undefined ? {} : { passByChance }),
  };
}

function tallyOf(check: string, asked: readonly Asked[]): CheckTally {
  const count = (outcome: Asked["outcome"]): number => asked.filter((question) => question.outcome === outcome).length;
  return {
    check,
    asked: asked.length,
    consistent: count("consistent"),
    inconsistent: count("inconsistent"),
    conditional: count("conditional"),
    undecidable: count("undecidable"),
  };
}

/** Each line once a check. */
function apartOf(reading: TableReading, check: string, asked: readonly Asked[]): readonly LineApart[] {
  const lines = new Map<string, LineApart>();
  for (const { cells, apart } of asked) {
    const line = apart && lineOf(sheetOf(reading, apart.lineWord), cells[0]);
    if (apart === undefined || line === undefined) continue;
    lines.set(`${apart.lineWord} ${line.index}`, { check, ...apart, line: line.name });
  }
  return [...lines.values()];
}

function remarksOf(
  { rows, columns, cell }: TableReading,
  remark: (reading: CellReading) => string | undefined,
): readonly ReadProblem[] {
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const { reading, source } = cell(row.index, column.index);
      const message = remark(reading);
      return message === undefined ? [] : [{ place: source.place, message }];
    }),
  );
}
