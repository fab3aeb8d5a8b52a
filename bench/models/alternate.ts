import { execFileSync } from "node:child_process";

/** What one child process measured: seconds by name of the task. */
export type Seconds = Readonly<Record<string, number>>;

export interface Command {
  readonly file: string;
  readonly arguments: readonly string[];
}

/**
 * Runs two commands in turn, so that a drift of the machine shows on both, and gives the median seconds of each task.
 * Each command prints one line of JSON: seconds by task.
 */
export function alternate(
  ours: Command,
  theirs: Command,
  rounds: number,
): { readonly ours: Seconds; readonly theirs: Seconds } {
  const measured = Array.from({ length: rounds }, () => ({ ours: seconds(ours), theirs: seconds(theirs) }));
  return { ours: medians(measured.map((round) => round.ours)), theirs: medians(measured.map((round) => round.theirs)) };
}

/** This script again, in a process of its own. */
export function thisScript(...parameters: readonly string[]): Command {
  return { file: process.execPath, arguments: [...process.execArgv, process.argv[1] ?? "", ...parameters] };
}

/** The Python named by PYTHON, with two threads for its libraries. */
export function python(script: string, ...parameters: readonly string[]): Command {
  return { file: process.env.PYTHON ?? "python3", arguments: [script, ...parameters] };
}

function seconds({ file, arguments: parameters }: Command): Seconds {
  const env = { ...process.env, OMP_NUM_THREADS: "2", OPENBLAS_NUM_THREADS: "2" };
  return JSON.parse(execFileSync(file, parameters, { encoding: "utf8", env }));
}

function medians(rounds: readonly Seconds[]): Seconds {
  return Object.fromEntries(
    Object.keys(rounds[0] ?? {}).map((task) => {
      const sorted = rounds.map((round) => round[task] ?? Number.NaN).sort((first, second) => first - second);
      return [task, sorted[Math.floor(sorted.length / 2)] ?? Number.NaN];
    }),
  );
}
