import { describe, expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";

// Tables as pandas 1.5 and NumPy 1.24 write them, every number in full. Accuracies are k/1052; RMSE is the root of MSE; F1
// is 2PR/(P + R); all computed in the column's own precision.
const inDoublePrecision = `model,accuracy,rmse,mse
a,0.4515209125475285,0.44561181360811214,0.19856988842711087
b,0.7870722433460076,0.6532235523525103,0.4267010093480328
c,0.010456273764258554,0.8140760482751365,0.6627198123752622
d,0.6692015209125475,0.9380822397654865,0.8799982885634318
e,0.6872623574144486,0.9507060301830277,0.903841955826372
f,0.39923954372623577,0.08906669520378029,0.007932876194523097
`;
const inSinglePrecision = `model,precision,recall,f1
a,0.61127514,0.64425075,0.62732995
b,0.65908444,0.89432395,0.7588925
c,0.7398927,0.74730253,0.74357915
d,0.73601323,0.7577135,0.7467058
e,0.8940999,0.66671497,0.7638444
f,0.72410107,0.8052929,0.76254183
g,0.6043706,0.6645629,0.63303906
h,0.7168836,0.8715608,0.7866912
i,0.7386474,0.7537949,0.74614424
`;

async function inspected(text: string, count?: number) {
  const { tables } = await readTables(sourceText("results.csv", text), { format: "csv" });
  const [table] = tables;
  if (table === undefined) throw new Error("no table");
  return inspectTable(readingOf(table), count === undefined ? {} : { count });
}

describe("numbers that code wrote in full", () => {
  it("are never held to their last digits, which are those of a float", async () => {
    const double = await inspected(inDoublePrecision, 1052);
    expect(double.findings).toEqual([]);
    expect(double.tallies).toEqual(
      ["regression", "grim"].map((check) => expect.objectContaining({ check, asked: 6, consistent: 6 })),
    );
    const single = await inspected(inSinglePrecision);
    expect(single.findings).toEqual([]);
    expect(single.tallies).toEqual([expect.objectContaining({ check: "f-measure", asked: 9, consistent: 9 })]);
  });

  it("are flagged where they are wrong", async () => {
    const strengths = async (text: string, count?: number) =>
      (await inspected(text, count)).findings.map(({ check, strength }) => `${check}: ${strength}`);
    const wrong = inDoublePrecision.replace("0.6692015209125475", "0.6692015309125475");
    expect(await strengths(wrong, 1052)).toEqual(["grim: contradiction"]);
    expect(await strengths(inSinglePrecision.replace("0.62732995", "0.62742995"))).toEqual([
      "f-measure: contradiction",
    ]);
  });
});
