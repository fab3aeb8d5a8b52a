/** Images of one split with their labels. Every image has the same shape. */
export interface ImageSet {
  readonly count: number;
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** [count, channels, height, width], 0 to 255; channels in the order red, green, blue. */
  readonly pixels: Uint8Array;
  /** [count], indices into the data set's classes. */
  readonly labels: Uint8Array;
}

/** A data set as read or drawn: both splits, and what identifies the bytes that they came from. */
export interface Dataset {
  readonly name: string;
  readonly classes: readonly string[];
  readonly train: ImageSet;
  readonly test: ImageSet;
  /** Relative path of each file → SHA-256 of the file as read; for a drawn set, of its pixels and labels. */
  readonly checksums: Readonly<Record<string, string>>;
  /** True for the embedded stand-ins, whose results say nothing about a paper. */
  readonly synthetic: boolean;
}

/** Bytes of one image. */
export function imageSize(images: Pick<ImageSet, "channels" | "height" | "width">): number {
  return images.channels * images.height * images.width;
}
