/** How much of an experiment is run: all of it, less of it with every deviation listed, or seconds on embedded data. */
export type Protocol = "paper" | "reduced" | "smoke";

/** A setting, a freedom's value or a coordinate of a measurement. */
export type Scalar = string | number | boolean;

/** Where in its cell a measurement stands: `{ class: 3, kernel: "rbf", gammaMultiple: 8 }`. */
export type Coordinates = Readonly<Record<string, Scalar>>;

/** All that a cell is asked to do, defaults resolved. */
export interface Configuration {
  readonly pipeline: string;
  readonly variant: string;
  readonly dataset: string;
  readonly protocol: Protocol;
  readonly seed: number;
  /** Values of the freedoms that are varied between cells, and nothing else. */
  readonly options: Coordinates;
}

/** One number that a cell gave, or the reason why it is absent. */
export type Measurement =
  | { readonly metric: string; readonly at: Coordinates; readonly value: number }
  | { readonly metric: string; readonly at: Coordinates; readonly absent: string };

/** A curve of at most 1,000 vertices, such as an ROC curve. */
export interface Curve {
  readonly name: string;
  readonly at: Coordinates;
  readonly x: string;
  readonly y: string;
  readonly points: readonly (readonly [number, number])[];
}

/** A sheet of small images, such as reconstructions below their originals. */
export interface Picture {
  /** What kind of sheet: `reconstructions`, `generated`. */
  readonly name: string;
  readonly at: Coordinates;
  /** What it shows, in one sentence. */
  readonly alt: string;
  /** Labels of the rows, from above. */
  readonly rows: readonly string[];
  /** Labels of the columns, from the left. */
  readonly columns: readonly string[];
  /** Grey, or red, green and blue. */
  readonly channels: 1 | 3;
  /** Of one image, in pixels. */
  readonly height: number;
  readonly width: number;
  /** Base64 of bytes 0 to 255, [rows, columns, channels, height, width]. */
  readonly pixels: string;
}

/** Where a hyper-parameter's value comes from; an assumed one says why it was chosen. */
export type HyperparameterSource =
  | { readonly kind: "paper"; readonly locus: string }
  | { readonly kind: "official-code"; readonly locus: string }
  | { readonly kind: "report"; readonly locus: string }
  | { readonly kind: "assumed"; readonly reason: string };

export interface Hyperparameter {
  readonly name: string;
  readonly value: Scalar;
  readonly unit?: string;
  readonly source: HyperparameterSource;
}

/** A choice that the paper leaves open and that is varied rather than guessed. */
export interface Freedom {
  readonly name: string;
  readonly values: readonly Scalar[];
  /** Measured side by side in one cell, or in cells of their own. */
  readonly varied: "within-cell" | "between-cells";
  readonly why: string;
}
