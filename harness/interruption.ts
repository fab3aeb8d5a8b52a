/** Being asked to stop, and being told to. */
export interface Interruption {
  /** Aborted by the first SIGINT, SIGTERM or SIGUSR1: finish what must be finished and stop. */
  readonly stop: AbortSignal;
  /** Aborted by the second one: stop now. */
  readonly kill: AbortSignal;
  /** Gives the signals back their ordinary meaning. */
  readonly ignore: () => void;
}

/** Listens for the signals by which people and batch systems stop a process. */
export function listenForInterruption(): Interruption {
  const stop = new AbortController();
  const kill = new AbortController();
  const listener = (): void => (stop.signal.aborted ? kill : stop).abort();
  for (const signal of signals) process.on(signal, listener);
  return {
    stop: stop.signal,
    kill: kill.signal,
    ignore: () => {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}

const signals = process.platform === "win32" ? (["SIGINT"] as const) : (["SIGINT", "SIGTERM", "SIGUSR1"] as const);
