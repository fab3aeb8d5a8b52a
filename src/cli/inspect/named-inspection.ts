import type { PaperInspection } from "../../inspect/inspection.ts";

/** An inspection with the file or paper that it is of, as the user named it. */
export interface NamedInspection {
  readonly name: string;
  readonly inspection: PaperInspection;
}
