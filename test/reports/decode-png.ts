import { inflateSync } from "node:zlib";

/** A PNG file of eight bits a sample and no interlace, read as the standard says; every checksum and the end are checked. */
export function decodePng(file: Uint8Array) {
  const bytes = Buffer.from(file);
  if (bytes.subarray(0, 8).toString("hex") !== "89504e470d0a1a0a") throw new Error("no PNG signature");
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const checked = bytes.subarray(at + 4, at + 8 + length);
    if (bytes.readUInt32BE(at + 8 + length) !== cyclicRedundancy(checked)) throw new Error(`checksum at ${at}`);
    chunks.push({ type: checked.subarray(0, 4).toString("latin1"), data: checked.subarray(4) });
    at += 12 + length;
  }
  const header = chunks[0]?.data ?? Buffer.alloc(0);
  if (chunks[0]?.type !== "IHDR" || chunks.at(-1)?.type !== "IEND") throw new Error("no header or no end");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, ...methods] = header.subarray(8);
  const channels = { 0: 1, 2: 3, 4: 2, 6: 4 }[colour ?? -1];
  if (depth !== 8 || channels === undefined || methods.some((method) => method !== 0)) throw new Error("another kind");
  const data = chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data);
  return { width, height, channels, samples: unfiltered(inflateSync(Buffer.concat(data)), height, channels) };
}

function unfiltered(lines: Uint8Array, height: number, channels: number): Uint8Array {
  const stride = lines.length / height - 1;
  const samples = new Uint8Array(stride * height);
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (samples[y * stride + x] ?? 0));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < stride; x++) {
      const [left, above, corner] = [at(x - channels, y), at(x, y - 1), x < channels ? 0 : at(x - channels, y - 1)];
      const guess = left + above - corner;
      const [fromLeft, fromAbove, fromCorner] = [left, above, corner].map((near) => Math.abs(guess - near));
      const paeth =
        Number(fromLeft) <= Math.min(Number(fromAbove), Number(fromCorner))
          ? left
          : Number(fromAbove) <= Number(fromCorner)
            ? above
            : corner;
      const predicted = [0, left, above, Math.floor((left + above) / 2), paeth][lines[y * (stride + 1)] ?? -1];
      if (predicted === undefined) throw new Error(`filter of line ${y}`);
      samples[y * stride + x] = (lines[y * (stride + 1) + 1 + x] ?? 0) + predicted;
    }
  return samples;
}

function cyclicRedundancy(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  }
  return ~remainder >>> 0;
}
