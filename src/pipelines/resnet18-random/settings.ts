import { imageNetNormalisation, type Recipe } from "../../data/preprocess.ts";
import type { InitialDistribution } from "../../models/initialise.ts";
import type { Stem } from "../../models/resnet18.ts";
import type { Configuration, Coordinates, Protocol } from "../../paper/experiment.ts";

/** Whose experiment is run: that of Sohn et al.'s official code, or that of the K9DE report. */
export type Variant = "official" | "k9de";

export const variants: readonly Variant[] = ["official", "k9de"];

/** Which training images of a class are fitted. */
export type FittedInliers =
  | { readonly kind: "all" }
  | { readonly kind: "with-replacement" | "without-replacement"; readonly count: number };

/** All that decides a cell's features and fits. */
export interface Settings {
  readonly variant: Variant;
  readonly protocol: Protocol;
  readonly seed: number;
  readonly stem: Stem;
  readonly recipe: Recipe;
  readonly initialDistribution: InitialDistribution;
  readonly batchNormEpsilon: number;
  readonly fittedInliers: FittedInliers;
  /** Images a class that are left of each split; absent: all. */
  readonly trainPerClass?: number;
  readonly testPerClass?: number;
  /** Images that the network takes at once, and that are remembered together. */
  readonly batchSize: number;
  readonly chunkSize: number;
}

/** Throws a RangeError naming a variant that is unknown. */
export function variantNamed(name: string): Variant {
  const variant = variants.find((each) => each === name);
  if (variant !== undefined) return variant;
  throw new RangeError(`resnet18-random: no variant "${name}"; there are ${variants.join(" and ")}`);
}

/** The options of a configuration with their defaults. */
export function defaultOptions(variant: Variant): Coordinates {
  return variant === "official"
    ? { initialDistribution: "truncated-normal", batchNormEpsilon: 1e-5, fittedInliers: "all" }
    : { initialDistribution: "normal", batchNormEpsilon: 1e-5, fittedInliers: "500 with replacement" };
}

/** Images a class under each protocol; what is absent is not limited. */
export const imagesPerClass: Readonly<Record<Protocol, Pick<Settings, "trainPerClass" | "testPerClass">>> = {
  paper: {},
  reduced: { trainPerClass: 500, testPerClass: 200 },
  smoke: { trainPerClass: 16, testPerClass: 8 },
};

/** Side of the network's input under the smoke protocol of the K9DE variant, and of the image that it is cut from. */
export const smokeSide = { resize: 48, crop: 42 };

/**
 * Reads a configuration.
 *
 * Throws a RangeError naming the variant or option that is unknown or out of range.
 */
export function settingsOf(configuration: Configuration, imageSide: number): Settings {
  const { protocol, seed } = configuration;
  const variant = variantNamed(configuration.variant);
  const defaults = defaultOptions(variant);
  for (const name of Object.keys(configuration.options))
    if (!(name in defaults))
      throw new RangeError(`resnet18-random: no option "${name}"; there are ${Object.keys(defaults).join(", ")}`);
  const options = { ...defaults, ...configuration.options };
  const smoke = protocol === "smoke";
  return {
    variant,
    protocol,
    seed,
    initialDistribution: initialDistribution(options.initialDistribution),
    batchNormEpsilon: positive("batchNormEpsilon", options.batchNormEpsilon),
    fittedInliers: fittedInliers(options.fittedInliers),
    ...imagesPerClass[protocol],
    ...(variant === "official" ? official(imageSide) : k9de(smoke)),
  };
}

function official(imageSide: number): Pick<Settings, "stem" | "recipe" | "batchSize" | "chunkSize"> {
  const geometry = imageSide < 32 ? ({ kind: "zero-pad", size: 32 } as const) : ({ kind: "keep" } as const);
  return { stem: "cifar", recipe: { geometry, channels: 3 }, batchSize: 50, chunkSize: 500 };
}

function k9de(smoke: boolean): Pick<Settings, "stem" | "recipe" | "batchSize" | "chunkSize"> {
  const side = smoke ? smokeSide : { resize: 256, crop: 224 };
  return {
    stem: "imagenet",
    recipe: { geometry: { kind: "resize-crop", ...side }, channels: 3, normalisation: imageNetNormalisation },
    batchSize: 10,
    chunkSize: 100,
  };
}

function initialDistribution(value: unknown): InitialDistribution {
  if (value === "normal" || value === "truncated-normal") return value;
  throw new RangeError(`resnet18-random: initialDistribution "${value}" is neither normal nor truncated-normal`);
}

function positive(name: string, value: unknown): number {
  if (typeof value === "number" && value > 0 && Number.isFinite(value)) return value;
  throw new RangeError(`resnet18-random: ${name} ${value} is not a positive number`);
}

function fittedInliers(value: unknown): FittedInliers {
  if (value === "all") return { kind: "all" };
  const parts = typeof value === "string" ? /^([1-9]\d*) (with|without) replacement$/.exec(value) : null;
  if (parts === null)
    throw new RangeError(
      `resnet18-random: fittedInliers "${value}" is neither "all" nor like "500 with replacement" or "500 without replacement"`,
    );
  return { kind: parts[2] === "with" ? "with-replacement" : "without-replacement", count: Number(parts[1]) };
}
