import { measureOf } from "./find-differences.ts";
import { numbersIn, type SentenceNumber } from "./sentence-number.ts";
import { wordsOf } from "./sentence-words.ts";
import type { StatedGain } from "./statement.ts";

/**
 * Gains whose two numbers stand in the same sentence: `22 % (17.03 vs 13.96)`, `58 % and 75 % (22.31 vs 14.10 and 12.68
 * respectively)`, `from 84.1 to 87.3 (3.2 points)`, `by 2.9 points from 71.8 to 74.7`.
 */
export function findStatedGains(text: string): readonly StatedGain[] {
  const numbers = numbersIn(text);
  if (numbers.length < 3 || numbers.length > 8) return [];
  return [...versus(text, numbers), ...fromTo(text, numbers)];
}

const gaining =
  /\b(?:improv\w+|outperform\w*|surpass\w*|gains?|increas\w+|reduc\w+|drop\w*|decreas\w+|higher|lower|better|worse|faster|slower|boost\w*|rel(?:ative)?)\b/i;

function versus(text: string, numbers: readonly SentenceNumber[]): readonly StatedGain[] {
  const found = /\(([^()]*\b(?:vs\.?|versus|against|compared to)\s[^()]*)\)/i.exec(text);
  if (found === null || !gaining.test(text.slice(0, found.index))) return [];
  const end = found.index + found[0].length;
  const inside = numbers.filter(({ start }) => start > found.index && start < end);
  const clauseStart = Math.max(0, text.slice(0, found.index).search(/[;,](?=[^;,]*$)/));
  const gains = numbers.filter(
    (number) => number.end <= found.index && isGain(text, number) && number.start >= clauseStart,
  );
  const [value, ...baselines] = inside;
  if (value === undefined || baselines.length === 0 || gains.length !== baselines.length) return [];
  if (gains.length > 1 && !/\brespectively\b/i.test(found[0])) return [];
  return gains.flatMap((gain, index) => statedGain(text, gain, value, baselines[index]));
}

function fromTo(text: string, numbers: readonly SentenceNumber[]): readonly StatedGain[] {
  const found = /\bfrom\s+\D{0,3}?[\d.]+\s?%?(?:\s?\p{L}+)?\s+to\s+[\d.]+/iu.exec(text);
  if (found === null || !gaining.test(text)) return [];
  const end = found.index + found[0].length;
  const inside = numbers.filter(({ start }) => start > found.index && start < end);
  const others = numbers.filter((number) => !inside.includes(number));
  const [baseline, value] = inside;
  const [gain] = others;
  if (inside.length !== 2 || others.length !== 1 || baseline === undefined || gain === undefined) return [];
  const between = gain.start > end ? text.slice(end, gain.start) : text.slice(gain.end, found.index);
  // Next to the two numbers, or it may be a gain over something else.
  if (!wordsOf(between).every((word) => connecting.has(word.text.toLowerCase()))) return [];
  return isGain(text, gain) ? statedGain(text, gain, value, baseline) : [];
}

const connecting: ReadonlySet<string> = new Set(
  "a an the i e ie which is by of in with to absolute relative corresponding representing improvement increase reduction gain decrease drop point points pp map accuracy f 1 bleu auc".split(
    " ",
  ),
);

/** A percentage beside a gain may be something else, a confidence level or a share of the data. */
function isGain(text: string, { hedged, unit, start, end }: SentenceNumber): boolean {
  if (hedged || unit === "none") return false;
  if (unit !== "percent") return true;
  return before.test(text.slice(Math.max(0, start - 40), start)) || behind.test(text.slice(end, end + 40));
}

const before =
  /\b(?:by|(?:improvement|increase|gain|reduction|drop|decrease|boost|margin|speed-?up)s? (?:of|is))\s+(?:an?\s+)?[+−-]?$|\d\s?%(?:,|,? and)\s+$/i;
const behind =
  /^\s?\(?(?:absolute|relative|improvement|increase|gain|reduction|drop|decrease|boost|higher|lower|better|worse|faster|slower)/i;

function statedGain(
  text: string,
  gain: SentenceNumber,
  value: SentenceNumber | undefined,
  baseline: SentenceNumber | undefined,
): readonly StatedGain[] {
  const measure = measureOf(text, gain.unit);
  if (measure === undefined || value === undefined || baseline === undefined) return [];
  if (value.hedged || baseline.hedged || value.unit === "times" || baseline.unit === "times") return [];
  return [{ gain, value, baseline, measure }];
}
