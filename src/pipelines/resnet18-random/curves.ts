import { rocCurve } from "../../metrics/roc-curve.ts";
import { thinCurve } from "../../metrics/thin-curve.ts";
import type { Curve } from "../../paper/experiment.ts";
import type { ClassifierScores } from "./evaluate-class.ts";

/** Vertices of all of a cell's curves together. */
const vertices = 1000;

/** What a class's curves are drawn from. */
export interface ScoredClass {
  readonly inlier: number;
  readonly labels: Uint8Array;
  readonly classifiers: readonly ClassifierScores[];
}

/**
 * The ROC curves of a cell: of each class the linear kernel on raw and on normalised features, and the RBF kernel at the
 * paper's gamma, thinned to a thousand vertices in all. Rates are rounded to five decimals.
 */
export function classCurves(classes: readonly ScoredClass[]): readonly Curve[] {
  const drawn = classes.flatMap(({ inlier, labels, classifiers }) =>
    classifiers.filter(isDrawn).map((classifier) => ({ inlier, labels, classifier })),
  );
  const share = Math.max(2, Math.floor(vertices / Math.max(1, drawn.length)));
  return drawn.flatMap(({ inlier, labels, classifier }) => {
    const curve = rocCurve(classifier.scores, labels);
    if (!curve.defined) return [];
    const { x, y } = thinCurve(curve.value, share);
    const points = Array.from(x, (rate, at): readonly [number, number] => [rounded(rate), rounded(y[at] as number)]);
    const at = { class: inlier, ...classifier.at };
    return [{ name: "roc", at, x: "false positive rate", y: "true positive rate", points }];
  });
}

function isDrawn({ at }: ClassifierScores): boolean {
  return at.kernel === "linear" || (at.kernel === "rbf" && at.features === "normalised" && at.gammaMultiple === 1);
}

function rounded(rate: number): number {
  return Math.round(rate * 1e5) / 1e5;
}
