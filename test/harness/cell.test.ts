import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../harness/canonical-json.ts";
import { type CellIdentity, cellKey, describeConfiguration, resolveConfiguration } from "../../harness/cell.ts";
import { dataChecksums } from "../../harness/data-checksums.ts";
import type { PipelineDescription } from "../../src/pipelines/pipeline.ts";
import { exampleConfiguration } from "./example.ts";

const description: PipelineDescription = {
  purpose: "An example.",
  variants: ["plain", "fancy"],
  datasets: ["mnist", "dots"],
  smokeDataset: "drawn-dots",
  defaults: (variant) => (variant === "plain" ? { width: 2 } : { width: 3, deep: true }),
};
const request = { pipeline: "example", variant: "fancy", dataset: "mnist", protocol: "paper", seed: 4 } as const;

describe("canonicalJson", () => {
  it("says the same of an object whatever the order of its members, and reads back", () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, (json) => {
        const text = canonicalJson(json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(json)));
        expect(canonicalJson(reversed(JSON.parse(text)))).toBe(text);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it("refuses what JSON cannot say", () => {
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, new Uint8Array(2)])
      expect(() => canonicalJson({ a: wrong === undefined ? [wrong] : wrong })).toThrow(/cannot be written as JSON/);
  });
});

describe("cellKey", () => {
  const identity: CellIdentity = { configuration: exampleConfiguration, code: "c", data: { "a/b.gz": "sha256:1" } };

  it("is the SHA-256 of the canonical JSON, as anybody can compute it", () => {
    const text =
      '{"cell":1,"code":"c","configuration":{"dataset":"dots","options":{"width":2},"pipeline":"example",' +
      '"protocol":"reduced","seed":0,"variant":"plain"},"data":{"a/b.gz":"sha256:1"}}';
    expect(cellKey(identity)).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it("changes with every part that decides the result", () => {
    const { configuration } = identity;
    const changed: readonly CellIdentity[] = [
      { ...identity, code: "d" },
      { ...identity, data: { "a/b.gz": "sha256:2" } },
      { ...identity, configuration: { ...configuration, seed: 1 } },
      { ...identity, configuration: { ...configuration, protocol: "paper" } },
      { ...identity, configuration: { ...configuration, options: { width: "2" } } },
    ];
    expect(new Set([identity, ...changed].map(cellKey)).size).toBe(6);
  });
});

describe("resolveConfiguration", () => {
  it("fills in the variant's defaults and keeps what is asked for", () => {
    expect(resolveConfiguration(description, { ...request, options: { width: 5 } })).toEqual({
      ...request,
      options: { width: 5, deep: true },
    });
  });

  it("runs the smoke protocol on the embedded stand-in", () => {
    expect(resolveConfiguration(description, { ...request, protocol: "smoke" }).dataset).toBe("drawn-dots");
  });

  it.each([
    [{ variant: "plane" }, 'example: unknown variant "plane"; it has plain, fancy'],
    [{ dataset: "minst" }, 'example: unknown data set "minst"; it has mnist, dots'],
    [{ options: { depth: 1 } }, 'example: unknown option "depth"; it has width, deep'],
    [{ options: { deep: 1 } }, "example: option deep is a number, expected a boolean"],
    [{ seed: 1.5 }, "example: seed 1.5 is not a natural number"],
  ])("refuses %j in one line", (wrong, message) => {
    expect(() => resolveConfiguration(description, { ...request, ...wrong })).toThrow(new Error(message));
  });
});

describe("describeConfiguration", () => {
  it("names pipeline, data set, protocol, seed and options", () => {
    expect(describeConfiguration(exampleConfiguration)).toBe("example plain on dots, reduced, seed 0, width=2");
  });
});

describe("dataChecksums", () => {
  it("gives the published checksum of each file, and none for a data set that is drawn", () => {
    expect(dataChecksums(["mnist"])).toEqual({
      "mnist/train-images-idx3-ubyte.gz": "sha256:440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
      "mnist/train-labels-idx1-ubyte.gz": "sha256:3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
      "mnist/t10k-images-idx3-ubyte.gz": "sha256:8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
      "mnist/t10k-labels-idx1-ubyte.gz": "sha256:f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    });
    expect(dataChecksums(["drawn-dots"])).toEqual({});
    expect(dataChecksums(["fashion-mnist", "drawn-dots", "mnist"])).toEqual({
      ...dataChecksums(["mnist"]),
      ...dataChecksums(["fashion-mnist"]),
    });
    expect(Object.keys(dataChecksums(["fashion-mnist", "mnist"]))).toHaveLength(8);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}
