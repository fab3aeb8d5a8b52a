import { maximumSoftmax } from "../../metrics/maximum-softmax.ts";
import type { Coordinates } from "../../paper/experiment.ts";
import { digitClasses } from "./digits.ts";
import type { DigitLogits } from "./score-digits.ts";
import { type Settings, temperatures } from "./settings.ts";

/** A detector of zeros: its scores of the test images, and what they are taken for. */
export interface Detector {
  /**
   * `{ epochs, detector: "msp" }`, the plain softmax; `{ epochs, detector: "odin", perturbation: "without", temperature }`;
   * or `{ epochs, detector: "odin", perturbation: "with", temperature, epsilon }`.
   */
  readonly at: Coordinates;
  /** The greatest softmax probability; the lower, the stranger. */
  readonly confidence: Float64Array;
  /** Class of the plain image, also where the perturbed one is scored. */
  readonly predicted: Uint8Array;
  /** Whether curves are drawn of it. */
  readonly drawn: boolean;
}

/** Every detector of a trained classifier, with what they have in common of their places. */
export function detectors(
  { plain, perturbed }: DigitLogits,
  settings: Settings,
  shared: Coordinates,
): readonly Detector[] {
  const { temperature, epsilons } = settings;
  const { predicted } = maximumSoftmax(plain, digitClasses, 1);
  const detector = (at: Coordinates, logits: Float32Array, by: number, drawn: boolean): Detector => ({
    at: { ...shared, ...at },
    confidence: maximumSoftmax(logits, digitClasses, by).probability,
    predicted,
    drawn,
  });
  const odin = (perturbation: "with" | "without", by: number): Coordinates => ({
    detector: "odin",
    perturbation,
    temperature: by,
  });
  return [
    detector({ detector: "msp" }, plain, 1, true),
    ...temperatures.map((by) => detector(odin("without", by), plain, by, by === temperature)),
    ...epsilons.map((epsilon, at) => {
      const place = { ...odin("with", temperature), epsilon };
      return detector(place, perturbed[at] as Float32Array, temperature, at === 1);
    }),
  ];
}
