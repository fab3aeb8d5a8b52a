import { compare, type Rational, zero } from "../numbers/rational.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { decide, type Truth, truthOf } from "./decide.ts";
import { exactText, listText, shortText } from "./exact-text.ts";
import { type MarkReading, type MarkScale, type MarksInput, readMarks, type ScaleReading } from "./mark-scale.ts";
import type { Bound, Thresholds } from "./thresholds.ts";

/**
 * Which thresholds a legend such as (-) (≈) (+) (++) can mean: between every two neighbouring marks a range, from all
 * cells together, as printed and with the rounding of the printed numbers counted in. `consistent` where thresholds
 * exist on the stated scale, `conditional` where only on the other one. Also whether limits exist that are the same
 * above and below (`symmetric` makes that the claim), and the smallest sets of cells that contradict: pairs.
 * Throws a RangeError for no cells, or for a mark that the legend lacks.
 *
 * @example
 * const cell = (label: string, value: string, mark: string) =>
 *   ({ label, reference: parseDecimal("50.0"), value: parseDecimal(value), mark });
 * checkMarks({
 *   cells: [cell("a", "52.0", "≈"), cell("b", "51.0", "+")],
 *   legend: [{ mark: "≈", meaning: "similar" }, { mark: "+", meaning: "higher" }],
 *   scale: "absolute",
 * }).outcome; // => "inconsistent"
 */
export function checkMarks(input: MarksInput): CheckResult {
  const { cells, legend, scale, symmetric = false } = input;
  if (cells.length === 0) throw new RangeError("checkMarks: there are no marked cells");
  const first = readMarks(input, scale);
  const other = readMarks(input, scale === "absolute" ? "relative" : "absolute");
  const { outcome, rescuedBy } = decide(truthFor(first, symmetric), [
    { name: `the ${other.scale} scale`, truth: truthFor(other, symmetric) },
  ]);
  return {
    check: "marks",
    outcome,
    explanation: explain(input, first, rescuedBy),
    assumptions: [
      `Marks go by ${scaleWords[scale]}.`,
      `From far below to far above: ${legend.map(({ mark, meaning }) => `${mark} (${meaning})`).join(", ")}.`,
      "All numbers were printed by rounding to nearest (ties either way), and marked before or after.",
    ],
    rescuedBy,
    nearMisses: [],
    details: { cells: cells.length, default: detailOf(input, first), alternative: detailOf(input, other) },
  };
}

const scaleWords: Readonly<Record<MarkScale, string>> = {
  absolute: "the difference, value minus reference",
  relative: "the difference divided by the reference",
};

function truthFor(reading: MarkReading, symmetric: boolean): Truth {
  if (reading.differences === undefined) return "unknown";
  if (!symmetric) return truthOf(reading.rounded.conflicts.length === 0);
  return reading.symmetric === undefined ? "unknown" : truthOf(reading.symmetric.rounded.conflicts.length === 0);
}

function explain(input: MarksInput, reading: MarkReading, rescuedBy: readonly string[]): string {
  if (reading.differences === undefined) return "A reference may be zero, so that the relative scale is undefined.";
  const { legend, cells } = input;
  const steps = reading.asPrinted.thresholds.map(
    (_, index) => `${legend[index]?.mark} | ${legend[index + 1]?.mark} ${rangeText(reading.asPrinted, index)}`,
  );
  const [conflict] = reading.rounded.conflicts;
  const rescue = rescuedBy.length > 0 ? ` They fit on ${listText(rescuedBy)}.` : "";
  const oneSided =
    conflict === undefined
      ? `Thresholds on the ${reading.scale} scale fit all ${cells.length} marks, as printed: ${steps.join("; ")}.`
      : `No thresholds on the ${reading.scale} scale fit all ${cells.length} marks: ${conflictText(input, reading, conflict)}.`;
  return `${oneSided}${conflict === undefined ? ` ${symmetryText(input, reading)}` : ""}${rescue}`.trim();
}

function symmetryText(input: MarksInput, reading: ScaleReading): string {
  if (reading.symmetric === undefined) return "";
  const [conflict] = reading.symmetric.rounded.conflicts;
  if (conflict !== undefined)
    return `No limits are the same above and below: ${conflictText(input, reading, conflict)}.`;
  const { asPrinted } = reading.symmetric;
  const limits = asPrinted.thresholds.map((_, index) => `limit ${index + 1} ${rangeText(asPrinted, index)}`);
  return `Limits that are the same above and below exist: ${limits.join("; ")}.`;
}

function rangeText({ thresholds }: Thresholds, index: number): string {
  const { lower, upper } = thresholds[index] ?? {};
  if (lower === undefined && upper === undefined) return "anywhere";
  if (lower === undefined) return `up to ${shortText(upper?.value ?? zero)}`;
  return upper === undefined
    ? `from ${shortText(lower.value)}`
    : `in ${shortText(lower.value)} to ${shortText(upper.value)}`;
}

function conflictText({ cells }: MarksInput, { differences }: ScaleReading, conflict: readonly Bound[]): string {
  const labels = [...new Set(conflict.map(({ label }) => label))];
  const parts = labels.map((label) => {
    const index = differences.findIndex((difference) => difference.label === label);
    return `${label} (${signed(differences[index]?.printed ?? zero)}) is marked ${cells[index]?.mark}`;
  });
  return parts.join(", but ");
}

function signed(value: Rational): string {
  return `${compare(value, zero) > 0 ? "+" : ""}${shortText(value)}`;
}

function detailOf(input: MarksInput, reading: MarkReading): Detail {
  if (reading.differences === undefined) return { scale: reading.scale, undefined: "a reference may be zero" };
  const { legend } = input;
  return {
    scale: reading.scale,
    fits: reading.rounded.conflicts.length === 0,
    thresholds: reading.rounded.thresholds.map((_, index) => ({
      between: [legend[index]?.mark ?? "", legend[index + 1]?.mark ?? ""],
      ...rangeDetail(reading.rounded, reading.asPrinted, index),
    })),
    conflictCount: reading.rounded.conflicts.length,
    conflicts: conflictDetail(reading.rounded),
    ...(reading.symmetric === undefined
      ? {}
      : {
          symmetric: {
            exists: reading.symmetric.rounded.conflicts.length === 0,
            limits: reading.symmetric.rounded.thresholds.map((_, index) =>
              rangeDetail(reading.symmetric?.rounded, reading.symmetric?.asPrinted, index),
            ),
            conflictCount: reading.symmetric.rounded.conflicts.length,
            conflicts: conflictDetail(reading.symmetric.rounded),
          },
        }),
    differences: reading.differences.map(({ label, level, printed }) => ({
      label,
      mark: legend[level]?.mark ?? "",
      difference: exactText(printed),
    })),
  };
}

function rangeDetail(rounded: Thresholds | undefined, asPrinted: Thresholds | undefined, index: number) {
  const name = (fit: Thresholds | undefined, suffix: string): { readonly [name: string]: string } => {
    const { lower, upper } = fit?.thresholds[index] ?? {};
    return {
      ...(lower === undefined
        ? {}
        : { [`lower${suffix}`]: exactText(lower.value), [`lowerFrom${suffix}`]: lower.label }),
      ...(upper === undefined
        ? {}
        : { [`upper${suffix}`]: exactText(upper.value), [`upperFrom${suffix}`]: upper.label }),
    };
  };
  return { ...name(asPrinted, ""), ...name(rounded, "WithRounding") };
}

/** The widest contradictions; a long table may hold thousands. */
function conflictDetail({ conflicts }: Thresholds): readonly Detail[] {
  return conflicts.slice(0, 50).map((conflict) => [...new Set(conflict.map(({ label }) => label))]);
}
