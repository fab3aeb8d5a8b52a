import type { CheckResult } from "../checks/check-result.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { TableReading } from "../tables/table-reading.ts";
import { anotherKindOf } from "./another-kind.ts";
import { cellName } from "./cell-place.ts";
import { type Earned, earnedBy, earnedWords } from "./earned.ts";
import type { FindingStrength } from "./inspection.ts";
import type { Asked, CellAt } from "./table-check.ts";

/** A question about some cells of one line, put alike to other lines. */
export interface Question {
  /** Those that a flag accuses first. */
  readonly cells: readonly CellAt[];
  readonly values: readonly Decimal[];
  /** Undefined where numbers are none that the check can be asked of. */
  readonly judge: (values: readonly Decimal[]) => CheckResult | undefined;
  /** The chance that numbers which are not meant so would agree; asked once the result is known. */
  readonly chance: (result: CheckResult) => number;
  /** How many of the cells a flag accuses, absent: the first. */
  readonly accuses?: number;
}

export interface QuestionSearch {
  readonly reading: TableReading;
  /** What the questions take the cells for: `column "F1" is …`. */
  readonly words: string;
  readonly lineWord: "row" | "column";
  /** What confirms, where it is not a line. */
  readonly trialWord?: string;
  /**
   * What makes a contradiction: `stated`, the user said what the cells are; `named`, their names say it, so that it is
   * enough if most other lines do not break it; `earned`, lines must confirm it beyond chance (see `earnedBy`).
   */
  readonly basis: "stated" | "named" | "earned";
  readonly questions: readonly Question[];
  /** How many ways of reading the cells were tried. */
  readonly tried?: number;
}

/** Puts a question to every line; what nothing confirms is one suspicion for all lines together. */
export function askedOf(search: QuestionSearch): readonly Asked[] {
  const judged = search.questions.flatMap((question) => {
    const result = question.judge(question.values);
    return result === undefined ? [] : [{ question, ...unlessAnotherKind(search, question, result) }];
  });
  const trials = judged
    .filter(({ result }) => result.outcome !== "undecidable")
    .map(({ question, result }) => ({ fits: result.outcome === "consistent", chance: question.chance(result) }));
  const earned = earnedBy(trials, search.tried ?? 1);
  const broken = judged.filter(({ result }) => result.outcome === "inconsistent");
  const kept = trials.length - broken.length;
  const confirmed =
    search.basis === "stated" || earned.earned || (search.basis === "named" && kept >= 2 && kept > 0.6 * trials.length);
  const first = broken[0];
  return judged.map((entry): Asked => {
    const { question, result, apart } = entry;
    const { cells, values } = question;
    if (result.outcome === "undecidable")
      return { outcome: "undecidable", cells, ...(apart === undefined ? {} : { apart }) };
    if (confirmed) {
      const holds: Asked["holds"] = (substitute) => {
        const outcome = question.judge(values.map((value, at) => substitute(cells[at] as CellAt) ?? value))?.outcome;
        return outcome === result.outcome ? outcome === "consistent" : outcome !== "inconsistent";
      };
      // A convention that rescues one line is worth a word only where the other lines follow the usual one.
      if (result.outcome === "consistent" || (result.outcome === "conditional" && !usual(search, earned)))
        return { outcome: result.outcome, cells, holds };
      const strength = result.outcome === "inconsistent" ? "contradiction" : "conditional";
      return { outcome: result.outcome, cells, holds, flag: flagOf(search, entry, earned, strength) };
    }
    if (entry !== first) return { outcome: "undecidable", cells };
    const others = broken.length - 1;
    const flag = flagOf(search, entry, earned, "suspicion");
    const more = others === 0 ? "" : ` So it is in ${others} more ${search.lineWord}${others === 1 ? "" : "s"}.`;
    return { outcome: "undecidable", cells, flag: { ...flag, headline: `${flag.headline}${more}` } };
  });
}

/** What other lines say of a line of another kind is nothing, or holds under one condition. */
function unlessAnotherKind(
  { reading, lineWord, basis }: QuestionSearch,
  { cells }: Question,
  result: CheckResult,
): Omit<Judged, "question"> {
  if (result.outcome !== "inconsistent") return { result };
  const other = anotherKindOf(reading, lineWord, cells, basis === "stated");
  if (other === undefined) return { result };
  if (other.plainly) return { result: { ...result, outcome: "undecidable" }, apart: { lineWord, why: other.words } };
  return { result: { ...result, outcome: "conditional", rescuedBy: [...result.rescuedBy, other.words] } };
}

function usual({ basis }: QuestionSearch, { earned }: Earned): boolean {
  return earned || basis === "stated";
}

interface Judged {
  readonly question: Question;
  readonly result: CheckResult;
  readonly apart?: NonNullable<Asked["apart"]>;
}

function flagOf(
  { reading, words, lineWord, trialWord = lineWord, basis }: QuestionSearch,
  { question, result }: Judged,
  earned: Earned,
  strength: FindingStrength,
): NonNullable<Asked["flag"]> {
  const [cell] = question.cells;
  const chance = question.chance(result);
  const why =
    basis === "stated"
      ? "as was said"
      : earned.earned
        ? earnedWords(earned, trialWord)
        : basis === "named"
          ? "as the names say"
          : "which nothing in the table confirms";
  return {
    strength,
    headline: `${cell === undefined ? "" : `${cellName(reading, cell)}: `}${result.explanation}`,
    restsOn: [`${words}, ${why}`, ...result.assumptions],
    result,
    accuses: question.accuses ?? 1,
    ...(chance < 1 ? { passByChance: chance } : {}),
  };
}
