import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type DataFile, dataError } from "./data-error.ts";

type ChecksumAlgorithm = "md5" | "sha1" | "sha256";

/** The (unpacked) bytes of a file, in order. */
export interface ByteSource {
  /** Bytes taken so far. */
  readonly offset: () => number;
  /** Fills the target; returns how many bytes there were, fewer than asked only at the end of the file. */
  readonly read: (target: Uint8Array) => Promise<number>;
}

/** Checksums of a file as it lies on disk, in lower-case hexadecimal. */
export type Checksums = Readonly<Record<ChecksumAlgorithm, string>>;

export interface FileRead<Value> {
  readonly value: Value;
  readonly checksums: Checksums;
}

const algorithms: readonly ChecksumAlgorithm[] = ["md5", "sha1", "sha256"];
const chunkBytes = 1 << 20;

/**
 * Streams a file, unpacking it on the way if it is packed with gzip, through a parser, and takes its checksums in the
 * same pass: no more than a chunk of it is ever in memory. The parser has to take the file to its end.
 *
 * Throws one line naming file, offset and remedy when the file is missing, is no intact gzip stream, or goes on after the
 * parser is done.
 *
 * @param packed whether to unpack; by default, if the name ends in `.gz`
 */
export async function readFile<Value>(
  file: DataFile,
  parse: (source: ByteSource) => Promise<Value>,
  packed: boolean = file.path.endsWith(".gz"),
): Promise<FileRead<Value>> {
  const hashes = algorithms.map((algorithm) => ({ algorithm, hash: createHash(algorithm) }));
  let value: { readonly parsed: Value } | undefined;
  async function* hashed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      for (const { hash } of hashes) hash.update(chunk);
      yield chunk;
    }
  }
  const consume = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    const source = byteSource(chunks);
    value = { parsed: await parse(source) };
    if ((await source.read(new Uint8Array(1))) > 0)
      throw dataError(file, `goes on after byte ${source.offset() - 1}, where it should end`);
  };
  const input = createReadStream(file.path, { highWaterMark: chunkBytes });
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  try {
    if (packed) await pipeline(input, hashed, gunzip, consume);
    else await pipeline(input, hashed, consume);
  } catch (error) {
    throw readError(file, error, gunzip.bytesWritten);
  }
  if (value === undefined) throw dataError(file, "could not be read");
  const [md5 = "", sha1 = "", sha256 = ""] = hashes.map(({ hash }) => hash.digest("hex"));
  return { value: value.parsed, checksums: { md5, sha1, sha256 } };
}

/** The checksums of a file as it lies on disk. */
export async function readChecksums(file: DataFile): Promise<Checksums> {
  const buffer = new Uint8Array(chunkBytes);
  const drain = async (source: ByteSource): Promise<void> => {
    while ((await source.read(buffer)) > 0);
  };
  return (await readFile(file, drain, false)).checksums;
}

function byteSource(chunks: AsyncIterable<Buffer>): ByteSource {
  const iterator = chunks[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  let offset = 0;
  return {
    offset: () => offset,
    read: async (target) => {
      let filled = 0;
      while (filled < target.length) {
        if (rest.length === 0) {
          const next = await iterator.next();
          if (next.done === true) break;
          rest = next.value;
        }
        const part = rest.subarray(0, target.length - filled);
        target.set(part, filled);
        rest = rest.subarray(part.length);
        filled += part.length;
        offset += part.length;
      }
      return filled;
    },
  };
}

function readError(file: DataFile, error: unknown, packedOffset: number): Error {
  if (!(error instanceof Error)) return dataError(file, "could not be read", error);
  const code = "code" in error ? error.code : undefined;
  if (code === "ENOENT") return dataError(file, "no such file", error);
  if (code === "Z_BUF_ERROR") return dataError(file, `gzip stream is torn off at byte ${packedOffset}`, error);
  if (typeof code === "string" && code.startsWith("Z_"))
    return dataError(file, `gzip stream is damaged after byte ${packedOffset} (${error.message})`, error);
  if (code !== undefined) return dataError(file, `could not be read (${error.message})`, error);
  return error;
}
