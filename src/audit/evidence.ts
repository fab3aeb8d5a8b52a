import type { CellRecord } from "../../harness/record.ts";

/** All that is known from runs. */
export interface Evidence {
  readonly records: readonly CellRecord[];
  /** The identity of a pipeline's present code, where it is known. */
  readonly presentCode: (pipeline: string) => string | undefined;
}

export const noEvidence: Evidence = { records: [], presentCode: () => undefined };
