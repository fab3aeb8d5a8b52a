import type { CheckResult } from "../../checks/check-result.ts";
import { checkMajorityBaseline } from "../../checks/majority-baseline.ts";
import { alongRows, plainLines, valueAt } from "../sheet.ts";
import type { Asked, CellAt, TableCheck } from "../table-check.ts";

/** Accuracies below what always answering with the greater class scores, where the counts were stated: one note a column. */
export const majority: TableCheck = {
  name: "majority-baseline",
  apply: (reading, { positives, negatives }) => {
    if (positives === undefined || negatives === undefined || positives + negatives === 0) return [];
    const sheet = alongRows(reading);
    const classCounts = { positive: positives, negative: negatives };
    return reading.columns.flatMap((column): readonly Asked[] => {
      const { role, metric, unit } = column;
      if (role !== "score" || metric !== "accuracy" || (unit !== "percent" && unit !== "fraction")) return [];
      const below: { readonly cell: CellAt; readonly result: CheckResult; readonly name: string }[] = [];
      for (const row of plainLines(sheet)) {
        const accuracy = valueAt(sheet, row, column);
        if (accuracy === undefined) continue;
        const result = checkMajorityBaseline({ accuracy, classCounts, scale: unit });
        if (result.details.belowBaseline === true) below.push({ cell: sheet.at(row, column), result, name: row.name });
      }
      const [first] = below;
      if (first === undefined) return [];
      const others =
        below.length === 1 ? "" : ` So it is in ${below.length - 1} more row${below.length === 2 ? "" : "s"}.`;
      return [
        {
          outcome: "consistent",
          cells: below.map(({ cell }) => cell),
          flag: {
            strength: "note",
            headline: `row "${first.name}", column "${column.name}": ${first.result.explanation}${others}`,
            restsOn: first.result.assumptions,
            result: first.result,
            accuses: 0,
          },
        },
      ];
    });
  },
};
