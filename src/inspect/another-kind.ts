import type { Line, TableReading } from "../tables/table-reading.ts";
import { approximate } from "./linear/linear-chance.ts";
import { crossingOf, lastPart, lineOf, plainLines, type Sheet, sheetOf, valueAt } from "./sheet.ts";
import type { CellAt } from "./table-check.ts";

/** Why a line that breaks the rule of the others may not be under it. */
export interface AnotherKind {
  /** Whether it is so plainly of another kind that the rule was not asked of it. */
  readonly plainly: boolean;
  /** Where it plainly is, what tells so; else what it may be, to stand behind "under". */
  readonly words: string;
}

/**
 * Whether a line is of another kind than those that confirm a rule: a statistic of them or of runs, a test, a rank, a gain.
 * Plainly so by its name, or by numbers that lie far from all others', unless the user `stated` what they are; perhaps so
 * where its name says that it sums up, or who else was measured; never where the user said what the line is.
 */
export function anotherKindOf(
  reading: TableReading,
  lineWord: "row" | "column",
  cells: readonly CellAt[],
  stated: boolean,
): AnotherKind | undefined {
  const sheet = sheetOf(reading, lineWord);
  const line = lineOf(sheet, cells[0]);
  if (line === undefined || line.basis.asked) return undefined;
  if (isStatistic(sheet, line)) return { plainly: true, words: "its name says a statistic, a test or a rank" };
  if (!stated && liesApart(sheet, line, cells)) return { plainly: true, words: "its numbers lie far from all others'" };
  if (isSetApart(sheet, line, cells))
    return { plainly: false, words: `a ${lineWord} that a footnote, a citation or its dress sets apart` };
  if (mayBeAnother.test(line.name))
    return { plainly: false, words: `a ${lineWord} of another kind than the others, as its name may say` };
  return isOfNoMetric(sheet, line)
    ? { plainly: false, words: `a ${lineWord} that is no score as the others are, for its name is no metric's` }
    : undefined;
}

/** Whether a line alone bears no name of a metric, as lengths among scores, which may be averaged in another way. */
function isOfNoMetric(sheet: Sheet, line: Line): boolean {
  const others = plainLines(sheet)
    .filter((other) => other !== line)
    .slice(0, mostLines);
  const named = others.filter(({ metric }) => metric !== undefined).length;
  return line.metric === undefined && named > 1 && 2 * named >= others.length;
}

/** Whether a line is one of the few that bear a footnote or a citation, or are set in colour or italics. */
function isSetApart(sheet: Sheet, line: Line, cells: readonly CellAt[]): boolean {
  const { reading } = sheet;
  const lines = sheet.lines.slice(0, mostLines);
  const names = (of: Line): readonly CellAt[] =>
    sheet.crossing.filter(({ role }) => role === "name").map((name) => sheet.at(of, name));
  const bears = (its: readonly CellAt[]): boolean =>
    its.some(({ row, column }) => {
      const cell = reading.table.rows[row]?.cells[column];
      const isDressed = cell?.emphasis.some((mark) => mark === "colour" || mark === "italic") ?? false;
      return isDressed || (cell?.notes.length ?? 0) > 0;
    });
  const isMarked = (of: Line): boolean => citation.test(of.name) || bears(names(of));
  const few = 2 * lines.filter(isMarked).length < lines.length;
  return (few && isMarked(line)) || bears(cells.slice(0, 1));
}

const citation =
  /\[\d[\d, –-]*\]|\bet al\b|\(\s*(?:\p{L}+\s?['’]?)?(?:(?:19|20)\d\d|['’]\d\d)\w?\s*\)|[†‡§¶*ᵃ-ᶻ⁰¹²³⁴-⁹]$/u;

function isStatistic(sheet: Sheet, { name }: Line): boolean {
  if (statistic.test(name)) return true;
  if (!bareStatistic.test(lastPart(name).trim())) return false;
  // Among a, b, c and d a letter is but a name.
  return sheet.lines.slice(0, mostLines).filter((other) => lastPart(other.name).trim().length === 1).length < 3;
}

/** A word by itself, in any script. */
function word(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, "iu");
}

const statistic = new RegExp(
  `${word("st\\.? ?dev\\w*|std\\w*|standard (?:deviations?|errors?)|error bars?|iqr|quartiles?|percentiles?|quantiles?|[tz]-?(?:tests?|stat\\w*|values?)|p-?values?|wilcoxon|friedman|cohen'?s|effect sizes?|wins?|1st count").source}|[σ±]|^#`,
  "iu",
);

const bareStatistic = /^(?:[ptzdfr]|sd|se|sem|ci|χ2|χ²|κ|kappa|mad|ranks?)(?: ?\(.*\))?$/iu;

const mayBeAnother = new RegExp(
  [
    // what sums up other lines
    "overall|all|macro|micro|weighted|balanced|m?avg|average|mean|total|combined|aggregated?|pooled|summary|full suite|present|geo ?mean|median|m[ée]diane?|best|worst|min\\w*|m[ií]nimo|max\\w*|m[aá]ximo|lower|upper|low|high|peak|ensemble|ens|soup",
    "mittelwert|durchschnitt|moyenne|media|promedio|среднее|gesamt|obergrenze|untergrenze",
    // what is of several runs, or of one more
    "seeds?|folds?|runs?|cv|cross-?validat\\w*|prompts?|thresholds?|bootstrap\\w*|tuned|early stop\\w*|subset|deviations?|spread|variance|intervals?|confidence|uncertainty|sensitivity|robustness|stability|correlations?|corr|pearson|spearman|kendall|iaa|gap|number of|rank|significan\\w+|sig|désv?|écart-type|standardabw\\w*|étendue|streu\\w*",
    // who or what else was measured
    "humans?|chance|random(?! forest)|guess|uniform|coin|prior|majority|experts?|readers?|raters?|annotators?|participants?|crowd|workers?|turkers?|\\p{L}+ologists?|physicians?|clinicians?|doctors?|surgeons?|residents?|nurses?|standard of care|literature|leaderboard|challenge|orig(?:inal)?|quoted|reported|published|supervised|oracle",
    // what compares two lines
    "of which|thereof|including|improv\\w*|gains?|relative|reductions?|red|rer|increase|lift|saving|advantage|speed-?ups?|vs|versus|over|objects?|memory",
  ]
    .map((alternatives) => word(alternatives).source)
    .concat("[%Δ∆Ø]|\\(es\\)|平均|標準偏差")
    .join("|"),
  "iu",
);

/**
 * Whether most numbers of a line lie outside those of the other lines, and half of them by far: by more than three times what
 * these are apart, one of many left out, which may be of chance, or another line of this kind. So lies an SD of 0.6 below
 * accuracies from 70 to 90; a method lies so far above its baselines only where these hardly differ.
 */
function liesApart(sheet: Sheet, line: Line, cells: readonly CellAt[]): boolean {
  const others = plainLines(sheet)
    .slice(0, mostLines)
    .filter((other) => other !== line && !isStatistic(sheet, other));
  const distances = cells.flatMap((cell): readonly number[] => {
    const cross = crossingOf(sheet, cell);
    if (cross === undefined) return [];
    const own = valueAt(sheet, line, cross);
    const numbers = others.flatMap((other) => valueAt(sheet, other, cross) ?? []).map(approximate);
    if (own === undefined || numbers.length < 3) return [];
    const [least, most] = narrowest(numbers.sort((a, b) => a - b));
    const beyond = Math.max(least - approximate(own), approximate(own) - most);
    return [beyond <= 0 ? 0 : most === least ? 1 : beyond / (most - least)];
  });
  const outside = distances.filter((distance) => distance > 0).length;
  const far = distances.filter((distance) => distance > 3).length;
  return distances.length > 1 && 3 * outside >= 2 * distances.length && 2 * far >= distances.length;
}

/** Of more lines the first tell what the others are like. */
const mostLines = 200;

/** From the least to the greatest of sorted numbers; of many, without the one at an end that widens them more. */
function narrowest(sorted: readonly number[]): readonly [least: number, most: number] {
  const [least, most] = [sorted[0] as number, sorted.at(-1) as number];
  if (sorted.length < 4) return [least, most];
  const [second, last] = [sorted[1] as number, sorted.at(-2) as number];
  return most - second < last - least ? [second, most] : [least, last];
}
