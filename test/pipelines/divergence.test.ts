import { describe, expect, test } from "vitest";
import { syntheticDataset } from "../../src/data/synthetic.ts";
import type { Engine } from "../../src/engine/executor.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { Configuration, Curve } from "../../src/paper/experiment.ts";
import { cvae } from "../../src/pipelines/cvae/index.ts";
import { type Divergence, isDivergence } from "../../src/pipelines/divergence.ts";
import { gradcon } from "../../src/pipelines/gradcon/index.ts";
import { hscae } from "../../src/pipelines/hscae/index.ts";
import type { Pipeline, PipelineContext, PipelineResult } from "../../src/pipelines/pipeline.ts";
import { watchedEngine } from "./watched-engine.ts";

const sizes = { seed: 1, trainPerClass: 80, testPerClass: 8 };
const digits = syntheticDataset("synthetic-digits", sizes);
const garments = syntheticDataset("synthetic-garments", sizes);
const ort = await openEngine({ engine: "ort", threads: 1 });

interface Asked extends Pick<Configuration, "variant" | "options"> {
  readonly pipeline: Pipeline;
}

function run({ pipeline, ...asked }: Asked, engine: Engine): Promise<PipelineResult> {
  const { name } = pipeline;
  const dataset = name === "cvae" ? garments : digits;
  const context: PipelineContext = {
    cell: `${name} that diverges`,
    code: "code",
    dataset: async (other) => (other === "mnist" ? digits : dataset),
    engine: async () => engine,
    memo: { get: async () => undefined, put: async () => undefined, forget: async () => undefined },
    progress: () => undefined,
    signal: new AbortController().signal,
    now: () => 0,
  };
  return pipeline.run({ pipeline: name, dataset: dataset.name, protocol: "smoke", seed: 1, ...asked }, context);
}

async function divergence(asked: Asked, engine: Engine): Promise<Pick<Required<Divergence>, "message" | "curves">> {
  const error = await run(asked, engine).then(
    () => new Error("it did not diverge"),
    (thrown: unknown) => thrown,
  );
  if (!isDivergence(error)) throw error;
  return { message: error.message, curves: error.curves ?? [] };
}

/** The loss curves as far as an epoch. */
function until(last: number, curves: readonly Curve[]): readonly Curve[] {
  return curves
    .filter(({ name }) => name === "loss")
    .map((curve) => ({ ...curve, points: curve.points.filter(([epoch]) => epoch <= last) }));
}

function totals(curves: readonly Curve[], split = "train"): Curve["points"] {
  return curves.find(({ at }) => at.part === "total" && at.split === split)?.points ?? [];
}

const classTwo = { pipeline: gradcon, options: { classes: "2" } };

describe.each([
  { ...classTwo, variant: "cae-grad", told: "class 2: ", batches: 2 },
  { ...classTwo, variant: "vae", told: "class 2: ", batches: 2 },
  { pipeline: cvae, variant: "mlp-decoder", options: {}, told: "", batches: 3 },
])("$pipeline.name, $variant", async ({ told, batches, ...asked }) => {
  const { curves: unharmed } = await run(asked, ort);

  test("diverges amid the second epoch, and keeps its losses until then", async () => {
    const engine = watchedEngine(ort, batches + 1);
    const { message, curves } = await divergence(asked, engine);
    expect(message).toMatch(new RegExp(`^${told}loss is (NaN|Infinity) in epoch 2, batch 2 of ${batches}$`));
    expect(until(1, curves)).toEqual(until(1, unharmed));
    // Of the second epoch, the batch before the one that broke.
    expect(engine.losses).toHaveLength(batches + 2);
    expect(totals(curves).slice(1)).toEqual([[2, expect.closeTo(engine.losses[batches] ?? Number.NaN, 5)]]);
  });

  if (asked.pipeline === gradcon)
    test("diverges on the validation images after an epoch's last batch", async () => {
      const { message, curves } = await divergence(asked, watchedEngine(ort, 2 * batches));
      // Whichever of the losses comes first.
      expect(message).toMatch(/^class 2: \w+ of the validation images is (NaN|Infinity) in epoch 2$/);
      expect(until(1, curves)).toEqual(until(1, unharmed));
      expect(totals(curves)).toEqual(totals(unharmed).slice(0, 2));
      expect(totals(curves, "validation")).toEqual(totals(unharmed, "validation").slice(0, 1));
    });
});

test("cvae under a weight beyond all reason diverges before there is a loss to keep", async () => {
  const asked = { pipeline: cvae, variant: "mlp-decoder", options: { klWeight: 1e300 } };
  const { message, curves } = await divergence(asked, ort);
  expect(message).toBe("loss is Infinity in epoch 1, batch 1 of 3");
  expect(curves.map(({ points }) => points)).toEqual([[], [], []]);
});

test.each([
  { variant: "hscae", parts: ["total"] },
  { variant: "variational", parts: ["total", "reconstruction", "kl"] },
])("hscae, $variant, diverges at a rate beyond all reason, and keeps its losses until then", async (given) => {
  const engine = watchedEngine(ort);
  const asked = { pipeline: hscae, variant: given.variant, options: { learningRate: 1e30 } };
  const { message, curves } = await divergence(asked, engine);
  expect(message).toBe("loss is NaN in epoch 1, batch 2 of 3");
  expect(curves.map(({ name, at }) => [name, at.part])).toEqual(given.parts.map((part) => ["loss", part]));
  const [first = Number.NaN, broken] = engine.losses.slice(-2);
  expect(broken).toBeNaN();
  expect(totals(curves)).toEqual([[1, expect.closeTo(first, 5)]]);
});
