import { crc32, deflateSync } from "node:zlib";

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Grey, grey and opacity, red green blue, or these and opacity. */
  readonly channels: 1 | 2 | 3 | 4;
  /** [height, width, channels], 0 to 255. */
  readonly samples: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const colourTypes = { 1: 0, 2: 4, 3: 2, 4: 6 } as const;

/**
 * A raster as a PNG file: eight bits a sample, one image chunk, no filter (PNG, third edition, 2025). The same raster
 * gives the same bytes under the same release of Node. Throws a RangeError for samples that do not fit the size.
 *
 * @example
 * encodePng({ width: 1, height: 1, channels: 1, samples: Uint8Array.of(0) }).length; // => 67
 */
export function encodePng({ width, height, channels, samples }: Raster): Uint8Array {
  const stride = width * channels;
  if (samples.length !== stride * height)
    throw new RangeError(`png: ${samples.length} samples; ${width} × ${height} × ${channels} are ${stride * height}`);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourTypes[channels]], 8);
  // Each line is led by its filter: none.
  const lines = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) lines.set(samples.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const checked = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(checked.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(checked, 4);
  framed.writeUInt32BE(crc32(checked), checked.length + 4);
  return framed;
}
