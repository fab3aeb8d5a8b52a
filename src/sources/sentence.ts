import type { Place } from "../tables/source-text.ts";

/** A sentence of a paper, markup resolved. */
export interface Sentence {
  readonly text: string;
  readonly place: Place;
  /** The heading that it stands under; `caption of tab:main` for a caption's sentences. */
  readonly section?: string;
  /** Labels or numbers of tables that it refers to: `tab:main`, `Table 2`. */
  readonly refersTo: readonly string[];
}
