import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { elementCount } from "../../../src/engine/dimensions.ts";
import { input } from "../../../src/engine/graph.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import type { Tensor } from "../../../src/engine/tensor.ts";
import {
  type AutoencoderKind,
  decoderLayers,
  gradconAutoencoder,
} from "../../../src/models/networks/gradcon-autoencoder.ts";
import type { Examples } from "../../../src/models/training/examples.ts";
import { beginNetwork, type Variable } from "../../../src/models/training/network.ts";
import { averageName } from "../../../src/pipelines/gradcon/objective.ts";
import { openImageScorer, type Part, type Scores } from "../../../src/pipelines/gradcon/score-images.ts";
import { congruential } from "../lcg.ts";
import { drawn, drawnImages, tensor } from "./gradcon-values.ts";

interface Case {
  readonly kind: AutoencoderKind;
  readonly channels: number;
  readonly parameters: number;
  /** By decoder layer, which numbers of the average gradient are negative. */
  readonly negative: Readonly<Record<string, string>>;
  readonly scores: Readonly<Partial<Record<Part, readonly number[]>>>;
}

const reference: { readonly count: number; readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL("./vectors/gradcon-scores.json", import.meta.url), "utf8"),
);
const engine = await openEngine({ engine: "ort", threads: 1 });

function parametersOf({ kind, channels }: Case): readonly Variable[] {
  const network = beginNetwork("inference");
  gradconAutoencoder(network, input("images", [1, channels, 28, 28]), { kind });
  return network.declarations().parameters;
}

/** The averages of the reference script: drawn sizes with the signs that it tells. */
function averagesOf({ negative }: Case, parameters: readonly Variable[]): Readonly<Record<string, Tensor>> {
  return Object.fromEntries(
    decoderLayers.map((layer, at) => {
      const { shape = [] } = parameters.find(({ name }) => name === `${layer}.weight`) ?? {};
      const bits = Buffer.from(negative[layer] ?? "", "base64");
      const values = congruential(9000 + 13 * at, elementCount(shape)).map((size, index) => {
        const isNegative = (((bits[index >> 3] as number) >> (7 - (index & 7))) & 1) === 1;
        return isNegative ? -(size + 0.5) : size + 0.5;
      });
      return [averageName(layer), tensor(shape, values)];
    }),
  );
}

function examplesOf({ channels }: Case): Examples {
  const { data, shape } = drawnImages(reference.count, channels, 0);
  const size = elementCount(shape.slice(1));
  return {
    count: reference.count,
    shapes: { images: shape.slice(1) },
    read: (indices, _epoch, { images }) => {
      for (const [row, index] of indices.entries())
        images?.set(data.subarray(index * size, (index + 1) * size), row * size);
    },
  };
}

async function scored(each: Case, changes: Readonly<Record<string, Tensor>> = {}): Promise<Scores> {
  const parameters = parametersOf(each);
  const scorer = await openImageScorer(engine, each.channels, { kind: each.kind });
  const values = { ...drawn(parameters), ...averagesOf(each, parameters), ...changes };
  const scores = await scorer.score(values, examplesOf(each));
  await scorer.release();
  return scores;
}

test("both autoencoders have PyTorch's number of parameters, with one channel and with three", () => {
  const counts = reference.cases.map((each) => ({
    kind: each.kind,
    channels: each.channels,
    parameters: parametersOf(each).reduce((sum, { shape }) => sum + elementCount(shape), 0),
  }));
  expect(counts).toEqual([
    { kind: "cae", channels: 1, parameters: 230_721 },
    { kind: "cae", channels: 3, parameters: 232_771 },
    { kind: "vae", channels: 1, parameters: 1_227_777 },
    { kind: "vae", channels: 3, parameters: 1_229_827 },
  ]);
  expect(reference.cases).toMatchObject(counts);
});

// Sixteen images at once, and four that are left.
describe.each(reference.cases.map((each) => [`${each.kind}, ${each.channels} channel(s)`, each] as const))(
  "GradCon's scores, several images at once: %s",
  (_, each) => {
    test("are PyTorch's of each image alone, in float64", async () => {
      const scores = await scored(each);
      expect(Object.keys(scores).sort()).toEqual(Object.keys(each.scores).sort());
      for (const [part, expected] of Object.entries(each.scores)) {
        const ours = scores[part as Part] ?? new Float64Array();
        expect(ours).toHaveLength(reference.count);
        expect(new Set(expected).size).toBe(reference.count);
        const errors = expected.map((value, at) => Math.abs((ours[at] as number) / value - 1));
        expect(Math.max(...errors), part).toBeLessThan(2e-6);
      }
    });

    test("are those of the reconstruction alone where there is no average gradient yet", async () => {
      const averages = averagesOf(each, parametersOf(each));
      const zeros = Object.entries(averages).map(([name, { shape, data }]) => [
        name,
        tensor(
          shape,
          data.map(() => 0),
        ),
      ]);
      const { gradient, combined, reconstruction } = await scored(each, Object.fromEntries(zeros));
      expect(gradient?.every((cosine) => Math.abs(cosine) === 0)).toBe(true);
      expect(combined).toEqual(reconstruction);
    });
  },
);
