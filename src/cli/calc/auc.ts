import { checkDetectionError } from "../../checks/auc-detection-error.ts";
import { checkAucGranularity } from "../../checks/auc-granularity.ts";
import { checkHardLabelAuc } from "../../checks/auc-hard-labels.ts";
import { checkAucPoints, type OperatingPoint } from "../../checks/auc-points.ts";
import type { CheckResult } from "../../checks/check-result.ts";
import { parseDecimal } from "../../numbers/decimal.ts";
import type { Arguments } from "../command.ts";
import { countOption, flagOption, textOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";
import { calculation } from "./calculation.ts";
import {
  decimalOption,
  decimalsOption,
  epsOption,
  neededDecimal,
  ruleOption,
  rulesOf,
  tiesOf,
  tiesOption,
  unroundedRunsOf,
  unroundedRunsOption,
} from "./printed-options.ts";

export const aucCalculation = calculation({
  name: "auc",
  summary: "Can an AUC go with these ROC points, this accuracy, these class sizes? (AUROC)",
  description:
    "A curve that rises through printed points has an area within bounds, and an accuracy bounds it too. With class sizes alone the area must be a multiple of 1/(positives · negatives), or of half that where scores may be tied.",
  needs: [],
  options: [
    {
      flags: "--auc <value>",
      description: "The area under the ROC curve as printed; needed but for --detection-error",
    },
    { flags: "--fpr <list>", description: "False positive rates of points of the curve, between commas" },
    { flags: "--tpr <list>", description: "The true positive rate at each of them" },
    { flags: "--fpr95 <value>", description: "The false positive rate at a true positive rate of exactly 95 %" },
    { flags: "--positives <count>", description: "How many test examples are of the positive class" },
    { flags: "--negatives <count>", description: "How many are of the negative class" },
    { flags: "--accuracy <value>", description: "The accuracy at some threshold; needs both counts" },
    { flags: "--best-accuracy <value>", description: "The accuracy at the best threshold; needs both counts" },
    tiesOption,
    { flags: "--runs <count>", description: "The AUC is a mean over so many runs on the same test set" },
    unroundedRunsOption,
    { flags: "--hard-labels", description: "Asks whether the AUC is (1 + TPR − FPR)/2: of labels instead of scores" },
    {
      flags: "--detection-error <value>",
      description: "The detection error at the point; the least error over all thresholds is the alternative",
    },
    { flags: "--percent", description: "All shares are percentages; otherwise so only if one is above 1" },
    ruleOption,
    epsOption,
  ],
  examples: [
    ["assay calc auc --fpr .1 --tpr .8 --auc .7", "an area with a point of its curve"],
    ["assay calc auc --fpr .1,.3 --tpr .8,.9 --auc .91", "with two points"],
    ["assay calc auc --auc .913 --positives 5 --negatives 7", "with the sizes of the classes"],
    ["assay calc auc --auc .95 --best-accuracy .70 --positives 50 --negatives 50", "with the best accuracy"],
    ["assay calc auc --auc .85 --fpr .10 --tpr .80 --hard-labels", "an area that may be of labels"],
    ["assay calc auc --detection-error 22.5 --fpr95 40.0", "a detection error, in percent"],
  ],
  calculate: (given) => {
    const common = { ...scaleOption(given), ...rulesOf(given) };
    const points = pointsOf(given);
    if (textOption(given, "detection-error") !== undefined) return detectionError(given, points, common);
    if (textOption(given, "auc") === undefined)
      throw new UsageError("`assay calc auc` needs --auc; for example: assay calc auc --fpr .1 --tpr .8 --auc .7");
    const auc = neededDecimal(given, "auc");
    if (flagOption(given, "hard-labels")) {
      const { fpr, tpr } = onePoint(points, "hard-labels");
      return checkHardLabelAuc({ auc, fpr, tpr, ...common });
    }
    const positives = countOption(given, "positives");
    const negatives = countOption(given, "negatives");
    const accuracy = accuracyOf(given);
    if (points.length > 0 || accuracy !== undefined)
      return checkAucPoints({
        auc,
        points,
        ...(accuracy === undefined ? {} : { accuracy }),
        ...(positives === undefined ? {} : { positives }),
        ...(negatives === undefined ? {} : { negatives }),
        ...common,
      });
    if (positives === undefined || negatives === undefined)
      throw new UsageError(
        "`assay calc auc` needs what to hold --auc against: --fpr with --tpr, --fpr95, or --positives with --negatives",
      );
    const runs = countOption(given, "runs");
    return checkAucGranularity({
      auc,
      positives,
      negatives,
      ...tiesOf(given),
      ...(runs === undefined ? {} : { runs }),
      ...unroundedRunsOf(given),
      ...common,
    });
  },
});

type Common = { readonly scale?: "percent" } & ReturnType<typeof rulesOf>;

function detectionError(given: Arguments, points: readonly OperatingPoint[], common: Common): CheckResult {
  const { fpr, tpr } = onePoint(points, "detection-error");
  const auc = decimalOption(given, "auc");
  return checkDetectionError({
    detectionError: neededDecimal(given, "detection-error"),
    fpr,
    tpr,
    ...(auc === undefined ? {} : { auc }),
    ...common,
  });
}

function scaleOption(given: Arguments): { readonly scale?: "percent" } {
  return flagOption(given, "percent") ? { scale: "percent" } : {};
}

function pointsOf(given: Arguments): readonly OperatingPoint[] {
  const fprs = ratesOf(given, "fpr");
  const tprs = ratesOf(given, "tpr");
  if (fprs.length !== tprs.length)
    throw new UsageError(`--fpr has ${fprs.length} numbers and --tpr ${tprs.length}; give one of each for a point`);
  const at95 = decimalOption(given, "fpr95");
  return [
    ...fprs.flatMap((fpr, index) => {
      const tpr = tprs[index];
      return tpr === undefined ? [] : [{ fpr, tpr }];
    }),
    ...(at95 === undefined ? [] : [{ fpr: at95, tpr: settingLike(given), tprExact: true }]),
  ];
}

function ratesOf(given: Arguments, name: string) {
  return textOption(given, name) === undefined ? [] : decimalsOption(given, name);
}

/** The 95 % in the unit of the other shares. */
function settingLike(given: Arguments) {
  const names = ["auc", "fpr95", "detection-error", "accuracy", "best-accuracy"];
  const percent = flagOption(given, "percent") || names.some((name) => Number(textOption(given, name) ?? 0) > 1);
  return parseDecimal(percent ? "95" : "0.95");
}

function onePoint(points: readonly OperatingPoint[], name: string): OperatingPoint {
  const [point] = points;
  if (point === undefined || points.length > 1)
    throw new UsageError(`--${name} needs one point: --fpr .10 with --tpr .80, or --fpr95 .40`);
  return point;
}

function accuracyOf(given: Arguments) {
  const some = decimalOption(given, "accuracy");
  const best = decimalOption(given, "best-accuracy");
  if (some !== undefined && best !== undefined)
    throw new UsageError("--accuracy and --best-accuracy exclude each other; give one of them");
  if (best !== undefined) return { value: best, best: true };
  return some === undefined ? undefined : { value: some, best: false };
}
