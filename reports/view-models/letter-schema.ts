import type * as v from "valibot";
import { list, number, object, text, texts, valid } from "./view-parts.ts";

/** One place of a point: where it is (empty where the point has no other), what stands there and what follows from it. */
const place = object({ locus: text, printedLabel: text, printed: text, follows: text, command: text });

/** Findings that share their reasons, put as one question. */
const point = object({
  number,
  title: text,
  places: list(place),
  why: text,
  explainLabel: text,
  wouldExplain: texts,
  sureness: text,
  question: text,
});

/** As a point, in a line or two: one place stands for all. */
const remark = object({ title: text, text, command: text });

const letter = object({
  id: text,
  title: text,
  documentTitle: text,
  salutation: text,
  generator: text,
  opening: text,
  holds: object({ sentences: texts, items: texts }),
  asking: texts,
  points: list(point),
  remarks: list(remark),
  notes: list(remark),
  limits: texts,
  sources: texts,
  commands: texts,
});

export type LetterPoint = v.InferOutput<typeof point>;
export type LetterRemark = v.InferOutput<typeof remark>;
export type LetterView = v.InferOutput<typeof letter>;

/** Throws an Error that names the first field that is missing, superfluous or unformatted. */
export function validLetterView(view: LetterView): LetterView {
  return valid(letter, view, `${view.id}, letter`);
}
