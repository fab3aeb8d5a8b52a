import { mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DataFile } from "./data-error.ts";
import { dataError } from "./data-error.ts";
import { download, type Fetcher, type Transfer, writeVerified } from "./download.ts";
import { type ByteSource, readChecksums, readFile } from "./read-file.ts";
import type { DatasetEntry, DatasetName, Origin, RegistryFile } from "./registry/entry.ts";
import { datasetRegistry } from "./registry.ts";
import { readTar } from "./tar.ts";
import { verifyChecksums, verifyFiles, verifySize } from "./verify.ts";

interface FetchProgress {
  /** The file under way, by its name at the server. */
  readonly file: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

export interface FetchOptions {
  /** Told after every chunk. */
  readonly progress?: (progress: FetchProgress) => void;
  /** Default: the global `fetch`. */
  readonly fetcher?: Fetcher;
  /** Stops the download; what is complete stays, nothing half-done does. */
  readonly signal?: AbortSignal;
}

/** Paths below the folder, of the files that were there already and of those that were fetched. */
export interface FetchReport {
  readonly present: readonly string[];
  readonly fetched: readonly string[];
}

/**
 * Downloads a data set from its official addresses into a folder, in the layout that `loadDataset` reads. Files that are
 * there and right are left alone; a file gets its name only when its size and checksums are those published.
 *
 * Throws one line naming file, what every address answered, and the remedy.
 *
 * @example
 * await fetchDataset("fashion-mnist", "data", { progress: ({ file, receivedBytes }) => console.error(file, receivedBytes) });
 */
export async function fetchDataset(
  name: DatasetName,
  folder: string,
  options: FetchOptions = {},
): Promise<FetchReport> {
  return fetchEntry(datasetRegistry[name], folder, options);
}

/** As `fetchDataset`, for a data set that is described by the caller. */
export async function fetchEntry(
  entry: DatasetEntry,
  folder: string,
  options: FetchOptions = {},
): Promise<FetchReport> {
  const checks = await verifyFiles(entry, folder);
  const wanted = checks.filter(({ state }) => state !== "intact").map(({ file }) => file);
  const present = checks.filter(({ state }) => state === "intact").map(({ file }) => file.path);
  if (wanted.length > 0) {
    const { origin } = entry;
    const locate = (path: string): DataFile => ({
      path: join(folder, path),
      remedy: `try again: assay data fetch ${entry.name}, or put it there by hand: ${entry.homepage}`,
    });
    for (const { path } of wanted) await makeFolder(locate(path));
    if (origin.kind === "files") await fetchFiles(origin.addresses, wanted, locate, options);
    else await fetchArchive(origin, wanted, locate, options);
  }
  return { present, fetched: wanted.map(({ path }) => path) };
}

async function makeFolder(file: DataFile): Promise<void> {
  const path = dirname(file.path);
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw dataError(file, `its folder cannot be made (${reason})`, error);
  }
}

async function fetchFiles(
  addresses: readonly string[],
  wanted: readonly RegistryFile[],
  locate: (path: string) => DataFile,
  options: FetchOptions,
): Promise<void> {
  for (const registered of wanted) {
    const name = basename(registered.path);
    await download(
      locate(registered.path),
      addresses.map((address) => `${address}${name}`),
      registered,
      transferOf(name, options),
    );
  }
}

async function fetchArchive(
  origin: Extract<Origin, { kind: "archive" }>,
  wanted: readonly RegistryFile[],
  locate: (path: string) => DataFile,
  options: FetchOptions,
): Promise<void> {
  const name = basename(new URL(origin.address).pathname);
  const archive = locate(name);
  if (await isIntact(archive, origin)) return unpack(archive, wanted, locate);
  await download(archive, [origin.address], origin, transferOf(name, options));
  try {
    await unpack(archive, wanted, locate);
  } finally {
    await rm(archive.path, { force: true });
  }
}

/** Somebody may have put the archive there by hand; then it is used, and left. */
async function isIntact(file: DataFile, expected: Extract<Origin, { kind: "archive" }>): Promise<boolean> {
  try {
    await verifySize(file, expected);
    verifyChecksums(file, expected.checksums, await readChecksums(file));
    return true;
  } catch {
    return false;
  }
}

/** Only members with exactly the path of a wanted file are written, hence nothing outside the folder ever. */
async function unpack(
  archive: DataFile,
  wanted: readonly RegistryFile[],
  locate: (path: string) => DataFile,
): Promise<void> {
  const missing = new Map(wanted.map((registered) => [registered.path, registered]));
  await readFile(archive, (source) =>
    readTar(archive, source, async (member, content) => {
      const registered = missing.get(member.name);
      if (registered === undefined) return;
      await writeVerified(locate(registered.path), registered, (append) => copy(content, append));
      missing.delete(member.name);
    }),
  );
  const [first] = missing.keys();
  if (first !== undefined) throw dataError(archive, `archive holds no ${first}`);
}

async function copy(content: ByteSource, append: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const buffer = new Uint8Array(1 << 20);
  for (;;) {
    const count = await content.read(buffer);
    if (count === 0) return;
    await append(buffer.subarray(0, count));
  }
}

function transferOf(file: string, { fetcher, progress, signal }: FetchOptions): Transfer {
  return {
    fetcher: fetcher ?? fetch,
    signal,
    progress: (receivedBytes, totalBytes) => progress?.({ file, receivedBytes, totalBytes }),
  };
}
