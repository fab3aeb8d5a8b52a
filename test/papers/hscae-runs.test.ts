import { describe, expect, it } from "vitest";
import { paper } from "../../claims/hscae/paper.ts";
import { syntheticDataset } from "../../src/data/synthetic.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { Configuration, Measurement } from "../../src/paper/experiment.ts";
import { quantitiesOf } from "../../src/paper/quantities-of.ts";
import { hscae } from "../../src/pipelines/hscae/index.ts";

/** Quantities of autoencoders, with the latent dimension that they are of. */
const quantities = paper.claims.flatMap(({ id, basis }) =>
  quantitiesOf(basis).map((quantity) => ({ id, kind: basis.kind, quantity })),
);

const ours = quantities.filter(({ quantity }) => quantity.pipeline === "hscae");

describe("what is claimed of autoencoders", async () => {
  const dataset = syntheticDataset("synthetic-digits", { seed: 1, trainPerClass: 16, testPerClass: 8 });
  const engine = await openEngine({ engine: "ort", threads: 1 });
  const values = new Map<string, Uint8Array>();
  const measured = new Map<string, readonly Measurement[]>();
  for (const { quantity } of ours) {
    const { variant, where } = quantity;
    const cell = `${variant} ${where.latent}`;
    if (measured.has(cell) || where.latent !== 8) continue;
    const configuration: Configuration = {
      ...{ pipeline: "hscae", variant, dataset: dataset.name, seed: 1, options: { latent: 8 } },
      protocol: "smoke",
    };
    const { measurements } = await hscae.run(configuration, {
      ...{
        cell,
        code: "code",
        dataset: async () => dataset,
        engine: async () => engine,
        progress: () => undefined,
      },
      memo: {
        get: async (key) => values.get(key),
        put: async (key, value) => void values.set(key, value),
        forget: async (key) => void values.delete(key),
      },
      ...{ signal: new AbortController().signal, now: () => 0 },
    });
    measured.set(cell, measurements);
  }

  it("is measured by the pipeline: every quantity has a value at its place, whatever the latent dimension", () => {
    expect(ours.length).toBeGreaterThan(80);
    expect(new Set(ours.map(({ kind }) => kind))).toEqual(new Set(["measured", "ordering", "spread"]));
    for (const { id, quantity } of ours) {
      const { variant, metric, where } = quantity;
      expect(where.latent, id).toBeTypeOf("number");
      const place = { ...where, latent: 8 };
      const found = (measured.get(`${variant} 8`) ?? []).filter(
        (each) => each.metric === metric && Object.entries(place).every(([name, value]) => each.at[name] === value),
      );
      expect(found.length, `${id}: ${metric} at ${JSON.stringify(where)}`).toBeGreaterThan(0);
    }
  });
});
