import { auroc } from "../../metrics/auroc.ts";
import type { Curve, Measurement } from "../../paper/experiment.ts";
import {
  type AnomalyName,
  anomalyNames,
  type CellImages,
  joined,
  type LabelledImages,
  type TestSet,
} from "./cell-images.ts";
import { compared } from "./classify-images.ts";
import { detectionCurves } from "./curves.ts";
import { detectionMeasurements, type ScoredSet } from "./detect-anomalies.ts";
import { type LabelReading, labelReadings, readScores } from "./label-readings.ts";
import { measure } from "./measure.ts";
import { anomalyMode, type ScoreName, type Scorer, scoreNames } from "./score-images.ts";

/** The readings of the label whose curves are kept: the one that may leak, and one that does not. */
const drawnLabels: ReadonlySet<LabelReading> = new Set(["own", "least"]);

/** The sources of anomalies whose curves are kept: those that are data sets. */
const drawnSources: ReadonlySet<AnomalyName> = new Set(["other-classes", "digits"]);

interface Detection {
  readonly measurements: readonly Measurement[];
  readonly curves: readonly Curve[];
  /** How many images both sets have. */
  readonly images: number;
}

/**
 * Scores both sets under every score, reading of the label and source of anomalies, and measures how well anomalies are
 * told; at { score, set } also `auroc-of-label`, with which normal images that are fed the anomalies' label are told from
 * the same images fed their own. Curves are of anomalies from the data sets under two readings.
 */
export async function detectInSets(
  scorer: Scorer,
  { sets }: CellImages,
  generated: LabelledImages,
): Promise<Detection> {
  const first = await scoreSet(scorer, sets[0], generated);
  const second = await scoreSet(scorer, sets[1], generated);
  const measurements: Measurement[] = [];
  const curves: Curve[] = [];
  for (const score of scoreNames)
    for (const label of labelReadings)
      for (const anomalies of anomalyNames) {
        const at = { score, label, anomalies };
        const ofFirst = first.part(score, label, anomalies);
        measurements.push(...detectionMeasurements(at, [ofFirst, second.part(score, label, anomalies)]));
        if (drawnSources.has(anomalies) && drawnLabels.has(label)) curves.push(...detectionCurves(at, ofFirst));
      }
  for (const [index, { normal }] of sets.entries()) {
    const own = await scorer.score(normal, (at) => normal.modes[at]);
    const asAnomalies = await scorer.score(normal, () => anomalyMode);
    const labels = Uint8Array.from({ length: 2 * normal.count }, (_, at) => (at < normal.count ? 0 : 1));
    for (const score of scoreNames) {
      const scores = Float32Array.of(...own.scores[score], ...asAnomalies.scores[score]);
      measurements.push(measure("auroc-of-label", { score, set: index + 1 }, auroc(scores, labels)));
    }
  }
  return { measurements, curves, images: first.count + second.count };
}

interface ScoredImages {
  readonly count: number;
  /** The normal images and the anomalies of one source. */
  readonly part: (score: ScoreName, label: LabelReading, anomalies: AnomalyName) => ScoredSet;
}

async function scoreSet(scorer: Scorer, set: TestSet, generated: LabelledImages): Promise<ScoredImages> {
  const { normal } = set;
  const images = joined(normal, ...anomalyNames.map((name) => set.anomalies[name]));
  const classified = compared(images, generated, anomalyMode);
  if (!classified.defined) throw new Error(`cvae: ${classified.reason}`);
  const { predicted } = classified.value;
  const scores = await readScores(scorer, images, (at) => normal.modes[at] ?? anomalyMode, predicted);
  const begins = new Map<AnomalyName, number>();
  let begin = normal.count;
  for (const name of anomalyNames) {
    begins.set(name, begin);
    begin += set.anomalies[name].count;
  }
  return {
    count: images.count,
    part: (score, label, anomalies) => {
      const all = scores[score][label];
      const start = begins.get(anomalies) ?? begin;
      const found = all.subarray(start, start + set.anomalies[anomalies].count);
      return {
        scores: Float32Array.of(...all.subarray(0, normal.count), ...found),
        labels: Uint8Array.from({ length: normal.count + found.length }, (_, at) => (at < normal.count ? 0 : 1)),
      };
    },
  };
}
