import { misprints } from "../../checks/misprints.ts";
import { type Decimal, toRational } from "../../numbers/decimal.ts";
import { equal } from "../../numbers/rational.ts";
import type { TableReading } from "../../tables/table-reading.ts";
import { cellPlace } from "../cell-place.ts";
import { numberAt } from "./cell-values.ts";
import { gainResult } from "./judge-difference.ts";
import { type Judgement, undecided } from "./judgement.ts";
import type { StatedGain } from "./statement.ts";

/** Whether a gain fits the two numbers that its sentence gives for it, under every meaning that the words leave open. */
export function judgeStatedGain(stated: StatedGain, readings: readonly TableReading[]): Judgement {
  const { gain, value, baseline, measure } = stated;
  const result = gainResult(measure, gain.value, value.value, baseline.value);
  if (result.outcome === "consistent") return { check: "sentence-gain", outcome: "consistent" };
  if (result.outcome === "undecidable") return undecided("sentence-gain");
  const conditional = result.outcome === "conditional";
  return {
    check: "sentence-gain",
    outcome: result.outcome,
    flag: {
      strength: conditional ? "conditional" : "suspicion",
      printed: gain.text,
      why: `it gives ${value.text} and ${baseline.text}: ${result.explanation}`,
      restsOn: [
        `the sentence's ${gain.text} is the gain of its ${value.text} over its ${baseline.text}`,
        ...result.assumptions,
      ],
      result: conditional ? result : { ...result, nearMisses: nearMisses(stated, readings) },
      cells: [],
    },
  };
}

/** Slips of the pen in one of the two numbers, where a table prints what was meant and the gain fits that. */
function nearMisses(
  { gain, value, baseline, measure }: StatedGain,
  readings: readonly TableReading[],
): readonly string[] {
  return [value.value, baseline.value].flatMap((number, index) => {
    const kept = index === 0 ? baseline.value : value.value;
    return misprints(number)
      .filter((meant) => gainResult(measure, gain.value, meant.value, kept).outcome === "consistent")
      .flatMap((meant) =>
        printedAt(meant.value, readings).map(
          (label) => `with ${meant.value.text} in place of ${number.text} it agrees; ${label} prints that`,
        ),
      );
  });
}

function printedAt(value: Decimal, readings: readonly TableReading[]): readonly string[] {
  return readings.flatMap((reading) =>
    reading.rows.flatMap((row) =>
      reading.columns.flatMap((column) => {
        const cell = { row: row.index, column: column.index };
        const printed = numberAt(reading, cell);
        const same = printed?.decimals === value.decimals && equal(toRational(printed), toRational(value));
        return same ? [cellPlace(reading, cell).label] : [];
      }),
    ),
  );
}
