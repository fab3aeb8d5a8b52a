import * as v from "valibot";

/** Text that a person is going to read: whatever slipped through formatting is refused. */
const text = v.pipe(
  v.string(),
  v.check((value) => !/\[object |^(undefined|null|NaN)$/.test(value), "unformatted value in a report's view"),
);
const texts = v.pipe(v.array(text), v.readonly());
const object = <Entries extends v.ObjectEntries>(entries: Entries) => v.pipe(v.strictObject(entries), v.readonly());
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

const verdict = object({
  name: text,
  word: text,
  label: text,
  symbol: text,
  tone: v.picklist(["fails", "open", "note", "holds", "absent"]),
  meaning: text,
});

const cell = object({
  /** One line each. */
  lines: texts,
  /** None or one. */
  marks: list(verdict),
  isNumber: v.boolean(),
  /** Prose that may wrap. */
  isLong: v.boolean(),
});

const table = object({
  id: text,
  title: text,
  notes: texts,
  /** Headers above the columns with how many columns each spans; empty where no columns belong together. */
  groups: list(object({ label: text, span: v.number(), starts: v.boolean() })),
  /** The columns that name a row, then those with its cells. */
  stubs: list(object({ label: text })),
  columns: list(
    object({ label: text, group: text, isNumber: v.boolean(), isLong: v.boolean(), startsGroup: v.boolean() }),
  ),
  rows: list(object({ stubs: texts, cells: list(cell) })),
  /** More columns than an upright page takes. */
  wide: v.boolean(),
  /** Enough columns for smaller letters. */
  dense: v.boolean(),
  /** More rows than are kept together on a page. */
  long: v.boolean(),
});

const claim = object({
  anchor: text,
  id: text,
  locus: text,
  states: text,
  printed: text,
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
  locus: text,
  severity: text,
  by: text,
  confidence: text,
  marks: list(verdict),
  printed: text,
  follows: text,
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
  /** What was measured for each claim under each setting of the freedoms. */
  settings: list(table),
  plots: list(plot),
  difficulty: list(table),
  hyperparameters: list(table),
  freedoms: list(table),
  deviations: list(object({ experiment: text, items: texts })),
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
    object({ id: text, title: text, authors: text, venue: text, file: text, tally: list(tally), findings: text }),
  ),
});

export type VerdictView = v.InferOutput<typeof verdict>;
export type CellView = v.InferOutput<typeof cell>;
export type TableView = v.InferOutput<typeof table>;
export type ClaimView = v.InferOutput<typeof claim>;
export type FindingView = v.InferOutput<typeof finding>;
export type PlotView = v.InferOutput<typeof plot>;
export type TallyView = v.InferOutput<typeof tally>;
export type PaperView = v.InferOutput<typeof paper>;
export type IndexView = v.InferOutput<typeof index>;

/** A view as it was given; throws an Error that names the first field that is missing, superfluous or unformatted. */
export function validPaperView(view: PaperView): PaperView {
  return valid(paper, view, view.id);
}

export function validIndexView(view: IndexView): IndexView {
  return valid(index, view, "index");
}

function valid<Schema extends v.GenericSchema>(
  schema: Schema,
  view: v.InferOutput<Schema>,
  name: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, view);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`report of ${name}: ${v.getDotPath(issue) ?? "view"}: ${issue.message}`);
}
