import { type Decimal, tryParseDecimal } from "../../numbers/decimal.ts";

/** A number of a sentence that may be a result: not a table's number, a name's part, a range or a setting. */
export interface SentenceNumber {
  readonly text: string;
  readonly value: Decimal;
  readonly unit: "percent" | "points" | "times" | "none";
  /** Whether "about", "up to", "more than" or the like stands before it, so that it need not be what a cell prints. */
  readonly hedged: boolean;
  readonly start: number;
  /** Behind its unit. */
  readonly end: number;
}

/**
 * The numbers of a sentence that may be results.
 *
 * @example
 * numbersIn("ResNet-50 reaches 76.1 % (Table 2).").map(({ text }) => text); // => ["76.1"]
 */
export function numbersIn(text: string): readonly SentenceNumber[] {
  return [...text.matchAll(candidate)].flatMap((found): readonly SentenceNumber[] => {
    const [digits] = found;
    const start = found.index;
    const before = text.slice(Math.max(0, start - 40), start);
    const behind = text.slice(start + digits.length, start + digits.length + 40);
    const value = tryParseDecimal(digits.replace(/,$/, ""));
    if (value === undefined || digits.length > 20 || belongsToSomethingElse.test(before)) return [];
    const unit = unitPattern.exec(behind);
    const rest = unit === null ? behind : behind.slice(unit[0].length);
    if (unit === null ? continues.test(behind) : /^[\p{L}\d]/u.test(rest)) return [];
    return [
      {
        text: digits,
        value,
        unit: unitOf(unit?.[0] ?? ""),
        hedged: hedge.test(before),
        start,
        end: start + digits.length + (unit?.[0].length ?? 0),
      },
    ];
  });
}

const candidate = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<!\d)\.\d+/g;

/** References, names (CIFAR-10, F1), the second end of a range, factors, exponents, settings (λ = 0.5), spreads. */
const belongsToSomethingElse =
  /(?:[\p{L}\p{N}_^{/#@:]|[\p{N}%)]\s?[-–—]\s?|\p{L}(?:[-–—]\s?|\s[-–—])|[\p{L}\p{N}%)]\s?[×*]\s?|[\p{L}\p{N})]\s?[=±∈]\s?|[=±∈]\s?|[\p{L}\p{N}]\.|\d,\s?(?=\d{3}\b)|\b(?:tables?|tab\.|figures?|figs?\.|sections?|secs?\.|eqs?\.|equations?|eqn\.|appendix|app\.|chapter|algorithm|step|top|epochs?|layers?|seeds?|version|rate|threshold|temperature|stage|phase|round|level|of size|size of|probability|weight|footnote)[ ~(]{0,2})$/iu;
const unitPattern =
  /^\s?(?:\\?%(?:\s?-?\s?points?\b|\s?pts?\b)?|percent(?:age)?(?: points?)?\b|p\.?p\.?(?![\p{L}])|pts?\b|points?\b|dB\b|BLEU(?: points?)?\b|[×x](?![\p{L}\d])|times\b)/u;
/** What makes a number part of a longer thing: 3D, 400K, 15–20, 512 × 512, 5-fold, 2007 test set's slash. */
const continues =
  /^(?:[\p{L}\p{N}_^]|\s?[-–—×/]\s?[\d\p{L}]|\s?[×*/]\s?\d|-|\.\d|,\d|\s?(?:[KMBG]|billion|million|thousand|GB|MB|ms|hours?|days?|minutes?|seconds?|epochs?|layers?|images?|videos?|samples?|examples?|classes|parameters|GPUs?|runs|seeds|folds?)\b)/u;
const hedge =
  /(?:[<>≤≥~≈≳≲∼]\s?|\b(?:about|around|nearly|almost|approximately|approx\.|roughly|over|more than|at least|at most|up to|less than|fewer than|greater than|above|below|under|within|as (?:much|many|high|low|large|little) as|close to|some|beyond|exceed(?:s|ing)?|only)\s)$/i;

function unitOf(words: string): SentenceNumber["unit"] {
  if (/[×x]|times/.test(words)) return "times";
  if (/point|pts?\b|p\.?p|dB|BLEU/.test(words)) return "points";
  return /%|percent/.test(words) ? "percent" : "none";
}

/** Whether it looks like a result: whole numbers without a unit are mostly years, counts or parts of names. */
export function isResult({ value, unit }: SentenceNumber): boolean {
  return unit !== "none" || value.decimals > 0;
}

/** How many digits of a number count: 88.4 has three, 0.07 one; zeros at the end of a whole number may be rounding. */
export function significantDigits({ units, decimals }: Decimal): number {
  const digits = (units < 0n ? -units : units).toString();
  return decimals > 0 ? digits.length : digits.replace(/0+$/, "").length;
}
