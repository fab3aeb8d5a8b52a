import { type ImageSet, imageSize } from "./image-set.ts";
import { bilinearResizer } from "./resize.ts";

/** What is done to the shape of an image. */
type Geometry =
  | { readonly kind: "keep" }
  /** Zeros around the image, the same on both sides (the odd one below and right). */
  | { readonly kind: "zero-pad"; readonly size: number }
  /** The shorter edge resized to `resize` (bilinear, as Pillow), then the `crop` × `crop` centre cut out. */
  | { readonly kind: "resize-crop"; readonly resize: number; readonly crop: number };

/** From 8-bit pixels to what a network is fed: (pixel / 255 − mean) / standard deviation, by channel, in float32. */
export interface Recipe {
  readonly geometry: Geometry;
  /** Channels out; a single grey channel is copied to three. Default: as many as the images have. */
  readonly channels?: 3;
  /** One a channel out, with `standardDeviation`; without both, pixels stay in [0, 1]. */
  readonly normalisation?: {
    readonly mean: readonly number[];
    readonly standardDeviation: readonly number[];
  };
}

/** Images prepared by a recipe; [count, channels, height, width] floats a batch. */
export interface Preprocessor {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Prepares the images of the given indices, in that order, into `target` (default: a new array). */
  readonly batch: (indices: ArrayLike<number>, target?: Float32Array) => Float32Array;
}

/** Channel means and standard deviations of ImageNet, as in torchvision's reference transforms. */
export const imageNetNormalisation = {
  mean: [0.485, 0.456, 0.406],
  standardDeviation: [0.229, 0.224, 0.225],
} as const;

/** One plane in, one plane of the output's size out. */
type PlaneMap = (source: Uint8Array, sourceOffset: number, target: Uint8Array) => void;

/**
 * Prepares images for a network as torchvision would: `Resize`, `CenterCrop` (or zero padding), `ToTensor` and `Normalize`
 * on PIL images, equal bit for bit.
 *
 * Throws a RangeError when the recipe does not fit the images: an output smaller than a padded image, a crop larger than
 * the resized image, colour images with other than three channels, a mean or deviation too few, a deviation of zero. The
 * returned `batch` throws for an index outside the set and a target of the wrong length.
 *
 * @example
 * const { train } = syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 1, testPerClass: 1 });
 * const recipe = { geometry: { kind: "zero-pad", size: 32 }, channels: 3 } as const;
 * preprocessor(train, recipe).batch([0, 1]).length; // => 2 * 3 * 32 * 32
 */
export function preprocessor(images: ImageSet, recipe: Recipe): Preprocessor {
  const channels = recipe.channels ?? images.channels;
  if (images.channels !== channels && images.channels !== 1)
    throw new RangeError(`preprocessor: ${images.channels} channels cannot be made ${channels}`);
  const { height, width, map } = planeMap(images, recipe.geometry);
  const tables = floatTables(channels, recipe.normalisation);
  const plane = height * width;
  const inputPlane = images.height * images.width;
  const inputSize = imageSize(images);
  const bytes = new Uint8Array(plane);
  const batch = (
    indices: ArrayLike<number>,
    target: Float32Array = new Float32Array(indices.length * channels * plane),
  ): Float32Array => {
    if (target.length !== indices.length * channels * plane)
      throw new RangeError(
        `preprocessor: target holds ${target.length} floats, expected ${indices.length * channels * plane}`,
      );
    for (let place = 0; place < indices.length; place++) {
      const index = indices[place] as number;
      if (!Number.isInteger(index) || index < 0 || index >= images.count)
        throw new RangeError(`preprocessor: no image ${index} among ${images.count}`);
      for (let channel = 0; channel < channels; channel++) {
        // A grey image's plane is mapped once and then looked up in each channel's own table.
        if (channel < images.channels) map(images.pixels, index * inputSize + channel * inputPlane, bytes);
        lookUp(bytes, tables[channel] ?? new Float32Array(256), target, (place * channels + channel) * plane);
      }
    }
    return target;
  };
  return { channels, height, width, batch };
}

function planeMap(images: ImageSet, geometry: Geometry): { height: number; width: number; map: PlaneMap } {
  const { height, width } = images;
  switch (geometry.kind) {
    case "keep":
      return {
        height,
        width,
        map: (source, offset, target) => target.set(source.subarray(offset, offset + height * width)),
      };
    case "zero-pad":
      return zeroPad(height, width, geometry.size);
    case "resize-crop":
      return resizeCrop(height, width, geometry.resize, geometry.crop);
  }
}

function zeroPad(height: number, width: number, size: number): { height: number; width: number; map: PlaneMap } {
  if (!(Number.isInteger(size) && size >= height && size >= width))
    throw new RangeError(`preprocessor: an image of ${height} × ${width} cannot be padded to ${size} × ${size}`);
  const top = Math.floor((size - height) / 2);
  const left = Math.floor((size - width) / 2);
  const map: PlaneMap = (source, offset, target) => {
    target.fill(0);
    for (let row = 0; row < height; row++)
      target.set(source.subarray(offset + row * width, offset + (row + 1) * width), (top + row) * size + left);
  };
  return { height: size, width: size, map };
}

function resizeCrop(
  height: number,
  width: number,
  resize: number,
  crop: number,
): { height: number; width: number; map: PlaneMap } {
  if (!(Number.isInteger(crop) && crop >= 1 && crop <= resize))
    throw new RangeError(`preprocessor: ${crop} × ${crop} cannot be cut out of an image with shorter edge ${resize}`);
  const shorter = Math.min(height, width);
  const to = { height: Math.trunc((resize * height) / shorter), width: Math.trunc((resize * width) / shorter) };
  const window = {
    top: roundHalfEven((to.height - crop) / 2),
    left: roundHalfEven((to.width - crop) / 2),
    height: crop,
    width: crop,
  };
  const resizer = bilinearResizer({ height, width }, to, window);
  return { height: crop, width: crop, map: (source, offset, target) => resizer(source, offset, target, 0) };
}

/** As Python's `round`, by which torchvision places the crop. */
function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

/** The 256 possible results of a channel, in the float32 steps that PyTorch takes. */
function floatTables(channels: number, normalisation: Recipe["normalisation"]): readonly Float32Array[] {
  return Array.from({ length: channels }, (_, channel) => {
    const table = Float32Array.from({ length: 256 }, (_, pixel) => pixel / 255);
    if (normalisation === undefined) return table;
    const mean = normalisation.mean[channel];
    const deviation = normalisation.standardDeviation[channel];
    if (mean === undefined || deviation === undefined || !(deviation > 0))
      throw new RangeError(`preprocessor: channel ${channel} has no mean or no positive standard deviation`);
    return table.map((value) => Math.fround(value - Math.fround(mean)) / Math.fround(deviation));
  });
}

function lookUp(bytes: Uint8Array, table: Float32Array, target: Float32Array, offset: number): void {
  for (let index = 0; index < bytes.length; index++) target[offset + index] = table[bytes[index] as number] as number;
}
