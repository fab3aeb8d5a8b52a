import { listText } from "../../src/checks/exact-text.ts";
import { checkMean } from "../../src/checks/mean.ts";
import { checkRange } from "../../src/checks/range.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { area, fiveSeeds, margins, meanArea } from "./measured-by.ts";
import { withMendedCells } from "./mended-cells.ts";
import { examplesBehind, seedClaims } from "./seed-claims.ts";
import { average, type ClassTable, classesOf, classTables, columns, idOf, nameOf, runs } from "./tables.ts";

/** The two tables: all cells, the quoted column against the runs, the runs, the averages. */
export const claimsOfTables: readonly Claim[] = classTables.flatMap((classTable) => [
  areasOf(classTable),
  ...seedClaims(classTable),
  ...measuredCells(classTable),
  ...measuredAverages(classTable),
  ...averages(classTable),
  belowChance(classTable),
]);

function areasOf({ id, dataset, table }: ClassTable): Claim {
  return {
    id: `${id}.areas`,
    at: { kind: "table", table: table.name },
    states: `All 33 numbers of ${dataset} are areas under ROC curves: they lie between 0 and 1.`,
    basis: {
      kind: "printed",
      check: () =>
        checkRange({
          items: columns.flatMap((column) =>
            table.column(column).map((cell) => ({ label: `${cell.row}, ${column}`, value: cell.printed().value })),
          ),
          atLeast: parseDecimal("0"),
          atMost: parseDecimal("1"),
          unit: "(areas)",
        }),
    },
  };
}

/** What the runs and the paper give, class by class, against runs of the official code's experiment. */
function measuredCells({ id, dataset, table }: ClassTable): readonly Claim[] {
  return classesOf(table).flatMap((row, index) =>
    columns.map((column): Claim => {
      const cell = table.cell(row, column);
      return {
        id: `${id}.${idOf(row)}.${idOf(column)}`,
        at: cell,
        states: `${givenBy(column)} on ${dataset} an AUROC of ${cell.text} with ${nameOf(row)} as the normal class.`,
        printed: cell.text,
        basis: {
          kind: "measured",
          quantity: area("cae-grad", id, { part: "combined", class: index }),
          plan: fiveSeeds,
          reported: cell.printed(),
          ...(column === "In the Paper" ? {} : { reportedRuns: 1 }),
          margin: margins[id].class,
          split: "unknown",
          examples: examplesBehind(id, index),
        },
      };
    }),
  );
}

/** The same for the averages, whose arithmetic is another matter. */
function measuredAverages({ id, dataset, table }: ClassTable): readonly Claim[] {
  return columns.map((column): Claim => {
    const cell = table.cell(average, column);
    return {
      id: `${id}.mean-area.${idOf(column)}`,
      at: cell,
      states: `${givenBy(column)} on ${dataset} a mean AUROC of ${cell.text} over the ten classes.`,
      printed: cell.text,
      related: [`${id}.average.${idOf(column)}`],
      basis: {
        kind: "measured",
        quantity: meanArea("cae-grad", id, { part: "combined" }),
        plan: fiveSeeds,
        reported: cell.printed(),
        ...(column === "In the Paper" ? {} : { reportedRuns: 1 }),
        margin: margins[id].mean,
        split: "unknown",
        examples: examplesBehind(id),
      },
    };
  });
}

/** A run of the report is one draw; how many runs the paper's number is of is not known. */
function givenBy(column: (typeof columns)[number]): string {
  return column === "In the Paper"
    ? "GradCon, as the official code has it, gives what the report quotes from the paper:"
    : `${column} of GradCon gives`;
}

function averages({ id, dataset, table }: ClassTable): readonly Claim[] {
  return columns.map((column): Claim => {
    const cell = table.cell(average, column);
    return {
      id: `${id}.average.${idOf(column)}`,
      at: cell,
      states: `The average of the column is ${cell.text}: the mean over the ten classes of ${dataset}.`,
      printed: cell.text,
      basis: {
        kind: "printed",
        check: () =>
          withMendedCells(
            checkMean({
              cells: classesOf(table).map((row) => ({
                label: nameOf(row),
                value: table.cell(row, column).printed().value,
              })),
              reported: cell.printed().value,
            }),
            table,
          ),
      },
    };
  });
}

/** Which areas lie below one half, as a reader should know who sees the average alone. */
function belowChance({ id, dataset, table }: ClassTable): Claim {
  const below = runs.flatMap((run) =>
    classesOf(table)
      .map((row) => table.cell(row, run))
      .filter(({ text }) => Number(text) < 0.5)
      .map(({ row, text }) => ({ row, text, run })),
  );
  return {
    id: `${id}.below-chance`,
    at: { kind: "table", table: table.name },
    severity: "note",
    states: `Results of the runs on ${dataset} lie below one half, without a remark.`,
    printed: below.map(({ row, text }) => `${row}: ${text}`).join(", "),
    basis: {
      kind: "reader",
      finding: {
        follows: `${listText(below.map(({ row, text, run }) => `${text} for ${nameOf(row)} in ${run.toLowerCase()}`))} lie below one half: there abnormal images look more normal to the detector than normal ones, and a coin would do better.`,
        why: "An AUROC of 0.5 is chance; the report does not remark on it.",
        wouldExplain:
          "The kept checkpoint, or a reconstruction error that is smaller on simpler images than on the normal class.",
        confidence: "certain",
      },
    },
  };
}
