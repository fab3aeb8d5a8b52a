import { listenForInterruption } from "./interruption.ts";
import { type RunCellOptions, runCell } from "./worker.ts";
import { describeResult, WORKER_EXIT, type WorkerMessage, workerExitCode } from "./worker-messages.ts";

/**
 * Runs one cell as a process of its own: `assay cell`, or a worker of the local executor, which it tells of its
 * progress. SIGTERM, SIGINT or SIGUSR1, and the executor's death, stop it with code 75, finished steps kept. Gives the
 * exit code; what happened goes to `write` in one line.
 */
export async function cellCommand(
  options: Omit<RunCellOptions, "signal" | "onProgress">,
  write: (line: string) => void,
): Promise<number> {
  const interruption = listenForInterruption();
  const orphaned = new AbortController();
  process.once("disconnect", () => orphaned.abort());
  const signal = AbortSignal.any([interruption.stop, orphaned.signal]);
  let told = 0;
  try {
    const result = await runCell({
      ...options,
      signal,
      onProgress: (progress) => {
        const now = performance.now();
        if (now - told < TELL_EVERY_MS && progress.done < progress.total) return;
        told = now;
        void tell({ kind: "progress", progress });
      },
    });
    await tell({ kind: "result", result });
    write(describeResult(result));
    return workerExitCode(result);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await tell({ kind: "refused", message });
    write(message);
    return WORKER_EXIT.input;
  } finally {
    interruption.ignore();
  }
}

const TELL_EVERY_MS = 200;

async function tell(message: WorkerMessage): Promise<void> {
  if (!process.connected) return;
  await new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
}
