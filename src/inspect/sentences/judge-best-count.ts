import type { CheckResult } from "../../checks/check-result.ts";
import { allOf, type Truth } from "../../checks/decide.ts";
import { isGreater } from "../../checks/is-greater.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { cellPlace } from "../cell-place.ts";
import { allWordsKnown } from "./accounted-words.ts";
import { cellOf, isOpen, mentioned, numberAt, other } from "./cell-values.ts";
import { type Judgement, undecided } from "./judgement.ts";
import type { TableMeant } from "./paper-table.ts";
import type { BestCountStatement } from "./statement.ts";

/**
 * Whether a line can be best in as many crossing lines as a sentence says: at least in those where rounding leaves no
 * doubt, at most also where it is printed alike or rounding leaves it open. Asked only where the table has as many
 * crossing lines of scores as the sentence says, or the sentence names the table.
 */
export function judgeBestCount(statement: BestCountStatement, { table, trust }: TableMeant): Judgement {
  const open = undecided("sentence-best-count");
  const { reading } = table;
  const mentions = table.mentionsIn(statement.clause);
  const axes = (["row", "column"] as const).filter((axis) => mentioned(mentions, axis).length > 0);
  const [axis, second] = axes;
  if (axis === undefined || second !== undefined || isOpen(mentions)) return open;
  const named = mentioned(mentions, axis);
  const [subject, otherSubject] = named.flatMap(({ lines }) => lines);
  if (subject === undefined || otherSubject !== undefined || named[0]?.complete !== true) return open;
  const rivals = linesOf(reading, axis).filter((line) => line !== subject && line.role === "score");
  const crossing = linesOf(reading, other(axis)).filter(({ role }) => role === "score");
  const all = crossing.length;
  if (rivals.length === 0 || all < 2 || (statement.of === undefined ? trust !== "named" : statement.of !== all))
    return open;
  const counts = directionsOf(statement, subject).map((higher) => {
    const places = crossing.map((line) => isBest(reading, axis, subject, rivals, line, higher(line)));
    return {
      sure: places.filter((place) => place === "true").length,
      possible: places.filter((place) => place !== "false").length,
    };
  });
  const least = Math.min(...counts.map(({ sure }) => sure));
  const most = Math.max(...counts.map(({ possible }) => possible));
  const claimed = statement.count === "all" ? all : statement.count;
  if (claimed >= least && claimed <= most) {
    const anyWould = least === 0 && most === all;
    return anyWould ? open : { check: "sentence-best-count", outcome: "consistent" };
  }
  if (
    (trust !== "named" && trust !== "near") ||
    !allWordsKnown(statement.clause, [...mentions, statement.phrase], table.vocabulary)
  )
    return open;
  const result = resultOf(subject, { claimed, all, least, most });
  return {
    check: "sentence-best-count",
    outcome: "inconsistent",
    flag: {
      strength: "suspicion",
      printed: `${claimed} of ${all}`,
      why: `by ${reading.table.name} "${subject.name}" is best in ${most === least ? least : `${least} to ${most}`}`,
      restsOn: [
        `the sentence counts the ${all} ${other(axis)}s of scores of ${reading.table.name}, each with all its ${axis}s`,
      ],
      result,
      cells: crossing.map((line) => cellPlace(reading, cellOf(axis, subject, line))),
    },
  };
}

function linesOf({ rows, columns }: TableReading, axis: "row" | "column"): readonly Line[] {
  return axis === "row" ? rows : columns;
}

/** Which way is better in a crossing line: as the words or the metric say, else both are tried. */
function directionsOf({ best }: BestCountStatement, subject: Line): readonly ((crossing: Line) => boolean)[] {
  if (best !== "best") return [() => best === "highest"];
  return [true, false].map((unstated) => (crossing: Line) => {
    const better = crossing.better ?? subject.better;
    return better === undefined ? unstated : better === "higher";
  });
}

/** Unknown also where the line shares the first place, or where a cell cannot be compared. */
function isBest(
  reading: TableReading,
  axis: "row" | "column",
  subject: Line,
  rivals: readonly Line[],
  crossing: Line,
  higher: boolean,
): Truth {
  const own = numberAt(reading, cellOf(axis, subject, crossing));
  if (own === undefined) return "unknown";
  return allOf(
    rivals.map((rival): Truth => {
      const cell = cellOf(axis, rival, crossing);
      const value = numberAt(reading, cell);
      if (value === undefined) return reading.cell(cell.row, cell.column).reading.kind === "empty" ? "true" : "unknown";
      const [greater, lesser] = higher ? [own, value] : [value, own];
      return isGreater(greater, lesser, true, false);
    }),
  );
}

function resultOf(
  subject: Line,
  count: { readonly claimed: number; readonly all: number; readonly least: number; readonly most: number },
): CheckResult {
  const { claimed, all, least, most } = count;
  const possible = least === most ? String(least) : `${least} to ${most}`;
  return {
    check: "best-count",
    outcome: "inconsistent",
    explanation: `"${subject.name}" is said to be best in ${claimed} of ${all}; by the table it is in ${possible}.`,
    assumptions: ["The values were printed by rounding to nearest; what is printed alike may be best or not."],
    rescuedBy: [],
    nearMisses: [],
    details: { claimed, all, least, most },
  };
}
