import { describe, expect, test } from "vitest";
import { syntheticDataset } from "../../../src/data/synthetic.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import type { Configuration, Coordinates, Measurement } from "../../../src/paper/experiment.ts";
import { hscae } from "../../../src/pipelines/hscae/index.ts";
import { settingsOf } from "../../../src/pipelines/hscae/settings.ts";
import { settingsOf as odinSettings } from "../../../src/pipelines/odin/settings.ts";
import type { Memo, PipelineContext } from "../../../src/pipelines/pipeline.ts";

const dataset = syntheticDataset("synthetic-digits", { seed: 1, trainPerClass: 16, testPerClass: 8 });
const engine = await openEngine({ engine: "ort", threads: 1 });

function configuration(variant = "hscae", options: Coordinates = {}): Configuration {
  return { pipeline: "hscae", variant, dataset: dataset.name, protocol: "smoke", seed: 1, options };
}

function memory(): Memo & { readonly keys: () => readonly string[] } {
  const values = new Map<string, Uint8Array>();
  return {
    get: async (key) => values.get(key),
    put: async (key, value) => void values.set(key, value),
    forget: async (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}

// One memo for all: the classifiers are trained once.
const shared = memory();

function context(changes: Partial<PipelineContext> = {}): PipelineContext {
  return {
    cell: "hscae test",
    code: "hscae code",
    dataset: async () => dataset,
    engine: async () => engine,
    memo: shared,
    progress: () => undefined,
    signal: new AbortController().signal,
    now: () => 0,
    ...changes,
  };
}

function found(measurements: readonly Measurement[], metric: string, at: Coordinates): readonly number[] {
  return measurements
    .filter((each) => each.metric === metric && Object.entries(at).every(([name, value]) => each.at[name] === value))
    .flatMap((each) => ("value" in each ? [each.value] : []));
}

function only(measurements: readonly Measurement[], metric: string, at: Coordinates): number {
  const values = found(measurements, metric, at);
  const [value] = values;
  if (values.length !== 1 || value === undefined) throw new Error(`${metric} at ${JSON.stringify(at)}: ${values}`);
  return value;
}

const first = await hscae.run(configuration(), context());
const { measurements } = first;
const main = { objective: "balanced", right: "digit", mean: "pooled", tuned: "test" };

describe("hscae, smoke protocol", { timeout: 240_000 }, () => {
  test("gives the same bits with classifiers trained anew, and leaves but these in the memo", async () => {
    const memo = memory();
    const { timings, ...again } = await hscae.run(configuration(), context({ memo }));
    const { timings: before, ...expected } = first;
    expect(again).toEqual(expected);
    expect(memo.keys()).toHaveLength(2);
    expect(timings.map(({ remembered }) => remembered)).toEqual([0, 0, 0, 0]);
    expect(before).toEqual(timings);
  });

  test("measures each metric once at a place; shares lie in [0, 1]", () => {
    const places = measurements.map(({ metric, at }) => `${metric} ${JSON.stringify(Object.entries(at).sort())}`);
    expect(new Set(places).size).toBe(places.length);
    const shares = /auroc|aupr|fpr|accuracy|recognition|same-class|rejected/;
    for (const each of measurements)
      if ("value" in each) {
        expect(Number.isFinite(each.value)).toBe(true);
        if (shares.test(each.metric)) expect(each.value).toBeGreaterThanOrEqual(0);
        if (shares.test(each.metric)) expect(each.value).toBeLessThanOrEqual(1);
      } else expect(each.absent).toMatch(/reject/);
  });

  test("the first level is the same whether the class is predicted again or kept; a later one is not", () => {
    const errors = (level: number): readonly number[] =>
      found(measurements, "reconstruction-error", { level, group: "zero" });
    expect(errors(1)).toHaveLength(2);
    expect(new Set(errors(1)).size).toBe(1);
    expect(new Set(errors(5)).size).toBe(2);
  });

  test("gap and ratio are of the errors that the squared-error detector has as distances", () => {
    const at = { condition: "kept", level: 2 };
    const [zero, digits] = ["zero", "else"].map((group) =>
      only(measurements, "reconstruction-error", { ...at, group }),
    );
    if (zero === undefined || digits === undefined) throw new Error("no errors");
    expect(only(measurements, "error-gap", at)).toBeCloseTo(zero - digits, 12);
    expect(only(measurements, "error-ratio", at)).toBeCloseTo(zero / digits, 12);
    const distance = { ...at, detector: "hscae", distance: "squared-error", group: "zero" };
    expect(only(measurements, "distance", distance)).toBeCloseTo(zero, 12);
  });

  test("distances have thresholds of their own sign", () => {
    for (const distance of ["softmax", "max-softmax", "squared-error", "content", "ssim"])
      for (const threshold of found(measurements, "threshold", { detector: "hscae", distance, ...main }))
        expect(threshold).toBeGreaterThanOrEqual(0);
  });

  test("an ensemble whose thresholds are searched jointly is at least as good as either member", () => {
    for (const level of [1, 3, 5]) {
      const at = { detector: "ensemble", condition: "kept", perturbation: "with", level, ...main };
      const together = only(measurements, "balanced-accuracy", { ...at, distance: "squared-error", rule: "joint" });
      const odin = only(measurements, "balanced-accuracy", { detector: "odin", perturbation: "with", ...main });
      const alone = only(measurements, "balanced-accuracy", {
        ...{ detector: "hscae", distance: "squared-error", condition: "kept", level },
        ...main,
      });
      expect(together).toBeGreaterThanOrEqual(odin);
      expect(together).toBeGreaterThanOrEqual(alone);
      const fixed = only(measurements, "balanced-accuracy", { ...at, distance: "squared-error", rule: "report" });
      expect(together).toBeGreaterThanOrEqual(fixed);
    }
  });

  test("the report's rule lowers the classifier's threshold as the report does, and keeps both over the levels", () => {
    const thresholds = (member: string): readonly number[] =>
      found(measurements, "threshold", {
        ...{ detector: "ensemble", distance: "squared-error", condition: "kept", perturbation: "with" },
        ...{ rule: "report", objective: "balanced", right: "digit", tuned: "test", member },
      });
    const alone = only(measurements, "threshold", { detector: "odin", perturbation: "with", ...main });
    expect(thresholds("odin")).toHaveLength(5);
    for (const threshold of thresholds("odin")) expect(threshold).toBeCloseTo((alone * 0.231) / 0.235, 12);
    expect(new Set(thresholds("hscae")).size).toBeLessThanOrEqual(1);
  });

  test("what only the autoencoder rejects is what its members' counts leave", () => {
    const at = { condition: "kept", level: 2, perturbation: "with", distance: "squared-error" };
    const shares = ["zero", "else"].map((group) =>
      found(measurements, "rejected-of-accepted", { detector: "ensemble", ...at, group }),
    );
    const rejected = ({ detector, ...more }: Coordinates): number =>
      only(measurements, "zero-accuracy", { detector: detector ?? "", ...more, ...main });
    const odin = rejected({ detector: "odin", perturbation: "with" });
    const alone = rejected({ detector: "hscae", distance: "squared-error", condition: "kept", level: 2 });
    // With 8 zeros: of those that ODIN accepts, as many at most as the autoencoder rejects in all.
    for (const share of shares[0] ?? []) expect(share * (1 - odin)).toBeLessThanOrEqual(alone + 1e-12);
    expect(shares[1]).toHaveLength(1);
  });

  test("draws what reports show, within their limits", () => {
    const names = new Set(first.curves.map(({ name }) => name));
    expect([...names].sort()).toEqual(["auroc", "histogram", "loss", "precision-recall", "roc"]);
    const thresholds = measurements.filter(({ metric }) => metric === "threshold");
    const histograms = first.curves.filter(({ name, at }) => name === "histogram" && at.detector === "hscae");
    expect(histograms).toHaveLength(8);
    for (const { at } of histograms) {
      const { group, ...place } = at;
      expect(thresholds.filter((each) => JSON.stringify(each.at) === JSON.stringify(place))).toHaveLength(1);
    }
    const [picture] = first.pictures ?? [];
    expect(picture?.columns).toEqual(["0", "0", "0", "1", "4", "7"]);
    expect(picture?.rows).toEqual(["image", "level 1", "level 2", "level 3", "level 4", "level 5"]);
  });

  test("goes on from the memo, to the same numbers", async () => {
    const memo = memory();
    for (const key of shared.keys()) await memo.put(key, (await shared.get(key)) ?? new Uint8Array());
    const stop = new AbortController();
    const reason = new Error("asked to stop");
    const progress: PipelineContext["progress"] = ({ stage }) => {
      if (stage === "train") stop.abort(reason);
    };
    await expect(hscae.run(configuration(), context({ memo, signal: stop.signal, progress }))).rejects.toBe(reason);
    expect(memo.keys()).toHaveLength(3);
    const { measurements: resumed } = await hscae.run(configuration(), context({ memo }));
    expect(resumed).toEqual(measurements);
    expect(memo.keys()).toHaveLength(2);
  });
});

describe("hscae, other variants", { timeout: 240_000 }, () => {
  test.each(["unconditioned", "variational"])(
    "%s reconstructs otherwise, with the same classifier",
    async (variant) => {
      const other = await hscae.run(configuration(variant), context());
      expect(only(other.measurements, "accuracy", {})).toBe(only(measurements, "accuracy", {}));
      const condition = variant === "unconditioned" ? "none" : "kept";
      const error = (from: readonly Measurement[], under: string): number =>
        only(from, "reconstruction-error", { condition: under, level: 1, group: "else" });
      expect(error(other.measurements, condition)).not.toBe(error(measurements, "kept"));
      const parts = other.curves.filter(({ name }) => name === "loss").map(({ at }) => at.part);
      expect(parts.includes("kl")).toBe(variant === "variational");
      expect(other.timings.slice(0, 2).every(({ items, remembered }) => items === remembered)).toBe(true);
    },
  );
});

describe("hscae settings", () => {
  test("have the classifier of an odin cell of the same seed and protocol", () => {
    for (const protocol of ["paper", "reduced"] as const) {
      const asked = { ...configuration(), protocol, seed: 3 };
      const theirs = odinSettings({ ...asked, pipeline: "odin", variant: "resnet18", options: { epochs: 50 } });
      expect(settingsOf(asked).classifier).toEqual(theirs.classifier);
      expect(settingsOf(asked).trainPerClass).toBe(theirs.trainPerClass);
    }
  });

  test("refuse what they do not know, in one line", () => {
    expect(() => settingsOf(configuration("plain"))).toThrow('hscae: no variant "plain"; there are hscae');
    expect(() => settingsOf(configuration("hscae", { width: 3 }))).toThrow(
      'hscae: no option "width"; there are latent',
    );
    expect(() => settingsOf(configuration("hscae", { latent: 1.5 }))).toThrow("hscae: latent 1.5 is not");
    expect(() => settingsOf(configuration("hscae", { learningRate: 0 }))).toThrow("hscae: learningRate 0 is not");
  });

  test("name what is assumed, and where each protocol departs", () => {
    for (const variant of hscae.variants) {
      const names = hscae.hyperparameters(variant).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(hscae.deviations("paper", "hscae")).toEqual([]);
    expect(hscae.deviations("reduced", "hscae")).toHaveLength(6);
    expect(hscae.deviations("smoke", "hscae")[0]).toContain("synthetic");
  });
});
