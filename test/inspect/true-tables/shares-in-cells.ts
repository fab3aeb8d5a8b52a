import { type Draw, dataSets, methods, shown, sum, times } from "./draw.ts";
import { type PrintedTable, type TrueKind, table } from "./printed-table.ts";

/** A percentage with its fraction: of every cell, or of all columns but one, which holds another score. */
function fractionsTable(draw: Draw, kind: "all" | "a column of another score" | "means over folds") {
  const [decimals, rule] = [draw.pick([0, 1, 1, 2]), draw.rule()];
  const totals = times(draw.whole(1, 4), () => draw.whole(20, 400));
  const odd = kind === "a column of another score" && totals.length > 1 ? draw.whole(0, totals.length - 1) : -1;
  const form = draw.pick(["85.2 (75/88)", "85.2% (75/88)", "75/88 (85.2%)"]);
  const height = draw.whole(4, 12);
  const print = (share: number, count: number, total: number): string => {
    const [percent, fraction] = [shown(100 * share, decimals, rule), `${count}/${total}`];
    if (form === "75/88 (85.2%)") return `${fraction} (${percent}%)`;
    return `${percent}${form.includes("%") ? "%" : ""} (${fraction})`;
  };
  const rows = times(height, (row) => [
    methods(height)[row] ?? "",
    ...totals.map((total, column) => {
      const count = draw.whole(Math.floor(total / 2), total);
      const share = count / total;
      const isOther = column === odd || kind === "means over folds";
      return print(isOther ? Math.min(1, share + draw.real(-0.05, 0.05)) : share, count, total);
    }),
  ]);
  return table(["Method", ...["Sensitivity", "Specificity", "PPV", "F1"].slice(0, totals.length)], rows);
}

type Characteristics = "all known" | "some missing" | "some of images" | "weighted" | "moved to 100";

/** Characteristics of groups, whose sizes the header says, or a column does where the table is turned. */
function characteristicsTable(draw: Draw, kind: Characteristics, where: "header" | "row"): PrintedTable {
  const [decimals, rule] = [draw.pick([0, 1, 1, 2]), draw.rule()];
  const sizes = times(draw.whole(1, 3), () => draw.whole(60, 700));
  const cellsOf = (of: (size: number) => readonly [count: number, total: number]): readonly string[] =>
    sizes.map((size) => {
      const [count, total] = of(size);
      const printed = kind === "weighted" ? Math.max(0, count + draw.real(-0.49, 0.49)) : count;
      return `${count} (${shown((100 * printed) / total, decimals, rule)}%)`;
    });
  const plain = times(draw.whole(4, 9), (row): readonly string[] => {
    const isOdd = draw.chance(0.2);
    const total = (size: number): number => {
      if (kind === "some missing" && isOdd) return size - draw.whole(1, 20);
      return kind === "some of images" && isOdd ? size + draw.whole(1, 300) : size;
    };
    return [
      `Trait ${String.fromCharCode(65 + row)}`,
      ...cellsOf((size) => {
        const whole = total(size);
        return [draw.whole(0, Math.min(whole, size - 1)), whole];
      }),
    ];
  });
  const rows = kind === "moved to 100" ? thirds(draw, sizes) : plain;
  const names = sizes.map((size, at) => `Group ${at + 1}${where === "header" ? ` (n = ${size})` : ""}`);
  return table(
    ["Characteristic", ...names],
    where === "header" ? rows : [["No. of patients", ...sizes.map(String)], ...rows],
  );
}

/** Classes that make up each group, their percentages in whole numbers, the first moved so that they add up to 100. */
function thirds(draw: Draw, sizes: readonly number[]): readonly (readonly string[])[] {
  const columns = sizes.map((size) => {
    const [first, second] = [draw.whole(1, Math.floor(size / 2)), draw.whole(1, Math.floor(size / 2) - 1)];
    const counts = [size - first - second, first, second];
    const percents = counts.map((count) => Number(shown((100 * count) / size, 0, "half-up")));
    const [head = 0, ...rest] = percents;
    return [head + 100 - sum(percents), ...rest].map((percent, at) => `${counts[at]} (${percent}%)`);
  });
  return ["Low", "Middle", "High"].map((name, row) => [name, ...columns.map((column) => column[row] ?? "")]);
}

/** Counts with their share of a column. */
function shareOfColumn(draw: Draw): PrintedTable {
  const [decimals, rule] = [draw.pick([1, 2]), draw.rule()];
  const rows = times(draw.whole(4, 12), (row) => {
    const all = draw.whole(100, 3000);
    const part = draw.whole(0, all);
    return [dataSets(12)[row] ?? "", String(all), `${part} (${shown((100 * part) / all, decimals, rule)}%)`];
  });
  return table(["Dataset", "# examples", "Errors"], rows);
}

/** Percentages that stand in one cell with their counts. */
export const sharesInCells: readonly TrueKind[] = [
  ...(["all", "a column of another score", "means over folds"] as const).map((kind) => ({
    name: `percentages with fractions: ${kind}`,
    draw: (draw: Draw) => fractionsTable(draw, kind),
  })),
  ...(["header", "row"] as const).flatMap((where) =>
    (["all known", "some missing", "some of images", "weighted", "moved to 100"] as const).map((kind) => ({
      name: `characteristics of groups, sizes in a ${where}: ${kind}`,
      draw: (draw: Draw) => characteristicsTable(draw, kind, where),
    })),
  ),
  { name: "counts with their share of a column", draw: shareOfColumn },
];
