import { describe, expect, it } from "vitest";
import { isAskedFor, requestsOfPapers } from "../../harness/plan-requests.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";
import type { Basis, Quantity, RunPlan } from "../../src/paper/claim.ts";
import type { Configuration, Protocol } from "../../src/paper/experiment.ts";
import { place } from "../../src/paper/locus.ts";
import type { Paper } from "../../src/paper/paper.ts";

const quantity = (dataset: string, where: Quantity["where"] = {}): Quantity => ({
  pipeline: "steps",
  variant: "plain",
  dataset,
  metric: "auroc",
  where,
  scale: 100,
});
const margin = { value: "1.0", reason: "an example" };
const measured = (dataset: string, plan: RunPlan): Basis => ({
  kind: "measured",
  quantity: quantity(dataset),
  plan,
  reported: parsePrinted("70.5"),
  margin,
  split: "same",
});
const plan: RunPlan = { protocol: "paper", seeds: [0, 1, 2] };
const bases: Readonly<Record<string, Basis>> = {
  mean: measured("dots", plan),
  swept: measured("lines", { ...plan, seeds: [0, 1], options: [{ width: 1 }, { width: 2 }] }),
  order: { kind: "ordering", higher: quantity("dots"), lower: quantity("lines"), plan: { ...plan, seeds: [5] } },
  prose: { kind: "out-of-scope", reason: "an opinion" },
};
const paper: Paper = {
  id: "example",
  citation: { title: "T", authors: [], venue: "V", year: 2021 },
  provenance: [],
  narrative: { scope: "", methodology: "", easy: [], difficult: [], communication: "" },
  tables: [],
  claims: Object.entries(bases).map(([id, basis]) => ({ id, at: place("p"), states: "s", basis })),
  hyperparameters: [],
};

const shown = (...[filter]: [Parameters<typeof requestsOfPapers>[1]?]) =>
  requestsOfPapers([paper], filter).map(({ claims, dataset, seed, options }) => [claims[0], dataset, seed, options]);

describe("requestsOfPapers", () => {
  it("asks for a cell for each seed and each choice of options, for both sides of an ordering, and for nothing else", () => {
    expect(shown()).toEqual([
      ["example:mean", "dots", 0, undefined],
      ["example:mean", "dots", 1, undefined],
      ["example:mean", "dots", 2, undefined],
      ["example:swept", "lines", 0, { width: 1 }],
      ["example:swept", "lines", 1, { width: 1 }],
      ["example:swept", "lines", 0, { width: 2 }],
      ["example:swept", "lines", 1, { width: 2 }],
      ["example:order", "dots", 5, undefined],
      ["example:order", "lines", 5, undefined],
    ]);
  });

  it("asks for part of them", () => {
    expect(shown({ dataset: "dots", seeds: 1 })).toEqual([
      ["example:mean", "dots", 0, undefined],
      ["example:order", "dots", 5, undefined],
    ]);
    expect(shown({ claim: "order", seeds: 1 })).toEqual([
      ["example:order", "dots", 5, undefined],
      ["example:order", "lines", 5, undefined],
    ]);
    expect(shown({ claim: "example:" })).toEqual(shown());
    expect(shown({ pipeline: "other" })).toEqual([]);
    expect(shown({ claim: "other" })).toEqual([]);
  });
});

it("asks for no reduced run of a claim of which that gives no indication", () => {
  const swept = measured("lines", { ...plan, noIndication: "too short", options: [{ width: 1 }] });
  const claims = [{ id: "swept", at: place("p"), states: "s", basis: swept }, ...paper.claims.slice(0, 1)];
  const under = (protocol: Protocol) =>
    requestsOfPapers([{ ...paper, claims }], { protocol, seeds: 1 }).map((request) => [
      request.claims[0],
      request.protocol,
    ]);
  expect(under("paper")).toEqual([
    ["example:swept", "paper"],
    ["example:mean", "paper"],
  ]);
  expect(under("reduced")).toEqual([["example:mean", "reduced"]]);
});

describe("isAskedFor", () => {
  const requests = requestsOfPapers([paper]);
  const cell: Configuration = {
    ...{ pipeline: "steps", variant: "plain", dataset: "dots", seed: 2, options: {} },
    protocol: "paper",
  };

  it("knows the cells of a plan, complete or reduced, and no others", () => {
    expect(isAskedFor(cell, requests)).toBe(true);
    expect(isAskedFor({ ...cell, protocol: "reduced" }, requests)).toBe(true);
    expect(isAskedFor({ ...cell, protocol: "smoke" }, requests)).toBe(false);
    expect(isAskedFor({ ...cell, seed: 3 }, requests)).toBe(false);
    expect(isAskedFor({ ...cell, dataset: "lines", seed: 2 }, requests)).toBe(false);
    expect(isAskedFor({ ...cell, variant: "other" }, requests)).toBe(false);
  });
});
