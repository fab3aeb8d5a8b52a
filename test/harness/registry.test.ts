import { describe, expect, it } from "vitest";
import { openRegistry, pipelineCode, pipelineEntry } from "../../harness/open-registry.ts";
import { planCells } from "../../harness/plan.ts";
import { fixtureRegistry, requests } from "./compiled.ts";

const registry = await openRegistry();

describe("the registry of pipelines", () => {
  it.each(Object.keys(registry.entries))("says of %s what its code says", async (name) => {
    const entry = pipelineEntry(registry, name);
    if (entry.kind === "external") throw new Error("no external program is built in");
    const pipeline = await entry.load();
    expect(pipeline.name).toBe(name);
    const { purpose, variants, datasets, smokeDataset } = pipeline;
    expect(entry).toMatchObject({ purpose, variants, datasets, smokeDataset });
    for (const variant of variants) expect(entry.defaults(variant)).toEqual(pipeline.defaults(variant));
    expect(await pipelineCode(registry, name)).toMatch(/^[0-9a-f]{64}$/);
  });

  it("names the pipelines there are when another is asked for", () => {
    expect(() => pipelineEntry(registry, "resnet-18")).toThrow(
      /^unknown pipeline "resnet-18"; there are resnet18-random/,
    );
  });

  it("may be a user's own", async () => {
    const own = await openRegistry(fixtureRegistry);
    expect(Object.keys(own.entries)).toEqual(["steps", "program", "missing"]);
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

  it("gives one line for a pipeline that is unknown", async () => {
    await expect(planCells(requests(1, {}, "nope"), registry)).rejects.toThrow(/^unknown pipeline "nope"/);
  });
});
