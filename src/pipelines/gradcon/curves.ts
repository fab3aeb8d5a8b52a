import { rocCurve } from "../../metrics/roc-curve.ts";
import { thinCurve } from "../../metrics/thin-curve.ts";
import type { EpochLosses } from "../../models/training/training.ts";
import type { Curve } from "../../paper/experiment.ts";
import { type ScoreGroup, scoreHistograms } from "../score-histograms.ts";
import type { Scores } from "./score-images.ts";

/** Most vertices of a loss curve, of which a cell has up to eighty, and of an ROC curve. */
const lossVertices = 100;
const rocVertices = 60;

/** What the objective tells, by the part that curves are named for. */
const parts = { total: "loss", reconstruction: "reconstruction", latent: "latent", gradient: "gradient" } as const;

/** The loss curves of a class: the total and its terms (the gradient loss before its weight), training and validation. */
export function lossCurves(inlier: number, history: readonly EpochLosses[]): readonly Curve[] {
  return Object.entries(parts).flatMap(([part, told]) =>
    (["train", "validation"] as const).flatMap((split) => {
      const name = split === "train" ? told : `${split}.${told}`;
      const known = history.filter(({ losses }) => losses[name] !== undefined);
      if (known.length === 0) return [];
      const { x, y } = thinCurve(
        {
          x: Float64Array.from(known, ({ epoch }) => epoch),
          y: Float64Array.from(known, ({ losses }) => rounded(losses[name] as number)),
        },
        lossVertices,
      );
      return [{ name: "loss", at: { class: inlier, part, split }, x: "epoch", y: "loss", points: pointsOf(x, y) }];
    }),
  );
}

/** Histograms of the parts of a class's scores, inliers against outliers. */
export function histograms(inlier: number, selection: string, scores: Scores, labels: Uint8Array): readonly Curve[] {
  return Object.entries(scores).flatMap(([part, values]) =>
    scoreHistograms({ class: inlier, selection, part }, groupsOf(values, labels)).map((curve) => ({
      ...curve,
      points: curve.points.map(([x, y]): readonly [number, number] => [rounded(x), rounded(y)]),
    })),
  );
}

/** The ROC curve of a class's combined score, inliers being positive; none where it is undefined. */
export function rocCurves(inlier: number, selection: string, scores: Scores, labels: Uint8Array): readonly Curve[] {
  const { combined } = scores;
  const curve = combined === undefined ? undefined : rocCurve(combined, labels);
  if (curve?.defined !== true) return [];
  const { x, y } = thinCurve(curve.value, rocVertices);
  const points = pointsOf(x.map(rounded), y.map(rounded));
  const at = { class: inlier, selection, part: "combined" };
  return [{ name: "roc", at, x: "false positive rate", y: "true positive rate", points }];
}

function groupsOf(scores: Float64Array, labels: Uint8Array): readonly ScoreGroup[] {
  return [
    { group: "inliers", scores: scores.filter((_, index) => labels[index] === 1) },
    { group: "outliers", scores: scores.filter((_, index) => labels[index] === 0) },
  ];
}

function pointsOf(x: Float64Array, y: Float64Array): Curve["points"] {
  return Array.from(x, (each, at): readonly [number, number] => [each, y[at] as number]);
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
