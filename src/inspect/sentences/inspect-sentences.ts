import type { Sentence } from "../../sources/sentence.ts";
import type { TableReading } from "../../tables/table-reading.ts";
import type { CheckTally, Finding, FindingStrength } from "../inspection.ts";
import { judgeRepeats } from "./judge-repeats.ts";
import { judgeSentence } from "./judge-sentence.ts";
import { type Judgement, type SentenceFlag, sentenceChecks } from "./judgement.ts";
import { paperTable, tablesMeant } from "./paper-table.ts";
import { numbersIn } from "./sentence-number.ts";

export interface SentencesInspected {
  readonly findings: readonly Finding[];
  readonly tallies: readonly CheckTally[];
  readonly seen: number;
  readonly decided: number;
}

/** Puts the sentences that repeat or qualify numbers of tables to those tables. */
export function inspectSentences(
  sentences: readonly Sentence[],
  readings: readonly TableReading[],
  checks: readonly string[] = sentenceChecks,
): SentencesInspected {
  const meant = tablesMeant(sentences, readings.map(paperTable));
  const repeats = judgeRepeats(sentences);
  const judged = sentences
    .map((sentence, index) => ({
      sentence,
      seen: numbersIn(sentence.text).length > 0,
      judgements: [
        ...(sentence.text.length > longestSentence ? [] : judgeSentence(sentence.text, meant[index] ?? [])),
        ...(repeats.get(index) ?? []),
      ].filter(({ check }) => checks.includes(check)),
    }))
    .filter(({ seen, judgements }) => seen || judgements.length > 0);
  const all = judged.flatMap(({ judgements }) => judgements);
  const findings = judged.flatMap(({ sentence, judgements }) =>
    judgements.flatMap(({ check, flag }) => (flag === undefined ? [] : [findingOf(sentence, check, flag)])),
  );
  return {
    findings: findings.sort((a, b) => severities.indexOf(a.strength) - severities.indexOf(b.strength)),
    tallies: sentenceChecks.flatMap((check) => tallyOf(check, all)),
    seen: judged.length,
    decided: judged.filter(({ judgements }) => judgements.some(({ outcome }) => outcome !== "undecidable")).length,
  };
}

/** Longer ones are lists or code, not sentences. */
const longestSentence = 2_000;
const severities: readonly FindingStrength[] = ["contradiction", "conditional", "suspicion", "note"];

function findingOf({ text, place }: Sentence, check: string, flag: SentenceFlag): Finding {
  const { strength, printed, why, restsOn, result, cells } = flag;
  const label = `"${beginning(text)}"`;
  return {
    check,
    strength,
    headline: `${label}: ${printed} is printed, but ${why}`,
    restsOn,
    result,
    accused: [{ label, text: printed, place }],
    related: cells,
  };
}

function beginning(text: string): string {
  if (text.length <= 60) return text;
  return `${text.slice(0, 60).replace(/\s+\S*$/, "")} …`;
}

function tallyOf(check: string, judgements: readonly Judgement[]): readonly CheckTally[] {
  const own = judgements.filter((judgement) => judgement.check === check);
  const count = (outcome: Judgement["outcome"]): number =>
    own.filter((judgement) => judgement.outcome === outcome).length;
  if (own.length === 0) return [];
  return [
    {
      check,
      asked: own.length,
      consistent: count("consistent"),
      inconsistent: count("inconsistent"),
      conditional: count("conditional"),
      undecidable: count("undecidable"),
    },
  ];
}
