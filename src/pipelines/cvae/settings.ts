import { type CvaeSizes, reportedCvaeSizes } from "../../data/splits/cvae-splits.ts";
import type { CvaeOptions } from "../../models/networks/cvae.ts";
import type { Configuration, Coordinates, Protocol, Scalar } from "../../paper/experiment.ts";

/** Which decoder: the dense one that the report kept, or the transposed convolutions that it dropped. */
export type Variant = "mlp-decoder" | "transposed-decoder";

export const variants: readonly Variant[] = ["mlp-decoder", "transposed-decoder"];

/** What stands before the heads of the encoder. */
export type Encoder = "convolutional" | "convolutional with a hidden layer";

/** What is summed over an image's pixels. */
export type ReconstructionLoss = "squared error" | "binary cross-entropy";

export type Geometry = "zero-pad" | "resize";

/** All that decides a cell. */
export interface Settings {
  readonly variant: Variant;
  readonly protocol: Protocol;
  readonly seed: number;
  /** Labels of the normal classes, in the order of their modes. */
  readonly classes: readonly number[];
  readonly geometry: Geometry;
  readonly network: CvaeOptions;
  readonly reconstructionLoss: ReconstructionLoss;
  readonly klWeight: number;
  readonly batchSize: number;
  readonly epochs: number;
  /** Images of each class in each set. */
  readonly sizes: CvaeSizes;
  readonly generatedPerClass: number;
}

export const learningRate = 0.001;

/** Numbers of a label: one a class, and the sixth that only anomalies have. */
export const labelWidth = 6;

/** The values of the options that are varied between cells, the default first. */
export const optionValues = {
  classes: ["1 3 5 7 9", "0 1 5 7 9", "5 6 7 8 9"],
  geometry: ["zero-pad", "resize"],
  latentDimension: [2, 16],
  encoder: ["convolutional", "convolutional with a hidden layer"],
  reconstructionLoss: ["squared error", "binary cross-entropy"],
  klWeight: [1, 0.1],
  batchSize: [64, 128],
} as const satisfies Readonly<Record<string, readonly Scalar[]>>;

/** The options of a configuration with their defaults. */
export const defaultOptions: Coordinates = Object.fromEntries(
  Object.entries(optionValues).map(([name, [first]]) => [name, first]),
);

/** How much of the experiment each protocol runs. */
export const amounts: Readonly<Record<Protocol, Pick<Settings, "epochs" | "sizes" | "generatedPerClass">>> = {
  paper: { epochs: 50, sizes: reportedCvaeSizes, generatedPerClass: 100 },
  reduced: { epochs: 20, sizes: reportedCvaeSizes, generatedPerClass: 100 },
  smoke: {
    epochs: 2,
    sizes: { unlabelled: 0, labelled: 30, representative: 12, anomalies: 6 },
    generatedPerClass: 10,
  },
};

/** Throws a RangeError naming a variant that is unknown. */
export function variantNamed(name: string): Variant {
  return oneOf("variant", name, variants);
}

/** Throws a RangeError naming the variant or option that is unknown or out of range. */
export function settingsOf({ variant, protocol, seed, options }: Configuration): Settings {
  for (const name of Object.keys(options))
    if (!(name in defaultOptions))
      throw new RangeError(`cvae: no option "${name}"; there are ${Object.keys(defaultOptions).join(", ")}`);
  const given = { ...defaultOptions, ...options };
  const decoder = variantNamed(variant) === "mlp-decoder" ? "dense" : "transposed";
  return {
    ...{ variant: variantNamed(variant), protocol, seed },
    classes: classesNamed(given.classes),
    geometry: oneOf("geometry", given.geometry, optionValues.geometry),
    network: {
      latentDimension: positiveInteger("latentDimension", given.latentDimension),
      encoder: oneOf("encoder", given.encoder, optionValues.encoder),
      decoder,
    },
    reconstructionLoss: oneOf("reconstructionLoss", given.reconstructionLoss, optionValues.reconstructionLoss),
    klWeight: positive("klWeight", given.klWeight),
    batchSize: positiveInteger("batchSize", given.batchSize),
    ...amounts[protocol],
  };
}

function oneOf<Value extends string>(what: string, name: unknown, known: readonly Value[]): Value {
  const found = known.find((each) => each === name);
  if (found !== undefined) return found;
  throw new RangeError(`cvae: ${what} "${name}" is unknown; there are ${known.join(", ")}`);
}

/** Five different labels, `1 3 5 7 9`. */
function classesNamed(value: unknown): readonly number[] {
  const labels = typeof value === "string" && /^\d( \d){4}$/.test(value) ? value.split(" ").map(Number) : [];
  if (new Set(labels).size === 5) return labels;
  throw new RangeError(`cvae: classes "${value}" are not five different labels like "1 3 5 7 9"`);
}

function positive(name: string, value: unknown): number {
  if (typeof value === "number" && value > 0 && Number.isFinite(value)) return value;
  throw new RangeError(`cvae: ${name} ${value} is not a positive number`);
}

function positiveInteger(name: string, value: unknown): number {
  const number = positive(name, value);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`cvae: ${name} ${value} is not a whole number`);
}
