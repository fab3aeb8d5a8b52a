import { type Draw, dataSets, mean, methods, scoreGrid, shown, times } from "./draw.ts";
import { type PrintedTable, type TrueKind, table } from "./printed-table.ts";

type Row = readonly number[];

/** A number made of a row: baselines, our own last, and what is not printed. */
interface Compared {
  readonly name: string;
  readonly of: (printed: Row, hidden: number, draw: Draw) => number;
  readonly columns?: readonly [least: number, greatest: number];
  readonly names?: readonly [string, ...string[]];
  /** How the hidden baseline lies to the best of the printed ones. */
  readonly hidden?: (best: number, draw: Draw) => number;
}

const own = (row: Row): number => row.at(-1) ?? 0;
const baselines = (row: Row): Row => row.slice(0, -1);
const best = (row: Row): number => Math.max(...baselines(row));
const points = ["Δ", "Gain", "Improvement", "Diff.", "Abs. gain", "Delta"] as const;
const shares = ["Gain (%)", "Improvement (%)", "Rel. gain", "Rel. improvement (%)", "Δ (%)", "Improv."] as const;

const compared: readonly Compared[] = [
  { name: "gains over the one baseline", of: (row) => own(row) - (row[0] ?? 0), columns: [2, 2] },
  { name: "gains over the first of several baselines", of: (row) => own(row) - (row[0] ?? 0) },
  { name: "gains over the last of several baselines", of: (row) => own(row) - (row.at(-2) ?? 0) },
  { name: "gains over the best baseline", of: (row) => own(row) - best(row) },
  { name: "gains over the second best of all", of: (row) => own(row) - (row.toSorted((a, b) => b - a)[1] ?? 0) },
  { name: "gains over the average of the baselines", of: (row) => own(row) - mean(baselines(row)) },
  { name: "gains of the best over the worst", of: (row) => Math.max(...row) - Math.min(...row) },
  { name: "gains over a hidden baseline", of: (row, hidden) => own(row) - hidden },
  {
    name: "gains over the best baseline, hidden in few rows",
    of: (row, hidden) => own(row) - Math.max(best(row), hidden),
    columns: [3, 6],
    hidden: (top, draw) => (draw.chance(0.15) ? top + draw.real(0, 2) : top - 5),
  },
  { name: "losses as positive numbers", of: (row) => (row[0] ?? 0) - own(row) },
  { name: "absolute differences", of: (row) => Math.abs(own(row) - (row[0] ?? 0)), columns: [2, 4] },
  {
    name: "relative gains over the one baseline",
    of: (row) => 100 * (own(row) / (row[0] ?? 1) - 1),
    columns: [2, 2],
    names: shares,
  },
  { name: "relative gains over the best baseline", of: (row) => 100 * (own(row) / best(row) - 1), names: shares },
  { name: "relative gains over a hidden baseline", of: (row, hidden) => 100 * (own(row) / hidden - 1), names: shares },
  {
    name: "gains relative to the new value",
    of: (row) => 100 * (1 - (row[0] ?? 1) / own(row)),
    columns: [2, 4],
    names: shares,
  },
  {
    name: "reductions of the error",
    of: (row) => (100 * (own(row) - (row[0] ?? 1))) / (100 - (row[0] ?? 1)),
    columns: [2, 4],
    names: shares,
  },
  {
    name: "differences of logits",
    of: (row) => Math.log(own(row) / (100 - own(row))) - Math.log((row[0] ?? 1) / (100 - (row[0] ?? 1))),
    columns: [2, 3],
  },
];

function comparedTable(draw: Draw, { of, columns = [3, 6], names = points, hidden }: Compared): PrintedTable {
  const width = draw.whole(...columns);
  const grid = scoreGrid(draw, draw.whole(4, 14), width, 30, 95);
  const [digits, rule, fromPrint, signed] = [draw.pick([1, 1, 2]), draw.rule(), draw.chance(0.4), draw.chance(0.4)];
  const rows = grid.map((values, row) => {
    const printed = values.map((value) => shown(value, digits, rule));
    const used = fromPrint ? printed.map(Number) : values;
    const unprinted = hidden?.(best(used), draw) ?? best(used) + draw.real(-6, 2);
    const its = of(used, unprinted, draw);
    const text = shown(its, digits, fromPrint ? "half-even" : rule);
    return [dataSets(grid.length)[row] ?? `set ${row}`, ...printed, signed && its >= 0 ? `+${text}` : text];
  });
  return table(["Dataset", ...methods(width), draw.pick(names as readonly [string, ...string[]])], rows);
}

/** A study of parts: every row one part more, or less, and how much that changes. */
function ablationTable(draw: Draw, against: "first" | "last" | "previous"): PrintedTable {
  const height = draw.whole(4, 9);
  const values = times(height, () => draw.real(60, 80));
  const [digits, rule, fromPrint] = [draw.pick([1, 2]), draw.rule(), draw.chance(0.5)];
  const used = fromPrint ? values.map((value) => Number(shown(value, digits, rule))) : values;
  const rows = used.map((value, at) => {
    const base = { first: used[0], last: used.at(-1), previous: used[at - 1] }[against];
    const isBase = base === undefined || (against === "first" && at === 0) || (against === "last" && at === height - 1);
    const change = shown(value - (base ?? 0), digits, fromPrint ? "half-even" : rule);
    const signed = change.startsWith("-") ? change : `+${change}`;
    return [`variant ${at}`, shown(value, digits, rule), isBase ? "-" : signed];
  });
  return table(["Variant", "Acc.", draw.pick(["Δ", "Diff.", "Gain"])], rows);
}

/** Rows of differences below pairs of rows. */
function differenceRows(draw: Draw, relative: boolean): PrintedTable {
  const width = draw.whole(5, 9);
  const [base = [], ours = []] = scoreGrid(draw, 2, width, 40, 90);
  const [digits, rule] = [draw.pick([1, 2]), draw.rule()];
  const changes = ours.map((value, at) => (relative ? 100 * (value / (base[at] ?? 1) - 1) : value - (base[at] ?? 0)));
  const rows = [base, ours, changes].map((values) => values.map((value) => shown(value, digits, rule)));
  const names = [
    "Baseline",
    "Ours",
    relative ? draw.pick(["Rel. gain", "Improvement (%)", "Gain"]) : draw.pick(["Δ", "Gain", "Improvement"]),
  ];
  return table(
    ["Method", ...dataSets(width)],
    rows.map((row, at) => [names[at] ?? "", ...row]),
  );
}

/** Gains and losses in points and in percent, over printed and other baselines. */
export const differences: readonly TrueKind[] = [
  ...compared.map((kind) => ({ name: kind.name, draw: (draw: Draw) => comparedTable(draw, kind) })),
  ...(["first", "last", "previous"] as const).map((against) => ({
    name: `changes against the ${against} row`,
    draw: (draw: Draw) => ablationTable(draw, against),
  })),
  { name: "a row of differences", draw: (draw) => differenceRows(draw, false) },
  { name: "a row of relative gains", draw: (draw) => differenceRows(draw, true) },
];
