import type { CheckResult } from "../checks/check-result.ts";
import type { ReadProblem } from "../tables/source-table.ts";
import type { Place } from "../tables/source-text.ts";
import type { TableReading } from "../tables/table-reading.ts";

/** A cell, or a number of a sentence, that a finding speaks of. */
export interface FindingPlace {
  /** `table 2, row "ours / large", column "CIFAR-10"`, or the sentence's beginning. */
  readonly label: string;
  /** As printed. */
  readonly text: string;
  readonly place: Place;
}

/**
 * How conclusive a finding is. `contradiction`: what is printed is impossible under every convention, and what the cells
 * are is said by the table itself, by its other lines, or by the user. `conditional`: impossible by the usual convention,
 * possible under a named one. `suspicion`: impossible only if a reading holds that nothing confirms. `note`: worth a look,
 * accuses nobody (lines printed alike, a baseline that is beaten by a constant).
 */
export type FindingStrength = "contradiction" | "conditional" | "suspicion" | "note";

export interface Finding {
  readonly check: string;
  readonly strength: FindingStrength;
  /** One line: the place, what is printed, why it cannot be. */
  readonly headline: string;
  /** What the finding takes for granted of the table, first what was inferred: `column "Avg" is the mean of the 4 columns before it, as 11 of 12 rows confirm`. */
  readonly restsOn: readonly string[];
  readonly result: CheckResult;
  /** The cells that it accuses, the likeliest first; the others of the relation follow in `related`. */
  readonly accused: readonly FindingPlace[];
  readonly related: readonly FindingPlace[];
  /** The chance that a number printed at random in its place would pass the check; absent where it is not known. */
  readonly passByChance?: number;
}

/** How often a check was asked, and what came out: a check that is never applicable counts nothing. */
export interface CheckTally {
  readonly check: string;
  readonly asked: number;
  readonly consistent: number;
  readonly inconsistent: number;
  readonly conditional: number;
  readonly undecidable: number;
}

/** A line that breaks what a check finds in the others, and is not held to it. */
export interface LineApart {
  readonly check: string;
  readonly lineWord: "row" | "column";
  readonly line: string;
  readonly why: string;
}

/** Cells that together explain several findings: the fewest whose mending would settle them all. */
export interface Culprits {
  readonly cells: readonly FindingPlace[];
  /** Indices into the inspection's findings. */
  readonly findings: readonly number[];
  /** One number in that cell that would settle every one of them, where there is one. */
  readonly wouldSettle?: string;
}

export interface TableInspection {
  readonly reading: TableReading;
  /** What cannot be read, cell by cell. */
  readonly problems: readonly ReadProblem[];
  /** What was taken off a number, or left open, in reading its cell: footnote marks, parentheses, decimal commas. */
  readonly notes: readonly ReadProblem[];
  /** The most conclusive first. */
  readonly findings: readonly Finding[];
  readonly tallies: readonly CheckTally[];
  readonly culprits: readonly Culprits[];
  /** What was passed over, so that it can be overruled by saying what the line is. */
  readonly apart: readonly LineApart[];
  /** What a reader of many flags should know: how many were asked for, and how surprising so many are. */
  readonly family: Family;
}

export interface Family {
  readonly asked: number;
  readonly flagged: number;
  /** In one sentence: exact checks never flag a true table; the others' expected number of false flags. */
  readonly explanation: string;
}

export interface PaperInspection {
  readonly tables: readonly TableInspection[];
  /** Findings of sentences against tables, and of numbers that differ between places. */
  readonly findings: readonly Finding[];
  readonly tallies: readonly CheckTally[];
  readonly problems: readonly ReadProblem[];
  /** Sentences with a number that was looked at, and how many of them a check could decide. */
  readonly sentences: { readonly seen: number; readonly decided: number };
}
