import { bestEitherThresholds } from "../../metrics/either-rejection.ts";
import { defined, type Outcome } from "../../metrics/metric.ts";
import { bestRejectionThreshold, type ThresholdObjective } from "../../metrics/rejection-threshold.ts";
import { reportedThresholds } from "./settings.ts";

/**
 * How the thresholds of both members are found:
 * - `joint`: the best pair at each level;
 * - `report`: the classifier's is the one that is best for it alone, lowered as the report lowers it (0.231 for 0.235), and
 *   the autoencoder's is one for all levels, as in Table 3: the best over all of them together.
 */
export const rules = ["joint", "report"] as const;

export type Rule = (typeof rules)[number];

/** An ensemble's images: scores by member, higher being stranger. */
export interface EnsembleImages {
  /** The classifier's confidences, negated. */
  readonly classifier: Float64Array;
  /** The autoencoder's distances, level by level. */
  readonly distances: readonly Float64Array[];
  readonly outliers: Uint8Array;
  /** 1 where the predicted class is the right one; absent where any class will do. */
  readonly named?: Uint8Array;
}

/** The pair of thresholds at each level: of the classifier's scores, and of the distances. */
export function tuneEnsemble(
  rule: Rule,
  images: EnsembleImages,
  objective: ThresholdObjective,
): readonly Outcome<readonly [number, number]>[] {
  const { classifier, distances, outliers, named } = images;
  const flags = { outliers, ...(named === undefined ? {} : { named }) };
  if (rule === "joint")
    return distances.map((scores) => {
      const best = bestEitherThresholds({ scores: [classifier, scores], ...flags }, { objective });
      return best.defined ? defined(best.value.thresholds) : best;
    });
  const search = { candidates: "scores", objective, mean: { kind: "pooled" } } as const;
  const alone = bestRejectionThreshold({ scores: classifier, ...flags }, search);
  if (!alone.defined) return distances.map(() => alone);
  const lowered = (alone.value.threshold * reportedThresholds.ensemble) / reportedThresholds.alone;
  // Accuracies pooled over copies of the images, one a level, are the means of those at the levels.
  const copies = <Values extends Float64Array | Uint8Array>(values: Values): readonly number[] =>
    distances.flatMap(() => [...values]);
  const together = bestRejectionThreshold(
    {
      scores: distances.flatMap((scores) =>
        Array.from(scores, (score, image) =>
          (classifier[image] as number) >= lowered ? Number.POSITIVE_INFINITY : score,
        ),
      ),
      outliers: copies(outliers),
      ...(named === undefined ? {} : { named: copies(named) }),
    },
    search,
  );
  return distances.map(() => (together.defined ? defined([lowered, together.value.threshold] as const) : together));
}
