import { readFile, rm } from "node:fs/promises";
import * as v from "valibot";
import { codeOf, replaceFile, storageError } from "./durable-file.ts";
import { earlierRunsSchema } from "./parse-record.ts";
import type { EarlierRuns } from "./record.ts";

export interface UnfinishedRun {
  /** What went before; undefined if this is the cell's first run. */
  readonly earlier: EarlierRuns | undefined;
  /** Ends this run: `stopped` adds it to those that went before, `void` leaves these as they were. */
  readonly end: (how: "recorded" | "stopped" | "void") => Promise<void>;
}

/**
 * Keeps the time of a cell's runs in a file until one of them is recorded, so that the record of a cell that was
 * stopped and went on can tell how long it took. Written again and again, for a run that is killed cannot say so.
 */
export async function beginUnfinishedRun(path: string, everySeconds = 5): Promise<UnfinishedRun> {
  const earlier = await readEarlierRuns(path);
  const begun = performance.now();
  const write = async (): Promise<void> => {
    const { runs, seconds } = earlier ?? { runs: 0, seconds: 0 };
    const total: EarlierRuns = { runs: runs + 1, seconds: seconds + (performance.now() - begun) / 1000 };
    await replaceFile(path, `${JSON.stringify(total)}\n`);
  };
  await write();
  let writing = Promise.resolve();
  const timer = setInterval(() => {
    // One after another, so that none is written after the end; where one fails only a time is lost.
    writing = writing.then(write).catch(() => undefined);
  }, everySeconds * 1000);
  timer.unref();
  return {
    earlier,
    end: async (how) => {
      clearInterval(timer);
      await writing;
      if (how === "stopped") await write();
      else if (how === "void" && earlier !== undefined) await replaceFile(path, `${JSON.stringify(earlier)}\n`);
      else await rm(path, { force: true });
    },
  };
}

/** A file that cannot be understood tells of no run. */
async function readEarlierRuns(path: string): Promise<EarlierRuns | undefined> {
  try {
    return v.parse(v.pipe(v.string(), v.parseJson(), earlierRunsSchema), await readFile(path, "utf8"));
  } catch (error) {
    if (codeOf(error) === "ENOENT" || v.isValiError(error)) return undefined;
    throw storageError(path, error);
  }
}
