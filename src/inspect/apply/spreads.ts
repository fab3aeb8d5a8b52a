import type { CheckResult } from "../../checks/check-result.ts";
import { checkDebit } from "../../checks/debit.ts";
import { checkGrimmer } from "../../checks/grimmer.ts";
import { asComputed } from "../../checks/printed-in-full.ts";
import { checkSdOfRuns } from "../../checks/sd-of-runs.ts";
import { checkSdRange } from "../../checks/sd-range.ts";
import type { Decimal } from "../../numbers/decimal.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import type { InspectOptions } from "../inspect-options.ts";
import { askedOf, type Question, type QuestionSearch } from "../questions.ts";
import { alongRows, plainLines, readingAt, type Sheet, valueAt } from "../sheet.ts";
import type { Asked, TableCheck } from "../table-check.ts";

/** Means with their SD: whether whole-numbered answers on the stated scale, or zeros and ones, can have both. */
export const grimmer: TableCheck = {
  name: "grimmer",
  apply: (reading, options) => {
    if (options.scale === undefined) return [];
    return spreadColumns(reading, options)
      .filter(({ mean: { metric } }) => metric !== "accuracy")
      .flatMap((columns) => askedOfAnswers(reading, columns, options));
  },
};

/** Accuracies with the SD over the stated number of runs: whether that many accuracies on the examples can have both. */
export const sdOfRuns: TableCheck = {
  name: "sd-of-runs",
  apply: (reading, options) => {
    if (options.runs === undefined || options.runs < 2 || options.scale !== undefined) return [];
    return spreadColumns(reading, options)
      .filter(({ mean: { metric, unit } }) => metric === "accuracy" && (unit === "percent" || unit === "fraction"))
      .flatMap((columns) => askedOfRuns(reading, columns, options));
  },
};

interface SpreadColumns {
  readonly mean: Line;
  /** A column of its own for the SD; absent: the spread stands in the mean's cell. */
  readonly sd?: Line;
  /** A column of numbers of values; absent: `count`. */
  readonly n?: Line;
  readonly count?: number;
}

function spreadColumns({ columns }: TableReading, options: InspectOptions): readonly SpreadColumns[] {
  return columns.flatMap((mean): readonly SpreadColumns[] => {
    if (mean.role !== "score") return [];
    const [sd, otherSd] = columns.filter(({ role, of }) => role === "sd" && of === mean.index);
    const own = columns.filter(({ role, of }) => role === "n" && (of === undefined || of === mean.index));
    const [n] = own.length === 1 ? own : [];
    const count = mean.count === undefined ? options.count : Number(mean.count);
    if (otherSd !== undefined || (n === undefined && count === undefined)) return [];
    return [
      {
        mean,
        ...(sd === undefined ? {} : { sd }),
        ...(n === undefined ? {} : { n }),
        ...(count === undefined ? {} : { count }),
      },
    ];
  });
}

/** At most so many rows: samples on a scale are searched one by one. */
const mostRows = 500;

type JudgeSpread = (mean: Decimal, sd: Decimal, count: number) => CheckResult | undefined;

function questionsOf(sheet: Sheet, { mean, sd, n, count }: SpreadColumns, judge: JudgeSpread): readonly Question[] {
  return plainLines(sheet)
    .slice(0, mostRows)
    .flatMap((row): readonly Question[] => {
      const reading = readingAt(sheet, row, mean);
      if (reading.kind !== "number") return [];
      const own = reading.printed.spread && asComputed(reading.printed.spread);
      const spread = sd === undefined ? own : valueAt(sheet, row, sd);
      const size = count ?? wholeOf(n && valueAt(sheet, row, n));
      if (spread === undefined || spread.units < 0n || size === undefined) return [];
      return [
        {
          cells: [mean, ...(sd === undefined ? [] : [sd])].map((its) => sheet.at(row, its)),
          values: [asComputed(reading.printed.value), ...(sd === undefined ? [] : [spread])],
          accuses: sd === undefined ? 1 : 2,
          chance: ({ details: { power } }) => (typeof power === "number" ? 1 - power : 1),
          judge: ([value, other = spread]) => (value === undefined ? undefined : judge(value, other, size)),
        },
      ];
    });
}

function wholeOf(value: Decimal | undefined): number | undefined {
  const whole = value !== undefined && value.decimals === 0 && value.units > 0n && value.units <= 1_000_000_000n;
  return whole ? Number(value.units) : undefined;
}

/** The user's scale says what the values are; that ± stands for an SD or an SEM, only a column named SD. */
function basisOf({ sd }: SpreadColumns): QuestionSearch["basis"] {
  return sd === undefined ? "earned" : "stated";
}

function askedOfAnswers(reading: TableReading, columns: SpreadColumns, options: InspectOptions): readonly Asked[] {
  const { scale, items = 1, rule } = options;
  if (scale === undefined) return [];
  const shared = rule === undefined ? {} : { rules: [rule] };
  const beside = columns.sd === undefined;
  const binary = scale.minimum === 0 && scale.maximum === 1 && items === 1 && !beside;
  const judge: JudgeSpread = (mean, sd, count) => {
    if (count < 2) return undefined;
    if (binary) return checkDebit({ mean, sd, count, ...shared });
    const exact = checkGrimmer({ mean, sd, count, items, scale, ...spreadOf(columns), ...shared });
    if (exact.outcome !== "undecidable" || beside) return exact;
    const bounds = checkSdRange({ mean, sd, count, scale, items, ...shared });
    return bounds.outcome === "inconsistent" ? bounds : exact;
  };
  return askedOf({
    reading,
    words: `column "${columns.mean.name}" is of ${items === 1 ? "whole-numbered answers" : `means of ${items} whole-numbered answers`} from ${scale.minimum} to ${scale.maximum}, with ${spreadWords(columns)}`,
    lineWord: "row",
    basis: basisOf(columns),
    questions: questionsOf(alongRows(reading), columns, judge),
  });
}

function askedOfRuns(reading: TableReading, columns: SpreadColumns, options: InspectOptions): readonly Asked[] {
  const { runs = 2, rule } = options;
  const percent = columns.mean.unit === "percent";
  const judge: JudgeSpread = (mean, sd, examples) =>
    checkSdOfRuns({
      mean,
      sd,
      runs,
      grid: { examples, percent },
      ...spreadOf(columns),
      ...(rule === undefined ? {} : { rules: [rule] }),
    });
  return askedOf({
    reading,
    words: `column "${columns.mean.name}" is of accuracies over ${runs} runs, with ${spreadWords(columns)}`,
    lineWord: "row",
    basis: basisOf(columns),
    questions: questionsOf(alongRows(reading), columns, judge),
  });
}

function spreadOf({ sd }: SpreadColumns): { readonly spread?: "either" } {
  return sd === undefined ? { spread: "either" } : {};
}

function spreadWords({ sd }: SpreadColumns): string {
  return sd === undefined ? "their SD or standard error behind ±" : `their SD in "${sd.name}"`;
}
