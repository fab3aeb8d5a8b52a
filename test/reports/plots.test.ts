import { describe, expect, test } from "vitest";
import { linearScale, logScale, powersScale } from "../../reports/plots/scale.ts";
import { polyline, textWidth } from "../../reports/plots/svg.ts";
import { plotViews } from "../../reports/view-models/plot-views.ts";
import { sampleAudit } from "./sample-audit.ts";
import { sampleExperiments } from "./sample-experiments.ts";

const plots = [...sampleAudit.papers.flatMap((paper) => plotViews(paper)), ...crowded()];

describe.each(plots.map((plot) => [plot.view.id, plot] as const))("%s", (_, { view, data }) => {
  test("no label overlaps another or leaves the picture", () => {
    const [, width = 0, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(view.svg) ?? []).map(Number);
    const boxes = [...view.svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = "", text = ""]) =>
      box(attributes, text),
    );
    expect(boxes.length).toBeGreaterThan(5);
    for (const [index, one] of boxes.entries()) {
      expect(one.left, one.text).toBeGreaterThanOrEqual(0);
      expect(one.right, one.text).toBeLessThanOrEqual(width);
      expect(one.bottom, one.text).toBeLessThanOrEqual(height);
      for (const other of boxes.slice(index + 1)) {
        const apart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        expect(apart, `"${one.text}" and "${other.text}"`).toBe(true);
      }
    }
  });

  test("is small, names itself and asks for nothing", () => {
    const drawn = view.svg.replace(/ href="data:image\/png;base64,[\w+/=]*"/, "");
    expect(drawn.length).toBeLessThan(60_000);
    expect(view.description.length).toBeGreaterThan(40);
    expect(drawn.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/http|<script|href/);
  });

  test("its data are a whole table, or a PNG file where it is a picture", () => {
    if (typeof data !== "string") return expect(view.dataFile).toMatch(/-picture-.*\.png$/);
    const lines = data.trimEnd().split("\n");
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, "x").split(",").length);
    expect(lines.length).toBeGreaterThan(5);
    expect(new Set(counts).size).toBe(1);
  });
});

describe("a forest plot", () => {
  const measured = (sampleAudit.papers[0]?.claims ?? []).flatMap(({ measurement }) => measurement ?? []);
  const [inFirst, inEvery] = plots;

  test.each([
    [
      "of a report has the seeds of each claim's first setting",
      true,
      inFirst,
      measured.flatMap(({ judged }) => judged.slice(0, 1)),
    ],
    [
      "beside it has those of every setting, of claims with several",
      false,
      inEvery,
      measured.flatMap(({ judged }) => (judged.length > 1 ? judged : [])),
    ],
  ] as const)("%s: a dot and a line of data each", (_, shown, forest, settings) => {
    const seeds = settings.flatMap(({ values }) => values);
    expect(seeds.length).toBeGreaterThan(5);
    expect(forest).toMatchObject({ shown, kind: "printed values against our seeds" });
    // One more stands in the legend.
    expect(forest?.view.svg.match(/<circle/g)).toHaveLength(seeds.length + 1);
    expect(String(forest?.data).trimEnd().split("\n")).toHaveLength(seeds.length + 1);
  });

  test("of a report says the verdict over all settings, not that of the one it draws", () => {
    expect(inFirst?.view.svg).toMatch(/>inconclusive<.*>over all 3 settings</s);
    expect(inFirst?.view.caption).toContain("Of several settings the first is drawn; the verdict is that over all.");
    expect(inEvery?.view.svg).toContain(">refuted<");
    expect(inEvery?.view.caption).not.toContain("the first is drawn");
  });
});

test("a coordinate that may be zero has a linear axis", () => {
  const [paper] = sampleAudit.papers;
  const [experiment] = sampleExperiments;
  if (paper === undefined || experiment === undefined) throw new Error("the sample audit has no experiment");
  const series = experiment.series.map((one) => ({
    ...one,
    points: one.points.map((point, index) => ({ ...point, x: index })),
  }));
  const [plot] = plotViews({ ...paper, claims: [], experiments: [{ ...experiment, series }] });
  expect(plot?.view.svg).toContain(">gamma multiple<");
});

describe("scales", () => {
  test("linear: ends are round and hold the data, ticks are evenly spaced", () => {
    const { at, ticks } = linearScale([47.3, 91.8], [0, 100]);
    expect(ticks.map(({ label }) => label)).toEqual(["40", "50", "60", "70", "80", "90", "100"]);
    expect(at(40)).toBeCloseTo(0);
    expect(at(100)).toBeCloseTo(100);
  });

  test("linear: fractions keep their decimals, negatives a true minus, one value gets room", () => {
    expect(linearScale([-0.1, 0.1], [0, 1], 4).ticks.map(({ label }) => label)).toEqual([
      "−0.10",
      "−0.05",
      "0.00",
      "0.05",
      "0.10",
    ]);
    expect(linearScale([5, 5], [0, 1]).ticks.length).toBeGreaterThan(1);
  });

  test("logarithmic: equal factors take equal lengths, crowded ticks stay unlabelled", () => {
    const { at, ticks } = logScale([0.01, 1, 8, 10, 100], [0, 400], 8);
    expect(at(1) - at(0.01)).toBeCloseTo(at(100) - at(1));
    expect(ticks.map(({ label }) => label)).toEqual(["0.01", "1", "", "10", "100"]);
  });

  test("linear: what is counted has no ticks between whole numbers", () => {
    expect(linearScale([1, 3], [0, 1], 5, true).ticks.map(({ label }) => label)).toEqual(["1", "2", "3"]);
    expect(linearScale([1, 3], [0, 1], 5).ticks).toHaveLength(5);
  });

  test("powers of ten: ends are powers and hold the data, ticks are few", () => {
    const { at, ticks } = powersScale([0.03, 40], [0, 400]);
    expect(ticks.map(({ label }) => label)).toEqual(["0.01", "0.1", "1", "10", "100"]);
    expect([at(0.01), at(1), at(100)].map(Math.round)).toEqual([0, 200, 400]);
    expect(powersScale([1e-9, 1e9], [0, 1], 4).ticks.map(({ label }) => label)).toEqual([
      "1e−9",
      "0.0001",
      "10",
      "1e6",
    ]);
    expect(powersScale([2, 2], [0, 1]).ticks.map(({ label }) => label)).toEqual(["1", "10"]);
  });

  test("a polyline keeps to its curve within a fifth of a pixel", () => {
    const points = Array.from({ length: 500 }, (_, index): [number, number] => [
      index / 2,
      100 * Math.sqrt(index / 500),
    ]);
    const kept = [...polyline(points, {}).matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(kept.length).toBeLessThan(60);
    for (const [x, y] of points) {
      const after = kept.findIndex(([other = 0]) => other >= x);
      const [x1 = 0, y1 = 0] = kept[Math.max(0, after - 1)] ?? [];
      const [x2 = 0, y2 = 0] = kept[after] ?? [];
      const drawn = x2 === x1 ? y2 : y1 + ((x - x1) / (x2 - x1)) * (y2 - y1);
      // Near the origin the curve is steep: a fifth of a pixel across is more upwards.
      if (x > 5) expect(Math.abs(drawn - y)).toBeLessThan(0.6);
    }
  });
});

function box(attributes: string, text: string) {
  const read = (name: string): number =>
    Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? Number.NaN);
  const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? "start";
  const size = read("font-size");
  const width = textWidth(text.replace(/&[^;]+;/g, "x"), size);
  const left = read("x") - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
  return { text, left, right: left + width, top: read("y") - size * 0.75, bottom: read("y") + size * 0.2 };
}

/** As many lines as are drawn, which end where they leave the least room. */
function crowded() {
  const [paper] = sampleAudit.papers;
  const [experiment] = sampleExperiments;
  if (paper === undefined || experiment === undefined) throw new Error("the sample audit has no experiment");
  return [0.01, 0.5, 0.99].flatMap((value) => {
    const series = Array.from({ length: 15 }, (_, level) => ({
      metric: `metric-of-some-length-${level}`,
      where: { level },
      against: "gammaMultiple",
      points: [1, 8].map((x) => ({ x, values: [value, level / 15], mean: value + level / 1500 - 0.01 })),
    }));
    return plotViews({ ...paper, claims: [], experiments: [{ ...experiment, series, losses: [] }] }).slice(0, 1);
  });
}
