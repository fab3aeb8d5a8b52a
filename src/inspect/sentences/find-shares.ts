import { type Decimal, tryParseDecimal } from "../../numbers/decimal.ts";

/** A percentage whose two counts stand beside it: `56.7 % (17/30)`, `17 of the 30 cases (56.7 %)`. */
export interface StatedShare {
  /** As the sentence has it. */
  readonly text: string;
  readonly percent: Decimal;
  readonly count: number;
  readonly total: number;
}

/**
 * Percentages with their counts. What is hedged (about, over), a date in parentheses, and counts of which more follows
 * (`17/30 vs 9/30`) are left.
 *
 * @example
 * findShares("Of these, 56.7% (17/30) were wrong.").map(({ text }) => text); // => ["56.7% (17/30)"]
 */
export function findShares(text: string): readonly StatedShare[] {
  return [...text.matchAll(percentFirst), ...text.matchAll(countFirst)].flatMap((found): readonly StatedShare[] => {
    const { percent = "", count = "", total = "" } = found.groups ?? {};
    const value = tryParseDecimal(percent);
    const [part, whole] = [count, total].map((digits) => Number(digits.replaceAll(",", ""))) as [number, number];
    const isDate = part <= 12 && whole >= 1900 && whole <= 2100;
    const before = text.slice(Math.max(0, found.index - 30), found.index);
    if (value === undefined || whole < 1 || part > whole || isDate || hedge.test(before)) return [];
    if (repeated.test(text.slice(found.index, found.index + found[0].length))) return [];
    return [{ text: found[0], percent: value, count: part, total: whole }];
  });
}

/** Of five folds two are no share of what is measured. */
const repeated = /\b(?:seeds?|folds?|runs?|shots?|trials?|splits?|epochs?)\b/i;
const whole = String.raw`\d{1,3}(?:,\d{3})+|\d{1,9}`;
const fraction = String.raw`(?<count>${whole})\s?(?:\/|of|out of)\s?(?:the |all )?(?<total>${whole})`;
const percent = String.raw`(?<percent>\d{1,3}(?:\.\d{1,6})?)\s?\\?(?:%|percent)`;
// Neither part of a longer number, 1 234, nor the second of two.
const start = String.raw`(?<![\p{L}\p{N}.,/±=+−–-]|[±=–\p{N}-]\s)`;
const percentFirst = new RegExp(String.raw`${start}${percent}\s?\(\s?${fraction}(?:\s[\p{L}-]{1,20})?\s?\)`, "gu");
const countFirst = new RegExp(String.raw`${start}${fraction}(?:\s[\p{L}-]+){0,4}\s?\(\s?${percent}\s?\)`, "gu");
/** Words that say another relation: an estimate, a change, all but so many, the best of some. */
const hedge = new RegExp(
  [
    String.raw`[<>≤≥~≈]\s?`,
    String.raw`\b(?:about|around|nearly|almost|approximately|approx\.|roughly|over|more than|at least|at most|up to|less than|fewer than|some|only|by|from|to)\s`,
    String.raw`\b(?:but|except|other than|without|best|top|first|last|worst)\s(?:the\s)?`,
    String.raw`\b(?:drop|rose|ris|fell|fall|improv|increas|decreas|reduc|gain|grew|chang)\p{L}*\s(?:\p{L}+\s){0,2}`,
  ]
    .map((words) => `(?:${words})$`)
    .join("|"),
  "iu",
);
