import { type AveragePrecisionInput, checkAveragePrecision } from "../../checks/auc-average-precision.ts";
import { checkDetectionError, type DetectionErrorInput } from "../../checks/auc-detection-error.ts";
import { type AucGranularityInput, checkAucGranularity } from "../../checks/auc-granularity.ts";
import { checkHardLabelAuc, type HardLabelAucInput } from "../../checks/auc-hard-labels.ts";
import { type AucPointsInput, checkAucPoints, type OperatingPoint } from "../../checks/auc-points.ts";
import { checkNearestRocPoint, type NearestRocPointInput } from "../../checks/nearest-roc-point.ts";
import { decimal, listOf, reading } from "./as-printed.ts";
import { type Asked, matchers } from "./matcher.ts";

interface PointOptions extends Omit<AucPointsInput, "auc" | "points" | "accuracy"> {
  /** Points of the curve; absent: none, for an accuracy alone. */
  readonly points?: readonly Asked<OperatingPoint, never>[];
  /** An accuracy at some threshold, or the best one; needs the counts. */
  readonly accuracy?: string;
  readonly bestAccuracy?: string;
}

/** Areas under curves, and what goes with them. */
export const rocMatchers = matchers({
  /** The printed AUC can come from so many positives and negatives: it is a multiple of 1/(P·N). */
  toBeAucOf: {
    example: 'expect(".914").toBeAucOf({ positives: 5, negatives: 7 })',
    ask: (received, options: Asked<AucGranularityInput, "auc">) =>
      checkAucGranularity({ ...options, auc: decimal(received) }),
  },
  /** Some ROC curve through the printed points, with the accuracy, has the printed area. */
  toBeAucThrough: {
    example: 'expect(".85").toBeAucThrough({ points: [{ fpr: ".10", tpr: ".80" }] })',
    ask: (received, { points = [], accuracy, bestAccuracy, ...options }: PointOptions) => {
      if (accuracy !== undefined && bestAccuracy !== undefined)
        throw new TypeError("accuracy and bestAccuracy exclude each other; give one of them");
      const at = accuracy ?? bestAccuracy;
      return checkAucPoints({
        ...options,
        auc: decimal(received),
        points: listOf<Asked<OperatingPoint, never>>(points).map((point) => reading(point, "fpr", "tpr")),
        ...(at === undefined ? {} : { accuracy: { value: decimal(at), best: bestAccuracy !== undefined } }),
      });
    },
  },
  /** The printed AUC can be (1 + TPR − FPR)/2: that of labels instead of scores. */
  toBeAucOfHardLabels: {
    example: 'expect(".85").toBeAucOfHardLabels({ fpr: ".10", tpr: ".80" })',
    ask: (received, options: Asked<HardLabelAucInput, "auc">) =>
      checkHardLabelAuc({ ...reading(options, "fpr", "tpr"), auc: decimal(received) }),
  },
  /** The printed detection error goes with the FPR at a fixed TPR, 95 % unless it is said, and with the AUC. */
  toBeDetectionErrorAt: {
    example: 'expect("22.5").toBeDetectionErrorAt({ fpr: "40.0" })',
    ask: (received, options: Asked<DetectionErrorInput, "detectionError">) =>
      checkDetectionError({ ...reading(options, "fpr", "tpr", "auc"), detectionError: decimal(received) }),
  },
  /** Some ranking of so many positives and negatives has the printed average precision. */
  toBeAveragePrecisionOf: {
    example: 'expect(".31").toBeAveragePrecisionOf({ positives: 50, negatives: 50 })',
    ask: (received, options: Asked<AveragePrecisionInput, "averagePrecision">) =>
      checkAveragePrecision({ ...options, averagePrecision: decimal(received) }),
  },
  /** Some curve with the printed AUC has the accuracy at its point nearest to (0, 1). */
  toAllowNearestRocPoint: {
    example: 'expect("0.75").toAllowNearestRocPoint({ accuracy: "0.75", positives: 2, negatives: 2 })',
    ask: (received, options: Asked<NearestRocPointInput, "auc">) =>
      checkNearestRocPoint({ ...reading(options, "accuracy"), auc: decimal(received) }),
  },
});
