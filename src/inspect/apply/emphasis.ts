import { checkEmphasisedBest } from "../../checks/emphasised-best.ts";
import type { LabelledValue } from "../../checks/labelled-value.ts";
import type { Emphasis } from "../../tables/source-table.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { cellName } from "../cell-place.ts";
import { type Earned, earnedBy, earnedWords } from "../earned.ts";
import { alongRows, labelledAt, outerPart, type Sheet } from "../sheet.ts";
import type { Asked, CellAt, TableCheck } from "../table-check.ts";

/**
 * Bold numbers: whether each column's is the best of it, where the other columns say that this is what bold means; and
 * underlined ones among those that are not bold.
 */
export const emphasis: TableCheck = {
  name: "emphasis",
  apply: (reading) => {
    if (!reading.table.rows.some(({ cells }) => cells.some((cell) => cell.emphasis.includes("bold")))) return [];
    return (["bold", "underline"] as const).flatMap((mark) => askedOfMark(reading, mark));
  },
};

type Mark = "bold" | "underline";

function askedOfMark(reading: TableReading, mark: Mark): readonly Asked[] {
  const groupings = [() => "all", outerPart, blocksOf(reading)];
  const conventions = groupings.flatMap((groupOf) =>
    (["higher", "lower"] as const).map((unstated) => contests(reading, mark, groupOf, unstated)),
  );
  if (conventions.every((all) => all.length === 0)) return [];
  const distinct = new Map(conventions.map((all) => [all.map(keyOf).join(";"), all]));
  const judged = [...distinct.values()].map((all) => ({ all, earned: earnedBy(all.map(trialOf), distinct.size) }));
  const best = judged.reduce((most, next) => (share(next.earned) > share(most.earned) ? next : most));
  return best.all.map((contest) => askedOf(reading, contest, best.earned, best.all));
}

/** The numbers of a column that compete, and those that are marked. */
interface Contest {
  readonly column: Line;
  readonly mark: Mark;
  readonly marked: readonly Entry[];
  readonly others: readonly Entry[];
  readonly higher: boolean;
}

interface Entry extends LabelledValue {
  readonly row: Line;
  readonly at: CellAt;
}

function contests(
  reading: TableReading,
  mark: Mark,
  groupOf: (rowName: string, row: Line) => string,
  unstated: "higher" | "lower",
): readonly Contest[] {
  const sheet = alongRows(reading);
  const rows = reading.rows.filter(({ role }) => role === "score");
  const groups = new Map<string, Line[]>();
  for (const row of rows) {
    const key = groupOf(row.name, row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const columns = reading.columns.filter(
    ({ role, index }) =>
      (role === "score" || role === "average") && rows.some((row) => hasMark(reading, mark, row.index, index)),
  );
  return columns.flatMap((column) =>
    [...groups.values()].flatMap((group): readonly Contest[] => {
      const contest = contestOf(sheet, column, group, mark, unstated);
      return contest === undefined ? [] : [contest];
    }),
  );
}

function contestOf(
  sheet: Sheet,
  column: Line,
  rows: readonly Line[],
  mark: Mark,
  unstated: "higher" | "lower",
): Contest | undefined {
  const entries = rows.flatMap((row): readonly Entry[] => {
    const labelled = labelledAt(sheet, row, column);
    return labelled === undefined ? [] : [{ label: row.name, value: labelled.value, row, at: sheet.at(row, column) }];
  });
  // A bound or an unreadable number may be the best: then the contest is open.
  const open = rows.some((row) => {
    const { kind } = sheet.reading.cell(row.index, column.index).reading;
    return kind === "bound" || kind === "unreadable";
  });
  const has = (its: Emphasis, { at }: Entry): boolean => hasMark(sheet.reading, its, at.row, at.column);
  // The second best is the best of those that are not bold.
  const competing = mark === "bold" ? entries : entries.filter((entry) => !has("bold", entry));
  const marked = competing.filter((entry) => has(mark, entry));
  // Numbers that are set apart in another way may stand outside the contest.
  const others = competing.filter(
    (entry) => !has(mark, entry) && !(["italic", "colour"] as const).some((other) => has(other, entry)),
  );
  const first = mark === "bold" || entries.length > competing.length;
  if (open || !first || marked.length === 0 || others.length < 2) return undefined;
  return { column, mark, marked, others, higher: (column.better ?? unstated) === "higher" };
}

function hasMark({ cell }: TableReading, mark: Emphasis, row: number, column: number): boolean {
  return cell(row, column).source.emphasis.includes(mark);
}

/** Groups of rows between rules over the whole width. */
function blocksOf({ table, rows }: TableReading): (name: string, row: Line) => string {
  const blocks = new Map<number, string>();
  let block = 0;
  for (const { index } of rows) {
    if (table.rows[index]?.ruleAbove) block++;
    blocks.set(index, String(block));
  }
  return (_, { index }) => blocks.get(index) ?? "";
}

/** What tells two contests apart: who takes part, and which way. */
function keyOf({ column, marked, others, higher }: Contest): string {
  return [column.index, higher, ...[...marked, ...others].map(({ row }) => row.index)].join(",");
}

function trialOf(contest: Contest): { readonly fits: boolean; readonly chance: number } {
  const all = contest.marked.length + contest.others.length;
  return { fits: fits(contest), chance: Math.min(1, contest.marked.length / all) };
}

function fits({ marked, others, higher }: Contest): boolean {
  return checkEmphasisedBest({ emphasised: marked, others, higherIsBetter: higher }).outcome === "consistent";
}

function share({ fitting, lines }: Earned): number {
  return lines === 0 ? 0 : fitting / lines;
}

function askedOf(reading: TableReading, contest: Contest, earned: Earned, all: readonly Contest[]): Asked {
  const { column, mark, marked, others, higher } = contest;
  const result = checkEmphasisedBest({ emphasised: marked, others, higherIsBetter: higher });
  const better = others.filter(({ label, value }) => isNamed(result.details.better, label, value.text));
  const cells = [...marked, ...better].map(({ at }) => at);
  const holds: Asked["holds"] = (substitute) => {
    const put = (entry: Entry): Entry => ({ ...entry, value: substitute(entry.at) ?? entry.value });
    return fits({ ...contest, marked: marked.map(put), others: others.map(put) });
  };
  if (result.outcome === "consistent") return { outcome: "consistent", cells, holds };
  if (!earned.earned) return { outcome: "undecidable", cells };
  // A row that is bold nowhere may stand outside the contest: an upper bound, an oracle, another setting.
  const competes = better.some(({ row }) => all.some((other) => other.marked.some((entry) => entry.row === row)));
  const stated = column.better !== undefined;
  const restFit = earned.fitting === earned.lines - 1;
  const first = cells[0] as CellAt;
  return {
    outcome: "inconsistent",
    cells,
    holds,
    flag: {
      strength: competes && stated && restFit && marked.length === 1 && mark === "bold" ? "contradiction" : "suspicion",
      headline: `${cellName(reading, first)}: ${mark === "bold" ? "" : "among those that are not bold, "}${result.explanation}`,
      restsOn: [
        `${mark === "bold" ? "bold marks the best" : "underlining marks the second best"} of each column, ${earnedWords(earned, "column")}`,
        stated
          ? `${column.better} is better in "${column.name}", as its name says`
          : `${higher ? "higher" : "lower"} is better: nothing says so`,
        ...(competes
          ? []
          : [`the better row competes, although it is ${mark === "bold" ? "bold" : "underlined"} nowhere`]),
      ],
      result,
      accuses: marked.length,
    },
  };
}

function isNamed(better: unknown, label: string, text: string): boolean {
  return Array.isArray(better) && better.some((other) => other.label === label && other.value === text);
}
