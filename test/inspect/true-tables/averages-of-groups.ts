import { type Draw, dataSets, deviation, mean, median, methods, scoreGrid, shown, times } from "./draw.ts";
import { type HeaderCell, type PrintedTable, type TrueKind, table } from "./printed-table.ts";

const one = (text: string): HeaderCell => ({ text, span: 1 });
const harmonic = (a: number, b: number): number => (2 * a * b) / (a + b);

/** Seen and unseen sets, each with its average, and one over both: of all sets, of the two averages, or their harmonic mean. */
function groupsTable(draw: Draw, overall: "sets" | "groups" | "harmonic" | "none"): PrintedTable {
  const widths = [draw.whole(2, 5), draw.whole(2, 4)];
  const [first = 2, second = 2] = widths;
  const grid = scoreGrid(draw, draw.whole(4, 12), first + second);
  const [digits, rule] = [draw.pick([1, 2]), draw.rule()];
  const rows = grid.map((values, row) => {
    const [seen, unseen] = [values.slice(0, first), values.slice(first)];
    const all = {
      sets: mean(values),
      groups: mean([mean(seen), mean(unseen)]),
      harmonic: harmonic(mean(seen), mean(unseen)),
      none: 0,
    }[overall];
    const cells = [...seen, mean(seen), ...unseen, mean(unseen), ...(overall === "none" ? [] : [all])];
    return [methods(grid.length)[row] ?? "", ...cells.map((value) => shown(value, digits, rule))];
  });
  const names = dataSets(first + second);
  const average = draw.pick(["Avg.", "Avg", "Average", "Mean"]);
  const last = overall === "none" ? [] : [draw.pick(["Avg.", "Average", "All", "Overall", "H"])];
  const inner = ["Method", ...names.slice(0, first), average, ...names.slice(first), average, ...last];
  const outer = [
    one(""),
    { text: "Seen", span: first + 1 },
    { text: "Unseen", span: second + 1 },
    ...last.map(() => one("")),
  ];
  return { ...table(inner, rows), header: [outer, inner.map(one)] };
}

/** Two metrics of every set, and of their average. */
function metricsTable(draw: Draw): PrintedTable {
  const sets = draw.whole(2, 4);
  const grid = times(2, () => scoreGrid(draw, 8, sets));
  const rule = draw.rule();
  const rows = times(8, (row) => [
    methods(8)[row] ?? "",
    ...times(sets, (set) => grid.map((metric) => shown(metric[row]?.[set] ?? 0, 1, rule))).flat(),
    ...grid.map((metric) => shown(mean(metric[row] ?? []), 1, rule)),
  ]);
  const inner = ["Method", ...times(sets + 1, () => ["Acc. ↑", "ECE ↓"]).flat()];
  const outer = [one(""), ...dataSets(sets).map((text) => ({ text, span: 2 })), { text: "Average", span: 2 }];
  return { ...table(inner, rows), header: [outer, inner.map(one)] };
}

/** What stands below the methods: a row made of theirs, under the average as under every other column. */
const lastRows: Readonly<Record<string, (column: readonly number[]) => number>> = {
  Median: median,
  Mean: mean,
  Average: mean,
  Max: (column) => Math.max(...column),
  Min: (column) => Math.min(...column),
  Best: (column) => Math.max(...column),
  Range: (column) => Math.max(...column) - Math.min(...column),
  Std: deviation,
  "Std. dev.": deviation,
  SD: deviation,
  Oracle: (column) => Math.max(...column),
  "Ours vs. best": (column) => (column.at(-1) ?? 0) - Math.max(...column.slice(0, -1)),
  "Rel. improvement": (column) => 100 * ((column.at(-1) ?? 0) / Math.max(...column.slice(0, -1)) - 1),
  "Relative gain": (column) => 100 * ((column.at(-1) ?? 0) / (column[0] ?? 1) - 1),
  "Improvement (%)": (column) => 100 * ((column.at(-1) ?? 0) / (column[0] ?? 1) - 1),
  "Improvement over SVM": (column) => 100 * ((column.at(-1) ?? 0) / (column[0] ?? 1) - 1),
  "Error reduction": (column) => (100 * ((column.at(-1) ?? 0) - (column[0] ?? 0))) / (100 - (column[0] ?? 0)),
  "Relative to SVM": (column) => (100 * (column.at(-1) ?? 0)) / (column[0] ?? 1),
  Δ: (column) => (column.at(-1) ?? 0) - (column[0] ?? 0),
  "p-value": (column) => (column[0] ?? 0) / 1000,
  "Speed-up": (column) => (column.at(-1) ?? 0) / (column[0] ?? 1),
  "Rank of ours": (column) => 1 + column.filter((value) => value > (column.at(-1) ?? 0)).length,
};

function lastRowTable(draw: Draw, name: string): PrintedTable {
  const width = draw.whole(3, 6);
  const grid = scoreGrid(draw, draw.whole(5, 12), width).map((values) => [...values, mean(values)]);
  const [digits, rule, fromPrint] = [draw.pick([1, 2]), draw.rule(), draw.chance(0.3)];
  const print = (value: number): string => shown(value, digits, rule);
  const used = fromPrint ? grid.map((values) => values.map((value) => Number(print(value)))) : grid;
  const last = times(width + 1, (at) => lastRows[name]?.(used.map((values) => values[at] ?? 0)) ?? 0);
  const whole = name.startsWith("Rank");
  const rows = grid.map((values, row) => [methods(grid.length)[row] ?? "", ...values.map(print)]);
  return table(
    ["Method", ...dataSets(width), draw.pick(["Avg.", "Average"])],
    [...rows, [name, ...last.map((value) => (whole ? String(value) : print(value)))]],
  );
}

/** A classifier's report: scores of every class, then their averages, plain and by support. */
function reportTable(draw: Draw): PrintedTable {
  const classes = draw.whole(3, 6);
  const support = times(classes, () => draw.whole(20, 300));
  const share = (at: number): number => (support[at] ?? 0) / support.reduce((all, size) => all + size, 0);
  const scores = times(classes, () => {
    const [precision, recall] = [draw.real(0.4, 0.95), draw.real(0.4, 0.95)];
    return [precision, recall, harmonic(precision, recall)];
  });
  const of = (weight: (at: number) => number): readonly number[] =>
    times(3, (metric) => scores.reduce((all, its, at) => all + (its[metric] ?? 0) * weight(at), 0));
  const print = (values: readonly number[], size: number): readonly string[] => [
    ...values.map((value) => shown(value, 2, "half-even")),
    String(size),
  ];
  const total = support.reduce((all, size) => all + size, 0);
  return table(
    ["Class", "Precision", "Recall", "F1", "Support"],
    [
      ...scores.map((its, at) => [`class ${at}`, ...print(its, support[at] ?? 0)]),
      [
        draw.pick(["macro avg", "Macro", "Avg", "Average"]),
        ...print(
          of(() => 1 / classes),
          total,
        ),
      ],
      [draw.pick(["weighted avg", "Weighted", "Weighted average"]), ...print(of(share), total)],
    ],
  );
}

/** Averages over groups of columns, and rows below the methods that are made of theirs. */
export const averagesOfGroups: readonly TrueKind[] = [
  ...(["sets", "groups", "harmonic", "none"] as const).map((overall) => ({
    name: `averages of seen and unseen sets, over both: ${overall}`,
    draw: (draw: Draw) => groupsTable(draw, overall),
  })),
  { name: "averages of two metrics", draw: metricsTable },
  ...Object.keys(lastRows).map((name) => ({
    name: `averages above a row "${name}"`,
    draw: (draw: Draw) => lastRowTable(draw, name),
  })),
  { name: "averages of a report by class", draw: reportTable },
];
