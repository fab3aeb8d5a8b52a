import type { Table } from "../tables/table.ts";
import type { ClaimAudit, TableAudit, TableCellAudit } from "./audit.ts";
import { gravest } from "./verdict.ts";

/** A printed table with the claims, the gravest verdict and our own runs beside each cell. */
export function tableAudit(table: Table, claims: readonly ClaimAudit[]): TableAudit {
  const { name, caption, rowNames, columnNames } = table;
  return {
    name,
    caption,
    rowNames,
    columnNames,
    cells: rowNames.map((row) =>
      table.row(row).map((cell) => cellAudit(cell.text, claimsAt(claims, name, row, cell.column))),
    ),
  };
}

function claimsAt(claims: readonly ClaimAudit[], table: string, row: string, column: string): readonly ClaimAudit[] {
  return claims.filter(({ at }) => at.kind === "cell" && at.table === table && at.row === row && at.column === column);
}

function cellAudit(text: string, claims: readonly ClaimAudit[]): TableCellAudit {
  const decided = gravest(claims);
  // The values of an ordering are leads, not what the cell prints.
  const measured = claims.find(({ kind, measurement }) => kind === "measured" && measurement?.judged[0] !== undefined)
    ?.measurement?.judged[0];
  return {
    text,
    claims: claims.map(({ id }) => id),
    ...(decided === undefined ? {} : { verdict: decided.verdict, indication: decided.indication }),
    ...(measured === undefined
      ? {}
      : {
          observed: {
            freedoms: measured.freedoms,
            values: measured.values,
            mean: measured.mean,
            ...(measured.sd === undefined ? {} : { sd: measured.sd }),
            ...(measured.mark === undefined ? {} : { mark: measured.mark }),
          },
        }),
  };
}
