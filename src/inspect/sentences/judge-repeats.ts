import { checkAgreement } from "../../checks/agreement.ts";
import type { Sentence } from "../../sources/sentence.ts";
import type { FindingPlace } from "../inspection.ts";
import { clausesOf } from "./clauses-of.ts";
import type { Judgement } from "./judgement.ts";
import { isResult, numbersIn, type SentenceNumber } from "./sentence-number.ts";
import { wordsOf } from "./sentence-words.ts";

/**
 * Results that a paper states twice in the same words, once where it sums up (abstract, introduction, conclusion): the
 * judgements by the index of the later sentence. Other words may mean another setting, so they are not compared.
 */
export function judgeRepeats(sentences: readonly Sentence[]): ReadonlyMap<number, readonly Judgement[]> {
  const first = new Map<string, Saying>();
  const judgements = new Map<number, readonly Judgement[]>();
  for (const [index, sentence] of sentences.entries()) {
    if (/^(?:caption|footnote)\b/.test(sentence.section ?? "")) continue;
    for (const clause of clausesOf(sentence.text)) {
      const numbers = numbersIn(clause).filter(isResult);
      const key = wordsAround(clause, numbers);
      if (key === undefined) continue;
      const before = first.get(key);
      if (before === undefined) first.set(key, { sentence, numbers });
      else if (before.sentence.section !== sentence.section && (sumsUp(before.sentence) || sumsUp(sentence)))
        judgements.set(index, [...(judgements.get(index) ?? []), ...compared(before, numbers)]);
    }
  }
  return judgements;
}

interface Saying {
  readonly sentence: Sentence;
  readonly numbers: readonly SentenceNumber[];
}

/** Fewer words are said of many things. */
const fewestWords = 7;
const result =
  /\b(?:achiev\w+|obtain\w*|reach\w*|attain\w*|scor(?:es|ed)|improv\w+|outperform\w*|surpass\w*|exceed\w*|reduc\w+|increas\w+|accuracy|faster)\b/i;

function wordsAround(clause: string, numbers: readonly SentenceNumber[]): string | undefined {
  if (numbers.length === 0 || !result.test(clause)) return undefined;
  const words = wordsOf(clause).map(({ text, start }) =>
    numbers.some((number) => number.start <= start && start < number.end) ? "#" : text.toLowerCase(),
  );
  return words.filter((word) => word !== "#").length < fewestWords ? undefined : words.join(" ");
}

function sumsUp({ section }: Sentence): boolean {
  return /^(?:abstract|introduction|(?:discussion and )?conclusions?|summary)\b/i.test(section ?? "");
}

function compared({ sentence, numbers: before }: Saying, numbers: readonly SentenceNumber[]): readonly Judgement[] {
  return numbers.flatMap((number, index): readonly Judgement[] => {
    const said = before[index];
    if (said === undefined || said.unit !== number.unit) return [];
    const label = `the sentence at line ${sentence.place.line}`;
    const agreement = checkAgreement({
      places: [
        { label, value: said.value },
        { label: "this one", value: number.value },
      ],
    });
    if (agreement.outcome === "consistent") return [{ check: "sentence-repeat", outcome: "consistent" }];
    const place: FindingPlace = { label, text: said.text, place: sentence.place };
    return [
      {
        check: "sentence-repeat",
        outcome: agreement.outcome,
        flag: {
          strength: "suspicion",
          printed: number.text,
          why: `the same words stand with ${said.text} in ${sentence.place.file}, line ${sentence.place.line}`,
          restsOn: ["both sentences, which share all their words, speak of the same result"],
          result: agreement,
          cells: [place],
        },
      },
    ];
  });
}
