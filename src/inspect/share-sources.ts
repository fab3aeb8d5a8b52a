import type { Decimal } from "../numbers/decimal.ts";
import type { Line, TableReading } from "../tables/table-reading.ts";
import type { CellShare } from "./cell-share.ts";
import { otherWhole } from "./other-whole.ts";
import { alongRows, valueAt } from "./sheet.ts";

/** What counts may be out of. */
export interface ShareSource {
  readonly words: string;
  readonly totalOf: (share: CellShare, row: Line, column: Line) => Decimal | undefined;
  /** Of what else a share may be, which holds of one cell as of another. */
  readonly otherwise: (percent: Decimal, count: Decimal, total: Decimal, scale: 1 | 100) => string | undefined;
}

/** All that a table says counts may be out of; `count`: what the user says. */
export function shareSources(reading: TableReading, count: number | undefined): readonly ShareSource[] {
  const sheet = alongRows(reading);
  const counts = (lines: readonly Line[]): readonly Line[] =>
    lines.filter(({ role }) => role === "count" || role === "n" || role === "total").slice(0, mostLines);
  const whole = (units: bigint): Decimal => ({ text: String(units), units, decimals: 0 });
  const outside = (
    what: string,
    otherwise: ShareSource["otherwise"],
    totalOf: ShareSource["totalOf"],
  ): ShareSource => ({
    words: `a percentage behind a count is its share of ${what}`,
    totalOf: (share, row, column) => (share.total === undefined ? totalOf(share, row, column) : undefined),
    otherwise,
  });
  // In a table of characteristics some may be of images, not of persons.
  const ofOthers = (): string => "a share of other things than those that are counted there";
  return [
    {
      words: "a percentage beside a fraction is that fraction",
      totalOf: ({ total }) => total,
      otherwise: () => undefined,
    },
    outside("the n that a header or the row's name says", ofOthers, (_, row, column) => {
      const said = column.count ?? row.count;
      return said === undefined ? undefined : whole(said);
    }),
    ...(count === undefined ? [] : [outside("the n that was said", ofOthers, () => whole(BigInt(count)))]),
    ...counts(reading.columns).map((column) =>
      outside(`column "${column.name}"`, otherWhole, (_, row, own) =>
        own === column ? undefined : valueAt(sheet, row, column),
      ),
    ),
    ...counts(reading.rows).map((row) =>
      outside(`row "${row.name}"`, ofOthers, (_, own, column) =>
        own === row ? undefined : valueAt(sheet, row, column),
      ),
    ),
  ];
}

const mostLines = 6;
