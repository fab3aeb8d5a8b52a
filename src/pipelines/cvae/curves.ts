import type { Curve as MetricCurve } from "../../metrics/curve.ts";
import { precisionRecallCurve } from "../../metrics/precision-recall-curve.ts";
import { rocCurve } from "../../metrics/roc-curve.ts";
import { thinCurve } from "../../metrics/thin-curve.ts";
import type { Coordinates, Curve } from "../../paper/experiment.ts";
import { scoreHistograms } from "../score-histograms.ts";
import type { ScoredSet } from "./detect-anomalies.ts";
import { scaledSets } from "./scales.ts";
import type { Settings } from "./settings.ts";

/** Vertices of each ROC and precision-recall curve. */
const vertices = 120;

/** Images of each class whose latent variables are drawn: 1,000 points in all with those of the anomalies. */
const pointsPerClass = 180;

/** ROC and precision-recall curve of the first set, and how its scores spread. */
export function detectionCurves(at: Coordinates, first: ScoredSet): readonly Curve[] {
  const { scores, labels } = first;
  const place = { ...at, set: 1 };
  const roc = rocCurve(scores, labels);
  const recall = precisionRecallCurve(scores, labels);
  const scale = "each-set";
  const scaled = scaledSets(scale, scores, scores);
  const group = (name: string, label: number) => ({
    group: name,
    scores: scaled.defined ? scaled.value.first.filter((_, image) => labels[image] === label) : [],
  });
  return [
    ...(roc.defined ? [drawn("roc", place, roc.value, "false positive rate", "true positive rate")] : []),
    ...(recall.defined ? [drawn("precision-recall", place, recall.value, "recall", "precision")] : []),
    ...(scaled.defined ? scoreHistograms({ ...at, scale }, [group("normal", 0), group("anomalous", 1)]) : []),
  ];
}

function drawn(name: string, at: Coordinates, curve: MetricCurve, x: string, y: string): Curve {
  const thinned = thinCurve(curve, vertices);
  return { name, at, x, y, points: pointsOf(thinned.x, thinned.y, 5) };
}

/**
 * Means of the latent variable of the first set's images, one curve a class, and one of the anomalies; the first two
 * coordinates where there are more, and a straight line where there is one.
 */
export function latentCurves(
  { classes, network: { latentDimension } }: Settings,
  modes: Uint8Array,
  means: Float32Array,
): readonly Curve[] {
  const groups = [...classes.map((label) => `class ${label}`), "anomalous"];
  const second = latentDimension > 1 ? 1 : 0;
  return groups.map((group, mode) => {
    const places = [...modes.keys()].filter((place) => modes[place] === mode).slice(0, pointsPerClass);
    const coordinate = (offset: number) => places.map((place) => means[place * latentDimension + offset] as number);
    const points = pointsOf(coordinate(0), coordinate(second), 3);
    return { name: "latent", at: { group }, x: "first latent coordinate", y: "second latent coordinate", points };
  });
}

function pointsOf(x: ArrayLike<number>, y: ArrayLike<number>, digits: number): readonly (readonly [number, number])[] {
  const rounded = (value: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
  return Array.from(x, (value, at) => [rounded(value), rounded(y[at] as number)] as const);
}
