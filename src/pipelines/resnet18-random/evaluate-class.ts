import type { Rows } from "../../models/kernel.ts";
import { kernelDensityScores } from "../../models/kernel-density.ts";
import { meanRow, normaliseRows, subtractRow, varianceOfAll } from "../../models/normalise-rows.ts";
import { fitOneClassSvm } from "../../models/one-class-svm.ts";
import type { Products } from "../../models/products.ts";
import type { RadialMachine, RadialMachines } from "../../models/radial-machine.ts";
import type { Coordinates } from "../../paper/experiment.ts";
import { gammaMultiples, gammaNumerator, nu, tolerance } from "./classifier.ts";

/** One classifier's scores of the test images; higher is stranger. */
export interface ClassifierScores {
  /** Kernel, features and, but for the linear kernel, the multiple of gamma. */
  readonly at: Coordinates;
  readonly scores: Float64Array;
  /** Whether the classifier calls outliers what scores at or above 0; a density decides nothing. */
  readonly decides: boolean;
}

/** What a class is evaluated with. */
export interface ClassTask {
  readonly fitted: Rows;
  readonly test: Rows;
  readonly products: Products;
  readonly radialMachines: RadialMachines;
  /** Called after each step with what its time goes to and how many fits or scores it gave. */
  readonly spend: (stage: "fit" | "score", items: number) => void;
}

/**
 * Fits every classifier of one class to its features and scores the test images: the linear kernel on raw and on
 * normalised features, the RBF kernel on normalised features at every multiple of gamma and on raw ones at 1, and the
 * kernel density on normalised features. All kernels and multiples share one matrix of products.
 */
export async function evaluateClass(task: ClassTask): Promise<readonly ClassifierScores[]> {
  const fitted = normaliseRows(task.fitted);
  const test = normaliseRows(task.test);
  // Distances do not change when unit rows are centred, and float32 then keeps their digits.
  const centre = meanRow(fitted);
  return [
    await linear({ ...task }, "raw"),
    await linear({ ...task, fitted, test }, "normalised"),
    ...(await radial({ ...task, fitted: subtractRow(fitted, centre), test: subtractRow(test, centre) }, "normalised", {
      gamma: gammaOf(fitted),
      multiples: gammaMultiples,
      density: true,
    })),
    ...(await radial(task, "raw", { gamma: gammaOf(task.fitted), multiples: [1], density: false })),
  ];
}

type Features = "raw" | "normalised";

/** The paper's gamma: ten times scikit-learn's "scale" on the same matrix. */
export function gammaOf(fitted: Rows): number {
  return gammaNumerator / (fitted.width * varianceOfAll(fitted));
}

async function linear(task: ClassTask, features: Features): Promise<ClassifierScores> {
  const { fitted, test, spend } = task;
  const { count, width } = fitted;
  const gram = await productMatrix(task);
  const { alpha, rho } = fitOneClassSvm({ gram, count, nu, tolerance });
  spend("fit", 1);
  // The linear kernel's weighted sum is one product with the weighted sum of rows.
  const direction = new Float64Array(width);
  for (let at = 0; at < fitted.values.length; at++)
    direction[at % width] =
      (direction[at % width] as number) + (alpha[Math.floor(at / width)] as number) * (fitted.values[at] as number);
  const scores = Float64Array.from({ length: test.count }, (_, row) => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (direction[k] as number) * (test.values[row * width + k] as number);
    return rho - sum;
  });
  spend("score", test.count);
  return { at: { kernel: "linear", features }, scores, decides: true };
}

interface Radial {
  readonly gamma: number;
  readonly multiples: readonly number[];
  readonly density: boolean;
}

async function radial(task: ClassTask, features: Features, options: Radial): Promise<readonly ClassifierScores[]> {
  const { fitted, test, radialMachines, spend } = task;
  const { gamma, multiples, density } = options;
  const distances = await radialMachines.distances(fitted);
  const machines: RadialMachine[] = [];
  for (const multiple of multiples) {
    machines.push(await radialMachines.fit(distances, { gamma: multiple * gamma, nu, tolerance }));
    spend("fit", 1);
  }
  const densities = new Float64Array(test.count);
  const decisions = await radialMachines.decide(
    fitted,
    machines,
    test,
    density ? (start, _, block) => densities.set(kernelDensityScores(block, fitted.count, gamma), start) : undefined,
  );
  spend("score", test.count * (multiples.length + (density ? 1 : 0)));
  const scored = decisions.map(
    (decision, at): ClassifierScores => ({
      at: { kernel: "rbf", features, gammaMultiple: multiples[at] ?? 1 },
      scores: decision.map((value) => -value),
      decides: true,
    }),
  );
  if (!density) return scored;
  return [...scored, { at: { kernel: "kde", features, gammaMultiple: 1 }, scores: densities, decides: false }];
}

async function productMatrix({ fitted, products }: ClassTask): Promise<Float32Array> {
  const matrix = new Float32Array(fitted.count * fitted.count);
  await products.forEachBlock(fitted, fitted, (start, _, block) => matrix.set(block, start * fitted.count));
  return matrix;
}
