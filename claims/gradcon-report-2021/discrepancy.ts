import { alsoRead } from "../../src/checks/also-read.ts";
import { checkRange } from "../../src/checks/range.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked } from "../../src/paper/sentence-claims.ts";
import { average, type ClassTable, classTables, runs } from "./tables.ts";

/** Paragraph 8: how far the averages fall short. */
export const discrepancy: Claim = checked(
  {
    id: "p8.five-percent",
    severity: "major",
    section: "Paragraph 8",
    sentence: 1,
    states:
      'The averages fall short of the paper\'s by about 5 %: by 2.5 to 7.5 points, nearer to 5 than to nothing or to 10 (our reading of "approx."; the report gives no range).',
    printed: "(discrepancy of 5% approx.)",
    related: ["cifar10.average.paper", "mnist.average.paper"],
  },
  () =>
    alsoRead(shortfall(classTables), [
      {
        name: "a discrepancy on CIFAR-10 alone",
        holds: shortfall(classTables.filter(({ id }) => id === "cifar10")).outcome === "consistent",
      },
    ]),
);

function shortfall(tables: readonly ClassTable[]) {
  return checkRange({
    items: tables.flatMap(({ dataset, table }) =>
      runs.map((run) => ({
        label: `${dataset}, ${run.toLowerCase()}`,
        value: table.cell(average, "In the Paper").printed().value,
        minus: table.cell(average, run).printed().value,
      })),
    ),
    atLeast: parseDecimal("0.025"),
    atMost: parseDecimal("0.075"),
    unit: "below the paper's average",
  });
}
