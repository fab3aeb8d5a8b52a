import { describe, expect, test } from "vitest";
import { experimentViews } from "../../reports/view-models/experiment-view.ts";
import { spreadText } from "../../reports/view-models/number-tables.ts";
import { printedTableView } from "../../reports/view-models/printed-table-view.ts";
import type { TableView } from "../../reports/view-models/view-parts.ts";
import type { JudgedValues, PaperAudit } from "../../src/audit/audit.ts";
import { sampleAudit } from "./sample-audit.ts";
import { sampleExperiments } from "./sample-experiments.ts";

const [sample] = sampleAudit.papers;
if (sample === undefined) throw new Error("the sample audit has no paper");
const paper: PaperAudit = sample;

const linesOf = (table: TableView | undefined) =>
  (table?.rows ?? []).map(({ stubs, cells }) => [...stubs, ...cells.map(({ lines }) => lines.join(" | "))]);

/** The section of resnet18-random, whose first measured claim was judged under these settings. */
function sectionWith(judged: readonly JudgedValues[], changes: Partial<PaperAudit> = {}) {
  const [first, ...others] = paper.claims.filter(({ measurement }) => measurement !== undefined);
  if (first?.measurement === undefined) throw new Error("the sample audit measures nothing");
  const claims = [{ ...first, measurement: { ...first.measurement, judged } }, ...others];
  const [section] = experimentViews({ ...paper, claims, ...changes }, []);
  if (section === undefined) throw new Error("no section");
  return section;
}

function setting(mean: number, verdict: JudgedValues["verdict"], freedoms: JudgedValues["freedoms"]): JudgedValues {
  const values = [1, 2].map((seed) => ({ seed, value: mean }));
  return { freedoms, values, mean, sd: 0.5, verdict, reason: "r", explanation: "e", judgement: {} };
}

describe("a section", () => {
  test("is one of each pipeline, with a row for each of its experiments", () => {
    const sections = experimentViews(paper, []);
    expect(sections.map(({ title }) => title)).toEqual(["resnet18-random", "hierarchical-autoencoder"]);
    expect(linesOf(sections[0]?.runs[0]).map((row) => row.slice(0, 5))).toEqual([
      ["k9de", "fashion-mnist", "paper", "the defaults", "9 / 10"],
      ["k9de", "cifar-100", "paper", "the defaults", "0 / 10"],
    ]);
    expect(sections[0]?.runs[0]?.notes.join()).toContain("the kernel matrix holds a value that is not finite");
    expect(sections[1]?.runs[0]?.notes).toEqual([
      "The reduced protocol gives indications, which neither pass nor fail.",
    ]);
  });

  test("tells how long an item of each stage took, of what was run", () => {
    const [first, second] = experimentViews(paper, []);
    expect(linesOf(first?.runs[1])).toEqual([
      ["resnet18-random, k9de, fashion-mnist (paper protocol)", "extract", "32000", "12 ms"],
      ["", "fit", "10", "3.8 s"],
    ]);
    expect(second?.runs, "nothing was run").toHaveLength(1);
  });

  test("tells of a claimed spread what is estimated, not the values", () => {
    const one = setting(71, "refuted", {});
    expect(spreadText({ ...one, judgement: { ratio: 0.05654, deviations: [1, 2] } })).toBe("0.057 times as much (n 2)");
    expect(spreadText({ ...one, judgement: { difference: 1.234, standardDeviation: 1 } })).toBe("1.2 apart (n 2)");
    expect(spreadText({ ...one, judgement: { runs: 2 } }), "too few seeds").toBe("");
  });

  test("sets ours beside the printed, one line for what the settings agree on", () => {
    const settings = [71, 73, 70].map((mean, index) => setting(mean, "reproduced", index === 0 ? {} : { stem: index }));
    const section = sectionWith(settings);
    expect(linesOf(section.numbers[0])[0]).toEqual([
      "t2.resnet18.linear.fmnist.ours",
      'Table 2, row "ResNet18 (random) / Linear", column "f-MNIST / Ours": mean AUC over the classes is 70.5 %',
      "70.5 (++) | margin 5",
      "71.00 ± 0.50 (n 2) | 70 to 73",
      "✔ reproduced | all 3 reproduced",
    ]);
    // Of the sample's other claims one depends on its setting.
    expect(new Set(linesOf(section.settings[0]).map(([claim]) => claim))).toEqual(
      new Set(["t2.resnet18.rbf.fmnist.ours", ""]),
    );
  });

  test("shows of settings that agree the first and the outermost, and counts the others", () => {
    const agreeing = [5, 4, 6, 9, 1, 7].map((mean, index) =>
      setting(mean, "refuted", index === 0 ? {} : { stem: index }),
    );
    const section = sectionWith([...agreeing, setting(70, "reproduced", { stem: 8 })]);
    expect(linesOf(section.settings[0]).slice(0, 5)).toEqual([
      ["t2.resnet18.linear.fmnist.ours", "the defaults", "5.00 ± 0.50 (n 2)", "✘ refuted"],
      ["", "stem 3", "9.00 ± 0.50 (n 2)", "✘ refuted"],
      ["", "stem 4", "1.00 ± 0.50 (n 2)", "✘ refuted"],
      ["", "and 3 more settings that agree", "", ""],
      ["", "stem 8", "70.00 ± 0.50 (n 2)", "✔ reproduced"],
    ]);
  });

  test("has one row for a hyper-parameter that its variants share, and one each where they differ", () => {
    const [one] = sampleExperiments;
    if (one === undefined) throw new Error("the sample has no experiment");
    const other = { ...one, variant: "official", hyperparameters: one.hyperparameters.slice(0, 1) };
    const [nu] = one.hyperparameters;
    const third = { ...one, variant: "third", hyperparameters: nu === undefined ? [] : [{ ...nu, value: 0.1 }] };
    const section = sectionWith([], { experiments: [one, other, third] });
    expect(linesOf(section.hyperparameters[0]).map(([name, value]) => [name, value])).toEqual([
      ["nu (k9de and official)", "0.5"],
      ["nu (third)", "0.1"],
      ["input size (k9de)", "224 px"],
    ]);
  });
});

test("what a lesser protocol measured stands in the paper's table as an indication", () => {
  const [, table] = paper.tables;
  if (table === undefined) throw new Error("the sample audit has no Table 2");
  const view = printedTableView(paper.id, table, paper.claims);
  const cells = view.rows
    .flatMap((row) => row.cells)
    .flatMap(({ lines, marks }) => [[lines[1] ?? "", marks[0]?.label]]);
  expect(cells).toContainEqual(["→ 61.30 (n 1), indication", "inconclusive (indication)"]);
  expect(cells.filter(([ours]) => ours?.includes("indication"))).toHaveLength(1);
  expect(view.notes.join(" ")).toContain("they neither pass nor fail what the cell claims");
});
