import type { CheckResult } from "../../checks/check-result.ts";
import { type ConfusionScoreName, confusionScoreNamed } from "../../checks/confusion/score-names.ts";
import { type ConfusionScore, checkConfusion } from "../../checks/confusion.ts";
import { asComputed } from "../../checks/printed-in-full.ts";
import { parseDecimal } from "../../numbers/decimal.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { type MetricLines, metricGroups } from "../metric-lines.ts";
import { askedOf, type Question } from "../questions.ts";
import { alongColumns, alongRows, plainLines, readingAt, type Sheet } from "../sheet.ts";
import type { Asked, TableCheck } from "../table-check.ts";

/**
 * Scores of one line against the stated counts of positives and negatives: whether one confusion matrix gives them all.
 * That they are of single matrices, not averages over classes or folds, the lines must confirm.
 */
export const confusionScores: TableCheck = {
  name: "confusion",
  apply: (reading, options) => {
    const { positives, negatives, runs = 1 } = options;
    if (positives === undefined || negatives === undefined || positives + negatives === 0 || runs > 1) return [];
    return [alongRows(reading), alongColumns(reading)].flatMap((sheet) =>
      metricGroups(sheet, scoreKey).flatMap((group) => askedOfGroup(sheet, group, { positives, negatives, options })),
    );
  },
};

interface TestSet {
  readonly positives: number;
  readonly negatives: number;
  readonly options: InspectOptions;
}

/** At most so many rows, and so many counts of true positives in each: more are slow. */
const mostLines = 2_000;
const searchLimit = 200_000;

function askedOfGroup(
  sheet: Sheet,
  group: MetricLines<string>,
  { positives, negatives, options }: TestSet,
): readonly Asked[] {
  const lines = Object.entries(group).flatMap(([key, line]) => (line === undefined ? [] : [{ key, line }]));
  if (lines.length === 0) return [];
  const names = lines.map(({ line }) => `"${line.name}"`).join(", ");
  return askedOf({
    reading: sheet.reading,
    words: `${names} of a ${sheet.lineWord} are of one confusion matrix on ${positives} positives and ${negatives} negatives`,
    lineWord: sheet.lineWord,
    basis: "earned",
    questions: plainLines(sheet)
      .slice(0, mostLines)
      .flatMap((line): readonly Question[] => {
        const found = lines.flatMap(({ key, line: its }) => {
          const reading = readingAt(sheet, line, its);
          // A spread says that it is a mean of several.
          if (reading.kind !== "number" || reading.printed.spread !== undefined) return [];
          return [{ key, cell: sheet.at(line, its), value: asComputed(reading.printed.value) }];
        });
        if (found.length === 0) return [];
        return [
          {
            cells: found.map(({ cell }) => cell),
            values: found.map(({ value }) => value),
            accuses: found.length,
            chance: shareOf,
            judge: (values) =>
              checkConfusion({
                positives,
                negatives,
                scores: values.map((value, at) => scoreOf(found[at]?.key ?? "", value)),
                searchLimit,
                ...(options.rule === undefined ? {} : { rules: [options.rule] }),
              }),
          },
        ];
      }),
  });
}

/** A score's name with its beta: `f-beta:0.5`. Overlaps of areas are mostly means over images, so they are left out. */
function scoreKey(part: string): string | undefined {
  const plain = part
    .replace(/[^\p{L}\p{N}.\s_+-]/gu, " ")
    .trim()
    .replace(/\.$/, "");
  const score = confusionScoreNamed(plain);
  if (score === undefined || /^(?:iou|ji|dice|dsc|fm|gm|mk|bm|phi|error|err)$/i.test(plain)) return undefined;
  return score.beta === undefined ? score.name : `${score.name}:${score.beta}`;
}

function scoreOf(key: string, value: ConfusionScore["value"]): ConfusionScore {
  const [name, beta] = key.split(":");
  return {
    name: name as ConfusionScoreName,
    value,
    ...(beta === undefined ? {} : { beta: parseDecimal(beta) }),
  };
}

/** At most the share of all tuples of printed scores that some matrix gives. */
function shareOf({ details: { power } }: CheckResult): number {
  const share = typeof power === "object" && "possibleShareAtMost" in power ? power.possibleShareAtMost : undefined;
  if (typeof share !== "string") return 1;
  const [numerator = "1", denominator = "1"] = share.split("/");
  return Math.min(1, Number(numerator) / Number(denominator));
}
