import type { LatexRow } from "./read-rows.ts";
import type { RowCell } from "./row-cell.ts";

/**
 * Makes a coloured ground an emphasis where it singles a cell out: not where all numbers of its row or of its column
 * have one, as in stripes, in rows set apart and in heat maps.
 */
export function withShades(rows: readonly LatexRow[]): readonly LatexRow[] {
  if (!rows.some(({ cells }) => cells.some(({ isShaded }) => isShaded))) return rows;
  const columns = new Map<number, RowCell[]>();
  for (const { cells } of rows) {
    for (const [at, cell] of placed(cells)) {
      if (!isNumber(cell)) continue;
      const column = columns.get(at);
      if (column === undefined) columns.set(at, [cell]);
      else column.push(cell);
    }
  }
  const isStriped = new Set([...columns].filter(([, column]) => isAllShaded(column)).map(([at]) => at));
  return rows.map((row) => {
    if (isAllShaded(row.cells.filter(isNumber))) return row;
    const cells = placed(row.cells).map(([at, cell]): RowCell => {
      if (!cell.isShaded || isStriped.has(at) || cell.emphasis.includes("colour")) return cell;
      return { ...cell, emphasis: [...cell.emphasis, "colour"] };
    });
    return { ...row, cells };
  });
}

function placed(cells: readonly RowCell[]): readonly (readonly [column: number, cell: RowCell])[] {
  let column = 0;
  return cells.map((cell) => {
    const at = column;
    column += cell.columns;
    return [at, cell];
  });
}

function isAllShaded(cells: readonly RowCell[]): boolean {
  return cells.length > 1 && cells.every(({ isShaded }) => isShaded);
}

function isNumber({ text }: RowCell): boolean {
  return /\d/.test(text);
}
