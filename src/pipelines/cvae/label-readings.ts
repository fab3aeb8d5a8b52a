import type { Images } from "./cell-images.ts";
import { anomalyMode, type Scored, type ScoreName, type Scorer } from "./score-images.ts";

/**
 * Which label is fed with an image that is scored, which the report does not say:
 * - `own`: the image's own, which for an anomaly is the sixth that no training image had;
 * - `least`: each of the five in turn, the least score being taken;
 * - `predicted`: that of the class which the generated images predict;
 * - `none`: zeros.
 */
export const labelReadings = ["own", "least", "predicted", "none"] as const;

export type LabelReading = (typeof labelReadings)[number];

/** Scores of images by score and reading of the label. */
export type ReadScores = Readonly<Record<ScoreName, Readonly<Record<LabelReading, Float32Array>>>>;

/**
 * Scores images under every reading of the label.
 *
 * @param ownModeOf an image's own mode, `anomalyMode` for an anomaly
 * @param predicted the predicted mode of each image
 */
export async function readScores(
  scorer: Scorer,
  images: Images,
  ownModeOf: (index: number) => number,
  predicted: ArrayLike<number>,
): Promise<ReadScores> {
  const { score } = scorer;
  const each: Scored[] = [];
  for (let mode = 0; mode < anomalyMode; mode++) each.push(await score(images, () => mode));
  const own = await score(images, ownModeOf);
  const none = await score(images, () => undefined);
  const under = (name: ScoreName): Readonly<Record<LabelReading, Float32Array>> => {
    const byMode = each.map(({ scores }) => scores[name]);
    return {
      own: own.scores[name],
      least: own.scores[name].map((_, at) => Math.min(...byMode.map((scores) => scores[at] as number))),
      predicted: own.scores[name].map((_, at) => byMode[predicted[at] as number]?.[at] as number),
      none: none.scores[name],
    };
  };
  return { reconstruction: under("reconstruction"), "negative ELBO": under("negative ELBO") };
}
