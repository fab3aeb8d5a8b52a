import type { LineOverride, LineRole, ReadCell } from "../table-reading.ts";
import type { LineName } from "./line-name.ts";

/** A line with what is known before its role: its names and its cells. */
export interface LineDraft {
  readonly index: number;
  readonly name: LineName;
  readonly namesOthers: boolean;
  readonly cells: readonly ReadCell[];
  readonly override?: LineOverride;
}

export interface LineFacts {
  readonly role: LineRole;
  readonly why: string;
  /** Neither average nor statistic nor cost by its name: what an average may be made of. */
  readonly free?: boolean;
  readonly of?: number;
  readonly over?: readonly number[];
}
