import { checkEmphasisedBest } from "../../checks/emphasised-best.ts";
import type { LabelledValue } from "../../checks/labelled-value.ts";
import type { Emphasis } from "../../tables/source-table.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { cellName } from "../cell-place.ts";
import { type Earned, earnedBy, earnedWords } from "../earned.ts";
import { alongColumns, alongRows, outerPart, readingAt, type Sheet, valueAt } from "../sheet.ts";
import type { Asked, CellAt, TableCheck } from "../table-check.ts";

/**
 * Bold numbers: whether each column's is the best of it, or each row's, where the other columns or rows say that this is
 * what bold means; and underlined ones among those that are not bold.
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
  const unnamed = (): string => "all";
  const ways = [
    ...[unnamed, outerPart, blocksOf(reading)].map((groupOf) => ({ sheet: alongRows(reading), groupOf })),
    ...[unnamed, outerPart].map((groupOf) => ({ sheet: alongColumns(reading), groupOf })),
  ];
  const conventions = ways.flatMap(({ sheet, groupOf }) =>
    (["higher", "lower"] as const).map((unstated) => contests(sheet, mark, groupOf, unstated)),
  );
  if (conventions.every((all) => all.length === 0)) return [];
  const distinct = new Map(conventions.map((all) => [all.map(keyOf).join(";"), all]));
  const ofColumns = [...distinct.values()].filter((all) => all[0]?.sheet.lineWord === "row").length;
  const judged = [...distinct.values()].map((all) => {
    // Bold is of columns as a rule: that it may be of rows must not make their rule harder to confirm.
    const tried = all[0]?.sheet.lineWord === "row" ? ofColumns : distinct.size;
    return { all, earned: earnedBy(all.map(trialOf), tried) };
  });
  const best = judged.reduce((most, next) => (weight(next.earned) > weight(most.earned) ? next : most));
  return best.all.map((contest) => askedOf(contest, best.earned, best.all));
}

/** The numbers of a column, or of a row, that compete, and those that are marked. */
interface Contest {
  readonly sheet: Sheet;
  /** What crosses those that compete. */
  readonly of: Line;
  readonly mark: Mark;
  readonly marked: readonly Entry[];
  readonly others: readonly Entry[];
  readonly higher: boolean;
  readonly stated: boolean;
}

interface Entry extends LabelledValue {
  readonly line: Line;
  readonly at: CellAt;
}

function contests(
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

function hasMark({ cell }: TableReading, mark: Emphasis, { row, column }: CellAt): boolean {
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
function keyOf({ sheet, of, marked, others, higher }: Contest): string {
  return [sheet.lineWord, of.index, higher, ...[...marked, ...others].map(({ line }) => line.index)].join(",");
}

function trialOf(contest: Contest): { readonly fits: boolean; readonly chance: number } {
  const all = contest.marked.length + contest.others.length;
  return { fits: fits(contest), chance: Math.min(1, contest.marked.length / all) };
}

function fits({ marked, others, higher }: Contest): boolean {
  return checkEmphasisedBest({ emphasised: marked, others, higherIsBetter: higher }).outcome === "consistent";
}

/** Conventions that the table confirms before all others, by the share of contests that fit. */
function weight(earned: Earned): number {
  return share(earned) + (earned.earned ? 1 : 0);
}

function share({ fitting, lines }: Earned): number {
  return lines === 0 ? 0 : fitting / lines;
}

/** Where fewer contests than this fit, bold means something else: the best of pairs, the best of a group. */
const leastShare = 0.8;

function askedOf(contest: Contest, earned: Earned, all: readonly Contest[]): Asked {
  const { sheet, of, mark, marked, others, higher, stated } = contest;
  const result = checkEmphasisedBest({ emphasised: marked, others, higherIsBetter: higher });
  const better = others.filter(({ label, value }) => isNamed(result.details.better, label, value.text));
  const cells = [...marked, ...better].map(({ at }) => at);
  const holds: Asked["holds"] = (substitute) => {
    const put = (entry: Entry): Entry => ({ ...entry, value: substitute(entry.at) ?? entry.value });
    return fits({ ...contest, marked: marked.map(put), others: others.map(put) });
  };
  if (result.outcome === "consistent") return { outcome: "consistent", cells, holds };
  // What is set apart may be the best the other way round, as an attack's success is; or a line that is so as a whole.
  const otherwise =
    nearestWins.test(of.name) ||
    ofBothSigns([...marked, ...others]) ||
    (!stated && fits({ ...contest, higher: !higher })) ||
    marked.every(({ line }) => isWhollyMarked(contest, line));
  const restFit = earned.fitting === earned.lines - 1;
  // Of rows it is less usual, so that all others must say so.
  const plain = sheet.lineWord === "row" || restFit;
  if (!earned.earned || share(earned) < leastShare || otherwise || !plain) return { outcome: "undecidable", cells };
  // A line that is bold nowhere may stand outside the contest: an upper bound, an oracle, another setting.
  const competes = better.some(({ line }) => all.some((other) => other.marked.some((entry) => entry.line === line)));
  const first = cells[0] as CellAt;
  return {
    outcome: "inconsistent",
    cells,
    holds,
    flag: {
      strength: competes && stated && restFit && marked.length === 1 && mark === "bold" ? "contradiction" : "suspicion",
      headline: `${cellName(sheet.reading, first)}: ${mark === "bold" ? "" : "among those that are not bold, "}${result.explanation}`,
      restsOn: [
        `${mark === "bold" ? "bold marks the best" : "underlining marks the second best"} of each ${sheet.crossingWord}, ${earnedWords(earned, sheet.crossingWord)}`,
        stated
          ? `${higher ? "higher" : "lower"} is better in "${of.name}", as its name says`
          : `${higher ? "higher" : "lower"} is better: nothing says so`,
        ...(competes
          ? []
          : [
              `the better ${sheet.lineWord} competes, although it is ${mark === "bold" ? "bold" : "underlined"} nowhere`,
            ]),
      ],
      result,
      accuses: marked.length,
    },
  };
}

/** Where the best may be what lies nearest to a target. */
const nearestWins =
  /gap|drop|diff|dispar|attack|\bmia\b|leak|forget|unlearn|domain|adversar|member|priva|target|@|calib|cover|like|tpr|fpr|bias|[Δ∆]/i;

/** Of numbers on both sides of 0 the nearest to it may be the best. */
function ofBothSigns(entries: readonly Entry[]): boolean {
  return entries.some(({ value }) => value.units < 0n) && entries.some(({ value }) => value.units > 0n);
}

function isWhollyMarked({ sheet, mark }: Contest, line: Line): boolean {
  const numbers = sheet.crossing.filter((of) => valueAt(sheet, line, of) !== undefined);
  return numbers.length > 2 && numbers.every((of) => hasMark(sheet.reading, mark, sheet.at(line, of)));
}

function isNamed(better: unknown, label: string, text: string): boolean {
  return Array.isArray(better) && better.some((other) => other.label === label && other.value === text);
}
