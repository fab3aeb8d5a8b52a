import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { elementCount } from "../../../src/engine/dimensions.ts";
import { input, type Node } from "../../../src/engine/graph.ts";
import { openEngine } from "../../../src/engine/open-engine.ts";
import type { Tensor } from "../../../src/engine/tensor.ts";
import { logits } from "../../../src/models/networks/classifier.ts";
import { hscae } from "../../../src/models/networks/hscae.ts";
import { vggFeatures } from "../../../src/models/networks/vgg-features.ts";
import { beginNetwork } from "../../../src/models/training/network.ts";
import { type Condition, climbLevels, type Level } from "../../../src/pipelines/hscae/climb-levels.ts";
import { type DistanceName, distanceNames } from "../../../src/pipelines/hscae/distances.ts";
import { openReconstructor } from "../../../src/pipelines/hscae/reconstruct.ts";
import { levels, type Settings, settingsOf } from "../../../src/pipelines/hscae/settings.ts";
import { arrayError, type Digest, named } from "../../models/networks/digest.ts";
import { namedValues } from "../../models/networks/named-values.ts";

interface ReferenceLevel {
  readonly condition: Condition;
  readonly distances: Readonly<Record<DistanceName, readonly number[]>>;
  readonly recognition: readonly number[];
  readonly sameClass: readonly number[];
  readonly reconstructions: Digest;
}

interface Case {
  readonly variant: "hscae" | "unconditioned";
  /** Running statistics by name. */
  readonly states: Readonly<Record<string, readonly number[]>>;
  readonly logits: readonly number[];
  readonly levels: readonly ReferenceLevel[];
}

const reference: { readonly images: Digest; readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL("./vectors/levels.json", import.meta.url), "utf8"),
);
const engine = await openEngine({ engine: "ort", threads: 1 });
const [count, width, side] = [7, 4, 28];
const shape = { channels: 1, height: side, width: side };

/** Stripes with a little noise, as the reference script draws them. */
function stripes(): Float32Array {
  const drawn = named("stripes", 3 * count).map((u) => 6 * u);
  const noise = named("noise", count * side * side);
  return noise.map((u, at) => {
    const [a = 0, b = 0, phase = 0] = drawn.subarray(3 * Math.floor(at / side ** 2));
    const [row, column] = [Math.floor(at / side) % side, at % side];
    return 0.4 + 0.4 * Math.sin(((a - 3) * row) / 6 + ((b - 3) * column) / 6 + phase) + 0.2 * u;
  });
}

/** The networks of the reference script, three images at once. */
function settingsFor(variant: string): Settings {
  const configuration = {
    pipeline: "hscae",
    variant,
    dataset: "digits",
    protocol: "smoke",
    seed: 1,
    options: {},
  } as const;
  const { classifier, contentNetwork, network, ...rest } = settingsOf(configuration);
  return {
    ...rest,
    classifier: { ...classifier, width },
    contentNetwork: { ...contentNetwork, width },
    network: { ...network, width, latent: 6 },
    inferenceBatch: 3,
  };
}

const pixels = stripes();

/** Relative errors. Those of the softmax are squares and differences of what is nearly equal. */
const bounds: Readonly<Record<DistanceName, number>> = {
  softmax: 2e-4,
  "max-softmax": 2e-4,
  "squared-error": 2e-6,
  content: 2e-5,
  ssim: 2e-6,
};

async function climbed({ variant, states, logits: given }: Case): Promise<readonly Level[]> {
  const settings = settingsFor(variant);
  const reconstructor = await openReconstructor(settings, [1, side, side], valuesOf(settings, states), engine);
  const found = await climbLevels({
    ...{ settings, reconstructor, shape, images: pixels, logits: Float32Array.from(given) },
    ...{ shown: Array.from({ length: count }, (_, image) => image), signal: new AbortController().signal },
    progress: () => undefined,
  });
  await reconstructor.release();
  return found;
}

/** Drawn parameters of all three networks, and the statistics that the reference script tells. */
function valuesOf(settings: Settings, states: Case["states"]): Readonly<Record<string, Tensor>> {
  const network = beginNetwork("inference");
  const images = input("images", [1, 1, side, side]);
  const condition = settings.conditioned ? input("condition", [1, 9]) : undefined;
  hscae(network, images, condition, settings.network);
  logits(network, images, classifierOf(settings));
  vggFeatures(network, images, { classes: 9, width });
  const declared = network.declarations();
  expect(declared.states.map(({ name }) => name).sort()).toEqual(Object.keys(states).sort());
  const statistics = declared.states.map(
    (state) => [state.name, { shape: state.shape, data: Float32Array.from(states[state.name] ?? []) }] as const,
  );
  return { ...namedValues(declared.parameters), ...Object.fromEntries(statistics) };
}

function classifierOf({ classifier: { standardise } }: Settings) {
  return { name: "resnet18", classes: 9, width, standardise } as const;
}

test("the images are those of the reference script", () => {
  expect(arrayError("images", { shape: [count, 1, side, side], data: pixels }, reference.images)).toBeLessThan(1e-6);
});

describe.each(reference.cases.map((each) => [each.variant, each] as const))(
  "levels of the %s autoencoder against as many passes by PyTorch in float64",
  async (variant, each) => {
    const found = await climbed(each);
    const conditions = variant === "hscae" ? ["predicted again", "kept"] : ["none"];

    test("are all there, under each way of conditioning", () => {
      const expected = conditions.flatMap((condition) => levels.map((level) => `${condition} ${level}`));
      expect(found.map(({ condition, level }) => `${condition} ${level}`)).toEqual(expected);
      expect(each.levels.map(({ condition }) => condition)).toEqual(found.map(({ condition }) => condition));
    });

    test("have the classifier's logits of the images", async () => {
      const settings = settingsFor(variant);
      const images = input("images", [count, 1, side, side]);
      const node: Node = logits(beginNetwork("inference"), images, classifierOf(settings));
      const executable = await engine.compile({ logits: node });
      const results = await executable.run({
        ...valuesOf(settings, each.states),
        images: { shape: images.shape, data: pixels },
      });
      await executable.release();
      for (const [at, expected] of each.logits.entries()) expect(results.logits?.data[at]).toBeCloseTo(expected, 5);
    });

    test("have its reconstructions", () => {
      for (const [at, { reconstructions }] of each.levels.entries()) {
        const data = found[at]?.shown ?? new Float32Array();
        expect(data).toHaveLength(count * elementCount([1, side, side]));
        const error = arrayError("reconstructions", { shape: [count, 1, side, side], data }, reconstructions);
        expect(error, `level ${found[at]?.level}`).toBeLessThan(1e-5);
      }
    });

    test.each(distanceNames.map((name) => [name] as const))("have its distances: %s", (name) => {
      for (const [at, { distances }] of each.levels.entries()) {
        const ours = found[at]?.distances[name] ?? new Float64Array();
        expect(ours).toHaveLength(count);
        for (const [image, expected] of distances[name].entries())
          expect(Math.abs((ours[image] as number) / expected - 1), `${at} ${image}`).toBeLessThan(bounds[name]);
      }
    });

    test("recognise what it recognises, as surely", () => {
      for (const [at, { recognition, sameClass }] of each.levels.entries()) {
        expect([...(found[at]?.sameClass ?? [])]).toEqual(sameClass);
        for (const [image, expected] of recognition.entries())
          expect(found[at]?.recognition[image]).toBeCloseTo(expected, 5);
      }
    });
  },
);

test("levels, and the two ways of conditioning, lie further apart than any error that passes", () => {
  for (const { levels: all, variant } of reference.cases)
    for (const [at, { distances, condition }] of all.entries())
      for (const [before, other] of all.slice(0, at).entries()) {
        // The first level is one and the same.
        if (condition === "kept" && at === levels.length && before === 0) expect(other.distances).toEqual(distances);
        else expect(largestChange(other.distances.content, distances.content), variant).toBeGreaterThan(2e-3);
      }
});

function largestChange(first: readonly number[], second: readonly number[]): number {
  return Math.max(...first.map((value, image) => Math.abs((second[image] as number) / value - 1)));
}
