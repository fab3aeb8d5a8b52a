import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { ReadError } from "../tables/source-table.ts";
import type { ProblemList } from "./problem-list.ts";
import { resolveName } from "./source-files.ts";
import type { SourceLimits } from "./source-limits.ts";
import { isTarHeader, type TarEntry, tarReader } from "./tar-stream.ts";

/** The texts of an archive by name; figures and the like are counted, never held. */
export type ArchiveTexts = ReadonlyMap<string, Uint8Array>;

const kept = /\.(tex|ltx|latex|sty|cls|cfg|def|clo|json|md|markdown|html?|xhtml)$|(^|\/)00README(\.\w+)?$/i;

/**
 * Unpacks a .tar, a .tar.gz or a single gzipped file, as arXiv gives papers, into memory; nothing is written. Links,
 * devices and names that are absolute or lead out of the archive by `..` are left out, each with a problem. Throws a
 * ReadError for a damaged archive and for one that unpacks to more than the limits allow, as soon as it does.
 */
export async function readArchive(
  path: string,
  compressedBytes: number,
  gzipped: boolean,
  limits: SourceLimits,
  problems: ProblemList,
): Promise<ArchiveTexts> {
  const texts = new Map<string, Uint8Array>();
  const keeper = createKeeper(path, texts, limits, problems);
  const single: Uint8Array[] = [];
  let reader: ReturnType<typeof tarReader> | "single" | undefined;
  let head = new Uint8Array(0);
  let unpacked = 0;

  const start = () => {
    reader = isTarHeader(head.subarray(0, 512)) ? tarReader(path, keeper.wanted, keeper.take) : "single";
    if (reader === "single") single.push(head);
    else reader.push(head);
  };

  const take = (chunk: Uint8Array) => {
    unpacked += chunk.length;
    checkSize(path, unpacked, compressedBytes, limits);
    if (reader === undefined) {
      head = join([head, chunk]);
      if (head.length >= 512) start();
    } else if (reader === "single") {
      if (unpacked > limits.heldBytes) throw tooMuch(path, limits.heldBytes);
      single.push(chunk);
    } else reader.push(chunk);
  };

  const file = createReadStream(path);
  const stream = gzipped ? file.pipe(createGunzip()) : file;
  file.on("error", (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) take(chunk);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError(`${path} cannot be unpacked (${oneLine(error)}); fetch or make the archive again`);
  } finally {
    file.destroy();
  }
  if (reader === undefined) start();
  if (reader !== undefined && reader !== "single") reader.end();
  if (reader === "single") texts.set(singleName(path), join(single));
  return texts;
}

/** Decides which entries are held, and says which are refused; shared by tar and zip. */
export function createKeeper(
  path: string,
  texts: Map<string, Uint8Array>,
  limits: SourceLimits,
  problems: ProblemList,
): { wanted: (entry: TarEntry) => boolean; take: (name: string, content: Uint8Array) => void } {
  const here = { file: path, line: 1, column: 1 };
  let entries = 0;
  let held = 0;
  const wanted = (entry: TarEntry) => {
    entries += 1;
    if (entries > limits.files)
      throw new ReadError(`${path} holds more than ${limits.files.toLocaleString("en")} files; give the paper's alone`);
    if (entry.kind === "folder") return false;
    const quoted = JSON.stringify(entry.name.slice(0, 200));
    if (entry.kind !== "file") {
      problems.add(here, `${quoted} in the archive is a ${entry.kind === "link" ? "link" : "device"} and was left out`);
      return false;
    }
    if (safeName(entry.name) === undefined) {
      problems.add(here, `${quoted} in the archive leads out of it and was left out`);
      return false;
    }
    if (!kept.test(entry.name)) return false;
    held += entry.bytes;
    if (held > limits.heldBytes) throw tooMuch(path, limits.heldBytes);
    return true;
  };
  return { wanted, take: (name, content) => void texts.set(safeName(name) ?? name, content) };
}

function safeName(name: string): string | undefined {
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name) || /[\\\0]/.test(name)) return undefined;
  return name.split("/").includes("..") ? undefined : resolveName("", name) || undefined;
}

/** What a single gzipped file is called: arXiv names it by number, so that its content says what it is. */
function singleName(path: string): string {
  const name = (path.split(/[\\/]/).at(-1) ?? path).replace(/\.(gz|tgz|tar)$/i, "");
  return kept.test(name) ? name : `${name}.tex`;
}

export function checkSize(path: string, unpacked: number, compressedBytes: number, limits: SourceLimits): void {
  if (unpacked > limits.unpackedBytes) throw tooMuch(path, limits.unpackedBytes);
  if (unpacked > 1 << 24 && unpacked > compressedBytes * limits.unpackedRatio)
    throw new ReadError(
      `${path} unpacks to more than ${limits.unpackedRatio} times its size, as no paper does; give the unpacked folder if you trust it`,
    );
}

function tooMuch(path: string, limit: number): ReadError {
  return new ReadError(
    `${path} unpacks to more than ${limit.toLocaleString("en")} bytes of text or in all; give the unpacked folder if you trust it`,
  );
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
