import { describe, expect, test } from "vitest";
import { paper } from "../../../claims/hscae/paper.ts";
import { syntheticDataset } from "../../../src/data/synthetic.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import type { Configuration, Measurement } from "../../../src/paper/experiment.ts";
import { quantitiesOf } from "../../../src/paper/quantities-of.ts";
import { isDivergence } from "../../../src/pipelines/divergence.ts";
import { odin } from "../../../src/pipelines/odin/index.ts";
import type { Memo, PipelineContext } from "../../../src/pipelines/pipeline.ts";

const dataset = syntheticDataset("synthetic-digits", { seed: 1, trainPerClass: 16, testPerClass: 20 });
const engine = await openEngine({ engine: "ort", threads: 1 });

function configuration(variant: string, options: Configuration["options"] = {}): Configuration {
  return { pipeline: "odin", variant, dataset: dataset.name, protocol: "smoke", seed: 1, options };
}

function memory(): Memo & { readonly values: Map<string, Uint8Array> } {
  const values = new Map<string, Uint8Array>();
  return {
    values,
    get: async (key) => values.get(key),
    put: async (key, value) => void values.set(key, value),
    forget: async (key) => void values.delete(key),
  };
}

function context(changes: Partial<PipelineContext> = {}): PipelineContext {
  return {
    cell: "odin test",
    code: "odin code",
    dataset: async () => dataset,
    engine: async () => engine,
    memo: memory(),
    progress: () => undefined,
    signal: new AbortController().signal,
    now: () => 0,
    ...changes,
  };
}

function measured(measurements: readonly Measurement[], metric: string, at: Measurement["at"]): number {
  const found = measurements.filter(
    (each) =>
      each.metric === metric && Object.entries({ epochs: 50, ...at }).every(([name, value]) => each.at[name] === value),
  );
  expect(found, `${metric} ${JSON.stringify(at)}`).toHaveLength(1);
  return (found[0] as { value: number }).value;
}

/** What the report's claims ask of the pipeline. */
const quantities = paper.claims.flatMap(({ basis }) => quantitiesOf(basis));

const testLabels = [...dataset.test.labels];

describe.each([
  ["resnet18", [50, 100]],
  ["spinal-vgg", [50]],
])("odin, smoke protocol, %s variant", async (variant, milestones) => {
  const memo = memory();
  const first = await odin.run(configuration(variant), context({ memo }));

  test("gives the same bits each time, and leaves no checkpoint", async () => {
    expect(memo.values.size).toBe(0);
    expect(await odin.run(configuration(variant), context())).toEqual(first);
  });

  test("measures every detector once under every reading", () => {
    const places = first.measurements.map(({ metric, at }) => JSON.stringify([metric, at]));
    expect(new Set(places).size).toBe(places.length);
    const detectors = new Set(
      first.measurements.flatMap(({ metric, at }) => (metric === "auroc" ? [JSON.stringify(at)] : [])),
    );
    expect(detectors.size).toBe(milestones.length * (1 + 3 + 2));
    expect(first.measurements.flatMap(({ metric, at }) => (metric === "accuracy" ? [at.epochs] : []))).toEqual(
      milestones,
    );
    // 18 readings on all test images; the six pooled ones on the halves, too.
    expect(first.measurements.filter(({ metric }) => metric === "zero-accuracy")).toHaveLength(
      milestones.length * 6 * (18 + 2 * 6),
    );
    for (const measurement of first.measurements)
      if ("value" in measurement) {
        expect(measurement.value).toBeGreaterThanOrEqual(0);
        expect(measurement.value).toBeLessThanOrEqual(1);
      } else expect(measurement.absent).toBe("it is best to reject nothing");
  });

  test("measures what is claimed of it", () => {
    const asked = quantities.filter((quantity) => quantity.pipeline === "odin" && quantity.variant === variant);
    expect(asked.length).toBeGreaterThan(5);
    for (const { metric, where } of asked)
      expect(
        first.measurements.some(
          (each) => each.metric === metric && Object.entries(where).every(([name, value]) => each.at[name] === value),
        ),
        `${metric} ${JSON.stringify(where)}`,
      ).toBe(true);
  });

  test("the best threshold is no worse than any other reading's, and tuning apart gains nothing", () => {
    for (const mean of ["pooled", "batches of 128", "batches of 1500"] as const) {
      const at = { detector: "msp", right: "digit", mean, tuned: "test" };
      const best = measured(first.measurements, "balanced-accuracy", { ...at, objective: "balanced" });
      for (const objective of ["overall", "smaller"])
        expect(measured(first.measurements, "balanced-accuracy", { ...at, objective })).toBeLessThanOrEqual(best);
    }
    for (const right of ["digit", "accepted"]) {
      const at = { detector: "msp", right, mean: "pooled", objective: "balanced" };
      const same = measured(first.measurements, "balanced-accuracy", { ...at, tuned: "evaluation-half" });
      expect(measured(first.measurements, "balanced-accuracy", { ...at, tuned: "tuning-half" })).toBeLessThanOrEqual(
        same,
      );
    }
  });

  test("shares are of the images that they are said to be of", () => {
    const [zeros, digits] = [
      testLabels.filter((label) => label === 0).length,
      testLabels.filter((label) => label > 0).length,
    ];
    const at = { detector: "msp", objective: "balanced", mean: "pooled", tuned: "test" };
    const whole = (value: number, count: number) => expect(value * count).toBeCloseTo(Math.round(value * count), 9);
    whole(measured(first.measurements, "zero-accuracy", { ...at, right: "digit" }), zeros);
    whole(measured(first.measurements, "else-accuracy", { ...at, right: "digit" }), digits);
    const accuracy = measured(first.measurements, "accuracy", {});
    whole(accuracy, digits);
    expect(measured(first.measurements, "else-accuracy", { ...at, right: "digit" })).toBeLessThanOrEqual(accuracy);
  });

  test("a higher temperature makes all less sure, and a perturbation surer of what it moves towards", () => {
    const confidence = (at: Measurement["at"]) => measured(first.measurements, "confidence", { ...at, group: "else" });
    const without = [2, 10, 1000].map((temperature) =>
      confidence({ detector: "odin", perturbation: "without", temperature }),
    );
    expect(without).toEqual([...without].sort((a, b) => b - a));
    expect(without[2]).toBeGreaterThanOrEqual(1 / 9);
    expect(confidence({ detector: "odin", perturbation: "with", temperature: 10, epsilon: 0.005 })).toBeGreaterThan(
      without[1] as number,
    );
  });

  test("draws curves of three detectors and of the training", () => {
    const names = first.curves.map(({ name }) => name);
    for (const name of ["roc", "precision-recall"]) expect(names.filter((each) => each === name)).toHaveLength(3);
    expect(names.filter((each) => each === "histogram")).toHaveLength(6);
    expect(first.curves.filter(({ name }) => name === "loss").map(({ at }) => at.split)).toEqual([
      "train",
      "validation",
    ]);
    for (const { points } of first.curves) expect(points.length).toBeLessThanOrEqual(200);
    for (const { name, at } of first.curves) {
      if (name !== "histogram") continue;
      const { group: _, ...place } = at;
      expect(
        first.measurements.filter(
          ({ metric, at: other }) => metric === "threshold" && JSON.stringify(other) === JSON.stringify(place),
        ),
      ).toHaveLength(1);
    }
  });
});

describe("odin, stopped", () => {
  test("goes on from its checkpoint, to the same numbers", async () => {
    const memo = memory();
    const stop = new AbortController();
    const reason = new Error("asked to stop");
    const progress = ({ done }: { done: number }): void => {
      if (done === 1) stop.abort(reason);
    };
    await expect(odin.run(configuration("spinal-vgg"), context({ memo, signal: stop.signal, progress }))).rejects.toBe(
      reason,
    );
    expect(memo.values.size).toBe(1);
    const resumed = await odin.run(configuration("spinal-vgg"), context({ memo }));
    const whole = await odin.run(configuration("spinal-vgg"), context());
    expect(resumed.measurements).toEqual(whole.measurements);
    expect(resumed.curves).toEqual(whole.curves);
  });

  test("an earlier milestone is what a shorter training gives", async () => {
    const [shorter, longer] = [{ epochs: 50 }, { epochs: 100 }].map((options) =>
      odin.run(configuration("vgg", options), context()),
    );
    const earlier = (await longer)?.measurements.filter(({ at }) => at.epochs === 50);
    expect(earlier).toEqual((await shorter)?.measurements);
  });

  test("a diverged training keeps its loss curve", async () => {
    const error = await odin
      .run(configuration("vgg", { learningRate: 1e30 }), context())
      .catch((thrown: unknown) => thrown);
    if (!isDivergence(error)) throw error;
    expect(error.message).toMatch(/^loss is (NaN|Infinity) in epoch 1, batch \d of \d$/);
    expect(error.curves?.map(({ name }) => name)).toEqual(["loss"]);
  });
});

describe("odin configurations", () => {
  test("another seed or rate gives other numbers", async () => {
    const runs = [
      configuration("vgg"),
      { ...configuration("vgg"), seed: 2 },
      configuration("vgg", { learningRate: 1e-4 }),
    ];
    const results: string[] = [];
    for (const run of runs) results.push(JSON.stringify((await odin.run(run, context())).measurements));
    expect(new Set(results).size).toBe(3);
  });

  test.each([
    [configuration("alexnet"), 'no variant "alexnet"; there are resnet18, spinal-vgg, vgg'],
    [configuration("vgg", { epsilon: 1 }), 'no option "epsilon"; there are epochs, learningRate'],
    [configuration("vgg", { learningRate: 0 }), "learningRate 0 is not positive"],
    [configuration("vgg", { epochs: -1 }), "epochs -1 is not 0 or more"],
    [configuration("vgg", { cropPadding: 1.5 }), "cropPadding 1.5 is no whole number of pixels"],
  ])("refuses %o", async (wrong, message) => {
    await expect(odin.run(wrong, context())).rejects.toThrow(message);
  });

  test("only the paper protocol is free of deviations", () => {
    expect(odin.deviations("paper", "resnet18")).toEqual([]);
    expect(odin.deviations("reduced", "resnet18")).toEqual([
      "every layer has 16/64 of its channels",
      "training sees the first 500 images of each digit at most",
      "training takes 20 epochs in place of 100, 10 in place of 50",
    ]);
    expect(odin.deviations("smoke", "resnet18")[0]).toContain("synthetic");
  });

  test("hyper-parameters have distinct names", () => {
    for (const variant of odin.variants) {
      const names = odin.hyperparameters(variant).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toContain("learning rate");
    }
  });
});
