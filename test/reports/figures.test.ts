import { describe, expect, test } from "vitest";
import { plotViews } from "../../reports/view-models/plot-views.ts";
import type { ExperimentAudit, PaperAudit } from "../../src/audit/audit.ts";
import type { Curve } from "../../src/paper/experiment.ts";
import { decodePng } from "./decode-png.ts";
import { sampleAudit } from "./sample-audit.ts";
import { sampleFigures } from "./sample-figures.ts";

const [paper] = sampleAudit.papers;

function figures(changes: Partial<ExperimentAudit> = {}, claims: PaperAudit["claims"] = []) {
  if (paper === undefined) throw new Error("the sample audit has no paper");
  const only: PaperAudit = { ...paper, claims, experiments: [{ ...sampleFigures, ...changes }] };
  return plotViews(only);
}

/** Those of an experiment with one run, which gave these curves. */
function figuresOf(curves: readonly Curve[], changes: Partial<NonNullable<ExperimentAudit["example"]>> = {}) {
  return figures({ losses: [], example: { seed: 2, curves, thresholds: [], pictures: [], ...changes } });
}

const figure = (id: string, all = figures()) => {
  const found = all.find(({ view }) => view.id === `k9de-2021-${id}`);
  if (found === undefined) throw new Error(`no ${id} among ${all.map(({ view }) => view.id).join(", ")}`);
  return found;
};

const curve = (name: string, at: Curve["at"], points: Curve["points"]): Curve => ({ name, at, x: "x", y: "y", points });
const slope: Curve["points"] = [
  [0, 0],
  [1, 1],
];
const linesOf = (svg: string): number => (svg.match(/<polyline/g) ?? []).length;

test("an experiment with all of them has one of each kind, in this order", () => {
  expect(figures().map(({ view }) => view.id.replace("k9de-2021-", ""))).toEqual([
    "loss-curves-1",
    "roc-1",
    "precision-recall-1",
    "score-histogram-1",
    "latent-space-1",
    "reconstructions-picture-1-1",
    "reconstructions-picture-1-2",
    "generated-picture-1-3",
  ]);
});

test("one without runs has none", () => {
  const { example: _, ...withoutRuns } = sampleFigures;
  if (paper === undefined) throw new Error("the sample audit has no paper");
  expect(plotViews({ ...paper, claims: [], experiments: [{ ...withoutRuns, losses: [] }] })).toEqual([]);
});

describe("captions", () => {
  test.each([
    [
      "paper",
      "hierarchical-autoencoder, report, on fashion-mnist, latent size 16; seed 2, the lowest of 3; paper protocol.",
    ],
    ["reduced", "; reduced protocol: an indication."],
    ["smoke", "; smoke protocol on stand-in data: it says nothing about the paper."],
  ] as const)("say where a figure comes from, %s", (protocol, words) => {
    for (const { view } of figures({ protocol, losses: [] })) {
      expect(view.caption, view.id).toContain(words);
      expect(view.title, view.id).toContain(`(${protocol} protocol`);
    }
  });

  test("say that loss histories are of all seeds", () => {
    expect(figure("loss-curves-1").view.caption).toContain("; seeds 2, 5 and 7; reduced protocol");
  });
});

describe("metrics against a coordinate", () => {
  const series = (metric: string, level: number, scale: number) => ({
    metric,
    where: { level },
    against: "gammaMultiple",
    points: [1, 8].map((x) => ({ x, values: [scale * 0.5, scale * 0.7], mean: scale * 0.6 })),
  });

  test("between 0 and 1 share a plot in percent, others have their own", () => {
    const all = figures({ series: [series("auroc", 1, 1), series("loss", 1, 9), series("accuracy", 1, 1)] });
    expect(figure("gammamultiple-1", all).view.description).toMatch(
      /^auroc, accuracy, % against gamma multiple\. auroc: 60\.0 at 1, .* accuracy: 60\.0/,
    );
    expect(figure("gammamultiple-loss-1", all).view.description).toBe(
      "loss against gamma multiple. level 1: 5.4 at 1, 5.4 at 8.",
    );
  });

  test("of more than fifteen lines leave some to the audit, and say so", () => {
    const all = figures({ series: Array.from({ length: 40 }, (_, level) => series("auroc", level, 1)) });
    const { view } = figure("gammamultiple-auroc-1", all);
    expect(view.caption).toContain("; 3 seeds; reduced protocol: an indication. Of 40 lines 15 are drawn: the first.");
    expect(linesOf(view.svg)).toBe(15);
  });

  test("and where freedoms make them many, show the first value of each", () => {
    const freedoms = ["level", "width"].map((name) => {
      return { name, values: [3, 0, 1, 2], varied: "within-cell", why: "w" } as const;
    });
    const all = [0, 1, 2, 3].flatMap((level) =>
      ["auroc", "aupr", "accuracy", "recall"].map((metric) => series(metric, level, 1)),
    );
    const many = all.map((one) => ({ ...one, metric: "auroc", where: { ...one.where, part: one.metric } }));
    const { view } = figure("gammamultiple-auroc-1", figures({ series: many, freedoms }));
    expect(view.caption).toContain(
      "All with level 3. Of 16 lines 4 are drawn: those at the first value of each further freedom.",
    );
    expect([...view.svg.matchAll(/>(auroc|aupr|accuracy|recall)</g)]).toHaveLength(4);
  });

  test("of too many metrics each has a plot of its own, of which a report shows a few: those first that claims are about", () => {
    const all = [0, 1, 2, 3].flatMap((level) =>
      ["recall", "aupr", "accuracy", "precision", "auroc"].map((metric) => series(metric, level, 1)),
    );
    const { pipeline, variant } = sampleFigures;
    const claims = (paper?.claims ?? []).flatMap((claim) =>
      claim.measurement === undefined
        ? []
        : [{ ...claim, measurement: { ...claim.measurement, pipeline, variant, metric: "auroc" } }],
    );
    const responses = figures({ series: all }, claims).filter(({ view }) => view.id.includes("gammamultiple"));
    expect(responses.map(({ view, shown }) => [view.id.replace(/^.*gammamultiple-/, ""), shown])).toEqual([
      ["auroc-1", true],
      ["recall-1", true],
      ["aupr-1", true],
      ["accuracy-1", true],
      ["precision-1", false],
    ]);
  });
});

describe("loss", () => {
  test("has a panel for each part, a line for each seed and split, and every number in its data", () => {
    const { view, data } = figure("loss-curves-1");
    const legend = 2;
    expect(linesOf(view.svg)).toBe(3 * 3 * 2 + legend);
    expect(String(data).trimEnd().split("\n")).toHaveLength(1 + 3 * 3 * 2 * 40);
    expect(String(data)).toMatch(/^setting,split,seed,epoch,loss\ntotal,train,2,1,/);
  });

  test("is logarithmic only where it falls far, and below zero never", () => {
    const falls = (to: number) =>
      figures({
        losses: [
          {
            seed: 1,
            curve: curve("loss", {}, [
              [1, 1000],
              [2, to],
            ]),
          },
        ],
      })[0]?.view.svg ?? "";
    expect(falls(500)).not.toContain("logarithmic");
    expect(falls(1)).toContain("y (logarithmic)");
    expect(falls(-5)).not.toContain("logarithmic");
  });
});

describe("rates", () => {
  test("have a line for each setting where there are no classes", () => {
    const { view } = figure("precision-recall-1");
    expect(linesOf(view.svg)).toBe(3 + 3);
    expect(view.caption).toContain("A line for each setting.");
    expect(view.description).toMatch(/level 1: 0\.\d\d at 0\.10, 0\.\d\d at 0\.50; level 2: /);
  });

  test("of one setting have its words as the panel's title, of several what tells them apart", () => {
    const at = { score: "energy", set: 1 };
    const one = figure("roc-1", figuresOf([curve("roc", at, slope)])).view;
    expect(one.svg).toContain(">energy, set 1</text>");
    expect(one.caption).not.toContain("All with");
    const two = figure("roc-1", figuresOf([curve("roc", at, slope), curve("roc", { ...at, set: 2 }, slope)])).view;
    expect(two.caption).toContain("All with score energy.");
    expect([...two.svg.matchAll(/>(set \d|energy[^<]*)</g)].map(([, text]) => text)).toEqual(["set 1", "set 2"]);
  });

  test("have a panel for each setting, of which four are drawn, where there are classes", () => {
    const curves = Array.from({ length: 6 }, (_, level) =>
      [0, 1].map((of) => curve("roc", { level, class: of }, slope)),
    ).flat();
    const { view } = figure("roc-1", figuresOf(curves));
    expect(view.caption).toContain(
      "A line for each class. The dashed diagonal is a blind guess. The first 4 of 6 settings",
    );
    expect(linesOf(view.svg)).toBe(4 * 2 + 2);
  });
});

describe("histograms", () => {
  test("have the threshold that stands at their coordinates", () => {
    const { view, data } = figure("score-histogram-1");
    expect([...view.svg.matchAll(/>(threshold [^<]*)</g)].map(([, text]) => text)).toEqual([
      "threshold 1",
      "threshold 1.1",
      "threshold 1.2",
    ]);
    expect(String(data)).toContain("threshold,level 2,,1.1,\n");
  });

  test("are drawn along the tops of their bins, a threshold beyond them within the axis", () => {
    const bins: Curve["points"] = [
      [0.5, 0.25],
      [1.5, 0.75],
    ];
    const groups = ["in", "out"].map((group) => curve("histogram", { group }, bins));
    const { view } = figure("score-histogram-1", figuresOf(groups, { thresholds: [{ at: {}, value: 4 }] }));
    // The frame is 520 × 220 from (50, 94); x spans 0 to 4, y 0 to 0.8.
    expect(view.svg).toContain('points="50.0,314.0 50.0,245.3 180.0,245.3 180.0,107.8 310.0,107.8 310.0,314.0"');
    expect(view.svg).toMatch(/x1="570" x2="570" y1="94" y2="314" stroke="#1d2329"/);
  });

  test("show the lowest class of several, and say so", () => {
    const curves = [9, 10, 3].map((of) => curve("histogram", { class: of, group: "in" }, slope));
    const { view, data } = figure("score-histogram-1", figuresOf(curves));
    expect(view.caption).toContain("Of 3 classes, class 3 is shown.");
    expect(String(data).trimEnd().split("\n")).toHaveLength(3);
  });

  test("a threshold of another place is not theirs", () => {
    const curves = ["in", "out"].map((group) => curve("histogram", { level: 1, group }, slope));
    const { view } = figure("score-histogram-1", figuresOf(curves, { thresholds: [{ at: { level: 2 }, value: 1 }] }));
    expect(view.svg).not.toContain("threshold");
  });
});

describe("latent space", () => {
  test("has no more points than can be told apart, and says how many are left out", () => {
    const { view, data } = figure("latent-space-1");
    const drawn = [...view.svg.matchAll(/ d="([^"]*)" fill="none"/g)].flatMap(
      ([, path = ""]) => path.match(/M/g) ?? [],
    );
    expect(drawn).toHaveLength(10 * 150 + 10 * 3);
    expect(view.caption).toContain("Of every 2 points one is drawn.");
    expect(String(data).trimEnd().split("\n")).toHaveLength(1 + 10 * 300);
  });

  test("is told apart by groups where there are any, for the lowest class", () => {
    const curves = [0, 1].flatMap((of) => ["in", "out"].map((group) => curve("latent", { class: of, group }, slope)));
    const { view } = figure("latent-space-1", figuresOf(curves));
    expect(view.caption).toContain("Of 2 classes, class 0 is shown.");
    expect(view.description).toBe("x against y; in: 2 points, out: 2 points.");
  });
});

describe("pictures", () => {
  test("are PNG files in a drawing that says what they show", () => {
    const { view, data } = figure("generated-picture-1-3");
    expect(view.caption).toMatch(/^Three garments of each class, drawn from the prior\. hierarchical/);
    expect(view.svg).toContain('<desc id="k9de-2021-generated-picture-1-3-desc">Three garments of each class');
    const [, inline = ""] = / href="data:image\/png;base64,([^"]*)"/.exec(view.svg) ?? [];
    const file = Buffer.from(data as Uint8Array);
    expect(Buffer.from(inline, "base64").equals(file)).toBe(true);
    expect(decodePng(file)).toMatchObject({ width: 13 * 28 + 12 * 2, height: 3 * 28 + 2 * 2, channels: 4 });
  });

  test("are enlarged by whole pixels, wider than usual where images would be too small", () => {
    const imageOf = (columns: number, side: number): readonly number[] => {
      const pixels = Buffer.alloc(columns * side * side).toString("base64");
      const labels = Array.from({ length: columns }, () => "");
      const sheet = { name: "s", at: {}, alt: "A sheet.", rows: [""], columns: labels, channels: 1, pixels } as const;
      const [plot] = figuresOf([], { pictures: [{ ...sheet, height: side, width: side }] });
      return (/<image x="12" y="88" width="([\d.]+)" height="([\d.]+)"/.exec(plot?.view.svg ?? "") ?? [])
        .slice(1)
        .map(Number);
    };
    // Gaps are 2 pixels at 28 and 1 at 8; 112 is the most of a side, 736 the room for all.
    expect(imageOf(4, 28)).toEqual([4 * (4 * 28 + 3 * 2), 112]);
    expect(imageOf(13, 28)).toEqual([2 * (13 * 28 + 12 * 2), 56]);
    expect(imageOf(1, 8)).toEqual([112, 112]);
    expect(imageOf(1, 200)).toEqual([200, 200]);
    const [width, height] = imageOf(60, 28);
    expect(width).toBeCloseTo(1100 - 24, 1);
    expect(height).toBeLessThan(28);
  });

  test("of a name more than four are not drawn", () => {
    const [one] = sampleFigures.example?.pictures ?? [];
    if (one === undefined) throw new Error("the sample has no picture");
    const pictures = Array.from({ length: 6 }, (_, level) => ({ ...one, at: { level } }));
    const all = figuresOf([], { pictures });
    expect(all).toHaveLength(4);
    expect(all[3]?.view.caption).toContain("The first 4 of 6 settings are drawn.");
  });
});

test("curves without points, of one point, and of unknown names are not drawn", () => {
  const names = ["roc", "precision-recall", "histogram"];
  expect(figuresOf(names.map((name) => curve(name, {}, [[0, 0]])))).toEqual([]);
  expect(figuresOf(["latent", ...names].map((name) => curve(name, {}, [])))).toEqual([]);
  expect(figuresOf([curve("learning rate", {}, slope)])).toEqual([]);
});
