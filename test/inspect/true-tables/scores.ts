import { numbersFrom } from "../random-tables.ts";
import { type TrueFamily, trueFamilies } from "../true-scores.ts";
import { type Draw, dataSets, deviation, mean, median, methods, scoreGrid, shown, sum, times } from "./draw.ts";
import { type PrintedTable, type TrueKind, table } from "./printed-table.ts";

type Averaging =
  | "of one matrix"
  | "over classes"
  | "by class size"
  | "over folds"
  | "over pooled classes"
  | "F of averages";

/** Precision, recall and F1 of real counts. */
function fTable(draw: Draw, averaging: Averaging): PrintedTable {
  const [digits, rule, percent] = [draw.pick([1, 2, 3]), draw.rule(), draw.chance(0.5)];
  const parts = averaging === "of one matrix" ? 1 : draw.whole(2, 5);
  const close = draw.chance(0.5);
  const rows = times(draw.whole(4, 14), (row) => {
    const level = draw.real(0.4, 0.9);
    const matrices = times(parts, () => {
      const positives = draw.whole(40, 400);
      const share = close ? level + draw.real(-0.05, 0.05) : draw.real(0.2, 0.98);
      const hits = Math.max(1, Math.round(positives * share));
      return { positives, hits, alarms: Math.round(positives * draw.real(0.05, close ? 0.4 : 1.5)) };
    });
    const scores = matrices.map(({ positives, hits, alarms }) => [
      hits / (hits + alarms),
      hits / positives,
      (2 * hits) / (positives + hits + alarms),
    ]);
    const size = (at: number): number => (averaging === "by class size" ? (matrices[at]?.positives ?? 0) : 1);
    const weighted = times(
      3,
      (metric) => sum(scores.map((its, at) => (its[metric] ?? 0) * size(at))) / sum(scores.map((_, at) => size(at))),
    );
    const [hits, positives, alarms] = (["hits", "positives", "alarms"] as const).map((name) =>
      sum(matrices.map((its) => its[name])),
    );
    const [precision = 0, recall = 0] = weighted;
    const values =
      {
        "over pooled classes": [
          (hits ?? 0) / ((hits ?? 0) + (alarms ?? 0)),
          (hits ?? 0) / (positives ?? 1),
          (2 * (hits ?? 0)) / ((positives ?? 0) + (hits ?? 0) + (alarms ?? 0)),
        ],
        "F of averages": [precision, recall, (2 * precision * recall) / (precision + recall)],
      }[averaging as string] ?? weighted;
    const texts = values.map((value) =>
      shown(percent ? 100 * value : value, percent ? Math.min(digits, 2) : digits + 1, rule),
    );
    return [methods(14)[row] ?? "", ...texts];
  });
  return table(
    ["Method", "P", "R", "F1"].map((name, at) =>
      at > 0 && draw.chance(0.5) ? (["", "Precision", "Recall", "F1"][at] ?? name) : name,
    ),
    rows,
  );
}

/** Accuracies of real counts on so many examples as a column says, of one run or averaged. */
function countedTable(draw: Draw, runs: number): PrintedTable {
  const [rule, one] = [draw.rule(), draw.whole(20, 400)];
  const same = draw.chance(0.5);
  const rows = times(draw.whole(5, 14), (row) => {
    const count = same ? one : draw.whole(20, 400);
    const accuracy = mean(times(runs, () => draw.whole(Math.floor(count / 2), count) / count));
    return [methods(14)[row] ?? "", String(count), shown(100 * accuracy, 1, rule)];
  });
  return table(
    ["Method", draw.pick(["n", "N", "# examples", "Sample size"]), draw.pick(["Acc. (%)", "Accuracy (%)"])],
    rows,
  );
}

/** Accuracies over folds whose sizes differ by one: the mean of the folds is no share of all examples. */
function foldsTable(draw: Draw): PrintedTable {
  const [count, folds] = [draw.whole(30, 120), 5];
  const rows = times(draw.whole(5, 12), (row) => {
    const sizes = times(folds, (at) => Math.floor(count / folds) + (at < count % folds ? 1 : 0));
    const accuracy = mean(sizes.map((size) => draw.whole(Math.floor(size / 2), size) / size));
    return [methods(14)[row] ?? "", shown(100 * accuracy, 1, "half-even")];
  });
  return table(["Method", "Accuracy (%)"], rows, { options: { count } });
}

/** Means with a spread behind each, over the same runs, with the average of every row. */
function spreadTable(draw: Draw, spread: "SD" | "SEM" | "interval", inline: boolean): PrintedTable {
  const [runs, width, digits, rule] = [draw.pick([3, 5, 10]), draw.whole(2, 5), draw.pick([1, 2]), draw.rule()];
  const grid = scoreGrid(draw, draw.whole(4, 10), width);
  const rows = grid.map((middles, row) => {
    const each = middles.map((middle) => times(runs, () => middle + draw.real(-1.5, 1.5)));
    const ofRuns = times(runs, (run) => mean(each.map((values) => values[run] ?? 0)));
    const cells = [...each, ofRuns].flatMap((values) => {
      const factor = { SD: 1, SEM: 1 / Math.sqrt(runs), interval: 1.96 / Math.sqrt(runs) }[spread];
      const [value, around] = [mean(values), deviation(values) * factor].map((its) => shown(its, digits, rule));
      return inline ? [`${value}±${around}`] : [value ?? "", around ?? ""];
    });
    return [methods(grid.length)[row] ?? "", ...cells];
  });
  const names = [...dataSets(width), "Avg."].flatMap((name) => (inline ? [name] : [name, `${name} (std)`]));
  return table(["Method", ...names], rows);
}

/** Scores with statistics of hidden runs behind them. */
function statisticsTable(draw: Draw): PrintedTable {
  const rule = draw.rule();
  const rows = times(draw.whole(4, 12), (row) => {
    const values = times(9, () => draw.real(60, 80));
    const its = [mean(values), median(values), deviation(values), Math.min(...values), Math.max(...values)];
    return [methods(14)[row] ?? "", ...its.map((value) => shown(value, 1, rule))];
  });
  return table(["Method", "Mean", "Median", "Std", "Min", "Max"], rows);
}

/** Costs beside scores, in units of their own, of which nothing is made. */
function costsTable(draw: Draw): PrintedTable {
  const rule = draw.rule();
  const rows = times(draw.whole(4, 12), (row) => {
    const scores = times(3, () => draw.real(50, 90));
    const seconds = draw.real(0.5, 90);
    return [
      methods(14)[row] ?? "",
      shown(draw.real(1, 300), 1, rule),
      shown(seconds, 2, rule),
      shown(60 / seconds, 1, rule),
      ...scores.map((value) => shown(value, 1, rule)),
      shown(mean(scores), 1, rule),
      shown(mean(scores) / 100, 3, rule),
    ];
  });
  return table(
    ["Method", "Params (M)", "Time (s)", "FPS", "A", "B", "C", "Avg.", draw.pick(["Score", "F1", "Kappa"])],
    rows,
  );
}

function ofFamily({ check, what, draw }: TrueFamily): TrueKind {
  return {
    name: `${check}: ${what}`,
    draw: (choices) => {
      const { columns, rows, options } = draw(numbersFrom(choices.whole(0, 2 ** 31)));
      const printed = table(
        ["", ...Object.keys(columns)],
        Object.entries(rows).map(([name, cells]) => [name, ...cells]),
      );
      return options === undefined ? printed : { ...printed, options };
    },
  };
}

/** Scores of real counts, scores and runs, with what stands beside them. */
export const scores: readonly TrueKind[] = [
  ...(
    ["of one matrix", "over classes", "by class size", "over folds", "over pooled classes", "F of averages"] as const
  ).map((averaging) => ({
    name: `precision, recall and F1 ${averaging}`,
    draw: (draw: Draw) => fTable(draw, averaging),
  })),
  { name: "accuracies on n examples", draw: (draw) => countedTable(draw, 1) },
  { name: "accuracies of three runs on n examples", draw: (draw) => countedTable(draw, 3) },
  { name: "accuracies over folds", draw: foldsTable },
  ...(["SD", "SEM", "interval"] as const).flatMap((spread) =>
    [true, false].map((inline) => ({
      name: `means ± ${spread}${inline ? "" : " in columns of their own"}`,
      draw: (draw: Draw) => spreadTable(draw, spread, inline),
    })),
  ),
  { name: "statistics of runs", draw: statisticsTable },
  { name: "costs beside scores", draw: costsTable },
  ...trueFamilies.map(ofFamily),
];
