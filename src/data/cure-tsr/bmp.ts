import { type DataFile, dataError, inThousands } from "../data-error.ts";

/** A colour image: the planes red, green and blue, one after another, rows from top to bottom. */
export interface BmpImage {
  readonly height: number;
  readonly width: number;
  /** [3, height, width] */
  readonly pixels: Uint8Array;
}

const headerBytes = 54;

/**
 * Decodes a BMP file of 24 bits a pixel without compression (BITMAPINFOHEADER or a later header), bottom-up, as usual, or
 * top-down (negative height). Bytes after the pixels are left alone.
 *
 * Throws one line naming file, offset, what was expected and received, and the remedy, for another kind of file, other
 * depths and compressions, sizes that cannot be, and a file that ends too early.
 *
 * @example
 * const bytes = new Uint8Array(58);
 * const view = new DataView(bytes.buffer);
 * bytes.set([0x42, 0x4d]);
 * for (const [at, value] of [[10, 54], [14, 40], [18, 1], [22, 1]] as const) view.setUint32(at, value, true);
 * view.setUint16(28, 24, true);
 * bytes.set([3, 2, 1], 54);
 * decodeBmp({ path: "sign.bmp", remedy: "fetch it again" }, bytes).pixels.join(); // => "1,2,3"
 */
export function decodeBmp(file: DataFile, bytes: Uint8Array): BmpImage {
  if (bytes.length < headerBytes)
    throw dataError(file, `holds ${bytes.length} bytes, fewer than the ${headerBytes} of a BMP's header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const magic = String.fromCharCode(view.getUint8(0), view.getUint8(1));
  if (magic !== "BM") throw dataError(file, `byte 0: ${JSON.stringify(magic)}, expected "BM" of a BMP file`);
  const header = view.getUint32(14, true);
  if (header < 40) throw dataError(file, `byte 14: a header of ${header} bytes, expected 40 or more`);
  const depth = view.getUint16(28, true);
  if (depth !== 24) throw dataError(file, `byte 28: ${depth} bits a pixel, expected 24`);
  const compression = view.getUint32(30, true);
  if (compression !== 0) throw dataError(file, `byte 30: compression ${compression}, expected 0, none`);
  const width = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const height = Math.abs(signedHeight);
  if (width < 1 || height < 1) throw dataError(file, `byte 18: a size of ${width} × ${signedHeight} pixels`);
  const start = view.getUint32(10, true);
  // Rows are filled up to whole words.
  const stride = Math.ceil((3 * width) / 4) * 4;
  const end = start + stride * height;
  if (bytes.length < end)
    throw dataError(
      file,
      `ends at byte ${inThousands(bytes.length)}, expected ${inThousands(end)} for ${width} × ${height} pixels`,
    );
  const pixels = new Uint8Array(3 * height * width);
  for (let row = 0; row < height; row++) {
    const line = start + stride * (signedHeight > 0 ? height - 1 - row : row);
    for (let column = 0; column < width; column++)
      for (let channel = 0; channel < 3; channel++)
        pixels[(channel * height + row) * width + column] = bytes[line + 3 * column + 2 - channel] as number;
  }
  return { height, width, pixels };
}
