import { describe, expect, it } from "vitest";
import { cellKey } from "../../harness/cell.ts";
import { dataChecksums } from "../../harness/data-checksums.ts";
import { openRegistry, pipelineCode, pipelineEntry } from "../../harness/open-registry.ts";
import { planCells } from "../../harness/plan.ts";
import type { CellRequest } from "../../harness/plan-requests.ts";
import { isDatasetName } from "../../src/data/registry.ts";
import { isSyntheticName } from "../../src/data/synthetic.ts";
import { fixtureRegistry, requests } from "./compiled.ts";

const registry = await openRegistry();

describe("the registry of pipelines", () => {
  it.each(Object.keys(registry.entries))("says of %s what its code says", async (name) => {
    const entry = pipelineEntry(registry, name);
    if (entry.kind === "external") throw new Error("no external program is built in");
    const pipeline = await entry.load();
    expect(pipeline.name).toBe(name);
    const { purpose, variants, datasets, smokeDataset, alsoReads } = pipeline;
    expect(entry).toMatchObject({ purpose, variants, datasets, smokeDataset });
    expect(entry.alsoReads).toEqual(alsoReads);
    for (const [other, standIn] of Object.entries(alsoReads ?? {}))
      expect([isDatasetName(other), isSyntheticName(standIn)]).toEqual([true, true]);
    for (const variant of variants) expect(entry.defaults(variant)).toEqual(pipeline.defaults(variant));
    expect(await pipelineCode(registry, name)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("names the pipelines there are when another is asked for", () => {
    expect(() => pipelineEntry(registry, "resnet-18")).toThrow(
      /^unknown pipeline "resnet-18"; there are resnet18-random.*; --registry names a module of your own$/,
    );
  });

  it("may be a user's own", async () => {
    const own = await openRegistry(fixtureRegistry);
    expect(Object.keys(own.entries)).toEqual(["steps", "steps-beside", "program", "missing"]);
    const code = await Promise.all(["steps", "program", "missing"].map((name) => pipelineCode(own, name)));
    expect(new Set(code).size).toBe(3);
  });
});

describe("planCells", () => {
  it("names each cell once, with every claim that rests on it, lower seeds first", async () => {
    const own = await openRegistry(fixtureRegistry);
    const twice = [...requests(2), ...requests(2).map((request) => ({ ...request, claims: ["paper:other"] }))];
    const cells = await planCells(twice, own);
    expect(cells.map(({ index, claims, configuration }) => [index, configuration.seed, claims])).toEqual([
      [0, 0, ["paper:claim", "paper:other"]],
      [1, 1, ["paper:claim", "paper:other"]],
    ]);
    expect(cells[0]?.configuration.options).toEqual({ behaviour: "succeed", steps: 3, stepMilliseconds: 5 });
  });

  it("keys a cell by the data sets that it reads beside its own, under the smoke protocol by none", async () => {
    const own = await openRegistry(fixtureRegistry);
    const planned = async (pipeline: string, change: Partial<CellRequest>) => {
      const [cell] = await planCells([{ ...requests(1, {}, pipeline)[0], ...change } as CellRequest], own);
      if (cell === undefined) throw new Error("no cell");
      return cell;
    };
    const mnist = dataChecksums(["mnist"]);
    expect((await planned("steps", {})).data).toEqual({});
    expect((await planned("steps-beside", {})).data).toEqual(mnist);
    expect((await planned("steps-beside", { dataset: "mnist" })).data).toEqual(mnist);
    expect((await planned("steps-beside", { protocol: "smoke" })).data).toEqual({});
    const { key, configuration, code, data } = await planned("steps-beside", {});
    expect(key).toBe(cellKey({ configuration, code, data }));
    expect(key).not.toBe(cellKey({ configuration, code, data: {} }));
  });

  it("gives one line for a pipeline that is unknown", async () => {
    await expect(planCells(requests(1, {}, "nope"), registry)).rejects.toThrow(/^unknown pipeline "nope"/);
  });
});
