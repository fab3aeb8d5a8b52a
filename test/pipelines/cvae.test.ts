import { describe, expect, test } from "vitest";
import { syntheticDataset } from "../../src/data/synthetic.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { Configuration, Coordinates, Measurement } from "../../src/paper/experiment.ts";
import { cellCheckpoints } from "../../src/pipelines/cell-checkpoints.ts";
import { anomalyNames, type CellImages, cellImages } from "../../src/pipelines/cvae/cell-images.ts";
import { detectionMeasurements } from "../../src/pipelines/cvae/detect-anomalies.ts";
import { cvae } from "../../src/pipelines/cvae/index.ts";
import { scaledSets } from "../../src/pipelines/cvae/scales.ts";
import { optionValues, settingsOf } from "../../src/pipelines/cvae/settings.ts";
import { trainCvae } from "../../src/pipelines/cvae/train-cvae.ts";
import type { Memo, PipelineContext } from "../../src/pipelines/pipeline.ts";

const dataset = syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 60, testPerClass: 1 });
const digits = syntheticDataset("synthetic-digits", { seed: 1, trainPerClass: 60, testPerClass: 1 });
const engine = await openEngine({ engine: "ort", threads: 1 });

function configuration(options: Configuration["options"] = {}, variant = "mlp-decoder"): Configuration {
  return { pipeline: "cvae", variant, dataset: dataset.name, protocol: "smoke", seed: 1, options };
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
    cell: "cvae test",
    code: "cvae code",
    dataset: async (other) => (other === "mnist" ? digits : dataset),
    engine: async () => engine,
    memo: memory(),
    progress: () => undefined,
    signal: new AbortController().signal,
    now: () => 0,
    ...changes,
  };
}

function measured(measurements: readonly Measurement[], metric: string, at: Coordinates): number {
  const found = measurements.filter(
    (each) => each.metric === metric && Object.entries(at).every(([name, value]) => each.at[name] === value),
  );
  const [only] = found;
  if (found.length !== 1 || only === undefined || !("value" in only))
    throw new Error(`${metric}: ${found.length} found`);
  return only.value;
}

describe.each(cvae.variants)("cvae, smoke protocol, %s", async (variant) => {
  const memo = memory();
  const first = await cvae.run(configuration({}, variant), context({ memo }));

  test("gives the same bits each time, and leaves nothing in the memo", async () => {
    expect(await cvae.run(configuration({}, variant), context())).toEqual(first);
    expect(memo.size()).toBe(0);
  });

  test("measures each metric once at a place, finite or absent with its reason", () => {
    const places = first.measurements.map(({ metric, at }) => `${metric} ${JSON.stringify(at)}`);
    expect(new Set(places).size).toBe(places.length);
    for (const each of first.measurements)
      if ("value" in each) expect(Number.isFinite(each.value)).toBe(true);
      else expect([each.metric, each.absent]).toEqual(["loss-fall", "there are 2 epochs"]);
  });

  test("rates lie in [0, 1], and shares of each class's images sum to 1", () => {
    const rates = /auroc|aupr|precision|accuracy|rate|recall|confusion|energy|share/;
    for (const each of first.measurements)
      if ("value" in each && rates.test(each.metric)) {
        expect(each.value).toBeGreaterThanOrEqual(0);
        expect(each.value).toBeLessThanOrEqual(1);
      }
    for (const label of [1, 3, 5, 7, 9]) {
      const shares = first.measurements.filter(
        ({ metric, at }) =>
          (metric === "recall" || metric === "confusion") && at.references === "generated" && at.class === label,
      );
      expect(shares).toHaveLength(5);
      expect(shares.reduce((sum, each) => sum + ("value" in each ? each.value : Number.NaN), 0)).toBeCloseTo(1, 12);
    }
  });

  test("every source of anomalies is measured alike, and by images of its own", () => {
    const areas = anomalyNames.map((name) => first.measurements.filter(({ at }) => at.anomalies === name));
    const [places] = areas.map((each) => each.map(({ metric, at: { anomalies: _, ...at } }) => ({ metric, at })));
    for (const each of areas)
      expect(each.map(({ metric, at: { anomalies: _, ...at } }) => ({ metric, at }))).toEqual(places);
    const medians = anomalyNames.map((anomalies) =>
      measured(first.measurements, "median-score", {
        ...{ score: "reconstruction", label: "least", group: "anomalous", anomalies },
      }),
    );
    expect(new Set(medians).size).toBe(anomalyNames.length);
  });

  test("names both data sets that it read", () => {
    expect(first.checksums).toEqual({ ...dataset.checksums, ...digits.checksums });
  });

  test("the total loss is the sum of its parts", () => {
    for (const epoch of ["first", "last"]) {
      const loss = (part: string): number => measured(first.measurements, "loss", { part, epoch });
      expect(loss("total")).toBeCloseTo(loss("reconstruction") + loss("kl"), 3);
    }
  });

  test("the least score over five labels is at most the predicted one's, in the median too", () => {
    for (const group of ["normal", "anomalous"]) {
      const median = (label: string): number =>
        measured(first.measurements, "median-score", {
          ...{ score: "reconstruction", anomalies: "other-classes", group, label },
        });
      expect(median("least")).toBeLessThanOrEqual(median("predicted"));
    }
  });

  test("draws what reports show, within their limits", () => {
    const names = new Set(first.curves.map(({ name }) => name));
    expect([...names].sort()).toEqual(["histogram", "latent", "loss", "precision-recall", "roc"]);
    const latent = first.curves.filter(({ name }) => name === "latent");
    expect(latent.map(({ points }) => points.length)).toEqual([12, 12, 12, 12, 12, 6]);
    const thresholds = first.measurements.filter(({ metric }) => metric === "threshold");
    for (const { at } of first.curves.filter(({ name }) => name === "histogram")) {
      const { group, ...place } = at;
      expect(thresholds.filter((each) => JSON.stringify(each.at) === JSON.stringify(place))).toHaveLength(1);
    }
    const sources = first.curves.filter(({ name }) => name === "roc").map(({ at }) => at.anomalies);
    expect(sources).toEqual(Array.from({ length: 4 }, () => ["other-classes", "digits"]).flat());
    expect(first.pictures?.map(({ name, rows, columns }) => [name, rows.length, columns.length])).toEqual([
      ["generated", 5, 5],
      ["reconstructions", 2, 9],
    ]);
  });
});

describe("cvae, stopped", () => {
  test("goes on from the memo, to the same numbers", async () => {
    const memo = memory();
    const stop = new AbortController();
    const reason = new Error("asked to stop");
    const stopped = cvae.run(
      configuration(),
      context({ memo, signal: stop.signal, progress: () => stop.abort(reason) }),
    );
    await expect(stopped).rejects.toBe(reason);
    expect(memo.size()).toBe(1);
    const resumed = await cvae.run(configuration(), context({ memo }));
    expect(resumed).toEqual(await cvae.run(configuration(), context()));
  });
});

describe("cvae images", () => {
  const images = cellImages(dataset, digits, settingsOf(configuration()));
  const strings = (values: Float32Array): readonly string[] =>
    Array.from({ length: values.length / 1024 }, (_, at) => values.subarray(1024 * at, 1024 * (at + 1)).join());

  test.each(anomalyNames)("no image is in two sets where the anomalies are %s", (name) => {
    const all = [images.labelled, ...images.sets.flatMap(({ normal, anomalies }) => [normal, anomalies[name]])];
    const seen = all.flatMap(({ values }) => strings(values));
    expect(seen).toHaveLength(150 + 2 * (60 + 6));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("the digits are MNIST's training images in the middle of 32 pixels, which the seed chooses", () => {
    const { train } = digits;
    const padded = Array.from({ length: train.count }, (_, place) =>
      Array.from({ length: 1024 }, (_, at) => {
        const [row, column] = [Math.floor(at / 32) - 2, (at % 32) - 2];
        const inside = row >= 0 && row < 28 && column >= 0 && column < 28;
        return inside ? Math.fround((train.pixels[784 * place + 28 * row + column] as number) / 255) : 0;
      }).join(),
    );
    const placesIn = ({ sets }: CellImages) =>
      sets.flatMap(({ anomalies }) => strings(anomalies.digits.values).map((image) => padded.indexOf(image)));
    const places = placesIn(images);
    expect(places).not.toContain(-1);
    expect(placesIn(cellImages(dataset, digits, settingsOf({ ...configuration(), seed: 2 })))).not.toEqual(places);
  });

  test("another source of digits changes no other image", () => {
    const others = syntheticDataset("synthetic-digits", { seed: 2, trainPerClass: 60, testPerClass: 1 });
    const without = ({ labelled, sets }: CellImages): string =>
      [labelled, ...sets.flatMap(({ normal, anomalies: { digits: _, ...rest } }) => [normal, ...Object.values(rest)])]
        .map(({ values }) => values.join())
        .join();
    const ofDigits = ({ sets: [{ anomalies }] }: CellImages): string => anomalies.digits.values.join();
    const changed = cellImages(dataset, others, settingsOf(configuration()));
    expect(without(changed) === without(images)).toBe(true);
    expect(ofDigits(changed) === ofDigits(images)).toBe(false);
  });

  test("are the same under every option that is none of theirs", () => {
    const drawn = (changed: Configuration): string =>
      strings(cellImages(dataset, digits, settingsOf(changed)).labelled.values).join();
    for (const options of [{ latentDimension: 16 }, { klWeight: 0.1 }, { batchSize: 10 }])
      expect(drawn(configuration(options)) === drawn(configuration())).toBe(true);
    expect(drawn({ ...configuration(), seed: 2 }) === drawn(configuration())).toBe(false);
  });

  test("are padded with zeros, or stretched to the border", () => {
    const border = ({ values }: { readonly values: Float32Array }): number =>
      values.reduce((sum, value, at) => sum + (at % 1024 < 64 || at % 1024 >= 960 ? value : 0), 0);
    expect(border(images.labelled)).toBe(0);
    expect(
      border(cellImages(dataset, digits, settingsOf(configuration({ geometry: "resize" }))).labelled),
    ).toBeGreaterThan(0);
  });
});

describe("detection", () => {
  const labels = Uint8Array.of(0, 0, 0, 1);
  const first = { scores: Float32Array.of(0, 100, 200, 1000), labels };
  const second = { scores: Float32Array.of(0, 400, 1500, 2000), labels };

  test("scales a set by its own range or by the first set's", () => {
    const scaled = (scale: "each-set" | "first-set") => scaledSets(scale, first.scores, second.scores);
    expect(scaled("each-set")).toMatchObject({ value: { second: Float64Array.of(0, 0.2, 0.75, 1) } });
    expect(scaled("first-set")).toMatchObject({ value: { second: Float64Array.of(0, 0.4, 1.5, 2) } });
    expect(scaledSets("first-set", Float32Array.of(1, 1), second.scores).defined).toBe(false);
  });

  test("takes the first grid point that parts the first set, and tries it on the second", () => {
    const results = detectionMeasurements({}, [first, second]);
    // 200 of 1,000 is 0.2, so that 0.201 is the first threshold above it.
    const each = { scale: "each-set" };
    expect(measured(results, "threshold", each)).toBe(201 * 0.001);
    expect(measured(results, "accuracy", { ...each, set: 1 })).toBe(1);
    expect(measured(results, "accuracy", { ...each, set: 2 })).toBe(0.75);
    expect(measured(results, "accuracy", { scale: "first-set", set: 2 })).toBe(0.5);
    expect(measured(results, "false-positive-rate", { scale: "first-set", set: 2 })).toBe(2 / 3);
    expect(measured(results, "threshold", { scale: "pixel-mean" })).toBe(196 * 0.001);
    expect(measured(results, "median-score", { group: "normal" })).toBe(100);
  });
});

describe("cvae configurations", () => {
  test.each([
    [configuration({}, "mlp"), 'variant "mlp" is unknown; there are mlp-decoder, transposed-decoder'],
    [configuration({ epsilon: 1 }), 'no option "epsilon"'],
    [configuration({ classes: "1 1 5 7 9" }), 'classes "1 1 5 7 9"'],
    [configuration({ latentDimension: 1.5 }), "latentDimension 1.5 is not a whole number"],
    [configuration({ klWeight: 0 }), "klWeight 0 is not a positive number"],
    [configuration({ geometry: "stretch" }), 'geometry "stretch" is unknown; there are zero-pad, resize'],
  ])("refuses %o", async (wrong, message) => {
    await expect(cvae.run(wrong, context())).rejects.toThrow(message);
  });

  test("every option changes the training", async () => {
    const results = new Set<string>();
    const runs = [{}, ...Object.entries(optionValues).map(([name, [, other]]) => ({ [name]: other }))];
    for (const options of runs) {
      const settings = settingsOf(configuration(options));
      const { labelled } = cellImages(dataset, digits, settings);
      const given = { ...context(), checkpoints: cellCheckpoints(context()).of("train") };
      const { history } = await trainCvae(labelled, { ...settings, epochs: 1 }, engine, dataset.name, given);
      results.add(JSON.stringify(history));
    }
    expect(results.size).toBe(runs.length);
  });

  test("only the paper protocol is free of deviations", () => {
    expect(cvae.deviations("paper", "mlp-decoder")).toEqual([]);
    expect(cvae.deviations("reduced", "mlp-decoder").length).toBeGreaterThan(0);
    expect(cvae.deviations("smoke", "mlp-decoder")[0]).toContain("synthetic");
  });

  test("every freedom between cells is an option, and what is assumed has a reason and a name of its own", () => {
    const between = cvae.freedoms.filter(({ varied }) => varied === "between-cells").map(({ name }) => name);
    expect(between).toEqual(Object.keys(cvae.defaults("mlp-decoder")));
    for (const variant of cvae.variants) {
      const names = cvae.hyperparameters(variant).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(expect.arrayContaining(between));
    }
  });
});
