import type { Engine } from "../../engine/executor.ts";
import { highFrequencyEnergy } from "../../metrics/high-frequency-energy.ts";
import { defined, type Metric } from "../../metrics/metric.ts";
import type { Rows } from "../../models/kernel.ts";
import { cvaeSide } from "../../models/networks/cvae.ts";
import { normaliseRows } from "../../models/normalise-rows.ts";
import { openProducts } from "../../models/products.ts";
import type { Measurement } from "../../paper/experiment.ts";
import type { LabelledImages } from "./cell-images.ts";
import { measure } from "./measure.ts";

const size = cvaeSide * cvaeSide;

/**
 * How good generated images are, and real test images beside them, at { class, images }: `high-frequency-energy`, the mean
 * share of energy above half of the highest spatial frequency; and at { class, images, nearest } `nearest-class-share`,
 * the share of images whose most similar training image (greatest cosine) is of their `own` class, and of the other class
 * that is nearest most often (`most-frequent-other`).
 */
export async function generatedMeasurements(
  generated: LabelledImages,
  real: LabelledImages,
  training: LabelledImages,
  classes: readonly number[],
  engine: Engine,
): Promise<readonly Measurement[]> {
  return [
    ...sharpness("generated", generated, classes),
    ...sharpness("real", real, classes),
    ...(await nearestShares("generated", generated, training, classes, engine)),
    ...(await nearestShares("real", real, training, classes, engine)),
  ];
}

type Kind = "real" | "generated";

function sharpness(
  images: Kind,
  { modes, values }: LabelledImages,
  classes: readonly number[],
): readonly Measurement[] {
  const side = { height: cvaeSide, width: cvaeSide };
  return classes.map((label, mode) => {
    const shares = placesOf(modes, mode).map((place) =>
      highFrequencyEnergy(values.subarray(place * size, (place + 1) * size), side, 0.25),
    );
    return measure("high-frequency-energy", { class: label, images }, meanOf(shares));
  });
}

async function nearestShares(
  images: Kind,
  asked: LabelledImages,
  training: LabelledImages,
  classes: readonly number[],
  engine: Engine,
): Promise<readonly Measurement[]> {
  const nearest = await nearestModes(asked, training, engine);
  return classes.flatMap((label, mode) => {
    const places = placesOf(asked.modes, mode);
    const share = (of: number): number => places.filter((place) => nearest[place] === of).length / places.length;
    const others = classes.flatMap((_, other) => (other === mode ? [] : [share(other)]));
    const at = { class: label, images };
    return [
      measure("nearest-class-share", { ...at, nearest: "own" }, defined(share(mode))),
      measure("nearest-class-share", { ...at, nearest: "most-frequent-other" }, defined(Math.max(...others))),
    ];
  });
}

/** The mode of each image's most similar training image, the first among equals. */
async function nearestModes(asked: LabelledImages, training: LabelledImages, engine: Engine): Promise<Uint8Array> {
  const result = new Uint8Array(asked.count);
  const products = openProducts(engine, size);
  await products.forEachBlock(unitRows(asked), unitRows(training), (start, count, block) => {
    for (let row = 0; row < count; row++) {
      let nearest = 0;
      for (let at = 1; at < training.count; at++)
        if ((block[row * training.count + at] as number) > (block[row * training.count + nearest] as number))
          nearest = at;
      result[start + row] = training.modes[nearest] as number;
    }
  });
  await products.release();
  return result;
}

function unitRows({ values, count }: LabelledImages): Rows {
  return normaliseRows({ values, count, width: size });
}

function meanOf(shares: readonly Metric[]): Metric {
  const missing = shares.find((share) => !share.defined);
  const values = shares.flatMap((share) => (share.defined ? [share.value] : []));
  return missing ?? defined(values.reduce((sum, value) => sum + value, 0) / values.length);
}

function placesOf(modes: Uint8Array, mode: number): readonly number[] {
  return [...modes.keys()].filter((place) => modes[place] === mode);
}
