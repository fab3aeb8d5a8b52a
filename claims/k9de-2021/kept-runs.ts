import { alsoRead } from "../../src/checks/also-read.ts";
import type { CheckResult } from "../../src/checks/check-result.ts";
import { checkRange } from "../../src/checks/range.ts";
import { type Decimal, toRational } from "../../src/numbers/decimal.ts";
import { compare } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";
import type { Claim } from "../../src/paper/claim.ts";
import type { Cell } from "../../src/tables/table.ts";
import { type DatasetColumn, idOf } from "./names.ts";
import { workbook } from "./tables.ts";

interface Run {
  readonly name: string;
  readonly mean: Decimal;
}

/**
 * Whether a result of Table 2 is one that the runs in the authors' workbook give, alone or as a mean: it lies in their
 * range. The report does not say which runs its numbers are of, so that a number outside contradicts nothing printed.
 */
export function keptRuns(cell: Cell, dataset: DatasetColumn): readonly Claim[] {
  const column = `${cell.row} / ${dataset}`;
  if (!workbook.columnNames.includes(column)) return [];
  const id = `t2.${idOf(cell.row)}.${idOf(cell.column)}`;
  return [
    {
      id: `${id}.kept-runs`,
      at: cell,
      states: `The printed ${cell.printed().value.text} comes from the runs that the authors' workbook keeps: it lies in their range.`,
      printed: cell.text,
      basis: { kind: "printed", check: () => amongRuns(cell.printed().value, runsOf(column)) },
      related: [id],
    },
  ];
}

function amongRuns(printed: Decimal, runs: readonly Run[]): CheckResult {
  const [least, most] = [runs.at(0), runs.at(-1)];
  if (least === undefined || most === undefined)
    throw new Error(`${workbook.name}: a column of Table 2 is empty there`);
  const result = checkRange({
    items: [{ label: `Table 2 against the ${runs.length} kept runs`, value: printed }],
    atLeast: end(least.mean, printed),
    atMost: end(most.mean, printed),
    unit: "percent",
  });
  const cutOff = runs.find(({ mean }) => round(toRational(mean), printed.decimals, "truncate").text === printed.text);
  return alsoRead(result, [
    {
      name: `truncation: ${cutOff?.mean.text ?? ""}, the mean of run ${cutOff?.name ?? ""}, cut off rather than rounded`,
      holds: cutOff !== undefined,
    },
    {
      name: "the supposition that it comes from other runs than the workbook keeps, as the report does not say from which",
      holds: true,
    },
  ]);
}

/** From the least mean to the greatest. */
function runsOf(column: string): readonly Run[] {
  return workbook
    .column(column)
    .filter(({ isEmpty }) => !isEmpty)
    .map((run): Run => ({ name: run.row, mean: run.printed().value }))
    .toSorted((a, b) => compare(toRational(a.mean), toRational(b.mean)));
}

/** An end of the range: the printed number itself where the run's mean rounds to it. */
function end(runMean: Decimal, printed: Decimal): Decimal {
  return round(toRational(runMean), printed.decimals, "half-even").text === printed.text ? printed : runMean;
}
