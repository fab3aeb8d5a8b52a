/** What a command is given of the world, so that tests can stand in for it. */
export interface Shell {
  /** Results: standard output. */
  readonly print: (text: string) => void;
  /** Progress and remarks: standard error. */
  readonly note: (text: string) => void;
  /** Everything on standard input, up to so many bytes; undefined where there is more. */
  readonly readInput: (bytes: number) => Promise<Uint8Array | undefined>;
  /** Whether standard error is a terminal, where a line may be rewritten. */
  readonly interactive: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where relative paths begin. */
  readonly folder: string;
}

export const processShell: Shell = {
  print: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  readInput: (bytes) => readUpTo(process.stdin, bytes),
  interactive: process.stderr.isTTY === true,
  environment: process.env,
  folder: process.cwd(),
};

/** Everything of a stream, up to so many bytes; undefined where there is more. */
export async function readUpTo(stream: AsyncIterable<Uint8Array>, bytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bytes) return undefined;
  }
  return Buffer.concat(chunks);
}
