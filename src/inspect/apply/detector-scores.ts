import { checkDetectionError } from "../../checks/auc-detection-error.ts";
import { checkAucPoints } from "../../checks/auc-points.ts";
import type { CheckResult } from "../../checks/check-result.ts";
import { asFraction } from "../../checks/grim-lattice.ts";
import { type Decimal, parseDecimal } from "../../numbers/decimal.ts";
import { closed, intersects, scale } from "../../numbers/interval.ts";
import { add, rational } from "../../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../../numbers/rounding.ts";
import type { Line } from "../../tables/table-reading.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { approximate, unitOf } from "../linear/linear-chance.ts";
import { bareName, metricGroups } from "../metric-lines.ts";
import { askedOf, type Question } from "../questions.ts";
import { valuesOf } from "../relation.ts";
import { alongColumns, alongRows, type Sheet } from "../sheet.ts";
import type { Asked, TableCheck } from "../table-check.ts";

/**
 * AUROC beside the FPR at 95 % TPR: whether some ROC curve has both. Their bounds are linear, so that averages over
 * data sets or runs obey them as well.
 */
export const aucPoints: TableCheck = {
  name: "auc-points",
  apply: (reading, { rule }) =>
    [alongRows(reading), alongColumns(reading)].flatMap((sheet) =>
      metricGroups(sheet, detectorScore).flatMap(({ auroc, fpr95 }) =>
        auroc === undefined || fpr95 === undefined ? [] : askedOfPair(sheet, auroc, fpr95, rule),
      ),
    ),
};

/** Detection error beside the FPR at 95 % TPR, under both of its definitions. */
export const detectionError: TableCheck = {
  name: "auc-detection-error",
  apply: (reading, { rule }) =>
    [alongRows(reading), alongColumns(reading)].flatMap((sheet) =>
      metricGroups(sheet, detectorScore).flatMap(({ error, fpr95 }) =>
        error === undefined || fpr95 === undefined ? [] : askedOfError(sheet, error, fpr95, rule),
      ),
    ),
};

type DetectorScore = "auroc" | "fpr95" | "error";

function detectorScore(part: string): DetectorScore | undefined {
  const name = bareName(part);
  if (/^(?:auroc|auc|rocauc|aucroc|aurocroc|areaunderroc)$/.test(name)) return "auroc";
  if (/^fpr(?:at)?(?:95|tpr95|95tpr|95recall|95tp|95percenttpr)$/.test(name)) return "fpr95";
  return /^(?:detectionerr(?:or)?|dt?err(?:or)?|deterr(?:or)?)$/.test(name) ? "error" : undefined;
}

function questionsOf(
  sheet: Sheet,
  lines: readonly Line[],
  judge: (values: readonly Decimal[]) => ReturnType<Question["judge"]>,
  chance: (values: readonly Decimal[]) => number,
): readonly Question[] {
  return sheet.lines.flatMap((line): readonly Question[] => {
    if (line.role !== "score" && line.role !== "average") return [];
    const cells = lines.map((its) => sheet.at(line, its));
    const values = valuesOf(sheet.reading, cells);
    return values === undefined || values.some(({ units }) => units < 0n)
      ? []
      : [{ cells, values, judge, chance: () => chance(values) }];
  });
}

function askedOfPair(sheet: Sheet, auroc: Line, fpr95: Line, rule: InspectOptions["rule"]): readonly Asked[] {
  const unit = scaleOf([auroc, fpr95]);
  if (unit === undefined) return [];
  const { percent, read } = unit;
  return askedOf({
    reading: sheet.reading,
    words: `"${auroc.name}" and "${fpr95.name}" are of the same detector on the same examples`,
    lineWord: sheet.lineWord,
    basis: "named",
    questions: questionsOf(
      sheet,
      [auroc, fpr95],
      (values) => {
        const [auc, fpr] = [read(values, 0), read(values, 1)];
        if (auc === undefined || fpr === undefined) return undefined;
        const judge = (tpr: string, tprExact: boolean): CheckResult =>
          checkAucPoints({
            auc,
            points: [{ fpr, tpr: parseDecimal(tpr), tprExact }],
            scale: percent ? "percent" : "fraction",
            ...rulesOf(rule),
          });
        const exact = judge(percent ? "95" : "0.95", true);
        if (exact.outcome !== "inconsistent") return exact;
        // Some code takes the mean over all thresholds whose TPR is 95.0 %.
        const near = judge(percent ? "95.0" : "0.950", false);
        return near.outcome === "consistent" ? near : exact;
      },
      (values) => {
        const [auc, fpr] = [read(values, 0), read(values, 1)].map((value) =>
          value === undefined ? 0 : approximate(value) / (percent ? 100 : 1),
        ) as [number, number];
        const slack = unitOf(read(values, 0) as Decimal) / (percent ? 100 : 1);
        // Another AUC would lie between chance and one, or where this one does.
        const [least, most] = [0.95 * (1 - fpr), 1 - 0.05 * fpr];
        const bottom = Math.min(0.5, auc);
        return Math.min(1, Math.max(0, (most - Math.max(least, bottom) + slack) / (1 - bottom)));
      },
    ),
  });
}

function askedOfError(sheet: Sheet, error: Line, fpr95: Line, rule: InspectOptions["rule"]): readonly Asked[] {
  const lines = [error, fpr95];
  const unit = scaleOf(lines);
  if (unit === undefined) return [];
  const { percent, read } = unit;
  return askedOf({
    reading: sheet.reading,
    words: `"${error.name}" and "${fpr95.name}" are of the same detector on the same examples`,
    lineWord: sheet.lineWord,
    basis: "named",
    questions: questionsOf(
      sheet,
      lines,
      (values) => {
        const [its, fpr] = [read(values, 0), read(values, 1)];
        if (its === undefined || fpr === undefined) return undefined;
        const judge = (tpr: string): CheckResult =>
          checkDetectionError({
            detectionError: its,
            fpr,
            tpr: parseDecimal(tpr),
            scale: percent ? "percent" : "fraction",
            ...rulesOf(rule),
          });
        const exact = judge("0.95");
        if (exact.outcome !== "inconsistent") return exact;
        const near = judge("0.9495");
        return near.outcome === "inconsistent" ? orBeyond(exact, its, fpr, percent) : near;
      },
      // Half the FPR's last digit and its own: about two printed errors of all up to one half agree.
      ([its]) => (its === undefined ? 1 : Math.min(1, (4 * unitOf(its)) / (percent ? 50 : 0.5))),
    ),
  });
}

/** With tied scores the first threshold may have a TPR above 95 %, and an error between half the FPR and the usual one. */
function orBeyond(result: CheckResult, error: Decimal, fpr: Decimal, percent: boolean): CheckResult {
  const double = scale(roundingInterval(error), rational(2));
  const { lower, upper } = roundingInterval(fpr);
  const beyond = closed(lower, add(upper, rational(percent ? 5 : 1, percent ? 1 : 20)));
  if (!intersects(double, beyond)) return result;
  const words = "the error at a threshold whose TPR is above 95 %, as with tied scores";
  return { ...result, outcome: "conditional", rescuedBy: [...result.rescuedBy, words] };
}

function rulesOf(rule: RoundingRule | undefined): { readonly rules?: readonly RoundingRule[] } {
  return rule === undefined ? {} : { rules: [rule] };
}

interface ShareScale {
  readonly percent: boolean;
  readonly read: (values: readonly Decimal[], at: number) => Decimal | undefined;
}

/** Lines in one unit are left in it; percentages beside fractions become fractions. Undefined where a unit is open. */
function scaleOf(lines: readonly Line[]): ShareScale | undefined {
  if (lines.some(({ unit }) => unit !== "percent" && unit !== "fraction")) return undefined;
  if (lines.every(({ unit }) => unit === "percent")) return { percent: true, read: (values, at) => values[at] };
  return {
    percent: false,
    read: (values, at) => {
      const value = values[at];
      return value !== undefined && lines[at]?.unit === "percent" ? asFraction(value) : value;
    },
  };
}
