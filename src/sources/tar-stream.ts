import { ReadError } from "../tables/source-table.ts";

/** What a tar archive says of an entry. */
export interface TarEntry {
  /** As the archive gives it: not to be used as a path without a look. */
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
  readonly bytes: number;
}

export interface TarReader {
  /** Takes the next bytes of the archive, however they are cut. */
  readonly push: (chunk: Uint8Array) => void;
  /** Says that no more bytes follow. */
  readonly end: () => void;
}

const blockBytes = 512;
const longestHeader = 1 << 20;

/**
 * Goes through a tar archive (ustar, pax, GNU long names) as its bytes come. `wanted` is asked of every entry in order;
 * `take` receives the content of each regular file that it said yes to. Throws a ReadError for a damaged archive.
 */
export function tarReader(
  shown: string,
  wanted: (entry: TarEntry) => boolean,
  take: (name: string, content: Uint8Array) => void,
): TarReader {
  const header = new Uint8Array(blockBytes);
  let headerFilled = 0;
  let longName: string | undefined;
  let current: { name: string; role: "skip" | "take" | "pax" | "long"; left: number; padding: number } | undefined;
  let held: Uint8Array[] = [];

  const begin = () => {
    if (header.every((byte) => byte === 0)) return;
    if (!isTarHeader(header)) throw new ReadError(`${shown} is a damaged tar archive; make it again with tar -czf`);
    const flag = String.fromCharCode(header[156] ?? 0);
    const bytes = sizeOf(header);
    if (!Number.isSafeInteger(bytes)) throw new ReadError(`${shown} holds an entry of a damaged size`);
    const padding = (blockBytes - (bytes % blockBytes)) % blockBytes;
    if (flag === "x" || flag === "L" || flag === "g") {
      if (bytes > longestHeader)
        throw new ReadError(`${shown} holds a header of ${bytes} bytes, more than any name needs`);
      current = { name: "", role: flag === "x" ? "pax" : flag === "L" ? "long" : "skip", left: bytes, padding };
      return;
    }
    const name = longName ?? nameOf(header);
    longName = undefined;
    const yes = wanted({ name, kind: kindOf(flag), bytes });
    current = { name, role: yes && kindOf(flag) === "file" ? "take" : "skip", left: bytes, padding };
  };

  const finish = () => {
    if (current === undefined) return;
    const content = concatenate(held);
    held = [];
    if (current.role === "take") take(current.name, content);
    if (current.role === "pax") longName = paxPath(content) ?? longName;
    if (current.role === "long") longName = textOf(content, 0, content.length);
    current = undefined;
  };

  const push = (chunk: Uint8Array) => {
    let at = 0;
    while (at < chunk.length) {
      if (current === undefined) {
        const part = chunk.subarray(at, at + blockBytes - headerFilled);
        header.set(part, headerFilled);
        headerFilled += part.length;
        at += part.length;
        if (headerFilled < blockBytes) continue;
        headerFilled = 0;
        begin();
      } else if (current.left > 0) {
        const part = chunk.subarray(at, at + current.left);
        if (current.role !== "skip") held.push(part);
        current.left -= part.length;
        at += part.length;
      } else {
        const skipped = Math.min(current.padding, chunk.length - at);
        current.padding -= skipped;
        at += skipped;
      }
      if (current !== undefined && current.left === 0 && current.padding === 0) finish();
    }
  };

  const end = () => {
    if (current !== undefined && current.left > 0)
      throw new ReadError(`${shown} breaks off within "${current.name}"; fetch or make the archive again`);
    finish();
  };
  return { push, end };
}

/** Whether a block is the header of a tar entry: its checksum is right. */
export function isTarHeader(block: Uint8Array): boolean {
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  return block.length === blockBytes && octal(block, 148, 8) === sum;
}

function kindOf(flag: string): TarEntry["kind"] {
  if (flag === "\0" || flag === "0" || flag === "7") return "file";
  if (flag === "5") return "folder";
  return flag === "1" || flag === "2" ? "link" : "other";
}

function nameOf(header: Uint8Array): string {
  // GNU's own form keeps times where ustar keeps a prefix.
  const prefix = textOf(header, 257, 6) === "ustar" && header[262] === 0 ? textOf(header, 345, 155) : "";
  const name = textOf(header, 0, 100);
  return prefix === "" ? name : `${prefix}/${name}`;
}

/** Octal digits, or base 256 where the first bit is set. */
function sizeOf(header: Uint8Array): number {
  if (((header[124] ?? 0) & 0x80) === 0) return octal(header, 124, 12);
  return header.subarray(125, 136).reduce((total, byte) => total * 256 + byte, 0);
}

function octal(block: Uint8Array, start: number, length: number): number {
  const digits = textOf(block, start, length).trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

function textOf(block: Uint8Array, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function paxPath(content: Uint8Array): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(content))?.[1];
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
