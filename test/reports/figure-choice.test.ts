import { describe, expect, test } from "vitest";
import { renderReports } from "../../reports/render-report.ts";
import { plotViews } from "../../reports/view-models/plot-views.ts";
import type { Audit, ExperimentAudit, PaperAudit } from "../../src/audit/audit.ts";
import { sampleAudit } from "./sample-audit.ts";
import { sampleFigures } from "./sample-figures.ts";

const [paper] = sampleAudit.papers;
const kindsOfSample = 7;

function paperOf(experiments: readonly Partial<ExperimentAudit>[]): PaperAudit {
  if (paper === undefined) throw new Error("the sample audit has no paper");
  return { ...paper, claims: [], experiments: experiments.map((one) => ({ ...sampleFigures, ...one })) };
}

const shownOf = (experiments: readonly Partial<ExperimentAudit>[]) =>
  plotViews(paperOf(experiments)).filter(({ shown }) => shown);
const numbersOf = (plots: ReturnType<typeof shownOf>) => [
  ...new Set(plots.map(({ view }) => /-(\d+)(?:-\d+)?$/.exec(view.id)?.[1])),
];

describe("figures in a report", () => {
  test("are those of the default options, whatever their place among the experiments", () => {
    const shown = shownOf([{ options: { width: 8 } }, { options: {} }, { options: { width: 32, depth: 2 } }]);
    expect(numbersOf(shown)).toEqual(["2"]);
    expect(new Set(shown.map(({ kind }) => kind)).size).toBe(kindsOfSample);
  });

  test("are those of each variant and data set, four of a kind at most", () => {
    const three = [{ variant: "a" }, { variant: "b" }, { dataset: "other" }];
    expect(numbersOf(shownOf(three))).toEqual(["1", "2", "3"]);
    const many = shownOf([...three, { variant: "c" }, { variant: "d" }, { variant: "e" }]);
    for (const kind of new Set(many.map((plot) => plot.kind)))
      expect(
        many.filter((plot) => plot.kind === kind),
        kind,
      ).toHaveLength(4);
  });

  test("are those of the paper's protocol, too, however many lesser ones there are, and first", () => {
    const lesser = ["a", "b", "c", "d", "e"].map((variant) => ({ variant, protocol: "reduced" as const }));
    const own = { variant: "a", protocol: "paper" as const, options: { classes: "3" } };
    expect(numbersOf(shownOf([...lesser, own]))).toEqual(["6", "1", "2", "3", "4"]);
  });

  test("of a kind that the default options lack are those of the options nearest to them", () => {
    const { example: _, ...withoutRuns } = sampleFigures;
    const experiments = [{ ...withoutRuns, options: {} }, sampleFigures, { ...sampleFigures, options: { a: 1, b: 2 } }];
    const shown = plotViews({ ...paperOf([]), experiments }).filter((plot) => plot.shown);
    expect(numbersOf(shown.filter(({ kind }) => kind === "loss curves"))).toEqual(["1"]);
    expect(numbersOf(shown.filter(({ kind }) => kind !== "loss curves"))).toEqual(["2"]);
  });
});

describe("figures that a report does not show", () => {
  const audit: Audit = { ...sampleAudit, papers: [paperOf([{ options: {} }, { options: { width: 8 } }])] };

  test("are files beside it, counted by kind, and named in HTML and Markdown", async () => {
    const { files } = await renderReports(audit, { formats: ["html", "markdown", "pdf"] });
    const html = String(files["index.html"]);
    const markdown = String(files["k9de-2021.md"]);
    const left = plotViews(audit.papers[0] as PaperAudit).filter(({ shown }) => !shown);
    expect(left).toHaveLength(8);
    for (const text of [html, markdown])
      expect(text).toContain(
        "8 more figures, of other settings or like those above, are not shown here but lie beside this report",
      );
    expect(html).toContain("loss curves (1), ROC curves (1)");
    for (const { view } of left) {
      expect(Object.keys(files)).toEqual(expect.arrayContaining([view.file, view.dataFile]));
      expect(html).toContain(`<a href="${view.file}">`);
      expect(html).not.toContain(`<figure id="${view.id}"`);
      const lines = markdown.split("\n").filter((line) => line.includes(`](${view.file})`));
      expect(lines.map((line) => line.slice(0, 3))).toEqual(["- ["]);
    }
  });

  test("are none where all are shown, and no sentence tells of them", async () => {
    const one = { ...audit, papers: [paperOf([{ options: {} }])] };
    const { files } = await renderReports(one, { formats: ["html"] });
    expect(String(files["index.html"])).not.toContain("more figure");
  });
});
