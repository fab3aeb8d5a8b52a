import type { ExperimentAudit } from "../../src/audit/audit.ts";
import { syntheticDataset } from "../../src/data/synthetic.ts";
import type { Curve, Picture } from "../../src/paper/experiment.ts";
import { picture } from "../../src/pipelines/picture.ts";
import { scoreHistograms } from "../../src/pipelines/score-histograms.ts";

const garments = syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 1, testPerClass: 6 }).test;
const imageSize = garments.channels * garments.height * garments.width;
const levels = [1, 2, 3];
const seeds = [2, 5, 7];

/** An experiment with every kind of figure: what training, scoring, the latent space and the decoder look like. */
export const sampleFigures: ExperimentAudit = {
  pipeline: "hierarchical-autoencoder",
  purpose: "Trains an autoencoder with three levels and scores what it cannot reconstruct.",
  variant: "report",
  dataset: "fashion-mnist",
  protocol: "reduced",
  options: { latentSize: 16 },
  seeds: { planned: 5, done: seeds.length, failed: 0 },
  failures: [],
  hyperparameters: [],
  freedoms: [],
  deviations: ["20 epochs instead of 200"],
  series: [],
  losses: seeds.flatMap((seed) =>
    ["total", "reconstruction", "divergence"].flatMap((part, index) =>
      ["train", "validation"].map((split) => ({ seed, curve: lossOf(seed, part, index, split) })),
    ),
  ),
  example: {
    seed: 2,
    curves: [
      ...levels.map((level) => rates("precision-recall", { level }, (x) => 1 - 0.5 * x ** (2 * level))),
      rates("roc", {}, (x) => x ** 0.2),
      ...levels.flatMap((level) => scoreHistograms({ level }, scoresAt(level))),
      ...Array.from({ length: 10 }, (_, index) => cloud(index)),
      // Nothing draws a curve of another name.
      { name: "learning rate", at: {}, x: "epoch", y: "rate", points: [[0, 1]] },
    ],
    thresholds: levels.map((level) => ({ at: { level }, value: 0.9 + level / 10 })),
    pictures: [reconstructions("in-distribution", 0), reconstructions("out-of-distribution", 40), generated()],
  },
};

function lossOf(seed: number, part: string, index: number, split: string): Curve {
  const floor = [230, 226, 4][index] ?? 0;
  const height = [400, 300, 900][index] ?? 0;
  const speed = 0.25 + seed / 50 + (split === "train" ? 0.05 : 0);
  return {
    name: "loss",
    at: { part, split },
    x: "epoch",
    y: "loss, nats an image",
    points: Array.from({ length: 40 }, (_, epoch) => [
      epoch + 1,
      floor + height * Math.exp(-speed * epoch) + (split === "train" ? 0 : 6) + noise(seed * 97 + epoch * 13 + index),
    ]),
  };
}

function rates(name: string, at: Curve["at"], of: (x: number) => number): Curve {
  const points = Array.from({ length: 101 }, (_, step): [number, number] => [step / 100, of(step / 100)]);
  return { name, at, x: "x", y: "y", points };
}

function scoresAt(level: number) {
  const spread = (centre: number, from: number): readonly number[] =>
    Array.from({ length: 400 }, (_, index) => centre + 0.3 * (noise(from + index) + noise(from + 2 * index + 1)));
  return [
    { group: "in-distribution", scores: spread(0.6, 11 * level) },
    { group: "out-of-distribution", scores: spread(0.8 + level / 4, 700 + 17 * level) },
  ];
}

function cloud(index: number): Curve {
  const angle = (index / 10) * 2 * Math.PI;
  return {
    name: "latent",
    at: { class: index },
    x: "first principal component",
    y: "second principal component",
    points: Array.from({ length: 300 }, (_, point) => [
      3 * Math.cos(angle) + noise(index * 1000 + point) + noise(point + 5),
      3 * Math.sin(angle) + noise(index * 2000 + point * 3 + 1) + noise(point * 7 + 9),
    ]),
  };
}

function reconstructions(group: string, from: number): Picture {
  const columns = Array.from({ length: 8 }, (_, index) => String(index + 1));
  const originals = columns.map((_, index) => imageAt(from + index));
  const rows = ["original", ...levels.map((level) => `levels ≥ ${level}`)];
  const values = rows.flatMap((_, level) => originals.flatMap((image) => blurred(image, 2 * level)));
  return picture({
    name: "reconstructions",
    at: { group },
    alt: `Eight ${group} images above what each level of the hierarchy makes of them.`,
    rows,
    columns,
    channels: 1,
    height: garments.height,
    width: garments.width,
    values: Float32Array.from(values, (value) => value / 255),
  });
}

function generated(): Picture {
  const columns = [
    ...["T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"],
    ...["anomaly 1", "anomaly 2", "drawn digit"],
  ];
  const values = [1, 2, 3].flatMap((row) =>
    columns.flatMap((_, column) => {
      const image = blurred(imageAt(10 * row + column), 1);
      return [1, 0.7, 0.4].flatMap((share) => image.map((value) => (value * share * (1 + (column % 3))) / 3));
    }),
  );
  return picture({
    name: "generated",
    at: {},
    alt: "Three garments of each class, drawn from the prior",
    rows: ["", "", ""],
    columns,
    channels: 3,
    height: garments.height,
    width: garments.width,
    values: Uint8Array.from(values),
  });
}

function imageAt(index: number): readonly number[] {
  const start = (index % garments.count) * imageSize;
  return [...garments.pixels.subarray(start, start + imageSize)];
}

function blurred(image: readonly number[], reach: number): readonly number[] {
  const { width } = garments;
  return image.map((_, at) => {
    const near = Array.from({ length: 2 * reach + 1 }, (__, step) => {
      const x = (at % width) + step - reach;
      return x < 0 || x >= width ? 0 : (image[at + step - reach] ?? 0);
    });
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}

/** Between −1 and 1, the same for the same number. */
function noise(number: number): number {
  const value = Math.sin(number * 12.9898) * 43758.5453;
  return 2 * (value - Math.floor(value)) - 1;
}
