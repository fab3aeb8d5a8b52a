import { type Draw, dataSets, mean, methods, scoreGrid, shown, times } from "./draw.ts";
import { type PrintedCell, type PrintedTable, type TrueKind, table } from "./printed-table.ts";

/** Ranks by the average of scores of which some are hidden, with the average rank. */
function averageRankTable(draw: Draw, hidden: number): PrintedTable {
  const [width, rule] = [draw.whole(3, 5), draw.rule()];
  const grid = scoreGrid(draw, draw.whole(5, 12), width + hidden);
  const rankIn = (row: number, at: number): number =>
    1 + grid.filter((other) => (other[at] ?? 0) > (grid[row]?.[at] ?? 0)).length;
  const averages = grid.map(mean);
  const rows = grid.map((values, row) => [
    methods(grid.length)[row] ?? "",
    ...values.slice(0, width).map((value) => shown(value, 1, rule)),
    shown(averages[row] ?? 0, 1, rule),
    shown(mean(times(width + hidden, (at) => rankIn(row, at))), 2, rule),
    String(1 + averages.filter((other) => other > (averages[row] ?? 0)).length),
  ]);
  return table(
    ["Method", ...dataSets(width), "Avg.", draw.pick(["Avg. rank", "Mean rank", "Average Rank"]), "Rank"],
    rows,
  );
}

/** Ranks within groups that a rule parts. */
function groupRanksTable(draw: Draw): PrintedTable {
  const [size, rule] = [draw.whole(3, 5), draw.rule()];
  const scores = times(2 * size, () => draw.real(50, 90));
  const rows = scores.map((value, row) => {
    const group = scores.slice(row < size ? 0 : size, row < size ? size : 2 * size);
    return [
      methods(2 * size)[row] ?? "",
      shown(value, 1, rule),
      String(1 + group.filter((other) => other > value).length),
    ];
  });
  return table(["Method", "Accuracy", "Rank"], rows, { rulesAbove: [size] });
}

/** What bold means in a table: which rows of a column are bold, by their scores, the higher the better. */
interface Bold {
  readonly name: string;
  readonly marks: (scores: readonly number[], draw: Draw, digits: number) => readonly number[];
  readonly underlines?: boolean;
  readonly rules?: boolean;
  readonly notes?: boolean;
}

const order = (scores: readonly number[]): readonly number[] =>
  scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
const bestOf = (scores: readonly number[], among: readonly number[]): readonly number[] =>
  order(scores)
    .filter((at) => among.includes(at))
    .slice(0, 1);
const all = (scores: readonly number[]): readonly number[] => scores.map((_, at) => at);

const bolds: readonly Bold[] = [
  { name: "the best in bold", marks: (scores) => bestOf(scores, all(scores)) },
  { name: "the best in bold, the second underlined", marks: (scores) => bestOf(scores, all(scores)), underlines: true },
  {
    name: "all that print like the best in bold",
    marks: (scores, _, digits) =>
      all(scores).filter((at) => (scores[at] ?? 0).toFixed(digits) === Math.max(...scores).toFixed(digits)),
  },
  { name: "the best three in bold", marks: (scores) => order(scores).slice(0, 3) },
  {
    name: "all within a point of the best in bold",
    marks: (scores) => all(scores).filter((at) => (scores[at] ?? 0) > Math.max(...scores) - 1),
  },
  { name: "ours in bold", marks: (scores) => [scores.length - 1] },
  {
    name: "the best in bold but for the first row, an oracle",
    marks: (scores) => bestOf(scores, all(scores).slice(1)),
  },
  {
    name: "the best of each group in bold",
    rules: true,
    marks: (scores) => [all(scores).slice(0, 4), all(scores).slice(4)].flatMap((group) => bestOf(scores, group)),
  },
  {
    name: "the best without footnoted numbers in bold",
    notes: true,
    marks: (scores) =>
      bestOf(
        scores,
        all(scores).filter((at) => at % 4 !== 1),
      ),
  },
  {
    name: "the better of ours and the last baseline in bold",
    marks: (scores) => bestOf(scores, all(scores).slice(-2)),
  },
  {
    name: "the best in bold where the gain is significant",
    marks: (scores) => {
      const [first = 0, second = 0] = order(scores);
      return (scores[first] ?? 0) - (scores[second] ?? 0) > 1 ? [first] : [];
    },
  },
  {
    name: "what improves on the first row in bold",
    marks: (scores) => all(scores).filter((at) => (scores[at] ?? 0) > (scores[0] ?? 0)),
  },
];

/** Columns of which the lower or the higher is better, as their names say, or as nothing says. */
function boldTable(draw: Draw, { marks, underlines = false, rules = false, notes = false }: Bold): PrintedTable {
  const [height, width, digits, rule] = [draw.whole(6, 11), draw.whole(3, 8), draw.pick([0, 1, 2]), draw.rule()];
  const grid = scoreGrid(draw, height, width, 10, 60);
  const lower = times(width, () => draw.chance(0.3));
  const names = times(width, (at) =>
    lower[at]
      ? draw.pick(["FID", "WER ↓", "Error ↓", "Loss", "MAE", `Err. ${at} ↓`, "FPR95"])
      : draw.pick(["Acc.", "Accuracy ↑", "BLEU", `${dataSets(width)[at]} ↑`, dataSets(width)[at] ?? ""]),
  );
  const bold = times(width, (at) =>
    marks(
      grid.map((values) => (lower[at] ? -1 : 1) * (values[at] ?? 0)),
      draw,
      digits,
    ),
  );
  const second = times(width, (at) => {
    const scores = grid.map((values) => (lower[at] ? -1 : 1) * (values[at] ?? 0));
    return bestOf(
      scores,
      all(scores).filter((row) => !bold[at]?.includes(row)),
    );
  });
  const rows = grid.map((values, row) => [
    methods(height)[row] ?? "",
    ...values.map(
      (value, at): PrintedCell => ({
        text: shown(value, digits, rule),
        bold: bold[at]?.includes(row) ?? false,
        underline: underlines && (second[at]?.includes(row) ?? false),
        ...(notes && row % 4 === 1 ? { note: "†" } : {}),
      }),
    ),
  ]);
  return table(["Method", ...names], rows, rules ? { rulesAbove: [4] } : {});
}

/** The best of every row in bold: methods stand in columns. */
function boldRowsTable(draw: Draw): PrintedTable {
  const grid = scoreGrid(draw, draw.whole(5, 12), draw.whole(3, 6));
  const rule = draw.rule();
  const rows = grid.map((values, row) => [
    dataSets(grid.length)[row] ?? "",
    ...values.map((value) => ({ text: shown(value, 1, rule), bold: value === Math.max(...values) })),
  ]);
  return table(["Dataset", ...methods(grid[0]?.length ?? 0)], rows);
}

/** Ranks of every kind, and what is set apart as the best. */
export const orders: readonly TrueKind[] = [
  { name: "ranks by the average, with the average rank", draw: (draw) => averageRankTable(draw, 0) },
  { name: "ranks by the average over hidden columns too", draw: (draw) => averageRankTable(draw, 2) },
  { name: "ranks within groups", draw: groupRanksTable },
  ...bolds.map((kind) => ({ name: kind.name, draw: (draw: Draw) => boldTable(draw, kind) })),
  { name: "the best of each row in bold", draw: boldRowsTable },
];
