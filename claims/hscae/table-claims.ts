import { checkGrim } from "../../src/checks/grim.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import type { Table } from "../../src/tables/table.ts";
import { type CountedImages, checkShareOfImages, checkSharesOfOneCount, otherImages, zeroImages } from "./shares.ts";
import { table1runs } from "./table1-runs.ts";
import { table2and3runs } from "./table2-runs.ts";
import { accuracies, evaluation, idOf, others, type Side, sideOf, table1, table2, table3 } from "./tables.ts";

const images: Readonly<Record<Side, CountedImages>> = { zero: zeroImages, else: otherImages };

/** The three tables: each number, what all are shares of, and what runs of ours give. */
export const claimsOfTables: readonly Claim[] = [
  ...evaluations(),
  ...[table1, table2, table3].flatMap((table, index) => cellsOf(table, `t${index + 1}`)),
  ...columns(),
  ...table1runs,
  ...table2and3runs,
];

function evaluations(): readonly Claim[] {
  return table1.column(evaluation).map(
    (cell): Claim => ({
      id: `t1.${idOf(cell.row)}.eval`,
      at: cell,
      severity: "note",
      states: `${cell.row} recognises ${cell.text} % of the ${others.toLocaleString("en")} test images of digits 1 to 9.`,
      printed: cell.text,
      basis: {
        kind: "printed",
        check: () => checkGrim({ mean: cell.printed().value, count: others, percent: true }),
      },
    }),
  );
}

function cellsOf(table: Table, id: string): readonly Claim[] {
  return table.rowNames.flatMap((row) =>
    table.row(row).flatMap((cell): readonly Claim[] => {
      const side = sideOf(cell);
      if (side === undefined || cell.isEmpty) return [];
      const { count, what } = images[side];
      return [
        {
          id: `${id}.${idOf(row)}.${idOf(cell.column)}`,
          at: cell,
          severity: "note",
          states: `${cell.text} % is a share of the ${count.toLocaleString("en")} ${what}.`,
          printed: cell.text,
          basis: { kind: "printed", check: () => checkShareOfImages(cell.printed().value, images[side]) },
          related: [`tables.${side}.shares`],
        },
      ];
    }),
  );
}

function columns(): readonly Claim[] {
  return (["zero", "else"] as const).map((side): Claim => {
    const { count, what } = images[side];
    return {
      id: `tables.${side}.shares`,
      at: place(`Tables 1 to 3, all columns of ${side}_acc`),
      severity: side === "zero" ? "major" : "minor",
      states: `Every ${side}_acc is a share of the ${count.toLocaleString("en")} ${what} (our reading of "accuracy"; the report does not say how it is computed).`,
      basis: {
        kind: "printed",
        check: () =>
          checkSharesOfOneCount(
            accuracies(side).map((cell) => ({
              label: `${cell.table}, ${cell.row}, ${cell.column}`,
              value: cell.printed().value,
            })),
            images[side],
          ),
      },
      related: ["s3.2.else-undefined"],
    };
  });
}
