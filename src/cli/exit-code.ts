/** What the command line says by its exit status. */
export const exitCode = {
  done: 0,
  /** A claim fails or a table is inconsistent. */
  fails: 1,
  usage: 2,
  /** The run is incomplete and can be resumed. */
  incomplete: 3,
  /** Nothing is false, but something is conditional, undecidable or inconclusive. */
  open: 4,
  fault: 70,
  /** A worker stopped on request; try again. */
  tryAgain: 75,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
