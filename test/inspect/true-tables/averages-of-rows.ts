import { type Draw, dataSets, deviation, mean, methods, scoreGrid, shown, times } from "./draw.ts";
import { type PrintedTable, type TrueKind, table } from "./printed-table.ts";

/** Subjects below each other, then their mean and spread. */
function subjectsTable(draw: Draw, spread: "SD" | "population" | "SEM"): PrintedTable {
  const [height, width, rule] = [draw.whole(5, 15), draw.whole(2, 6), draw.rule()];
  const grid = scoreGrid(draw, height, width);
  const columns = times(width, (at) => grid.map((values) => values[at] ?? 0));
  const factor = { SD: 1, population: Math.sqrt((height - 1) / height), SEM: 1 / Math.sqrt(height) }[spread];
  const print = (values: readonly number[]): readonly string[] => values.map((value) => shown(value, 2, rule));
  return table(
    ["Subject", ...methods(width)],
    [
      ...grid.map((values, row) => [`S${row + 1}`, ...print(values)]),
      [draw.pick(["Mean", "Average", "Avg."]), ...print(columns.map(mean))],
      [draw.pick(["SD", "Std", "Std.", "±"]), ...print(columns.map((values) => deviation(values) * factor))],
    ],
  );
}

/** Groups of rows that rules part, each with its average, and one over all: of all rows, or of the groups' averages. */
function blocksTable(draw: Draw, overall: "rows" | "averages" | "none"): PrintedTable {
  const [first, second, width, rule] = [draw.whole(2, 5), draw.whole(2, 5), draw.whole(3, 7), draw.rule()];
  const grid = scoreGrid(draw, first + second, width);
  const over = (rows: readonly (readonly number[])[]): readonly number[] =>
    times(width, (at) => mean(rows.map((values) => values[at] ?? 0)));
  const blocks = [grid.slice(0, first), grid.slice(first)];
  const averages = blocks.map(over);
  const word = draw.pick(["Average", "Avg.", "Mean"]);
  const print = (values: readonly number[]): readonly string[] => values.map((value) => shown(value, 1, rule));
  const rows = blocks.flatMap((block, at) => [
    ...block.map((values, row) => [dataSets(16)[at * first + row] ?? "", ...print(values)]),
    [word, ...print(averages[at] ?? [])],
  ]);
  const last = overall === "rows" ? over(grid) : over(averages);
  const lastRow = overall === "none" ? [] : [[draw.pick(["Overall", "All", "Overall average", word]), ...print(last)]];
  return table(["Dataset", ...methods(width)], [...rows, ...lastRow], {
    rulesAbove: [first + 1, ...(overall === "none" ? [] : [first + second + 2])],
  });
}

/** Averages of rows and of columns, with their corner. */
function cornerTable(draw: Draw): PrintedTable {
  const [digits, rule] = [draw.pick([1, 2]), draw.rule()];
  const grid = scoreGrid(draw, draw.whole(4, 10), draw.whole(3, 7)).map((values) => [...values, mean(values)]);
  const width = grid[0]?.length ?? 0;
  const last = times(width, (at) => mean(grid.map((values) => values[at] ?? 0)));
  const rows = [...grid, last].map((values, row) => [
    row === grid.length ? "Average" : (methods(12)[row] ?? ""),
    ...values.map((value) => shown(value, digits, rule)),
  ]);
  return table(["Method", ...dataSets(width - 1), "Average"], rows);
}

/** What stands beside a baseline and us, over sets, with a row of averages: the average's, or the average of it. */
const besides: Readonly<Record<string, (base: number, ours: number) => number>> = {
  "Speed-up": (base, ours) => base / ours,
  Ratio: (base, ours) => ours / base,
  "Improv. (%)": (base, ours) => (100 * (ours - base)) / base,
  "Reduction (%)": (base, ours) => (100 * (base - ours)) / base,
  "Ours/SVM": (base, ours) => ours / base,
  "Error red.": (base, ours) => (100 * (ours - base)) / (100 - base),
  Better: (base, ours) => Math.max(base, ours),
  Worse: (base, ours) => Math.min(base, ours),
  Gap: (base, ours) => Math.abs(base - ours),
  "F-score": (base, ours) => (2 * base * ours) / (base + ours),
};

function besideTable(draw: Draw, name: string): PrintedTable {
  const [digits, rule, ofAverages, third] = [draw.pick([1, 2]), draw.rule(), draw.chance(0.6), draw.chance(0.4)];
  const of = besides[name] ?? Math.max;
  const grid = scoreGrid(draw, draw.whole(5, 12), 2, 25, 90).map(([base = 1, ours = 1]) => [
    base,
    ours,
    of(base, ours),
  ]);
  const averages = times(3, (at) => mean(grid.map((values) => values[at] ?? 0)));
  const last = ofAverages ? [...averages.slice(0, 2), of(averages[0] ?? 1, averages[1] ?? 1)] : averages;
  const rows = [...grid, last].map((values, row) => [
    row === grid.length ? draw.pick(["Average", "Avg.", "Mean"]) : (dataSets(12)[row] ?? ""),
    ...values.map((value) => shown(value, digits, rule)),
    ...(third ? [shown((values[0] ?? 0) / 3, digits, rule)] : []),
  ]);
  return table(["Dataset", "SVM", "Ours", name, ...(third ? ["Time"] : [])], rows);
}

/** One row quoted from many works, whose average is the best that one of them prints. */
function publishedTable(draw: Draw): PrintedTable {
  const [width, rule] = [draw.whole(3, 7), draw.rule()];
  const works = scoreGrid(draw, 6, width).map((values) => [...values, mean(values)]);
  const best = times(width + 1, (at) => Math.max(...works.map((values) => values[at] ?? 0)));
  const grid = [best, ...scoreGrid(draw, draw.whole(4, 10), width).map((values) => [...values, mean(values)])];
  const name = draw.pick([
    "Previous SOTA",
    "SOTA",
    "Best published",
    "Prior best",
    "State of the art",
    "Upper bound",
    "Ours (best of 5)",
  ]);
  const rows = grid.map((values, row) => [
    row === 0 ? name : (methods(12)[row - 1] ?? ""),
    ...values.map((value) => shown(value, 1, rule)),
  ]);
  return table(["Method", ...dataSets(width), "Avg."], rows);
}

/** Rows of averages, and averages that rows of another making spoil. */
export const averagesOfRows: readonly TrueKind[] = [
  ...(["SD", "population", "SEM"] as const).map((spread) => ({
    name: `subjects with their mean and ${spread}`,
    draw: (draw: Draw) => subjectsTable(draw, spread),
  })),
  ...(["rows", "averages", "none"] as const).map((overall) => ({
    name: `averages of blocks of rows, over all: ${overall}`,
    draw: (draw: Draw) => blocksTable(draw, overall),
  })),
  { name: "averages of rows and of columns", draw: cornerTable },
  ...Object.keys(besides).map((name) => ({
    name: `a row of averages below "${name}"`,
    draw: (draw: Draw) => besideTable(draw, name),
  })),
  { name: "averages beside a row of published ones", draw: publishedTable },
];
