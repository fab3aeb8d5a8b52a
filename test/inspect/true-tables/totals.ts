import { type Draw, dataSets, shown, sum, times } from "./draw.ts";
import { type PrintedTable, type TrueKind, table } from "./printed-table.ts";

interface Total {
  readonly name: string;
  readonly total: (parts: readonly number[], draw: Draw) => number;
  /** Every number is printed in so many. */
  readonly round?: number;
}

const totalled: readonly Total[] = [
  { name: "totals of counts", total: (parts) => sum(parts) },
  { name: "totals with a hidden part", total: (parts, draw) => sum(parts) + draw.whole(1, 500) },
  {
    name: "totals with a hidden part in few rows",
    total: (parts, draw) => sum(parts) + (draw.chance(0.15) ? draw.whole(1, 500) : 0),
  },
  {
    name: "totals of parts that overlap in few rows",
    total: (parts, draw) => sum(parts) - (draw.chance(0.15) ? Math.min(parts[1] ?? 0, draw.whole(1, 50)) : 0),
  },
  { name: "totals of counts in tens", total: (parts) => sum(parts), round: 10 },
  { name: "totals of counts in hundreds", total: (parts) => sum(parts), round: 100 },
  { name: "totals of counts in thousands", total: (parts) => sum(parts), round: 1000 },
  { name: "totals of distinct things", total: (parts) => Math.max(...parts) + 3 },
];

function totalTable(draw: Draw, { total, round = 1 }: Total): PrintedTable {
  const width = draw.whole(2, 4);
  const names =
    [
      ["Train", "Test"],
      ["Train", "Val", "Test"],
      ["Train", "Dev", "Test", "Extra"],
    ][width - 2] ?? [];
  const rule = draw.rule();
  const grouped = draw.chance(0.5);
  const print = (value: number): string => {
    const digits = String(Number(shown(value / round, 0, rule)) * round);
    return grouped ? digits.replace(/\B(?=(?:\d{3})+$)/g, ",") : digits;
  };
  const height = draw.whole(4, 14);
  const rows = times(height, (row) => {
    const parts = times(width, () => draw.whole(200, 40_000));
    return [dataSets(height)[row] ?? "", ...parts.map(print), print(total(parts, draw))];
  });
  return table(["Dataset", ...names, draw.pick(["Total", "Sum", "total"])], rows);
}

/** Percentages of a whole, with their total. */
function sharesTable(draw: Draw): PrintedTable {
  const rows = times(draw.whole(4, 10), (row) => {
    const sizes = times(4, () => draw.real(1, 10));
    const shares = sizes.map((size) => shown((100 * size) / sum(sizes), 0, "half-up"));
    return [dataSets(10)[row] ?? "", ...shares, "100"];
  });
  return table(["Dataset", "A", "B", "C", "D", "Total"], rows);
}

/** A row of totals below, one of them with what is not listed. */
function totalRowTable(draw: Draw, hidden: boolean): PrintedTable {
  const width = draw.whole(3, 8);
  const grid = times(draw.whole(3, 9), () => times(width, () => draw.whole(0, 900)));
  const totals = times(
    width,
    (at) => sum(grid.map((row) => row[at] ?? 0)) + (hidden && draw.chance(0.2) ? draw.whole(1, 30) : 0),
  );
  const rows = grid.map((row, at) => [`Type ${String.fromCharCode(65 + at)}`, ...row.map(String)]);
  return table(["Error", ...dataSets(width)], [...rows, ["Total", ...totals.map(String)]]);
}

/** Counts, what share of all they are, and all. */
function percentTable(
  draw: Draw,
  kind: "all" | "those with data" | "a rounded number" | "the column's total",
): PrintedTable {
  const [decimals, rule] = [draw.pick([0, 1, 1, 2]), draw.rule()];
  const counts = times(draw.whole(5, 14), () => {
    const all = draw.whole(40, 3000);
    return { all, part: draw.whole(0, Math.floor(all * 0.9)) };
  });
  const column = sum(counts.map(({ part }) => part));
  const rows = counts.map(({ all, part }, row) => {
    const missing = kind === "those with data" && draw.chance(0.15) ? draw.whole(1, Math.floor(all / 12)) : 0;
    const whole = kind === "the column's total" ? column : all - missing;
    const printed = kind === "a rounded number" ? String(Math.max(part, 10 * Math.round(all / 10))) : String(all);
    return [dataSets(16)[row] ?? "", printed, String(part), shown((100 * part) / Math.max(1, whole), decimals, rule)];
  });
  return table(["Dataset", "# examples", "# errors", draw.pick(["Errors (%)", "% errors", "Error rate (%)"])], rows);
}

/** Sums, totals and shares of counts. */
export const totals: readonly TrueKind[] = [
  ...totalled.map((kind) => ({ name: kind.name, draw: (draw: Draw) => totalTable(draw, kind) })),
  { name: "shares that add up to 100", draw: sharesTable },
  { name: "a row of totals", draw: (draw) => totalRowTable(draw, false) },
  { name: "a row of totals with what is not listed", draw: (draw) => totalRowTable(draw, true) },
  ...(["all", "those with data", "a rounded number", "the column's total"] as const).map((kind) => ({
    name: `percentages of ${kind}`,
    draw: (draw: Draw) => percentTable(draw, kind),
  })),
];
