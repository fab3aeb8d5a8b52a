import type { CheckResult } from "../../checks/check-result.ts";
import { checkMeanColumn, type NamedMeanRow } from "../../checks/weighted-means.ts";
import { unweighted } from "../../checks/weighting.ts";
import { checkWeightsExist } from "../../checks/weights-exist.ts";
import type { Arguments } from "../command.ts";
import { flagOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import { decimalsIn, epsOption, ruleOption, rulesOf, weightsOf } from "./printed-options.ts";

export const meansCalculation = calculation({
  name: "means",
  summary: "Are these the means of the rows of a table, under one weighting for all rows?",
  description:
    "Whether a whole column of printed means is that of the cells beside them: one convention for all rows. The plain mean, and with --weights that with weights; --any-weights asks whether any weights at all make all rows true.",
  needs: ["row"],
  options: [
    {
      flags: "--row <cells=mean>",
      description: "A row as printed: 90.1,80.3,70.0=80.1; as often as there are rows",
    },
    { flags: "--weights <list>", description: "A weight for each column: the means may have been weighted so" },
    { flags: "--any-weights", description: "Asks for weights that are 0 or more instead, the same for all rows" },
    ruleOption,
    epsOption,
  ],
  examples: [
    [
      "assay calc means --row 90.0,80.0=88.0 --row 70.0,60.0=68.0 --weights 4,1",
      "plain means of two rows, or weighted ones",
    ],
    ["assay calc means --row 90.0,80.0=88.0 --row 60.0,70.0=68.0 --any-weights", "are there any weights for both?"],
  ],
  calculate: (given) => (flagOption(given, "any-weights") ? underAnyWeights(given) : underOneWeighting(given)),
});

function underOneWeighting(given: Arguments): CheckResult {
  const rows = rowsOf(given);
  const labels = rows[0]?.cells.map(({ label }) => label) ?? [];
  const weights = weightsOf(given, labels.length, "a row");
  const named = Object.fromEntries(labels.map((label, index) => [label, weights[index] ?? 0]));
  return checkMeanColumn({
    rows,
    weightings: [
      unweighted(labels),
      ...(weights.length === 0 ? [] : [{ name: "with the given weights", weights: named }]),
    ],
    ...rulesOf(given),
  });
}

function underAnyWeights(given: Arguments): CheckResult {
  for (const other of ["weights", "rule"])
    if (given.options.has(other)) throw new UsageError(`--any-weights and --${other} exclude each other`);
  return checkWeightsExist({ rows: rowsOf(given) });
}

function rowsOf(given: Arguments): readonly NamedMeanRow[] {
  const rows = (given.options.get("row") ?? []).map((word, index): NamedMeanRow => {
    const [cells = "", mean = "", more] = String(word).split("=");
    if (mean === "" || more !== undefined)
      throw new UsageError(`--row ${word} is not a row such as 90.1,80.3=85.2: cells between commas, = and their mean`);
    const [reported] = decimalsIn(given, "row", mean);
    if (reported === undefined) throw new UsageError(`--row ${word} has no mean`);
    return {
      name: `row ${index + 1}`,
      cells: decimalsIn(given, "row", cells).map((value, column) => ({ label: `column ${column + 1}`, value })),
      reported,
    };
  });
  const [first, ...others] = rows.map(({ cells }) => cells.length);
  const odd = others.findIndex((length) => length !== first);
  if (odd >= 0)
    throw new UsageError(`row ${odd + 2} has ${others[odd]} cells and row 1 ${first}; give as many in every --row`);
  return rows;
}
