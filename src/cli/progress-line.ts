import type { Shell } from "./shell.ts";

/** One line of progress on standard error: rewritten on a terminal, now and then elsewhere. */
export interface ProgressLine {
  readonly show: (what: string, done: number, total: number, remainingSeconds?: number) => void;
  readonly end: () => void;
}

const linesApartMs = 15_000;

export function progressLine({ interactive, note }: Shell): ProgressLine {
  let last = Number.NEGATIVE_INFINITY;
  return {
    show: (what, done, total, remainingSeconds) => {
      const now = performance.now();
      if (now - last < (interactive ? 100 : linesApartMs)) return;
      last = now;
      const share = total > 0 ? `${Math.floor((100 * done) / total)} %` : "";
      const left = remainingSeconds === undefined ? "" : `, about ${duration(remainingSeconds)} left`;
      const line = `${what} ${share}${left}`;
      if (interactive) process.stderr.write(`\r\u001b[2K${line}`);
      else note(line);
    },
    end: () => {
      if (interactive) process.stderr.write("\r\u001b[2K");
    },
  };
}

/**
 * A duration in the two units that matter.
 *
 * @example
 * duration(4000); // => "1 h 7 min"
 */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
