import { classificationAccuracy, classRecalls, confusionMatrix } from "../../metrics/confusion-matrix.ts";
import { type CosineClassification, classifyByMeanCosine } from "../../metrics/mean-cosine.ts";
import { defined, type Outcome } from "../../metrics/metric.ts";
import { cvaeSide } from "../../models/networks/cvae.ts";
import type { Measurement } from "../../paper/experiment.ts";
import type { Images, LabelledImages } from "./cell-images.ts";
import { measure } from "./measure.ts";

/** What a test image is compared with: the report's generated images, or the training images in their place. */
export const referenceNames = ["generated", "training"] as const;

type ReferenceName = (typeof referenceNames)[number];

/** Fashion-MNIST's sandal, sneaker and ankle boot. */
const footwear = new Set([5, 7, 9]);

/** Mean cosine similarity of images to each mode's references, and the mode of the greatest. */
export function compared(images: Images, references: LabelledImages, modeCount: number): Outcome<CosineClassification> {
  return classifyByMeanCosine(images.values, cvaeSide * cvaeSide, {
    vectors: references.values,
    classes: references.modes,
    classCount: modeCount,
  });
}

/**
 * How well images are told by their references, at { references }: `classification-accuracy`; at { class } `recall`,
 * and `least-other-recall`, that of the worst of the other classes; at { class, predicted, footwear } `confusion`, the
 * share of a class's images taken for another. Classes are labels of the data set; footwear says what was predicted.
 */
export function classificationMeasurements(
  references: ReferenceName,
  { modes, ...images }: LabelledImages,
  referenceImages: LabelledImages,
  classes: readonly number[],
): readonly Measurement[] {
  const result = compared(images, referenceImages, classes.length);
  if (!result.defined) return [measure("classification-accuracy", { references }, result)];
  const matrix = confusionMatrix(modes, result.value.predicted, classes.length);
  const recalls = classRecalls(matrix);
  return [
    measure("classification-accuracy", { references }, classificationAccuracy(matrix)),
    ...classes.flatMap((label, mode) => {
      const at = { references, class: label };
      const row = matrix.counts.subarray(mode * classes.length, (mode + 1) * classes.length);
      const count = row.reduce((sum, each) => sum + each, 0);
      const others = recalls.flatMap((recall, other) => (other !== mode && recall.defined ? [recall.value] : []));
      return [
        ...recalls.slice(mode, mode + 1).map((recall) => measure("recall", at, recall)),
        measure("least-other-recall", at, defined(Math.min(...others))),
        ...classes.flatMap((predicted, other) => {
          const place = { ...at, predicted, footwear: footwear.has(predicted) };
          return other === mode ? [] : [measure("confusion", place, defined((row[other] as number) / count))];
        }),
      ];
    }),
  ];
}
