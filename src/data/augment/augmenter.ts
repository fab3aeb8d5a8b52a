import { permutation } from "../../random/permutation.ts";
import { type Stream, stream } from "../../random/stream.ts";
import { type ImageSet, imageSize } from "../image-set.ts";
import { adjustBrightness, adjustContrast } from "./brightness-contrast.ts";
import { crop } from "./crop.ts";
import { erase } from "./erase.ts";
import { type FlipDirection, flip } from "./flip.ts";
import { type RotationResampling, rotate } from "./rotate.ts";

/**
 * One step of random augmentation, with the distributions of torchvision's transform of that name:
 * - `random-crop`: a window of the image's own size, anywhere in the image with `padding` zeros around it;
 * - `random-rotation`: by an angle uniform in ±`degrees`;
 * - `random-flip`: with the given probability;
 * - `color-jitter`: brightness and contrast by factors uniform in [max(0, 1 − x), 1 + x], in random order;
 * - `random-erasing`: with the given probability, a rectangle of a share of the area uniform in `scale` and a ratio of
 *   height to width log-uniform in `ratio`, at a place where it fits (ten attempts, else none), set to zero before any
 *   normalisation.
 */
export type AugmentationStep =
  | { readonly kind: "random-crop"; readonly padding: number }
  | { readonly kind: "random-rotation"; readonly degrees: number; readonly resampling: RotationResampling }
  | { readonly kind: "random-flip"; readonly direction: FlipDirection; readonly probability: number }
  | { readonly kind: "color-jitter"; readonly brightness: number; readonly contrast: number }
  | {
      readonly kind: "random-erasing";
      readonly probability: number;
      readonly scale: readonly [number, number];
      readonly ratio: readonly [number, number];
    };

/**
 * The images of the given places as augmented in an epoch: a set of their number, in their order, with their labels, for
 * a preprocessor to make floats of.
 */
export type Augmenter = (places: ArrayLike<number>, epoch: number) => ImageSet;

/**
 * Random augmentation of images, step after step, on bytes, as torchvision's transforms on PIL images before `ToTensor`.
 *
 * What befalls an image is drawn from a stream of its own, keyed by `purpose`, epoch and place: neither batches nor the
 * order of calls decide anything, and a resumed training sees the same images. (Draws cannot equal torchvision's own,
 * which depend on that order; the distributions do.)
 *
 * Throws a RangeError for a step whose numbers make no sense; the returned function does for a place outside the set.
 *
 * @param purpose what the draws are for: paper, cell, seed
 * @example
 * const { train } = syntheticDataset("synthetic-digits", { seed: 1, trainPerClass: 1, testPerClass: 1 });
 * const steps = [{ kind: "random-crop", padding: 2 }, { kind: "random-rotation", degrees: 10, resampling: "nearest" }] as const;
 * const augmented = augmenter(train, steps, ["hscae", "seed 1"]);
 * augmented([3, 8], 0).labels.join(); // => "3,8"
 */
export function augmenter(
  images: ImageSet,
  steps: readonly AugmentationStep[],
  purpose: readonly (string | number)[],
): Augmenter {
  for (const step of steps) requireStep(step);
  const size = imageSize(images);
  return (places, epoch) => {
    const count = places.length;
    const pixels = new Uint8Array(count * size);
    const labels = new Uint8Array(count);
    for (let index = 0; index < count; index++) {
      const place = places[index] as number;
      if (!Number.isInteger(place) || place < 0 || place >= images.count)
        throw new RangeError(`augmenter: no image ${place} among ${images.count}`);
      const source = stream("augmentation", ...purpose, epoch, place);
      let image = images.pixels.subarray(place * size, (place + 1) * size);
      for (const step of steps) image = taken(step, image, images, source);
      pixels.set(image, index * size);
      labels[index] = images.labels[place] as number;
    }
    const { channels, height, width } = images;
    return { count, channels, height, width, pixels, labels };
  };
}

function requireStep(step: AugmentationStep): void {
  const numbers = Object.entries(step).flatMap(([name, value]) =>
    typeof value === "string" ? [] : [value].flat().map((each: number) => [name, each] as const),
  );
  for (const [name, value] of numbers)
    if (!(Number.isFinite(value) && value >= 0))
      throw new RangeError(`augmenter: ${step.kind} with ${name} ${value}, expected 0 or more`);
  if ("probability" in step && step.probability > 1)
    throw new RangeError(`augmenter: ${step.kind} with probability ${step.probability}, expected 0 to 1`);
  if (step.kind === "random-crop" && !Number.isInteger(step.padding))
    throw new RangeError(`augmenter: random-crop with padding ${step.padding}, expected whole pixels`);
  if (
    step.kind === "random-erasing" &&
    !(step.ratio[0] > 0 && step.ratio[0] <= step.ratio[1] && step.scale[0] <= step.scale[1])
  )
    throw new RangeError(`augmenter: random-erasing with scale ${step.scale} and ratio ${step.ratio}, expected ranges`);
}

function taken(step: AugmentationStep, image: Uint8Array, shape: ImageSet, source: Stream): Uint8Array {
  switch (step.kind) {
    case "random-crop": {
      const top = source.integer(2 * step.padding + 1) - step.padding;
      const left = source.integer(2 * step.padding + 1) - step.padding;
      return crop(image, shape, { top, left, height: shape.height, width: shape.width });
    }
    case "random-rotation":
      return rotate(image, shape, between(-step.degrees, step.degrees, source), step.resampling);
    case "random-flip":
      return source.uniform() < step.probability ? flip(image, shape, step.direction) : image;
    case "color-jitter":
      return jittered(step, image, shape, source);
    case "random-erasing":
      return source.uniform() < step.probability ? erased(step, image, shape, source) : image;
  }
}

function jittered(
  { brightness, contrast }: Extract<AugmentationStep, { kind: "color-jitter" }>,
  image: Uint8Array,
  shape: ImageSet,
  source: Stream,
): Uint8Array {
  const adjustments = [
    { adjust: adjustBrightness, factor: between(Math.max(0, 1 - brightness), 1 + brightness, source) },
    { adjust: adjustContrast, factor: between(Math.max(0, 1 - contrast), 1 + contrast, source) },
  ];
  const inOrder = [...permutation(adjustments.length, source)].flatMap((place) => adjustments[place] ?? []);
  return inOrder.reduce((adjusted, { adjust, factor }) => adjust(adjusted, shape, factor), image);
}

function erased(
  { scale, ratio }: Extract<AugmentationStep, { kind: "random-erasing" }>,
  image: Uint8Array,
  shape: ImageSet,
  source: Stream,
): Uint8Array {
  for (let attempt = 0; attempt < 10; attempt++) {
    const area = between(...scale, source) * shape.height * shape.width;
    const aspect = Math.exp(between(Math.log(ratio[0]), Math.log(ratio[1]), source));
    const height = Math.round(Math.sqrt(area * aspect));
    const width = Math.round(Math.sqrt(area / aspect));
    if (height >= shape.height || width >= shape.width) continue;
    const top = source.integer(shape.height - height + 1);
    const left = source.integer(shape.width - width + 1);
    return erase(image, shape, { top, left, height, width });
  }
  return image;
}

function between(low: number, high: number, source: Stream): number {
  return low + (high - low) * source.uniform();
}
