import type { LabelledValue } from "../checks/labelled-value.ts";
import type { Emphasis } from "../tables/source-table.ts";
import type { Line, TableReading } from "../tables/table-reading.ts";
import { readingAt, type Sheet, valueAt } from "./sheet.ts";
import type { CellAt } from "./table-check.ts";

export type Mark = "bold" | "underline";

/** The numbers of a column, or of a row, that compete, and those that are marked. */
export interface Contest {
  readonly sheet: Sheet;
  /** What crosses those that compete. */
  readonly of: Line;
  readonly mark: Mark;
  readonly marked: readonly Entry[];
  readonly others: readonly Entry[];
  readonly higher: boolean;
  readonly stated: boolean;
}

export interface Entry extends LabelledValue {
  readonly line: Line;
  readonly at: CellAt;
}

/** All contests of a sheet, one for each crossing line and group of lines in which a number is marked. */
export function contestsOf(
  sheet: Sheet,
  mark: Mark,
  groupOf: (name: string, line: Line) => string,
  unstated: "higher" | "lower",
): readonly Contest[] {
  const lines = sheet.lines.filter(({ role }) => role === "score");
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = groupOf(line.name, line);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  const crossing = sheet.crossing.filter(
    (of) =>
      (of.role === "score" || of.role === "average") &&
      lines.some((line) => hasMark(sheet.reading, mark, sheet.at(line, of))),
  );
  return crossing.flatMap((of) =>
    [...groups.values()].flatMap((group): readonly Contest[] => {
      const contest = contestOf(sheet, of, group, mark, unstated);
      return contest === undefined ? [] : [contest];
    }),
  );
}

function contestOf(
  sheet: Sheet,
  of: Line,
  lines: readonly Line[],
  mark: Mark,
  unstated: "higher" | "lower",
): Contest | undefined {
  // Numbers of different metrics do not compete.
  if (new Set(lines.map(({ metric }) => metric)).size > 1) return undefined;
  const entries = lines.flatMap((line): readonly Entry[] => {
    const value = valueAt(sheet, line, of);
    return value === undefined ? [] : [{ label: line.name, value, line, at: sheet.at(line, of) }];
  });
  // A bound or an unreadable number may be the best: then the contest is open.
  const open = lines.some((line) => {
    const { kind } = readingAt(sheet, line, of);
    return kind === "bound" || kind === "unreadable";
  });
  const has = (its: Emphasis, { at }: Entry): boolean => hasMark(sheet.reading, its, at);
  // The second best is the best of those that are not bold.
  const competing = mark === "bold" ? entries : entries.filter((entry) => !has("bold", entry));
  const marked = competing.filter((entry) => has(mark, entry));
  // Numbers that are set apart in another way may stand outside the contest.
  const others = competing.filter(
    (entry) => !has(mark, entry) && !(["italic", "colour"] as const).some((other) => has(other, entry)),
  );
  const first = mark === "bold" || entries.length > competing.length;
  if (open || !first || marked.length === 0 || others.length < 2) return undefined;
  return { sheet, of, mark, marked, others, ...directionOf(of, lines, unstated) };
}

/** Which way is better, and whether the names of what is compared say so. */
function directionOf(
  of: Line,
  lines: readonly Line[],
  unstated: "higher" | "lower",
): Pick<Contest, "higher" | "stated"> {
  const ofLines = new Set(lines.map(({ better }) => better));
  const better = of.better ?? (ofLines.size === 1 ? lines[0]?.better : undefined);
  return { higher: (better ?? unstated) === "higher", stated: better !== undefined };
}

export function hasMark({ cell }: TableReading, mark: Emphasis, { row, column }: CellAt): boolean {
  return cell(row, column).source.emphasis.includes(mark);
}

/** What tells two contests apart: who takes part, and which way. */
export function keyOf({ sheet, of, marked, others, higher }: Contest): string {
  return [sheet.lineWord, of.index, higher, ...[...marked, ...others].map(({ line }) => line.index)].join(",");
}
