import { type Draw, dataSets, mean, methods, scoreGrid, shown, times } from "./draw.ts";
import { type PrintedCell, type PrintedTable, type TrueKind, table } from "./printed-table.ts";

/** How a cell that is set apart is printed, and what of it goes into its row's average. */
interface Gap {
  readonly name: string;
  readonly printed: (text: string, draw: Draw) => PrintedCell;
  readonly counted: (value: number, draw: Draw) => number | undefined;
}

const left = (): undefined => undefined;
const gaps: readonly Gap[] = [
  {
    name: "averages over the cells that are there",
    printed: (_, draw) => ({ text: draw.pick(["-", "–", "—", ""]) }),
    counted: left,
  },
  { name: "averages over empty cells too", printed: () => ({ text: "–" }), counted: (value) => value },
  { name: "averages in which empty cells are zero", printed: () => ({ text: "-" }), counted: () => 0 },
  {
    name: "averages over numbers only",
    printed: (_, draw) => ({ text: draw.pick(["OOM", "n/a", "N/A", "diverged", "x"]) }),
    counted: left,
  },
  { name: "averages over bounds too", printed: (text) => ({ text: `>${text}` }), counted: (value) => value + 1.3 },
  {
    name: "averages without footnoted cells",
    printed: (text, draw) => ({ text, note: draw.pick(["†", "*", "a"]) }),
    counted: left,
  },
  { name: "averages with footnoted cells", printed: (text) => ({ text, note: "†" }), counted: (value) => value },
  { name: "averages without cells in parentheses", printed: (text) => ({ text: `(${text})` }), counted: left },
  { name: "averages without underlined cells", printed: (text) => ({ text, underline: true }), counted: left },
  { name: "averages without starred cells", printed: (text) => ({ text: `${text}*` }), counted: left },
];

function gappedTable(draw: Draw, { printed, counted }: Gap): PrintedTable {
  const width = draw.whole(4, 8);
  const grid = scoreGrid(draw, draw.whole(4, 14), width);
  const [digits, rule, share] = [draw.pick([1, 2]), draw.rule(), draw.pick([0.04, 0.1, 0.25])];
  const rows = grid.map((values, row) => {
    const apart = values.map(() => draw.chance(share)).map((its, at) => its && at > 1);
    const cells = values.map((value, at) => {
      const text = shown(value, digits, rule);
      return apart[at] ? printed(text, draw) : { text };
    });
    const used = values
      .map((value, at) => (apart[at] ? counted(value, draw) : value))
      .filter((value) => value !== undefined);
    return [methods(grid.length)[row] ?? "", ...cells, shown(mean(used), digits, rule)];
  });
  const needsEmphasis = rows.some((row) => row.some((cell) => typeof cell !== "string" && cell.underline));
  return table(["Method", ...dataSets(width), draw.pick(["Avg.", "Average"])], rows, { needsEmphasis });
}

/** Trained on one set, tested on every other: the average leaves out the set itself. */
function transferTable(draw: Draw, printsOwn: boolean): PrintedTable {
  const size = draw.whole(4, 9);
  const grid = scoreGrid(draw, size, size);
  const [digits, rule] = [draw.pick([1, 2]), draw.rule()];
  const names = dataSets(size);
  const rows = grid.map((values, row) => [
    names[row] ?? "",
    ...values.map((value, at) => (at === row && !printsOwn ? "-" : shown(value, digits, rule))),
    shown(mean(values.filter((_, at) => at !== row)), digits, rule),
  ]);
  return table(["Train / Test", ...names, "Avg."], rows);
}

/** Tasks one after the other: after each the average over those that were seen. */
function tasksTable(draw: Draw): PrintedTable {
  const size = draw.whole(4, 9);
  const grid = scoreGrid(draw, size, size);
  const rule = draw.rule();
  const rows = grid.map((values, row) => [
    `Task ${row + 1}`,
    ...values.map((value, at) => (at > row ? "-" : shown(value, 1, rule))),
    shown(mean(values.slice(0, row + 1)), 1, rule),
  ]);
  return table(["After", ...times(size, (at) => `T${at + 1}`), "Avg."], rows);
}

/** Averages of rows in which some cells are empty, are no numbers, or are set apart. */
export const averagesWithGaps: readonly TrueKind[] = [
  ...gaps.map((gap) => ({ name: gap.name, draw: (draw: Draw) => gappedTable(draw, gap) })),
  { name: "averages over the other sets, the own empty", draw: (draw) => transferTable(draw, false) },
  { name: "averages over the other sets, the own printed", draw: (draw) => transferTable(draw, true) },
  { name: "averages over the tasks so far", draw: tasksTable },
];
