import { checkAgreement } from "../../checks/agreement.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { compare } from "../../numbers/rational.ts";
import { cellPlace } from "../cell-place.ts";
import type { CellAt } from "../table-check.ts";
import { allWordsKnown } from "./accounted-words.ts";
import { cellOf, isOpen, mentioned, numberAt, other } from "./cell-values.ts";
import { type Judgement, undecided } from "./judgement.ts";
import type { TableMeant } from "./paper-table.ts";
import type { RangeStatement } from "./statement.ts";

/** Whether a range's ends are the least and the greatest number of the one line that a clause names. */
export function judgeRange(statement: RangeStatement, { table, trust }: TableMeant): Judgement {
  const open = undecided("sentence-range");
  const { clause, least, most, phrase } = statement;
  const { reading } = table;
  const mentions = table.mentionsIn(clause);
  const axes = (["row", "column"] as const).filter((axis) => mentioned(mentions, axis).length > 0);
  const [axis] = axes;
  if (axis === undefined || axes.length > 1 || isOpen(mentions)) return open;
  const [named, second] = mentioned(mentions, axis);
  const [line, otherLine] = named?.lines ?? [];
  if (line === undefined || otherLine !== undefined || second !== undefined || named?.complete !== true) return open;
  const crossing = axis === "row" ? reading.columns : reading.rows;
  const cells = crossing
    .filter(({ role }) => role === "score")
    .map((cross) => cellOf(axis, line, cross))
    .flatMap((cell): readonly Ranked[] => {
      const value = numberAt(reading, cell);
      return value === undefined ? [] : [{ cell, value }];
    })
    .sort((a, b) => compare(toRational(a.value), toRational(b.value)));
  const [lowest, highest] = [cells[0], cells.at(-1)];
  if (lowest === undefined || highest === undefined || cells.length < 2) return open;
  const ends = [
    { said: least.value, printed: lowest },
    { said: most.value, printed: highest },
  ].map((end) => ({ ...end, result: agreement(end.said, end.printed.value) }));
  const wrong = ends.find(({ result }) => result.outcome === "inconsistent");
  if (ends.every(({ result }) => result.outcome === "consistent"))
    return { check: "sentence-range", outcome: "consistent" };
  if (wrong === undefined || trust !== "named" || !allWordsKnown(clause, [...mentions, phrase], table.vocabulary))
    return open;
  return {
    check: "sentence-range",
    outcome: "inconsistent",
    flag: {
      strength: "suspicion",
      printed: wrong.said.text,
      why: `${reading.table.name} has ${lowest.value.text} to ${highest.value.text} in ${axis} "${line.name}"`,
      restsOn: [`the sentence speaks of all ${other(axis)}s of scores in that ${axis}`],
      result: wrong.result,
      cells: ends.map(({ printed }) => cellPlace(reading, printed.cell)),
    },
  };
}

interface Ranked {
  readonly cell: CellAt;
  readonly value: Decimal;
}

function agreement(said: Decimal, printed: Decimal) {
  return checkAgreement({
    places: [
      { label: "the sentence", value: said },
      { label: "the table", value: printed },
    ],
  });
}
