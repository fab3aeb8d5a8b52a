import type { Span } from "./accounted-words.ts";
import type { BestCountStatement } from "./statement.ts";

/** A clause that says on how many of all datasets something is best. */
export function findBestCounts(clause: string): readonly BestCountStatement[] {
  const best = bestIn(clause);
  if (
    best === undefined ||
    /\b(?:not|second|third|one of the best|among|comparable|close|competitive|worst|except|without)\b/i.test(clause)
  )
    return [];
  const found = counted.exec(clause);
  if (found !== null) {
    const [count, of] = [found[1], found[2]].map((word) => wholeNumber(word ?? ""));
    if (count === undefined || of === undefined || count > of || of < 2) return [];
    return [{ kind: "best-count", clause, count, of, best, phrase: spanOf(found) }];
  }
  const every = all.exec(clause);
  if (every === null) return [];
  const of = wholeNumber(every[1] ?? "");
  return [
    { kind: "best-count", clause, count: "all", best, phrase: spanOf(every), ...(of === undefined ? {} : { of }) },
  ];
}

function spanOf(found: RegExpExecArray): Span {
  return { start: found.index, end: found.index + found[0].length };
}

function bestIn(clause: string): BestCountStatement["best"] | undefined {
  if (/\bhighest\b/i.test(clause)) return "highest";
  if (/\blowest\b/i.test(clause)) return "lowest";
  return /\b(?:best|state[- ]of[- ]the[- ]art|ranks? first|outperforms? all|top[- ]performing)\b/i.test(clause)
    ? "best"
    : undefined;
}

const numeral = "\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty";
const thing =
  "datasets?|data sets?|tasks?|benchmarks?|images?|domains?|languages?|categories|classes|metrics?|settings?|environments?|games?|scenes?|sequences|columns?|test sets?|cases|problems";
const counted = new RegExp(
  `\\b(?:on|in|for|across|of)\\s+(?:the\\s+)?(${numeral})\\s+(?:out\\s+)?of\\s+(?:the\\s+|all\\s+|these\\s+|our\\s+)?(${numeral})\\s+(?:\\p{L}+\\s+){0,2}?(?:${thing})\\b`,
  "iu",
);
const all = new RegExp(
  `\\b(?:on|in|for|across)\\s+(?:all|every|each)(?:\\s+of)?(?:\\s+the)?(?:\\s+(${numeral}))?(?:\\s+considered)?\\s+(?:${thing})\\b`,
  "i",
);

const words = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

function wholeNumber(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  const lower = word.toLowerCase();
  if (lower === "fifteen") return 15;
  if (lower === "twenty") return 20;
  const at = words.indexOf(lower);
  return at < 0 ? undefined : at;
}
