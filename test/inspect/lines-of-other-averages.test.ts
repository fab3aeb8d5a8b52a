import { expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const scores = `Method,S0,S1,S2,S3,Avg
m0,61.5,72.3,70.2,79.3,70.8
m1,85.5,54.2,51.3,87.6,69.7
m2,69.5,84.3,50.1,70.0,68.5
m3,82.5,60.3,92.5,90.6,81.5
m4,51.4,51.1,74.4,92.3,67.3
m5,67.2,59.7,69.0,51.3,61.8
`;
const losses = `Set,L1,L2,L3,L4,PPL
d0,3.023,2.124,2.317,2.525,12.49
d1,3.335,2.563,2.180,2.469,11.81
d2,1.089,1.130,3.110,3.950,51.91
d3,2.780,2.181,1.511,2.507,12.26
d4,3.946,3.312,2.619,3.581,35.90
d5,1.697,2.541,3.857,2.733,15.38
Average,2.645,2.309,2.599,2.961,19.31
`;

it.each([
  // 327 + 882 + 548 + 607 = 2364, far from all scores: it is not asked.
  ["a total of counts", `${scores}Test size,327,882,548,607,2364\n`, []],
  // (61.5 · 85.5 · … · 67.2)^(1/6) = 68.6 and so on; of the averages 69.7
  ["geometric means of the columns", `${scores}Geo. mean,68.6,62.7,66.4,77.0,69.7\n`, ["conditional"]],
  // exp(2.961) = 19.31, in a column far from the losses
  ["the perplexity of the mean loss", losses, []],
])("%s among averages is no contradiction", async (_, text, expected) => {
  const { tables } = await readTables(sourceText("results.csv", text), { format: "csv" });
  const inspections = tables.map((table) => inspectTable(readingOf(table)));
  expect(inspections.flatMap(({ findings }) => findings.map(({ strength }) => strength))).toEqual(expected);
  expect(inspections.flatMap(({ tallies }) => tallies.map(({ consistent }) => consistent > 0))).toEqual([true]);
});
