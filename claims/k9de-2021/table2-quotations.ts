import { checkAgreement } from "../../src/checks/agreement.ts";
import type { CheckResult } from "../../src/checks/check-result.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { describeLocus } from "../../src/paper/locus.ts";
import type { Cell } from "../../src/tables/table.ts";
import { table7 } from "../sohn-2021/tables.ts";
import { datasets, idOf, nameInOriginal } from "./names.ts";
import { table2 } from "./tables.ts";
import { withNearMisses } from "./with-near-misses.ts";

/** The columns "Paper" quote the original's Table 7: every number must be the one that stands there. */
export const quotations: readonly Claim[] = table2.rowNames.flatMap((row) =>
  datasets
    .map((dataset) => table2.cell(row, `${dataset} / Paper`))
    .filter(({ isEmpty }) => !isEmpty)
    .map((quoted) => quotation(quoted)),
);

function quotation(quoted: Cell): Claim {
  const source = table7.cell(nameInOriginal(quoted.row), nameInOriginal(quoted.column.replace(" / Paper", "")));
  return {
    id: `t2.${idOf(quoted.row)}.${idOf(quoted.column)}`,
    at: quoted,
    states: `The original's ${describeLocus(source)} prints ${quoted.text}.`,
    printed: quoted.text,
    basis: { kind: "printed", check: () => compare(quoted, source) },
  };
}

function compare(quoted: Cell, source: Cell): CheckResult {
  const { value, spread } = quoted.printed();
  const original = source.printed();
  const spreads = spread !== undefined && original.spread !== undefined;
  const result = checkAgreement({
    places: [
      { label: `the report's ${describeLocus(quoted)}`, value, ...(spreads ? { spread } : {}) },
      {
        label: `the original's ${describeLocus(source)}`,
        value: original.value,
        ...(spreads ? { spread: original.spread } : {}),
      },
    ],
  });
  if (result.outcome === "consistent") return result;
  const sameNumber = table7
    .column(source.column)
    .filter((cell) => cell.row !== source.row && isQuotedBy(cell, quoted))
    .map((cell) => `${quoted.text} is the number of the original's ${describeLocus(cell)}`);
  return withNearMisses(result, sameNumber);
}

function isQuotedBy(cell: Cell, quoted: Cell): boolean {
  const [a, b] = [cell.printed(), quoted.printed()];
  return a.value.text === b.value.text && (b.spread === undefined || a.spread?.text === b.spread.text);
}
