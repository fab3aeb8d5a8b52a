import { describe, expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";

async function inspected(rows: readonly string[], options = {}) {
  const { tables, problems } = await readTables(sourceText("t.csv", rows.join("\n")), { format: "csv" });
  const [table] = tables;
  if (table === undefined || problems.length > 0) throw new Error("the table was not read");
  const { findings, tallies, problems: unread } = inspectTable(readingOf(table), options);
  expect(unread).toEqual([]);
  return {
    found: findings.map(({ strength, result }) => [strength, ...result.rescuedBy]),
    headlines: findings.map(({ headline }) => headline),
    tally: tallies.find(({ check }) => check === "percentage"),
  };
}

const other = ["conditional", "a percentage of something else than these counts"];

describe("a percentage with its count in one cell", () => {
  // Numbers of classes and of faulty ones in five systems (D'Ambros et al. 2012), as a public paper prints them: the
  // percentage of LC is that of 691 classes.
  const systems = ["Set,Classes,Faulty", "EQ,325,129 (39.69%)", "JDT,997,206 (20.66%)", "ML,1862,245 (13.16%)"];

  it("is held to the count of another column", async () => {
    const { headlines, found, tally } = await inspected([...systems, "LC,399,64 (9.26%)", "PDE,1497,209 (13.96%)"]);
    expect(found).toEqual([other]);
    expect(headlines[0]).toContain('row "LC", column "Faulty": Printed 9.26 % for 64 of 399, which is 16.0401 %');
    expect(tally).toMatchObject({ asked: 5, consistent: 4, conditional: 1 });
    expect((await inspected([...systems, "LC,691,64 (9.26%)", "PDE,1497,209 (13.96%)"])).found).toEqual([]);
  });

  it.each([
    ["85.2 (75/88)", (percent: string, fraction: string) => `${percent} (${fraction})`],
    ["85.2% (75/88)", (percent: string, fraction: string) => `${percent}% (${fraction})`],
    ["75/88 (85.2%)", (percent: string, fraction: string) => `${fraction} (${percent}%)`],
  ])("as in %s, is held to the fraction beside it", async (_, print) => {
    // 100 · 75/88 = 85.23, 71/88: 80.68, 82/88: 93.18, 90/100: 90, 91/100: 91, 77/100: 77.
    const rows = (last: string) => [
      "Method,Sensitivity,Specificity",
      `A,${print("85.2", "75/88")},${print("90.0", "90/100")}`,
      `B,${print("80.7", "71/88")},${print("91.0", "91/100")}`,
      `C,${print("93.2", "82/88")},${print("77.0", "77/100")}`,
      `D,${print("85.2", "75/88")},${print("90.0", "90/100")}`,
      `E,${print(last, "71/88")},${print("91.0", "91/100")}`,
    ];
    expect(await inspected(rows("80.7"))).toMatchObject({ found: [], tally: { asked: 10, consistent: 10 } });
    expect((await inspected(rows("87.0"))).found).toEqual([other]);
  });

  const traits = (last: string) => [
    "Trait,Treated (n = 86),Control (n = 90)",
    "Male,45 (52.3%),40 (44.4%)",
    "Smoker,12 (14.0%),21 (23.3%)",
    "Diabetes,9 (10.5%),11 (12.2%)",
    `Fever,41 (${last}%),50 (55.6%)`,
  ];

  it("is conditional where the header says the total: it may be of those with data, or of other things", async () => {
    // 41/86 = 47.67 %
    expect((await inspected(traits("47.7"))).found).toEqual([]);
    for (const wrong of ["74.7", "29.3"]) expect((await inspected(traits(wrong))).found).toEqual([other]);
  });

  it("is not asked where most cells do not confirm it, as of changes in percent", async () => {
    const { found, tally } = await inspected([
      "Model,Tokens,Merged",
      "A,4954,4954 (0.0%)",
      "B,10604,10601 (0.3%)",
      "C,729,700 (4.0%)",
    ]);
    expect([found, tally]).toEqual([[], undefined]);
  });

  it("may have been moved by a digit so that all add up to 100, which is as if it was rounded up", async () => {
    const thirds = (first: string) => [
      "Level,All (n = 90)",
      `Low,30 (${first}%)`,
      "Middle,30 (33.3%)",
      "High,30 (33.3%)",
      "Male,45 (50.0%)",
      "Smoker,9 (10.0%)",
      "Fever,18 (20.0%)",
    ];
    expect((await inspected(thirds("33.4"))).found).toEqual([["conditional", "rounding up (ceiling)"]]);
  });

  const patients = [
    "Characteristic,Patients",
    "Male,54.5% (24/44)",
    "Diabetes,20.5% (9/44)",
    "Smoker,36.4% (16/44)",
    "Fever,77.3% (34/44)",
    "Cough,61.4% (27/44)",
  ];

  it.each([
    '"Age, years (range)",63 (35/82)',
    "Male to female ratio,1.2 (24/20)",
    "Blood pressure,93 (120/80)",
    '"Deaths per 1000 person-years",23.1 (12/520)',
  ])("is none without the sign that others bear: %s", async (row) => {
    expect(await inspected([...patients, row])).toMatchObject({ found: [], tally: { asked: 5, consistent: 5 } });
  });

  it("may be an estimate that is no share, beside a fraction as well", async () => {
    expect((await inspected([...patients, "Readmitted (Kaplan-Meier),3.6% (17/491)"])).found).toEqual([other]);
  });

  it("is not asked of a column in which few agree", async () => {
    const { found, tally } = await inspected([
      "Model,Sensitivity,n (M/F)",
      "A,85.2 (75/88),47 (24/23)",
      "B,80.7 (71/88),45 (20/25)",
      "C,93.2 (82/88),45 (22/23)",
      "D,84.1 (74/88),50 (20/30)",
    ]);
    expect(found).toEqual([]);
    expect(tally).toMatchObject({ asked: 4, consistent: 4 });
  });
});

describe("a percentage in a column beside its counts", () => {
  const sets = [
    "Tumour,# cases,# relapsed,Relapsed (%)",
    "Breast,412,64,15.5",
    "Colon,388,71,18.3",
    "Lung,301,88,29.2",
  ];
  const more = ["Kidney,250,40,16.0", "Skin,199,21,10.6"];

  it("may be a share of the row above it", async () => {
    // 40/301 = 13.3 %
    const { found } = await inspected([...sets, "of which adenocarcinoma,171,40,13.3", ...more]);
    expect(found.map(([strength]) => strength)).toEqual(["conditional"]);
  });

  it("may have been moved so that all add up to 100", async () => {
    // 146/801 = 18.23 %
    const { found } = await inspected([...sets, ...more, "Bone,801,146,18.1"]);
    expect(found).toEqual([["conditional", "a share that was moved so that all add up to 100"]]);
  });
});
