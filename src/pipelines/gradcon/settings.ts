import type { GradconPartition } from "../../data/splits/gradcon-splits.ts";
import type { AutoencoderKind } from "../../models/networks/gradcon-autoencoder.ts";
import type { Configuration, Coordinates, Protocol } from "../../paper/experiment.ts";

export const variants = ["cae", "cae-grad", "vae", "vae-grad"] as const;

/** The autoencoder, and whether its gradients are constrained. */
export type Variant = (typeof variants)[number];

/** All that decides a cell besides its images. */
export interface Settings {
  readonly variant: Variant;
  readonly kind: AutoencoderKind;
  /** α of the gradient loss; absent without the constraint. */
  readonly gradientWeight?: number;
  readonly seed: number;
  readonly partition: GradconPartition;
  /** The inlier classes, one training each. */
  readonly classes: readonly number[];
  readonly epochs: number;
  /** Epochs after which the areas under curves are measured, ascending. */
  readonly learningEpochs: readonly number[];
}

/** α of the gradient loss in training, and the weight of the cosine in the score. */
export const gradientWeight = 0.03;
export const scoreWeight = 0.12;

export const batchSize = 64;
export const learningRate = 1e-3;

/** Side of the images, to which larger ones are resized. */
export const side = 28;

/** How long each protocol trains, and when it looks at the test images. */
export const schedules: Readonly<Record<Protocol, Pick<Settings, "epochs" | "learningEpochs">>> = {
  paper: { epochs: 1000, learningEpochs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] },
  reduced: { epochs: 10, learningEpochs: [1, 2, 4, 6, 8, 10] },
  smoke: { epochs: 3, learningEpochs: [1, 3] },
};

/** Classes of the smoke protocol, where all are asked for. */
export const smokeClasses: readonly number[] = [0, 1];

export function variantNamed(name: string): Variant {
  const variant = variants.find((each) => each === name);
  if (variant !== undefined) return variant;
  throw new RangeError(`gradcon: no variant "${name}"; there are ${variants.join(", ")}`);
}

export function defaultOptions(): Coordinates {
  return { classes: "all" };
}

/**
 * Reads a configuration.
 *
 * Throws a RangeError naming the variant or option that is unknown or out of range.
 */
export function settingsOf(configuration: Configuration, classCount: number): Settings {
  const { protocol, seed, dataset } = configuration;
  const variant = variantNamed(configuration.variant);
  for (const name of Object.keys(configuration.options))
    if (name !== "classes") throw new RangeError(`gradcon: no option "${name}"; there is classes`);
  const { classes } = { ...defaultOptions(), ...configuration.options };
  const all = protocol === "smoke" ? smokeClasses : Array.from({ length: classCount }, (_, inlier) => inlier);
  return {
    variant,
    kind: variant.startsWith("vae") ? "vae" : "cae",
    ...(variant.endsWith("grad") ? { gradientWeight } : {}),
    seed,
    partition: dataset === "fashion-mnist" ? "pooled-folds" : "official-test",
    classes: classes === "all" ? all : classesNamed(classes, classCount),
    ...schedules[protocol],
  };
}

/** `"3"` is one class, `"3,4"` are two. */
function classesNamed(named: Coordinates[string] | undefined, classCount: number): readonly number[] {
  const classes = String(named)
    .split(",")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN));
  const ascending = classes.every((inlier, at) => inlier < classCount && inlier > (classes[at - 1] ?? -1));
  if (ascending) return classes;
  throw new RangeError(
    `gradcon: classes "${named}" are neither "all" nor ascending numbers below ${classCount} like "3" or "3,4"`,
  );
}
