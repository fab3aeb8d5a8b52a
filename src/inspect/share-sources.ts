import type { Decimal } from "../numbers/decimal.ts";
import type { Line, TableReading } from "../tables/table-reading.ts";
import type { CellShare } from "./cell-share.ts";
import { countLines } from "./counts.ts";
import { alongRows, valueAt } from "./sheet.ts";

/** What counts may be out of. */
export interface ShareSource {
  readonly words: string;
  readonly totalOf: (share: CellShare, row: Line, column: Line) => Decimal | undefined;
}

/** All that a table says counts may be out of; `count`: what the user says. */
export function shareSources(reading: TableReading, count: number | undefined): readonly ShareSource[] {
  const sheet = alongRows(reading);
  const whole = (units: bigint): Decimal => ({ text: String(units), units, decimals: 0 });
  const outside = (what: string, totalOf: ShareSource["totalOf"]): ShareSource => ({
    words: `a percentage behind a count is its share of ${what}`,
    totalOf: (share, row, column) => (share.total === undefined ? totalOf(share, row, column) : undefined),
  });
  return [
    { words: "a percentage beside a fraction is that fraction", totalOf: ({ total }) => total },
    outside("the n that a header or the row's name says", (_, row, column) => {
      const said = column.count ?? row.count;
      return said === undefined ? undefined : whole(said);
    }),
    ...(count === undefined ? [] : [outside("the n that was said", () => whole(BigInt(count)))]),
    ...countLines(reading.columns).map((column) =>
      outside(`column "${column.name}"`, (_, row, own) => (own === column ? undefined : valueAt(sheet, row, column))),
    ),
    ...countLines(reading.rows).map((row) =>
      outside(`row "${row.name}"`, (_, own, column) => (own === row ? undefined : valueAt(sheet, row, column))),
    ),
  ];
}
