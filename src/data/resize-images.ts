import { type ImageSet, imageSize } from "./image-set.ts";
import { lanczosResizer } from "./lanczos.ts";
import { bilinearResizer } from "./resize.ts";

/** A filter as Pillow computes it: `lanczos` was called ANTIALIAS there. */
export type ResizeFilter = "lanczos" | "bilinear";

/**
 * The same images at another size, each resized as Pillow would, bit for bit; the proportions are not kept. CIFAR-10 at
 * 28 × 28 by `lanczos` is what GradCon's preparation makes of it.
 *
 * Throws a RangeError for sizes that are not positive integers.
 *
 * @example
 * const { train } = syntheticDataset("synthetic-textures", { seed: 1, trainPerClass: 1, testPerClass: 1 });
 * resizeImages(train, { height: 28, width: 28 }, "lanczos").pixels.length; // => 10 * 3 * 28 * 28
 */
export function resizeImages(
  images: ImageSet,
  to: { readonly height: number; readonly width: number },
  filter: ResizeFilter,
): ImageSet {
  const resizer = filter === "lanczos" ? lanczosResizer(images, to) : bilinearResizer(images, to);
  const { count, channels, labels } = images;
  const { height, width } = to;
  const planes = count * channels;
  const from = imageSize({ ...images, channels: 1 });
  const pixels = new Uint8Array(planes * height * width);
  for (let plane = 0; plane < planes; plane++) resizer(images.pixels, plane * from, pixels, plane * height * width);
  return { count, channels, height, width, pixels, labels };
}
