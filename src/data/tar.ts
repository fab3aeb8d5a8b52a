import { type DataFile, dataError } from "./data-error.ts";
import type { ByteSource } from "./read-file.ts";

/** A regular file in a tar archive. */
export interface TarMember {
  /** Full name, as the archive gives it: not to be used as a path without a look. */
  readonly name: string;
  readonly bytes: number;
}

const blockBytes = 512;

/**
 * Goes through a tar archive (ustar and older forms) and offers every regular file in it, in order: `take` may read its
 * content from the source given to it, which ends where the member ends; what it leaves is skipped. Folders, links,
 * devices and extended headers are passed over, so that nothing of them can reach the disk.
 *
 * Throws one line naming archive, offset and remedy for a header whose checksum is wrong and an archive that breaks off.
 */
export async function readTar(
  file: DataFile,
  source: ByteSource,
  take: (member: TarMember, content: ByteSource) => Promise<void>,
): Promise<void> {
  for (;;) {
    const at = source.offset();
    const header = new Uint8Array(blockBytes);
    const found = await source.read(header);
    if (found === 0) return;
    if (found < blockBytes) throw dataError(file, `archive breaks off at (unpacked) byte ${source.offset()}`);
    // Two blocks of zeros end the archive; what fills it up behind them is zeros, too.
    if (header.every((byte) => byte === 0)) continue;
    if (octal(header, 148, 8) !== headerSum(header))
      throw dataError(file, `archive has a damaged header at (unpacked) byte ${at}`);
    const bytes = octal(header, 124, 12);
    const content = part(source, bytes);
    if (isRegular(header)) await take({ name: nameOf(header), bytes }, content);
    await skip(file, source, at + blockBytes + Math.ceil(bytes / blockBytes) * blockBytes);
  }
}

function isRegular(header: Uint8Array): boolean {
  const kind = header[156] ?? 0;
  return kind === 0 || kind === "0".charCodeAt(0);
}

function nameOf(header: Uint8Array): string {
  const prefix = text(header, 257, 5) === "ustar" ? text(header, 345, 155) : "";
  const name = text(header, 0, 100);
  return prefix === "" ? name : `${prefix}/${name}`;
}

function text(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function octal(header: Uint8Array, start: number, length: number): number {
  const digits = text(header, start, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** The sum of all bytes, those of the checksum field counted as spaces. */
function headerSum(header: Uint8Array): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

/** The next so many bytes of a source, as a source. */
function part(source: ByteSource, bytes: number): ByteSource {
  let taken = 0;
  return {
    offset: () => taken,
    read: async (target) => {
      const count = await source.read(target.subarray(0, Math.min(target.length, bytes - taken)));
      taken += count;
      return count;
    },
  };
}

async function skip(file: DataFile, source: ByteSource, until: number): Promise<void> {
  // A damaged size must not become one huge buffer.
  const buffer = new Uint8Array(1 << 16);
  while (source.offset() < until) {
    const count = await source.read(buffer.subarray(0, Math.min(buffer.length, until - source.offset())));
    if (count === 0) throw dataError(file, `archive breaks off at (unpacked) byte ${source.offset()}`);
  }
  if (!(source.offset() === until)) throw dataError(file, `archive has a damaged size before byte ${source.offset()}`);
}
