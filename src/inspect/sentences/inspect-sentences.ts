import type { Sentence } from "../../sources/sentence.ts";
import type { TableReading } from "../../tables/table-reading.ts";
import type { CheckTally, Finding, FindingStrength } from "../inspection.ts";
import { clausesOf } from "./clauses-of.ts";
import { findBestCounts } from "./find-best-counts.ts";
import { findDifferences } from "./find-differences.ts";
import { findStatedGains } from "./find-stated-gains.ts";
import { findValues } from "./find-values.ts";
import { judgeBestCount } from "./judge-best-count.ts";
import { judgeDifference } from "./judge-difference.ts";
import { judgeStatedGain } from "./judge-stated-gain.ts";
import { judgeValue, printsNamedCell } from "./judge-value.ts";
import { type Judgement, overTables, type SentenceFlag } from "./judgement.ts";
import { paperTable, type TableMeant, tablesMeant } from "./paper-table.ts";
import { numbersIn } from "./sentence-number.ts";

export interface SentencesInspected {
  readonly findings: readonly Finding[];
  readonly tallies: readonly CheckTally[];
  readonly seen: number;
  readonly decided: number;
}

/** The checks of sentences, in the order of their tallies. */
export const sentenceChecks = [
  "sentence-value",
  "sentence-difference",
  "sentence-best-count",
  "sentence-gain",
] as const;

/** Puts the sentences that repeat or qualify numbers of tables to those tables. */
export function inspectSentences(
  sentences: readonly Sentence[],
  readings: readonly TableReading[],
  checks: readonly string[] = sentenceChecks,
): SentencesInspected {
  const meant = tablesMeant(sentences, readings.map(paperTable));
  const judged = sentences
    .map((sentence, index) => ({ sentence, meant: meant[index] ?? [] }))
    .filter(({ sentence: { text } }) => text.length <= longestSentence)
    .map(({ sentence, meant }) => ({
      sentence,
      seen: numbersIn(sentence.text).length > 0,
      judgements: judgementsOf(sentence.text, meant).filter(({ check }) => checks.includes(check)),
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

function judgementsOf(text: string, meant: readonly TableMeant[]): readonly Judgement[] {
  const numbers = numbersIn(text);
  const repeated = new Set(
    numbers
      .filter((number) => meant.some(({ table }) => printsNamedCell(number, table.mentionsIn(text), table)))
      .map(({ text: digits }) => digits),
  );
  const repeats = [...repeated].map((): Judgement => ({ check: "sentence-value", outcome: "consistent" }));
  const gains = findStatedGains(text).map(judgeStatedGain);
  const clauses = clausesOf(text).filter((clause) => meant.some(({ table }) => table.mentionsIn(clause).length > 0));
  const stated = clauses.flatMap((clause): readonly Judgement[] => {
    const values = findValues(clause).flatMap((statement) => {
      const byTable = meant.map((table) => judgeValue(statement, table));
      return statement.numbers.flatMap((number, index) =>
        repeated.has(number.text)
          ? []
          : [
              overTables(
                "sentence-value",
                byTable.flatMap((judgements) => judgements[index] ?? []),
              ),
            ],
      );
    });
    const differences = findDifferences(clause).flatMap((statement) => {
      const byTable = meant.map((table) => judgeDifference(statement, table));
      return statement.numbers.flatMap((number, index) =>
        repeated.has(number.text)
          ? []
          : [
              overTables(
                "sentence-difference",
                byTable.flatMap((judgements) => judgements[index] ?? []),
              ),
            ],
      );
    });
    const counts = findBestCounts(clause).map((statement) =>
      overTables(
        "sentence-best-count",
        meant.map((table) => judgeBestCount(statement, table)),
      ),
    );
    return [...values, ...differences, ...counts];
  });
  return [...repeats, ...gains, ...stated];
}

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
