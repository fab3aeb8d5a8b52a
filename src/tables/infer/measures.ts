import type { Line, LineRole, ReadCell, ScoreUnit } from "../table-reading.ts";
import { type CaptionMetric, captionMetric } from "./caption-metric.ts";
import type { LineDraft, LineFacts } from "./line-draft.ts";
import { betterOf } from "./line-name.ts";
import type { Metric } from "./metric-of.ts";
import { allWithDecimals, allWithin, anyAbove } from "./value-range.ts";

/** What a line measures and in what unit; `why` where the unit is inferred from its numbers. */
export type Measure = Pick<Line, "unit" | "better" | "metric"> & { readonly why?: string };

export interface MeasureQuestion {
  readonly lines: readonly LineDraft[];
  readonly facts: readonly LineFacts[];
  /** Whether these lines name metrics, not those that cross them. */
  readonly namesMetrics: boolean;
  /** The caption, with a title over the table's whole width. */
  readonly caption: string;
}

/** Metric, unit and direction of each line, by its name, its cells and, where no line names a metric, the caption. */
export function measuresOf({ lines, facts, namesMetrics, caption }: MeasureQuestion): readonly Measure[] {
  const anyNamed = lines.some(({ name, namesOthers }) => name.metric !== undefined && !namesOthers);
  const said = namesMetrics && !anyNamed ? captionMetric(caption) : undefined;
  const metrics = lines.map((line, at): Metric | undefined => {
    if (!namesMetrics || !isScored(facts[at]?.role)) return undefined;
    if (line.name.metric !== undefined || said === undefined) return line.name.metric;
    return mayBeOf(said, line, facts[at]) ? said.metric : undefined;
  });
  const fractions = areFractions(lines, facts, metrics);
  return lines.map((line, at): Measure => {
    const { override, name } = line;
    const role = facts[at]?.role;
    const metric = metrics[at];
    const inPercent = said?.percent === true && name.metric === undefined && metric !== undefined;
    const isFraction = fractions && role !== "sd" && metric?.rate === true && inUnitRange(line);
    const inferred = isScored(role) ? unitOf(line, metric, inPercent, isFraction) : undefined;
    const unit = override?.unit ?? inferred;
    const named = betterOf(metric === undefined ? { parts: name.parts } : { parts: name.parts, metric });
    const better = override?.better ?? (role === "sd" ? undefined : named);
    return {
      ...(unit === undefined ? {} : { unit }),
      ...(better === undefined ? {} : { better }),
      ...(metric === undefined ? {} : { metric: metric.name }),
      ...(override?.unit === undefined && inferred === "fraction"
        ? { why: `${metric?.name} as fractions of one` }
        : {}),
    };
  });
}

function isScored(role: LineRole | undefined): boolean {
  return role === "score" || role === "average" || role === "sd";
}

/** A caption's metric is not that of a line which names a unit of its own, or holds what the metric cannot be. */
function mayBeOf({ metric }: CaptionMetric, { name, cells }: LineDraft, facts: LineFacts | undefined): boolean {
  if (facts?.role === "score" && facts.free !== true) return false;
  const [arrow, unitNamed] = [
    betterOf({ parts: name.parts }),
    name.parts.some(({ text }) => /\([^()%]{1,6}\)/.test(text)),
  ];
  return !unitNamed && (arrow === undefined || arrow === metric.better) && (!metric.rate || allWithin(1000n, cells));
}

/**
 * Whether rates are printed as fractions of one: some rate that is better higher lies in 0..1 and is not small, and no
 * rate of the table lies above 1 or carries a percent sign. A low error may be below one percent, a high accuracy not.
 */
function areFractions(
  lines: readonly LineDraft[],
  facts: readonly LineFacts[],
  metrics: readonly (Metric | undefined)[],
): boolean {
  let found = false;
  for (const [at, line] of lines.entries()) {
    if (metrics[at]?.rate !== true || facts[at]?.role === "sd") continue;
    if (saysPercent(line) || anyAbove(10n, line.cells)) return false;
    found ||= metrics[at].better === "higher" && inUnitRange(line) && anyAbove(1n, line.cells);
  }
  return found;
}

/** By signs; a rate's values above 1 are percent. */
function unitOf(
  line: LineDraft,
  metric: Metric | undefined,
  inPercent: boolean,
  isFraction: boolean,
): ScoreUnit | undefined {
  if (saysPercent(line) || inPercent) return "percent";
  if (metric === undefined) return undefined;
  if (!metric.rate) return "other";
  if (isFraction) return "fraction";
  return anyAbove(10n, line.cells) ? "percent" : undefined;
}

function inUnitRange({ cells }: LineDraft): boolean {
  return allWithin(10n, cells) && allWithDecimals(cells);
}

function saysPercent({ name, cells }: LineDraft): boolean {
  return (
    name.parts.some(({ header }) => header.percent) ||
    cells.some(({ reading }: ReadCell) => reading.kind === "number" && reading.printed.percent)
  );
}
