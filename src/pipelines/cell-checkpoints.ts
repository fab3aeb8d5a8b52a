import type { Checkpoints } from "../models/training/training.ts";
import type { PipelineContext } from "./pipeline.ts";

/** The checkpoints of the trainings of one cell. */
export interface CellCheckpoints {
  /** Those of one training, told apart from the cell's others by its part. */
  readonly of: (...part: readonly (string | number)[]) => Checkpoints;
  /** Lets go of all of them, once the cell's results are complete. */
  readonly forget: () => Promise<void>;
}

/** Checkpoints in the cell's memo, which no other cell and no other code meets. */
export function cellCheckpoints({ cell, memo }: Pick<PipelineContext, "cell" | "memo">): CellCheckpoints {
  const keys = new Set<string>();
  const noted = {
    get: memo.get,
    put: (key: string, value: Uint8Array): Promise<void> => {
      keys.add(key);
      return memo.put(key, value);
    },
  };
  return {
    of: (...part) => ({ memo: noted, identity: [cell, ...part] }),
    forget: async () => {
      for (const key of keys) await memo.forget(key);
    },
  };
}
