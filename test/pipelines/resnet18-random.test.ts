import { describe, expect, test } from "vitest";
import { syntheticDataset } from "../../src/data/synthetic.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { openProducts } from "../../src/models/products.ts";
import { openRadialMachines } from "../../src/models/radial-machine.ts";
import { resnet18Width } from "../../src/models/resnet18.ts";
import type { Configuration, Measurement } from "../../src/paper/experiment.ts";
import type { Memo, PipelineContext } from "../../src/pipelines/pipeline.ts";
import { cellFeatures } from "../../src/pipelines/resnet18-random/cell-features.ts";
import { gammaMultiples } from "../../src/pipelines/resnet18-random/classifier.ts";
import { evaluateClass } from "../../src/pipelines/resnet18-random/evaluate-class.ts";
import { resnet18Random } from "../../src/pipelines/resnet18-random/index.ts";
import { settingsOf } from "../../src/pipelines/resnet18-random/settings.ts";

const dataset = syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 20, testPerClass: 10 });
const engine = await openEngine({ engine: "ort", threads: 1 });

function configuration(variant: string, options: Configuration["options"] = {}): Configuration {
  return { pipeline: "resnet18-random", variant, dataset: dataset.name, protocol: "smoke", seed: 1, options };
}

function memory(): Memo & { readonly size: () => number } {
  const values = new Map<string, Uint8Array>();
  return {
    get: async (key) => values.get(key),
    put: async (key, value) => {
      values.set(key, value);
    },
    forget: async (key) => {
      values.delete(key);
    },
    size: () => values.size,
  };
}

function context(changes: Partial<PipelineContext> = {}): PipelineContext {
  return {
    cell: "resnet18-random test",
    code: "resnet18-random code",
    dataset: async () => dataset,
    engine: async () => engine,
    memo: memory(),
    progress: () => undefined,
    signal: new AbortController().signal,
    now: () => 0,
    ...changes,
  };
}

function key({ metric, at }: Measurement): string {
  return `${metric} ${at.class} ${at.kernel} ${at.features} ${at.gammaMultiple ?? ""}`;
}

/** The probability that an outlier scores above an inlier, pair by pair. */
function pairwiseAuc(scores: Float64Array, outlier: (index: number) => boolean): number {
  let wins = 0;
  let pairs = 0;
  scores.forEach((positive, i) => {
    if (!outlier(i)) return;
    scores.forEach((negative, j) => {
      if (outlier(j)) return;
      pairs++;
      wins += positive > negative ? 1 : positive === negative ? 0.5 : 0;
    });
  });
  return wins / pairs;
}

describe.each(["official", "k9de"])("resnet18-random, smoke protocol, %s variant", async (variant) => {
  const memo = memory();
  const first = await resnet18Random.run(configuration(variant), context({ memo }));

  test("gives the same bits each time", async () => {
    expect(await resnet18Random.run(configuration(variant), context())).toEqual(first);
  });

  test("measures every class and freedom", () => {
    const configurations = [
      ...["raw", "normalised"].map((features) => `linear ${features} `),
      ...gammaMultiples.map((multiple) => `rbf normalised ${multiple}`),
      "rbf raw 1",
      "kde normalised 1",
    ];
    const expected = dataset.classes.flatMap((_, inlier) =>
      configurations.flatMap((each) => ["auroc", "auroc-one-point"].map((metric) => `${metric} ${inlier} ${each}`)),
    );
    expect(first.measurements.map(key).sort()).toEqual(expected.sort());
    for (const measurement of first.measurements)
      if ("value" in measurement) {
        expect(measurement.value).toBeGreaterThanOrEqual(0);
        expect(measurement.value).toBeLessThanOrEqual(1);
      } else expect(key(measurement)).toMatch(/^auroc-one-point \d kde/);

    expect(first.curves).toHaveLength(30);
    expect(first.curves.reduce((sum, { points }) => sum + points.length, 0)).toBeLessThanOrEqual(1000);
    for (const { points } of first.curves) {
      expect(points[0]).toEqual([0, 0]);
      expect(points.at(-1)).toEqual([1, 1]);
    }
    expect(first.timings.map(({ stage, items }) => `${stage} ${items}`)).toEqual([
      expect.stringMatching(/^features \d+$/),
      "fit 100",
      "score 8800",
    ]);
    expect(first.checksums).toEqual(dataset.checksums);
  });

  test("one class's AUROC equals the pairwise count over its scores", async () => {
    const inlier = 3;
    const settings = settingsOf(configuration(variant), dataset.train.height);
    const features = await cellFeatures(settings, dataset, engine, context({ memo }));
    const products = openProducts(engine, resnet18Width);
    const radialMachines = openRadialMachines(engine, resnet18Width);
    const fitted = features.fitted[inlier];
    if (fitted === undefined) throw new Error("no features of the class");
    const classifiers = await evaluateClass({
      fitted,
      test: features.test,
      products,
      radialMachines,
      spend: () => undefined,
    });
    await products.release();
    await radialMachines.release();
    for (const { at, scores } of classifiers) {
      const place = { class: inlier, ...at };
      const recorded = first.measurements.find((each) => key(each) === key({ metric: "auroc", at: place, value: 0 }));
      expect(recorded).toEqual({
        metric: "auroc",
        at: place,
        value: expect.closeTo(
          pairwiseAuc(scores, (index) => features.testLabels[index] !== inlier),
          12,
        ),
      });
    }
  });
});

describe("resnet18-random, stopped", () => {
  test("goes on from the memo, to the same numbers", async () => {
    const memo = memory();
    const stop = new AbortController();
    const reason = new Error("asked to stop");
    const stopped = resnet18Random.run(
      configuration("k9de"),
      context({ memo, signal: stop.signal, progress: () => stop.abort(reason) }),
    );
    await expect(stopped).rejects.toBe(reason);
    expect(memo.size()).toBe(1);
    const resumed = await resnet18Random.run(configuration("k9de"), context({ memo }));
    const whole = await resnet18Random.run(configuration("k9de"), context());
    expect(resumed.measurements).toEqual(whole.measurements);
    expect(resumed.timings[0]?.remembered).toBeGreaterThan(0);
  });
});

describe("resnet18-random configurations", () => {
  test("another seed or another draw of inliers gives other numbers", async () => {
    const memo = memory();
    const runs = [
      configuration("k9de"),
      { ...configuration("k9de"), seed: 2 },
      configuration("k9de", { fittedInliers: "5 without replacement" }),
    ].map(async (each) => JSON.stringify((await resnet18Random.run(each, context({ memo }))).measurements));
    expect(new Set(await Promise.all(runs)).size).toBe(3);
  });

  test.each([
    [{ ...configuration("sohn") }, 'no variant "sohn"; there are official and k9de'],
    [configuration("k9de", { epsilon: 1 }), 'no option "epsilon"'],
    [configuration("k9de", { batchNormEpsilon: -1 }), "batchNormEpsilon -1 is not a positive number"],
    [configuration("k9de", { fittedInliers: "500" }), 'fittedInliers "500"'],
    [configuration("k9de", { initialDistribution: "uniform" }), 'initialDistribution "uniform"'],
  ])("refuses %o", async (wrong, message) => {
    await expect(resnet18Random.run(wrong, context())).rejects.toThrow(message);
  });

  test("only the paper protocol is free of deviations", () => {
    for (const variant of resnet18Random.variants) {
      expect(resnet18Random.deviations("paper", variant)).toEqual([]);
      expect(resnet18Random.deviations("reduced", variant).length).toBeGreaterThan(0);
      expect(resnet18Random.deviations("smoke", variant)[0]).toContain("synthetic");
    }
  });

  test("hyper-parameters have distinct names", () => {
    for (const variant of resnet18Random.variants) {
      const names = resnet18Random.hyperparameters(variant).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toContain("nu");
    }
  });
});
