import type { HscaeOptions } from "../../models/networks/hscae.ts";
import type { Configuration, Coordinates, Protocol } from "../../paper/experiment.ts";
import { settingsOf as odinSettings, sizes as odinSizes } from "../odin/settings.ts";
import type { ClassifierSettings } from "../odin/train-classifier.ts";

/** The report's autoencoder; without its condition; and with what the report leaves out on purpose. */
export const variants = ["hscae", "unconditioned", "residual", "variational"] as const;

export type Variant = (typeof variants)[number];

/** All that decides a cell. */
export interface Settings {
  readonly variant: Variant;
  readonly protocol: Protocol;
  readonly seed: number;
  /** The classifier that gives the condition and is ODIN's: that of an `odin` cell of the same seed and protocol after as many epochs (but smoke). */
  readonly classifier: ClassifierSettings;
  /** The network whose activations the content distance compares. */
  readonly contentNetwork: ClassifierSettings;
  readonly conditioned: boolean;
  readonly network: Pick<HscaeOptions, "width" | "latent" | "residual" | "variational">;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  /** Training images of each digit; absent: all. */
  readonly trainPerClass?: number;
  /** Test images of each digit; absent: all. */
  readonly testPerClass?: number;
  /** Test images of each digit that are looked at after every epoch, for the learning curve. */
  readonly followedPerClass: number;
  /** Images that a trained network takes at once. */
  readonly inferenceBatch: number;
}

/** Levels of hierarchy: how often an image has passed the autoencoder. */
export const levels = [1, 2, 3, 4, 5] as const;

/** ODIN's temperature, and that of the distances between softmax probabilities. */
export const temperatures = { odin: 10, distance: 2 } as const;

/** Epochs of the ensemble's classifier, ResNet18-ep50-1; the pipeline `odin` goes on to 100 and passes by it. */
export const classifierEpochs = 50;

/** ODIN's perturbation in the ensemble, in pixels from 0 to 1: a middle one of those that the pipeline `odin` tries. */
export const epsilon = 0.005;

/** Classifier's threshold in the report's ensemble, and alone. */
export const reportedThresholds = { ensemble: 0.231, alone: 0.235 } as const;

/** The options of a configuration with their defaults. */
export const defaultOptions: Coordinates = { latent: 8, learningRate: 1e-3 };

/** What each protocol takes of the report's experiment, beside what the pipeline `odin` takes of it. */
export const sizes: Readonly<
  Record<
    Protocol,
    Pick<Settings, "epochs" | "batchSize" | "testPerClass" | "followedPerClass" | "inferenceBatch"> & {
      readonly width: number;
    }
  >
> = {
  paper: { width: 32, epochs: 200, batchSize: 128, followedPerClass: 20, inferenceBatch: 100 },
  reduced: { width: 8, epochs: 20, batchSize: 128, testPerClass: 200, followedPerClass: 20, inferenceBatch: 100 },
  smoke: { width: 2, epochs: 1, batchSize: 48, testPerClass: 8, followedPerClass: 2, inferenceBatch: 40 },
};

/** Throws a RangeError naming a variant that is unknown. */
export function variantNamed(name: string): Variant {
  const variant = variants.find((each) => each === name);
  if (variant !== undefined) return variant;
  throw new RangeError(`hscae: no variant "${name}"; there are ${variants.join(", ")}`);
}

/**
 * Reads a configuration.
 *
 * Throws a RangeError naming the variant or option that is unknown or out of range.
 */
export function settingsOf(configuration: Configuration): Settings {
  const { protocol, seed, options } = configuration;
  const variant = variantNamed(configuration.variant);
  for (const name of Object.keys(options))
    if (!(name in defaultOptions))
      throw new RangeError(`hscae: no option "${name}"; there are ${Object.keys(defaultOptions).join(", ")}`);
  const given = { ...defaultOptions, ...options };
  const { width, ...rest } = sizes[protocol];
  const { trainPerClass } = odinSizes[protocol];
  const { batchSize } = rest;
  // The batches of all three networks are the report's but in the smoke protocol, where those of one size save time.
  const classifierNamed = (network: string): ClassifierSettings => ({
    ...odinSettings({ ...configuration, variant: network, options: { epochs: classifierEpochs } }).classifier,
    batchSize,
  });
  return {
    variant,
    protocol,
    seed,
    classifier: classifierNamed("resnet18"),
    contentNetwork: classifierNamed("vgg"),
    conditioned: variant !== "unconditioned",
    network: {
      width,
      latent: latentNamed(given.latent),
      residual: variant === "residual",
      variational: variant === "variational",
    },
    learningRate: rateNamed(given.learningRate),
    ...(trainPerClass === undefined ? {} : { trainPerClass }),
    ...rest,
  };
}

function latentNamed(value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
  throw new RangeError(`hscae: latent ${value} is not a positive whole number`);
}

function rateNamed(value: unknown): number {
  if (typeof value === "number" && value > 0 && Number.isFinite(value)) return value;
  throw new RangeError(`hscae: learningRate ${value} is not a positive number`);
}
