import { type Draw, dataSets, mean, methods, scoreGrid, shown, sum, times } from "./draw.ts";
import { type PrintedTable, type TrueKind, table } from "./printed-table.ts";

type Row = readonly number[];

/** An average of a row's scores, from those that are printed and those that are not. */
type Average = (printed: Row, hidden: Row, draw: Draw) => number;

interface Averaged {
  readonly name: string;
  /** Made once for a table, so that all its rows are averaged alike. */
  readonly average: (draw: Draw, columns: number) => Average;
  readonly hidden?: number;
  readonly columns?: readonly [least: number, greatest: number];
  readonly range?: readonly [least: number, greatest: number];
  readonly decimals?: number;
}

const plain: Average = (printed) => mean(printed);

const averaged: readonly Averaged[] = [
  { name: "average of all", average: () => plain },
  { name: "average of whole numbers", average: () => plain, decimals: 0 },
  { name: "average of negative numbers", average: () => plain, range: [-40, 15] },
  { name: "average of small fractions", average: () => plain, range: [0.1, 0.99], decimals: 3 },
  {
    name: "average over hidden columns too",
    average: () => (printed, hidden) => mean([...printed, ...hidden]),
    hidden: 2,
  },
  { name: "average without the first column", average: () => (printed) => mean(printed.slice(1)) },
  {
    name: "average without one column",
    average: (draw, columns) => {
      const left = draw.whole(0, columns - 1);
      return (printed) => mean(printed.filter((_, at) => at !== left));
    },
  },
  {
    name: "average without two columns",
    columns: [4, 7],
    average: (draw, columns) => {
      const left = [draw.whole(0, 1), draw.whole(2, columns - 1)];
      return (printed) => mean(printed.filter((_, at) => !left.includes(at)));
    },
  },
  {
    name: "average weighted by sizes",
    average: (draw, columns) => {
      const sizes = times(columns, () => draw.whole(100, 5000));
      return (printed) => sum(printed.map((value, at) => value * (sizes[at] ?? 0))) / sum(sizes);
    },
  },
  {
    name: "average in which two columns are one task",
    columns: [4, 9],
    average:
      () =>
      ([first = 0, second = 0, ...others]) =>
        mean([(first + second) / 2, ...others]),
  },
  { name: "geometric average", average: () => (printed) => Math.exp(mean(printed.map(Math.log))) },
  { name: "harmonic average", average: () => (printed) => 1 / mean(printed.map((value) => 1 / value)) },
  {
    name: "average of normalised scores",
    average: (draw, columns) => {
      const floors = times(columns, () => draw.real(0, 10));
      return (printed) =>
        mean(printed.map((value, at) => (100 * (value - (floors[at] ?? 0))) / (90 - (floors[at] ?? 0))));
    },
  },
  {
    name: "average of the best three",
    columns: [4, 8],
    average: () => (printed) => mean(printed.toSorted((a, b) => b - a).slice(0, 3)),
  },
  {
    name: "average with one score turned over",
    average:
      () =>
      ([first = 0, ...others]) =>
        mean([100 - first, ...others]),
  },
  {
    name: "average without the least and the greatest",
    columns: [4, 8],
    average: () => (printed) => mean(printed.toSorted((a, b) => a - b).slice(1, -1)),
  },
  {
    name: "average without the least",
    columns: [4, 8],
    average: () => (printed) => mean(printed.toSorted((a, b) => b - a).slice(0, -1)),
  },
];

function averageTable(
  draw: Draw,
  { average, hidden = 0, columns = [2, 9], range = [20, 95], decimals }: Averaged,
): PrintedTable {
  const width = draw.whole(...columns);
  const grid = scoreGrid(draw, draw.whole(3, 14), width + hidden, ...range);
  const [digits, more] = [decimals ?? draw.pick([1, 1, 2]), draw.pick([0, 0, 0, 1, -1])];
  const [rule, ruleOfAverage] = draw.chance(0.8)
    ? [draw.rule()].flatMap((one) => [one, one])
    : [draw.rule(), draw.rule()];
  const fromPrint = draw.chance(0.3);
  const of = average(draw, width);
  const leads = draw.chance(0.15);
  const names = methods(grid.length);
  const rows = grid.map((values, row) => {
    const printed = values.slice(0, width).map((value) => shown(value, digits, rule ?? "half-even"));
    const used = fromPrint ? printed.map(Number) : values.slice(0, width);
    const its = shown(of(used, values.slice(width), draw), Math.max(0, digits + more), ruleOfAverage ?? "half-even");
    return [names[row] ?? "", ...(leads ? [its, ...printed] : [...printed, its])];
  });
  const word = draw.pick(["Avg", "Avg.", "Average", "Mean"]);
  return table(["Method", ...(leads ? [word, ...dataSets(width)] : [...dataSets(width), word])], rows);
}

/** Averages of a row of scores, by what they are taken of. */
export const averages: readonly TrueKind[] = averaged.map((kind) => ({
  name: kind.name,
  draw: (draw) => averageTable(draw, kind),
}));
