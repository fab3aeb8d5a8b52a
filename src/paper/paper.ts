import type { Table } from "../tables/table.ts";
import type { Claim } from "./claim.ts";
import type { DifficultyTable } from "./difficulty.ts";
import type { Hyperparameter } from "./experiment.ts";
import { runProblem } from "./run-problem.ts";
import type { Uncounted } from "./transcription/uncounted.ts";

export interface Citation {
  readonly title: string;
  readonly authors: readonly string[];
  readonly venue: string;
  readonly year: number;
  readonly url?: string;
}

/** How the encoded numbers came off the page. */
export interface Provenance {
  readonly source: string;
  readonly method: string;
  /** What is inferred rather than read, and other doubts. */
  readonly caveats: readonly string[];
}

/** The report's prose sections, in the order of the ML Reproducibility Challenge. */
export interface Narrative {
  readonly scope: string;
  readonly methodology: string;
  readonly easy: readonly string[];
  readonly difficult: readonly string[];
  readonly communication: string;
}

/** Hyper-parameters of one experiment as the paper's reader must know them. */
export interface ExperimentHyperparameters {
  readonly experiment: string;
  readonly hyperparameters: readonly Hyperparameter[];
}

/** What a comparison of the transcription with the paper's text must know. */
export interface TranscriptionNotes {
  /** Tables that the text lacks, by name, with where they are printed. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** Numbers of the text that claim nothing, beside those that are told by what stands around them. */
  readonly uncounted?: readonly Uncounted[];
}

/** A document under audit. */
export interface Paper {
  /** The name of its folder: `k9de-2021`. */
  readonly id: string;
  readonly citation: Citation;
  /** The id of the paper that it reproduces. */
  readonly reproduces?: string;
  readonly provenance: readonly Provenance[];
  readonly narrative: Narrative;
  readonly tables: readonly Table[];
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly hyperparameters: readonly ExperimentHyperparameters[];
  readonly difficulty?: DifficultyTable;
  readonly transcription?: TranscriptionNotes;
}

/**
 * A paper, its parts checked against each other: claim ids are unique and well formed, loci name cells that exist, and
 * claims that rest on runs say all that deciding them needs. Throws an Error that names the paper and the claim.
 */
export function definePaper(paper: Paper): Paper {
  const seen = new Set<string>();
  const tables = new Map(paper.tables.map((table) => [table.name, table]));
  for (const { id, at, basis } of paper.claims) {
    if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id)) {
      throw new Error(`${paper.id}: claim id "${id}" must be lower-case words joined by dots or hyphens`);
    }
    if (seen.has(id)) throw new Error(`${paper.id}: claim id "${id}" is used twice; give one of them another name`);
    seen.add(id);
    const problem = runProblem(basis);
    if (problem !== undefined) throw new Error(`${paper.id}: claim "${id}": ${problem}`);
    if (at.kind !== "cell" && at.kind !== "table") continue;
    const table = tables.get(at.table);
    if (table === undefined) {
      throw new Error(
        `${paper.id}: claim "${id}" stands in ${at.table}, which the paper lacks; it has ${[...tables.keys()].join(", ")}`,
      );
    }
    if (at.kind === "cell") table.cell(at.row, at.column);
  }
  return paper;
}
