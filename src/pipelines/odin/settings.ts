import { type ClassifierName, classifierNames } from "../../models/networks/classifier-name.ts";
import type { Configuration, Coordinates, Protocol } from "../../paper/experiment.ts";
import type { ClassifierSettings } from "./train-classifier.ts";

/** All that decides a cell. */
export interface Settings {
  readonly protocol: Protocol;
  readonly seed: number;
  readonly classifier: ClassifierSettings;
  /** When the classifier is measured: after so many epochs of ours, for so many of the report's. */
  readonly milestones: readonly Milestone[];
  /** Training images of each digit; absent: all. */
  readonly trainPerClass?: number;
  /** Test images of each digit that are looked at after every epoch, for the learning curve. */
  readonly followedPerClass: number;
  /** Images that a trained network takes at once. */
  readonly inferenceBatch: number;
  readonly temperature: number;
  /** Sizes of the perturbation, in pixels from 0 to 1. */
  readonly epsilons: readonly number[];
}

export interface Milestone {
  readonly epoch: number;
  /** What it stands for: the coordinate `epochs` of what is measured. */
  readonly reported: number;
}

/** The digit that training never sees. */
export const outlierClass = 0;

/** The report's temperature. */
const temperature = 10;

/** Temperatures that are tried without perturbation, the report's among them; 1000 is that of ODIN's authors. */
export const temperatures = [2, temperature, 1000] as const;

/** Of MNIST's training images, as every tutorial has them. */
export const mnistStandard = { mean: 0.1307, deviation: 0.3081 };

/** After so many epochs, and multiples of them, the report's classifiers are measured. */
const milestoneEvery = 50;

/** The options of a configuration with their defaults: the report trains ResNet18 for 100 epochs, too. */
export function defaultOptions(network: ClassifierName): Coordinates {
  return { epochs: network === "resnet18" ? 100 : 50, learningRate: 1e-3, rotationDegrees: 10, cropPadding: 2 };
}

/** What each protocol takes of the report's experiment. */
export const sizes: Readonly<
  Record<
    Protocol,
    Pick<Settings, "trainPerClass" | "followedPerClass" | "inferenceBatch" | "epsilons"> & {
      readonly width: number;
      readonly batchSize: number;
      /** Epochs for each of the report's. */
      readonly epochShare: number;
    }
  >
> = {
  paper: {
    width: 64,
    epochShare: 1,
    batchSize: 128,
    followedPerClass: 100,
    inferenceBatch: 50,
    epsilons: [0.0014, 0.005, 0.02, 0.05],
  },
  reduced: {
    width: 16,
    epochShare: 0.2,
    batchSize: 128,
    trainPerClass: 500,
    followedPerClass: 100,
    inferenceBatch: 50,
    epsilons: [0.0014, 0.005, 0.02, 0.05],
  },
  smoke: {
    width: 4,
    epochShare: 0.04,
    batchSize: 32,
    trainPerClass: 16,
    followedPerClass: 4,
    inferenceBatch: 40,
    epsilons: [0.005, 0.02],
  },
};

/**
 * Reads a configuration.
 *
 * Throws a RangeError naming the variant or option that is unknown or out of range.
 */
export function settingsOf({ protocol, seed, variant, options }: Configuration): Settings {
  const network = networkNamed(variant);
  const defaults = defaultOptions(network);
  for (const name of Object.keys(options))
    if (!(name in defaults))
      throw new RangeError(`odin: no option "${name}"; there are ${Object.keys(defaults).join(", ")}`);
  const given = { ...defaults, ...options };
  const { width, epochShare, batchSize, ...rest } = sizes[protocol];
  const padding = natural("cropPadding", given.cropPadding);
  const degrees = atLeastZero("rotationDegrees", given.rotationDegrees);
  const milestones = milestonesOf(positive("epochs", given.epochs), epochShare);
  return {
    protocol,
    seed,
    ...rest,
    temperature,
    milestones,
    classifier: {
      network,
      width,
      epochs: milestones.at(-1)?.epoch ?? 1,
      batchSize,
      learningRate: positive("learningRate", given.learningRate),
      augmentation: [
        { kind: "random-rotation", degrees, resampling: "nearest" },
        { kind: "random-crop", padding },
      ],
      standardise: mnistStandard,
      seed,
    },
  };
}

/** Every fifty of the report's epochs, and the last. */
function milestonesOf(epochs: number, share: number): readonly Milestone[] {
  const whole = Array.from({ length: Math.floor(epochs / milestoneEvery) }, (_, at) => (at + 1) * milestoneEvery);
  const reported = epochs % milestoneEvery === 0 ? whole : [...whole, epochs];
  return reported.map((count) => ({ epoch: Math.max(1, Math.round(share * count)), reported: count }));
}

/** Throws a RangeError naming a variant that is unknown. */
export function networkNamed(variant: string): ClassifierName {
  const network = classifierNames.find((name) => name === variant);
  if (network !== undefined) return network;
  throw new RangeError(`odin: no variant "${variant}"; there are ${classifierNames.join(", ")}`);
}

function atLeastZero(name: string, value: unknown): number {
  if (typeof value === "number" && value >= 0 && Number.isFinite(value)) return value;
  throw new RangeError(`odin: ${name} ${value} is not 0 or more`);
}

function natural(name: string, value: unknown): number {
  if (Number.isSafeInteger(value)) return atLeastZero(name, value);
  throw new RangeError(`odin: ${name} ${value} is no whole number of pixels`);
}

function positive(name: string, value: unknown): number {
  if (atLeastZero(name, value) > 0) return value as number;
  throw new RangeError(`odin: ${name} ${value} is not positive`);
}
