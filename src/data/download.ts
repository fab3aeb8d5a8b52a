import { open, rename, rm } from "node:fs/promises";
import { type DataFile, dataError, inThousands, isDataError } from "./data-error.ts";
import { readChecksums } from "./read-file.ts";
import type { KnownChecksums } from "./registry/entry.ts";
import { verifyChecksums, verifySize } from "./verify.ts";

/** The part of the global `fetch` that is used: tests and proxies put their own in its place. */
export type Fetcher = (
  address: string,
  request: { readonly headers: Readonly<Record<string, string>>; readonly signal?: AbortSignal },
) => Promise<Response>;

export interface Transfer {
  readonly fetcher: Fetcher;
  readonly signal: AbortSignal | undefined;
  /** Told after every chunk; a caller that prints has to choose its own pace. */
  readonly progress: (receivedBytes: number, totalBytes: number) => void;
}

/** What a file must turn out to be. */
export interface Expected {
  readonly bytes: number;
  readonly checksums: KnownChecksums;
}

/**
 * Fills a file by way of a `.part` beside it, which takes the file's name only once its size and checksums are verified
 * and is removed when anything goes wrong: under its own name, a file is whole or absent.
 */
export async function writeVerified(
  file: DataFile,
  expected: Expected,
  write: (append: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  // The process's number keeps two fetches at the same time out of each other's way.
  const part = { ...file, path: `${file.path}.${process.pid}.part` };
  try {
    const handle = await open(part.path, "w");
    try {
      await write(async (bytes) => {
        await handle.writeFile(bytes);
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await verifySize(part, expected);
    verifyChecksums(part, expected.checksums, await readChecksums(part));
    await rename(part.path, file.path);
  } catch (error) {
    await rm(part.path, { force: true });
    throw systemError(file, error);
  }
}

/** Downloads one file from the first address that gives it whole and right; throws one line with what each answered. */
export async function download(
  file: DataFile,
  addresses: readonly string[],
  expected: Expected,
  transfer: Transfer,
): Promise<void> {
  const failures: string[] = [];
  for (const address of addresses) {
    try {
      await writeVerified(file, expected, (append) => receive(address, expected.bytes, transfer, append));
      return;
    } catch (error) {
      if (transfer.signal?.aborted === true) throw dataError(file, "the download was interrupted", error);
      if (isSystemError(error)) throw error;
      failures.push(`${address}: ${problemOf(error)}`);
    }
  }
  throw dataError(file, `could not be downloaded (${failures.join("; ")})`);
}

async function receive(
  address: string,
  totalBytes: number,
  { fetcher, signal, progress }: Transfer,
  append: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  // Without this, a server may declare the gzip of the file itself as a transfer encoding, and it would be unpacked.
  const headers = { "accept-encoding": "identity" };
  const response = await fetcher(address, signal === undefined ? { headers } : { headers, signal });
  if (!response.ok) throw new Error(`server answered ${response.status} ${response.statusText}`.trimEnd());
  if (response.body === null) throw new Error("server answered nothing");
  let received = 0;
  try {
    for await (const chunk of response.body) {
      received += chunk.length;
      if (received > totalBytes) throw new Error(`more than the expected ${inThousands(totalBytes)} bytes came`);
      await append(chunk);
      progress(received, totalBytes);
    }
  } catch (error) {
    if (error instanceof TypeError)
      throw new Error(`connection broke off at byte ${inThousands(received)} of ${inThousands(totalBytes)}`);
    throw error;
  }
}

/** A failure of the file system (no space, no permission) in our one-line form; others as they are. */
function systemError(file: DataFile, error: unknown): unknown {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return error;
  if (error.code === "ENOSPC")
    return dataError({ ...file, remedy: "make room and fetch it again" }, "the disk is full", error);
  return dataError(file, `could not be written (${error.message})`, error);
}

/** Whether the fault lies with this machine, so that no other address would help. */
function isSystemError(error: unknown): boolean {
  return isDataError(error) && error.cause instanceof Error && "syscall" in error.cause;
}

/** The problem alone: the file and the remedy are said once, around all addresses. */
function problemOf(error: unknown): string {
  if (isDataError(error)) return error.problem;
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}, ${error.cause.message}` : error.message;
}
