/** A name in a header with what is written into it besides the name. */
export interface HeaderWords {
  /** The name, with units, arrows, counts and spread signs taken off. */
  readonly words: string;
  readonly percent: boolean;
  readonly better?: "higher" | "lower";
  /** `(n = 43)` */
  readonly count?: bigint;
  /** `Acc. (SD)`, `mean ± std`: its cells hold a value and its spread. */
  readonly withSpread: boolean;
  /** The spread stands in parentheses: `Mean (SD)`. */
  readonly spreadInParentheses: boolean;
}

/**
 * Takes a header's name apart: `AUROC (%) ↑` is the name AUROC, in percent, the higher the better.
 *
 * @example
 * headerWords("Acc. (%) ↑"); // words "Acc.", percent, better "higher"
 */
export function headerWords(text: string): HeaderWords {
  if (plainName.test(text) && !/perc|pct|better/i.test(text))
    return { words: text.trim(), percent: false, withSpread: false, spreadInParentheses: false };
  const arrow = directionOf(text);
  const count = countIn(text);
  const spreadInParentheses = parenthesisedSpread.test(text);
  const withSpread = spreadInParentheses || besideSpread.test(text);
  const percent = /%|\bpercent(?:age)?\b|\bpct\b/i.test(text);
  const words = text
    .slice(0, longestHeader)
    .replace(arrows, " ")
    .replace(countPattern, " ")
    .replace(parenthesisedSpread, " ")
    .replace(besideSpread, " ")
    .replace(/[([]\s*(?:in\s+)?(?:%|percent|pct\.?)\s*[)\]]|,?\s+in\s+(?:%|percent)|,?\s*%\s*$/gi, " ")
    .replace(/[([]\s*[)\]]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return {
    words,
    percent,
    withSpread,
    spreadInParentheses,
    ...(arrow === undefined ? {} : { better: arrow }),
    ...(count === undefined ? {} : { count }),
  };
}

/** Nothing but letters, digits and what joins them: there is nothing to take off. */
const plainName = /^[\w.\-/]*(?: [\w.\-/]+)*$/;
/** Longer ones are sentences, of which only the beginning is looked at. */
const longestHeader = 300;
const arrows = /\(?\s*(?:[↑⇑⬆↓⇓⬇]|(?:higher|lower) is better)\s*\)?/giu;
const countPattern = /[([]?\s*\bn\s*=\s*(\d{1,3}(?:,\d{3})+|\d{1,15})(?![.,\d])\s*[)\]]?/i;
const spreadName = "(?:sd|s\\.d\\.|std\\.?|stdev|std\\.? ?dev\\.?|se|s\\.e\\.|sem|standard (?:deviation|error))";
const parenthesisedSpread = new RegExp(`\\(\\s*${spreadName}\\s*\\)`, "i");
const besideSpread = new RegExp(`\\(?\\s*(?:±|\\+\\/?-)\\s*${spreadName}\\s*\\)?`, "i");

function directionOf(text: string): "higher" | "lower" | undefined {
  const up = /[↑⇑⬆]|higher is better/iu.test(text);
  const down = /[↓⇓⬇]|lower is better/iu.test(text);
  if (up === down) return undefined;
  return up ? "higher" : "lower";
}

function countIn(text: string): bigint | undefined {
  const digits = countPattern.exec(text)?.[1];
  return digits === undefined ? undefined : BigInt(digits.replaceAll(",", ""));
}

/** Whether a caption says that what stands in parentheses is a standard deviation or error. */
export function captionPutsSpreadInParentheses(caption: string): boolean {
  const spread = `\\b(?:standard (?:deviations?|errors?)|std\\.?|stdevs?|SDs?|SEs?)(?![\\w])`;
  return (
    new RegExp(`${spread}[^.;]{0,40}\\b(?:in|within|inside) (?:the )?(?:parenthes[ei]s|brackets)`, "i").test(caption) ||
    new RegExp(`\\bparenthes[ei]s[^.;]{0,30}${spread}`, "i").test(caption)
  );
}

/** A name as dictionaries look it up: lower case, single spaces, no points, dashes or underscores, digits on the line. */
export function plainWords(words: string): string {
  const lower = words.toLowerCase();
  if (/^[a-z\d]*(?: [a-z\d]+)*$/.test(lower)) return lower.trim();
  return lower
    .replace(/[₀-₉]/gu, (digit) => String("₀₁₂₃₄₅₆₇₈₉".indexOf(digit)))
    .replace(/[._\-–—:]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
