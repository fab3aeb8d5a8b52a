import { inflateRawSync } from "node:zlib";
import { ReadError } from "../tables/source-table.ts";
import { readRegular } from "./folder-files.ts";
import type { ProblemList } from "./problem-list.ts";
import { type ArchiveTexts, checkSize, createKeeper } from "./read-archive.ts";
import type { SourceLimits } from "./source-limits.ts";

/**
 * Unpacks the texts of a .zip, as Overleaf gives papers, into memory, with the refusals and limits of `readArchive`.
 * Throws a ReadError for a damaged archive and for what it cannot unpack: encryption, rare methods, sizes past 4 GiB.
 */
export function readZip(path: string, limits: SourceLimits, problems: ProblemList): ArchiveTexts {
  const texts = new Map<string, Uint8Array>();
  const keeper = createKeeper(path, texts, limits, problems);
  const bytes = readRegular(path, path, limits);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let unpacked = 0;
  try {
    const end = endRecord(path, view);
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < view.getUint16(end + 10, true); index++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw damaged(path);
      const [method, flags, size] = [
        view.getUint16(at + 10, true),
        view.getUint16(at + 8, true),
        view.getUint32(at + 20, true),
      ];
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      const mode = view.getUint16(at + 40, true) & 0xf000;
      const kind = name.endsWith("/") ? "folder" : mode === 0xa000 ? "link" : "file";
      if (keeper.wanted({ name, kind, bytes: view.getUint32(at + 24, true) })) {
        if ((flags & 1) !== 0 || (method !== 0 && method !== 8))
          throw new ReadError(
            `${path} holds ${JSON.stringify(name)} encrypted or packed in a rare way; give a .tar.gz`,
          );
        const local = view.getUint32(at + 42, true);
        const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
        const packed = bytes.subarray(start, start + size);
        const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: limits.heldBytes });
        unpacked += content.length;
        checkSize(path, unpacked, bytes.length, limits);
        if (unpacked > limits.heldBytes) throw damaged(path);
        keeper.take(name, content);
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw error instanceof ReadError ? error : damaged(path);
  }
  return texts;
}

/** The record that ends a zip archive: at most a comment of 64 KiB follows it. */
function endRecord(path: string, view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 65_600; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged(path);
}

function damaged(path: string): ReadError {
  return new ReadError(`${path} is a damaged zip archive, or unpacks to more than its limit; give the unpacked folder`);
}
