import * as v from "valibot";

/** Text that a person is going to read: whatever slipped through formatting is refused. */
export const text = v.pipe(
  v.string(),
  v.check((value) => !/\[object |^(undefined|null|NaN)$/.test(value), "unformatted value in a report's view"),
);
export const number = v.number();
export const texts = v.pipe(v.array(text), v.readonly());
export const object = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(v.strictObject(entries), v.readonly());
export const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

export const verdict = object({
  name: text,
  word: text,
  label: text,
  symbol: text,
  tone: v.picklist(["fails", "open", "note", "holds", "absent"]),
  meaning: text,
  indication: v.boolean(),
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

export const table = object({
  id: text,
  title: text,
  notes: texts,
  /** Headers above the columns with how many columns each spans; empty where no columns belong together. */
  groups: list(object({ label: text, span: v.number(), starts: v.boolean() })),
  /** The columns that name a row, then those with its cells. `share`: of the width that columns of prose divide; else 0. */
  stubs: list(object({ label: text, share: v.number() })),
  columns: list(
    object({
      label: text,
      group: text,
      isNumber: v.boolean(),
      isLong: v.boolean(),
      startsGroup: v.boolean(),
      share: v.number(),
    }),
  ),
  rows: list(object({ stubs: texts, cells: list(cell) })),
  /** More columns than an upright page takes. */
  wide: v.boolean(),
  /** Enough columns for smaller letters. */
  dense: v.boolean(),
  /** More rows than are kept together on a page. */
  long: v.boolean(),
});

export type VerdictView = v.InferOutput<typeof verdict>;
export type CellView = v.InferOutput<typeof cell>;
export type TableView = v.InferOutput<typeof table>;

/** A view as it was given; throws an Error that names the first field that is missing, superfluous or unformatted. */
export function valid<Schema extends v.GenericSchema>(
  schema: Schema,
  view: v.InferOutput<Schema>,
  name: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, view);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`report of ${name}: ${v.getDotPath(issue) ?? "view"}: ${issue.message}`);
}
