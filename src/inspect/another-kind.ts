import type { Line, TableReading } from "../tables/table-reading.ts";
import { approximate } from "./linear/linear-chance.ts";
import { alongColumns, alongRows, lastPart, lineOf, type Sheet, valueAt } from "./sheet.ts";
import type { CellAt } from "./table-check.ts";

/** Why a line that breaks the rule of the others may not be under it. */
export interface AnotherKind {
  /** Whether it is so plainly of another kind that the rule was not asked of it. */
  readonly plainly: boolean;
  /** What it may be, to stand behind "under". */
  readonly words: string;
}

/**
 * Whether a line is of another kind than those that confirm a rule: a statistic of them or of runs, a test, a rank, a gain.
 * Plainly so by its name, or by numbers that lie far from all others', unless the user `stated` what they are; perhaps so
 * where its name says that it sums up, or who else was measured.
 */
export function anotherKindOf(
  reading: TableReading,
  lineWord: "row" | "column",
  cells: readonly CellAt[],
  stated: boolean,
): AnotherKind | undefined {
  const sheet = lineWord === "row" ? alongRows(reading) : alongColumns(reading);
  const line = lineOf(sheet, cells[0]);
  if (line === undefined) return undefined;
  const words = `a ${lineWord} of another kind than the others, as its name may say`;
  if (isStatistic(sheet, line) || (!stated && liesApart(sheet, line, cells))) return { plainly: true, words };
  return mayBeAnother.test(line.name) ? { plainly: false, words } : undefined;
}

function isStatistic({ lines }: Sheet, { name }: Line): boolean {
  if (statistic.test(name)) return true;
  if (!bareStatistic.test(lastPart(name).trim())) return false;
  // Among a, b, c and d a letter is but a name.
  return lines.filter((other) => lastPart(other.name).trim().length === 1).length < 3;
}

const statistic =
  /\b(?:st\.? ?dev\w*|std\w*|standard (?:deviations?|errors?)|deviations?|error bars?|confidence|intervals?|uncertainty|variance|iqr|quartiles?|percentiles?|quantiles?|[tz]-?(?:tests?|stat\w*|values?)|p-?values?|wilcoxon|friedman|significan\w+|pearson|spearman|kendall|correlations?|corr|cohen'?s|effect sizes?|spread|sensitivity|ranks?|wins?|1st count|number of|gap)\b|[σ±]|^#/iu;

const bareStatistic = /^(?:[ptzdfr]|sd|se|sem|ci|χ2|χ²|κ|kappa)(?: ?\(.*\))?$/iu;

const mayBeAnother =
  /\b(?:overall|all|macro|micro|weighted|avg|average|mean|total|combined|aggregated?|pooled|seeds?|folds?|runs?|median|best|worst|min\w*|max\w*|lower|upper|low|high|peak|humans?|chance|random(?! forest)|majority|experts?|readers?|raters?|annotators?|participants?|\w+ologists?|physicians?|clinicians?|doctors?|ensemble|improv\w*|gains?|relative|reductions?|increase|speed-?ups?|vs|versus|over|robustness|objects?|memory)\b|[%Δ∆]/iu;

/**
 * Whether most numbers of a line lie outside those of all other lines, and half of them farther than these are apart: an
 * SD of 0.6 below accuracies from 70 to 90.
 */
function liesApart(sheet: Sheet, line: Line, cells: readonly CellAt[]): boolean {
  const others = sheet.lines.filter(
    (other) => other !== line && (other.role === "score" || other.role === "count") && !isStatistic(sheet, other),
  );
  const distances = cells.flatMap((cell): readonly number[] => {
    const cross = sheet.crossing.find(({ index }) => index === (sheet.lineWord === "row" ? cell.column : cell.row));
    if (cross === undefined) return [];
    const own = valueAt(sheet, line, cross);
    const numbers = others.flatMap((other) => valueAt(sheet, other, cross) ?? []).map(approximate);
    if (own === undefined || numbers.length < 2) return [];
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    const beyond = Math.max(least - approximate(own), approximate(own) - most);
    return [beyond <= 0 ? 0 : beyond / (most - least)];
  });
  const outside = distances.filter((distance) => distance > 0).length;
  const far = distances.filter((distance) => distance > 1).length;
  return distances.length > 1 && 3 * outside >= 2 * distances.length && 2 * far >= distances.length;
}
