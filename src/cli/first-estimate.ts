import type { Progress } from "../pipelines/pipeline.ts";

/** Where a run stands. */
export interface Standing {
  readonly planned: number;
  readonly recorded: number;
  readonly running: number;
  /** Others are at them. */
  readonly elsewhere: number;
}

export interface FirstEstimate {
  readonly started: (cell: string, nowSeconds: number) => void;
  /** Seconds until the run is through; undefined while there is too little to tell. */
  readonly remaining: (cell: string, progress: Progress, nowSeconds: number, standing: Standing) => number | undefined;
}

/**
 * How long a run will take, before its first cell has finished: a cell lasts as long as its present stage lets expect,
 * at the pace since the stage began, and the cells that wait last as long each, shared with whoever else is at cells of
 * the run. Stages to come are not known, so that it
 * is a lower bound until the longest stage runs.
 */
export function firstEstimate(workers: number): FirstEstimate {
  const began = new Map<string, number>();
  const stages = new Map<string, { readonly stage: string; readonly at: number; readonly done: number }>();
  return {
    started: (cell, now) => {
      began.set(cell, now);
      stages.delete(cell);
    },
    remaining: (cell, { stage, done, total }, now, { planned, recorded, running, elsewhere }) => {
      const known = stages.get(cell);
      if (known?.stage !== stage) {
        stages.set(cell, { stage, at: now, done });
        return undefined;
      }
      const worked = done - known.done;
      if (worked <= 0 || now - known.at < leastSeconds) return undefined;
      const left = ((total - done) * (now - known.at)) / worked;
      const whole = now - (began.get(cell) ?? known.at) + left;
      const waiting = Math.max(0, planned - recorded - running - elsewhere);
      return left + Math.ceil(waiting / Math.max(1, workers + elsewhere)) * whole;
    },
  };
}

/** A pace that was measured over less says little. */
const leastSeconds = 2;
