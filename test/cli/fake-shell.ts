import { runCommandLine } from "../../src/cli/run-command-line.ts";

export interface Said {
  readonly code: number;
  /** The standard output. */
  readonly printed: string;
  /** The standard error. */
  readonly noted: string;
}

export interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** What comes on standard input. */
  readonly input?: string;
}

/** Runs `assay` with these words in this process. */
export async function assay(
  words: readonly string[],
  { environment = {}, folder = process.cwd(), input = "" }: Surroundings = {},
) {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await runCommandLine(words, {
    print: (text) => printed.push(`${text}\n`),
    note: (text) => noted.push(`${text}\n`),
    readInput: async () => Buffer.from(input),
    interactive: false,
    environment,
    folder,
  });
  const said: Said = { code, printed: printed.join(""), noted: noted.join("") };
  return said;
}

/** The one line of a mistake; throws where there are more, or a stack trace. */
export function onlyLine(text: string): string {
  const lines = text.split("\n").filter((line) => line !== "");
  const [line] = lines;
  if (line === undefined || lines.length !== 1) throw new Error(`expected one line, got ${lines.length}: ${text}`);
  return line;
}
