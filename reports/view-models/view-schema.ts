import * as v from "valibot";
import { list, object, table, text, texts, valid, verdict } from "./view-parts.ts";

const claim = object({
  anchor: text,
  id: text,
  locus: text,
  states: text,
  /** Short; what is longer is quoted. */
  printed: text,
  quoted: text,
  observed: texts,
  mark: verdict,
  reason: text,
  explanation: text,
  /** Named lists of sentences: assumptions, what rescues the claim, near misses. */
  lists: list(object({ name: text, items: texts })),
  /** The settings of the freedoms side by side, and tables of what the check found. */
  tables: list(table),
  related: texts,
  command: text,
});

const finding = object({
  anchor: text,
  claimAnchor: text,
  number: v.number(),
  claim: text,
  title: text,
  severity: text,
  by: text,
  confidence: text,
  marks: list(verdict),
  /** What the parts of the finding are called: a reading that rescues is no explanation, nor a restatement a quotation. */
  labels: object({ printed: text, why: text, wouldExplain: text }),
  printed: text,
  follows: text,
  /** Where it stands, of several that share their reasons; else none. */
  places: list(object({ locus: text, claim: text, claimAnchor: text, follows: text })),
  why: text,
  wouldExplain: texts,
});

const plot = object({
  id: text,
  title: text,
  caption: text,
  /** What a reader who does not see the plot is told. */
  description: text,
  file: text,
  dataFile: text,
  svg: v.string(),
});

/** All that was run of one pipeline. */
const experiment = object({
  id: text,
  title: text,
  purpose: text,
  runs: list(table),
  /** Ours against what is printed, and what else was measured. */
  numbers: list(table),
  /** What was measured under several settings of the freedoms. */
  settings: list(table),
  plots: list(plot),
  /** Figures that are not shown but lie beside the report; none or one. */
  others: list(object({ sentence: text, files: list(object({ title: text, file: text })) })),
  hyperparameters: list(table),
  deviations: list(object({ experiment: text, items: texts })),
  freedoms: list(table),
});

const tally = object({ mark: verdict, count: v.number() });

const paper = object({
  id: text,
  title: text,
  /** Names the report, not the paper. */
  documentTitle: text,
  authors: text,
  venue: text,
  /** None or one. */
  urls: texts,
  reproduces: text,
  generator: text,
  schemaVersion: text,
  provenance: list(object({ source: text, method: text, caveats: texts })),
  summary: object({
    scope: text,
    methodology: text,
    results: texts,
    easy: texts,
    difficult: texts,
    communication: text,
  }),
  tally: list(tally),
  findings: list(finding),
  claims: list(claim),
  tables: list(table),
  rowMeans: list(table),
  experiments: list(experiment),
  difficulty: list(table),
  hyperparameters: list(table),
  coverage: object({
    sentences: texts,
    notRun: list(object({ claims: texts, reason: text, command: text })),
    outOfScope: list(object({ claims: texts, reason: text })),
  }),
  environment: list(table),
});

const index = object({
  generator: text,
  schemaVersion: text,
  verdicts: list(verdict),
  papers: list(
    object({
      id: text,
      title: text,
      authors: text,
      venue: text,
      reproduces: text,
      /** Without its extension. */
      file: text,
      tally: list(tally),
      findings: text,
    }),
  ),
  /** One table a question, a row a paper. */
  comparison: list(table),
});

export type ClaimView = v.InferOutput<typeof claim>;
export type FindingView = v.InferOutput<typeof finding>;
export type ExperimentView = v.InferOutput<typeof experiment>;
export type PlotView = v.InferOutput<typeof plot>;
export type TallyView = v.InferOutput<typeof tally>;
export type PaperView = v.InferOutput<typeof paper>;
export type IndexView = v.InferOutput<typeof index>;

/** Throws an Error that names the first field that is missing, superfluous or unformatted. */
export function validPaperView(view: PaperView): PaperView {
  return valid(paper, view, view.id);
}

export function validIndexView(view: IndexView): IndexView {
  return valid(index, view, "index");
}
