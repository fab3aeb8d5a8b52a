import { describe, expect, test } from "vitest";
import { syntheticDataset } from "../../src/data/synthetic.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { compileEvaluation } from "../../src/models/training/evaluate.ts";
import type { Configuration, Coordinates, Measurement } from "../../src/paper/experiment.ts";
import { cellImages } from "../../src/pipelines/gradcon/class-images.ts";
import { collapsedOutput } from "../../src/pipelines/gradcon/collapsed-output.ts";
import { evaluateClass } from "../../src/pipelines/gradcon/evaluate-class.ts";
import { gradcon } from "../../src/pipelines/gradcon/index.ts";
import { gradconObjective } from "../../src/pipelines/gradcon/objective.ts";
import { openImageScorer } from "../../src/pipelines/gradcon/score-images.ts";
import { selectedEpochs } from "../../src/pipelines/gradcon/selection.ts";
import { settingsOf } from "../../src/pipelines/gradcon/settings.ts";
import { type ClassTask, trainClass } from "../../src/pipelines/gradcon/train-class.ts";
import type { Memo, PipelineContext, PipelineResult } from "../../src/pipelines/pipeline.ts";

const dataset = syntheticDataset("synthetic-digits", { seed: 1, trainPerClass: 40, testPerClass: 12 });
const engine = await openEngine({ engine: "ort", threads: 1 });

function configuration(variant: string, options: Configuration["options"] = {}): Configuration {
  return { pipeline: "gradcon", variant, dataset: dataset.name, protocol: "smoke", seed: 1, options };
}

function memory(): Memo & { readonly keys: () => number } {
  const values = new Map<string, Uint8Array>();
  return {
    get: async (key) => values.get(key),
    put: async (key, value) => void values.set(key, value),
    forget: async (key) => void values.delete(key),
    keys: () => values.size,
  };
}

function context(changes: Partial<PipelineContext> = {}): PipelineContext {
  return {
    cell: "gradcon test",
    code: "gradcon code",
    dataset: async () => dataset,
    engine: async () => engine,
    memo: memory(),
    progress: () => undefined,
    signal: new AbortController().signal,
    now: () => 0,
    ...changes,
  };
}

function task(variant: string, inlier: number): ClassTask {
  const settings = settingsOf(configuration(variant), dataset.classes.length);
  const images = cellImages(dataset, settings);
  const split = images.splits[inlier];
  if (split === undefined) throw new Error("no such class");
  const checkpoints = { memo: memory(), identity: [] };
  return { inlier, dataset: dataset.name, split, images, settings, engine, checkpoints, context: context() };
}

function place({ metric, at }: Measurement): string {
  return [metric, at.class, at.part, at.selection, at.epoch].filter((each) => each !== undefined).join(" ");
}

function firstLosses({ curves }: PipelineResult, part: string): readonly number[] {
  return curves
    .filter(({ name, at }) => name === "loss" && at.part === part && at.split === "train")
    .map(({ points }) => points[0]?.[1] ?? Number.NaN);
}

/** The probability that an inlier scores above an outlier, pair by pair. */
function pairwiseArea(scores: Float64Array, inliers: number): number {
  let wins = 0;
  for (const inlier of scores.subarray(0, inliers))
    for (const outlier of scores.subarray(inliers)) wins += inlier > outlier ? 1 : inlier === outlier ? 0.5 : 0;
  return wins / (inliers * (scores.length - inliers));
}

describe("selectedEpochs", () => {
  test("keeps the epoch of a run of the official code, whose true best epochs were never written", () => {
    const minima = new Set([1, 2, 3, 4, 5, 6, 7, 10, 12, 17, 19, 25, 30, 35, 39, 45, 56]);
    const validation = Array.from({ length: 61 }, (_, at) => (minima.has(at + 1) ? -at : 0.5));
    expect(selectedEpochs(validation.slice(0, 55), 1000)).toEqual({ official: 6, best: 45, last: 55 });
    expect(selectedEpochs(validation.slice(0, 56), 1000)).toEqual({ official: 56, best: 56, last: 56 });
  });

  test("the last epoch is written, too", () => {
    expect(selectedEpochs([4, 3, 2, 1], 4)).toEqual({ official: 4, best: 4, last: 4 });
    expect(selectedEpochs([4, 3, 2, 1], 5)).toEqual({ official: 1, best: 4, last: 4 });
    expect(selectedEpochs([4, 3, 2, 2], 4)).toEqual({ official: 1, best: 3, last: 4 });
  });
});

describe.each(gradcon.variants.map((variant) => [variant]))("%s, smoke protocol", async (variant) => {
  const memo = memory();
  const first = await gradcon.run(configuration(variant), context({ memo }));

  test("gives the same bits each time, and again from the memo", async () => {
    expect(await gradcon.run(configuration(variant), context())).toEqual(first);
    const again = await gradcon.run(configuration(variant), context({ memo }));
    expect(again.timings.map(({ items, remembered }) => items - remembered)).toEqual([0, 0]);
    expect({ ...again, timings: [] }).toEqual({ ...first, timings: [] });
    // One result a class: the checkpoints are gone.
    expect(memo.keys()).toBe(2);
  });

  test("measures every part of the score at every selected state", () => {
    const parts = ["reconstruction", ...(variant.startsWith("vae") ? ["latent"] : []), "gradient", "combined"];
    const rules = ["official", "best", "last"];
    const expected = [0, 1].flatMap((inlier) => [
      ...rules.flatMap((selection) => parts.map((part) => `auroc ${inlier} ${part} ${selection}`)),
      ...rules.map((selection) => `kept-epoch ${inlier} ${selection}`),
      ...(variant.startsWith("vae") ? [] : rules.map((selection) => `explained-variance ${inlier} ${selection}`)),
      `auroc-of-black ${inlier}`,
      ...[1, 3].flatMap((epoch) => parts.map((part) => `auroc-at-epoch ${inlier} ${part} ${epoch}`)),
    ]);
    expect(first.measurements.map(place).sort()).toEqual([...expected, "parameters"].sort());
    for (const { metric, ...measurement } of first.measurements) {
      if (!("value" in measurement)) throw new Error(`${metric} is absent`);
      if (metric === "parameters") expect(measurement.value).toBe(variant.startsWith("vae") ? 1_227_777 : 230_721);
      else if (metric === "explained-variance") expect(measurement.value).toBeLessThan(1);
      else if (metric === "kept-epoch") expect([1, 2, 3]).toContain(measurement.value);
      else expect(Math.abs(measurement.value - 0.5)).toBeLessThanOrEqual(0.5);
    }
  });

  test("the areas along the training are those of the state that is kept last", () => {
    const areas = (at: Coordinates) =>
      first.measurements.flatMap((each) =>
        Object.entries(at).every(([name, value]) => each.at[name] === value) ? [each] : [],
      );
    for (const last of areas({ selection: "last" }))
      if (last.metric === "auroc" && "value" in last) {
        const { class: inlier = 0, part = "" } = last.at;
        expect(areas({ class: inlier, part, epoch: 3 })).toMatchObject([{ value: last.value }]);
      }
  });

  test("keeps loss curves of both splits, and the first seed's figures", () => {
    const told = ["total", "reconstruction", ...(variant.startsWith("vae") ? ["latent"] : [])];
    const parts = [...told, ...(variant.endsWith("grad") ? ["gradient"] : [])];
    const losses = first.curves.filter(({ name, at }) => name === "loss" && at.class === 0);
    expect(losses.map(({ at }) => `${at.part} ${at.split}`)).toEqual(
      parts.flatMap((part) => [`${part} train`, `${part} validation`]),
    );
    expect(first.curves.filter(({ name }) => name === "roc")).toHaveLength(2);
    expect(first.curves.some(({ name, at }) => name === "histogram" && at.group === "outliers")).toBe(true);
    expect(first.pictures?.map(({ name }) => name)).toEqual(["reconstructions"]);
  });
});

describe("runs of one seed", async () => {
  const ofVariant = async (variant: string, seed = 1) =>
    gradcon.run({ ...configuration(variant, { classes: "2" }), seed }, context());
  const plain = await ofVariant("cae");
  const constrained = await ofVariant("cae-grad");

  test("share images, weights and order with and without the constraint", () => {
    // One batch an epoch, and no gradient loss in the first step.
    expect(firstLosses(constrained, "reconstruction")).toEqual(firstLosses(plain, "reconstruction"));
    expect(firstLosses(constrained, "gradient")).toEqual([0]);
    expect(constrained.measurements).not.toEqual(plain.measurements);
  });

  test("differ from those of another seed, which keep no figures", async () => {
    const other = await ofVariant("cae", 2);
    expect(firstLosses(other, "reconstruction")).not.toEqual(firstLosses(plain, "reconstruction"));
    expect(other.pictures).toEqual([]);
    expect(new Set(other.curves.map(({ name }) => name))).toEqual(new Set(["loss"]));
  });

  test("of one class are those of the class among others", async () => {
    const both = await gradcon.run(configuration("cae", { classes: "1,2" }), context());
    expect(both.measurements.filter(({ at }) => at.class !== 1)).toEqual(plain.measurements);
  });
});

describe.each(["cae-grad", "vae-grad"])("scores of %s", async (variant) => {
  const asked = task(variant, 3);
  const { split, images, settings } = asked;
  const { states } = await trainClass(asked);
  const { values } = states.at(-1) ?? { values: {} };
  const tested = images.at(Uint32Array.of(...split.testInliers, ...split.testOutliers));
  const scorer = await openImageScorer(engine, images.channels, settings);
  const scores = await scorer.score(values, tested);
  await scorer.release();

  test("are those of images one by one", async () => {
    const single = await openImageScorer(engine, images.channels, settings, 1);
    const alone = await single.score(values, tested);
    await single.release();
    expect(Object.keys(alone)).toEqual(Object.keys(scores));
    for (const [part, expected] of Object.entries(alone))
      for (const [at, value] of expected.entries())
        expect(scores[part as keyof typeof scores]?.[at]).toBeCloseTo(value, 5);
  });

  test("are the losses that training tells of a batch of one image", async () => {
    const model = gradconObjective(settings);
    for (const at of [0, 5, tested.count - 1]) {
      const one = images.at(Uint32Array.of([...split.testInliers, ...split.testOutliers][at] as number));
      const evaluation = await compileEvaluation({ engine, model, examples: one, batchSize: 1 });
      const told = await evaluation.run(values, Uint32Array.of(0));
      await evaluation.release();
      expect(scores.reconstruction?.[at]).toBeCloseTo(-(told.reconstruction as number), 5);
      expect(scores.gradient?.[at]).toBeCloseTo(-(told.gradient as number), 4);
      if (told.latent !== undefined) expect(scores.latent?.[at]).toBeCloseTo(-told.latent, 5);
      expect(scores.combined?.[at]).toBeCloseTo(-(told.reconstruction as number) - 0.12 * (told.gradient as number), 4);
    }
  });

  test("give the areas that are measured, pair by pair", async () => {
    const { measurements } = await evaluateClass(asked);
    for (const [part, values] of Object.entries(scores)) {
      const measured = measurements.find(
        ({ metric, at }) => metric === "auroc" && at.part === part && at.selection === "last",
      );
      expect(measured).toMatchObject({ value: expect.closeTo(pairwiseArea(values, split.testInliers.length), 12) });
    }
  });
});

test("a collapsed output is held against the images' own mean squares and variance", () => {
  const pixels = [
    [1, 0, 1, 0],
    [0.5, 0.5, 0.5, 0.5],
    [1, 1, 1, 1],
  ];
  const { blackScores, greyLoss } = collapsedOutput(
    {
      count: 3,
      shapes: { images: [1, 2, 2] },
      read: ([index = 0], _epoch, { images }) => images?.set(pixels[index] ?? []),
    },
    2,
  );
  expect([...blackScores]).toEqual([-0.5, -0.25, -1]);
  // Two inliers: eight pixels of mean 0.5, four of them 0.5 away from it.
  expect(greyLoss).toBeCloseTo(0.125, 12);
});

describe("gradcon, stopped", () => {
  test("goes on from the memo, to the same numbers", async () => {
    const memo = memory();
    const whole = await gradcon.run(configuration("cae-grad"), context());
    for (const stage of ["class 0", "class 1"]) {
      const stop = new AbortController();
      const reason = new Error("asked to stop");
      const progress: PipelineContext["progress"] = (told) => (told.stage === stage ? stop.abort(reason) : undefined);
      await expect(
        gradcon.run(configuration("cae-grad"), context({ memo, signal: stop.signal, progress })),
      ).rejects.toBe(reason);
    }
    const resumed = await gradcon.run(configuration("cae-grad"), context({ memo }));
    expect(resumed.measurements).toEqual(whole.measurements);
    expect(resumed.curves).toEqual(whole.curves);
    expect(resumed.timings.find(({ stage }) => stage === "score")?.remembered).toBeGreaterThan(0);
  });
});

describe("gradcon's configurations", () => {
  test("colour images are resized to 28 pixels", async () => {
    const colour = syntheticDataset("synthetic-textures", { seed: 1, trainPerClass: 20, testPerClass: 4 });
    const run = await gradcon.run(
      { ...configuration("cae", { classes: "1" }), dataset: colour.name },
      context({ dataset: async () => colour }),
    );
    expect(run.pictures?.map(({ channels, height, width }) => [channels, height, width])).toEqual([[3, 28, 28]]);
  });

  test.each([
    [configuration("gan"), 'no variant "gan"; there are cae, cae-grad, vae, vae-grad'],
    [configuration("cae", { epochs: 3 }), 'no option "epochs"; there is classes'],
    [configuration("cae", { classes: "10" }), 'classes "10" are neither "all" nor'],
    [configuration("cae", { classes: "4,3" }), 'classes "4,3" are neither "all" nor'],
    [configuration("cae", { classes: "three" }), 'classes "three" are neither "all" nor'],
  ])("refuses %o", async (wrong, message) => {
    await expect(gradcon.run(wrong, context())).rejects.toThrow(message);
  });

  test("only the paper protocol is free of deviations", () => {
    expect(gradcon.deviations("paper", "cae")).toEqual([]);
    expect(gradcon.deviations("reduced", "cae")).toEqual(["10 epochs instead of 1000"]);
    expect(gradcon.deviations("smoke", "cae")[0]).toContain("synthetic");
  });

  test("hyper-parameters have distinct names", () => {
    for (const variant of gradcon.variants) {
      const names = gradcon.hyperparameters(variant).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
