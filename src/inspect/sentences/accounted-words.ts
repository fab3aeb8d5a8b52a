import { wordsOf } from "./sentence-words.ts";

/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether every word of a clause is known: one of a table's names or caption, or a word that changes nothing of what
 * is meant. A word that is not may name another setting, so that nothing may be said of the clause's numbers.
 */
export function allWordsKnown(clause: string, spans: readonly Span[], vocabulary: ReadonlySet<string>): boolean {
  if (qualifying.test(clause)) return false;
  return wordsOf(clause.replaceAll(/\[ref\]/g, " ".repeat("[ref]".length)))
    .filter(({ start, end }) => !spans.some((span) => span.start <= start && span.end >= end))
    .every(({ text }) => {
      const word = text.toLowerCase();
      return harmless.has(word) || vocabulary.has(word);
    });
}

/** Words of a table's caption and names. */
export function vocabularyOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => wordsOf(text).map((word) => word.text.toLowerCase())));
}

/** Whether a word in lower case is one of every paper that names nothing. */
export function isHarmless(word: string): boolean {
  return harmless.has(word);
}

const qualifying =
  /\[citation\]|\b(?:without|w\/o|excluding|except|removing|removed|no|not|when|after|before|if|instead|previous\w*|original\w*|reported|variants?|ablat\w+|only|any|some|earlier|initial|if|unlike|hypothetical|would|could|should|expected|random|fine-tun\w+|another|other|both|either)\b/i;

const harmless: ReadonlySet<string> = new Set(
  `the a an of on in at for to that this these as is are was were be it its we our and s
  can seen see shown shows show observe observed find found note notice table tables tab report reports reported
  method methods model models approach approaches proposed system framework network algorithm detector classifier
  achieve achieves achieved achieving obtain obtains obtained reach reaches reached get gets got attain attains attained
  score scores scored yield yields yielded give gives has have had result results performance performs perform
  dataset datasets data set sets benchmark benchmarks task tasks images image respectively correspondingly accordingly percent percentage point points
  even already also overall again strong competitive high highest best new state art significant significantly
  improve improves improved improvement improvements improving outperform outperforms outperformed outperforming
  surpass surpasses surpassed exceed exceeds beat beats gain gains increase increases increased boost boosts by over than
  margin margins higher lower better faster slower relative relatively absolute absolutely large considerable substantial
  compared baseline baselines consistently clearly further respectively terms out all every each considered first ranks rank lowest values value
  averaged average mean db`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
