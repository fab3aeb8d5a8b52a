import { checkEmphasisedBest } from "../../checks/emphasised-best.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { cellName } from "../cell-place.ts";
import { type Earned, earnedBy, earnedWords } from "../earned.ts";
import { type Contest, contestsOf, type Entry, hasMark, keyOf, type Mark } from "../emphasis-contest.ts";
import type { FindingStrength } from "../inspection.ts";
import { alongColumns, alongRows, outerPart, valueAt } from "../sheet.ts";
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

function askedOfMark(reading: TableReading, mark: Mark): readonly Asked[] {
  const unnamed = (): string => "all";
  const ways = [
    ...[unnamed, outerPart, blocksOf(reading)].map((groupOf) => ({ sheet: alongRows(reading), groupOf })),
    ...[unnamed, outerPart].map((groupOf) => ({ sheet: alongColumns(reading), groupOf })),
  ];
  const conventions = ways.flatMap(({ sheet, groupOf }) =>
    (["higher", "lower"] as const).map((unstated) => contestsOf(sheet, mark, groupOf, unstated)),
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
  const confirmed = earned.earned && share(earned) >= leastShare && (sheet.lineWord === "row" || restFit);
  if (otherwise || !confirmed) return { outcome: "undecidable", cells };
  // A line that is bold nowhere may stand outside the contest: an upper bound, an oracle, another setting.
  const competes = better.some(({ line }) => all.some((other) => other.marked.some((entry) => entry.line === line)));
  const plainly = competes && stated && restFit && marked.length === 1 && mark === "bold";
  const strength: FindingStrength = plainly ? "conditional" : "suspicion";
  const other = `bold that marks something else in this ${sheet.crossingWord}, or the best of some of it`;
  const first = cells[0] as CellAt;
  return {
    outcome: plainly ? "conditional" : "inconsistent",
    cells,
    holds,
    flag: {
      strength,
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
      result: plainly ? { ...result, outcome: "conditional", rescuedBy: [other] } : result,
      accuses: marked.length,
    },
  };
}

/** Where the best may be what lies nearest to a target. */
const nearestWins =
  /gap|drop|diff|dispar|attack|\bmia\b|leak|forget|unlearn|domain|adversar|member|priva|target|(?<!fpr)@ ?9\d|calib|cover|like|tpr|fpr(?! ?@? ?\d)|bias|[Δ∆]/i;

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
