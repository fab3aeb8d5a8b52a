/** What a command is given of the world, so that tests can stand in for it. */
export interface Shell {
  /** Results: standard output. */
  readonly print: (text: string) => void;
  /** Progress and remarks: standard error. */
  readonly note: (text: string) => void;
  /** Whether standard error is a terminal, where a line may be rewritten. */
  readonly interactive: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where relative paths begin. */
  readonly folder: string;
}

export const processShell: Shell = {
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  interactive: process.stderr.isTTY === true,
  environment: process.env,
  folder: process.cwd(),
};
