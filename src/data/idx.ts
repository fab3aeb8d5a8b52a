import { type DataFile, dataError } from "./data-error.ts";
import { type ByteSource, type FileRead, readFile } from "./read-file.ts";

/** An array of unsigned bytes in IDX form. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly values: Uint8Array;
}

const unsignedByte = 0x08;

/**
 * Reads an IDX file of unsigned bytes (the form of MNIST and its kin), packed with gzip if its name ends in `.gz`.
 *
 * An IDX file is: two zero bytes, a type code, the number of dimensions, each dimension as a big-endian 32-bit integer,
 * the values in row-major order (http://yann.lecun.com/exdb/mnist/). Throws one line naming file, offset, what was
 * expected and received, and the remedy, when the magic number is wrong, the file ends early or goes on too long.
 *
 * @param dimensions the number of dimensions that the array must have: 3 for images, 1 for labels
 * @example
 * const { value } = await readIdx({ path: "mnist/t10k-labels-idx1-ubyte.gz", remedy: "fetch it again" }, 1);
 * value.shape; // => [10000]
 */
export async function readIdx(file: DataFile, dimensions: number): Promise<FileRead<IdxArray>> {
  return readFile(file, async (source) => {
    const header = await take(file, source, 4);
    const expected = hexadecimal([0, 0, unsignedByte, dimensions]);
    if (hexadecimal(header) !== expected)
      throw dataError(file, `byte 0: magic number ${hexadecimal(header)}, expected ${expected}`);
    const sizes = new DataView((await take(file, source, 4 * dimensions)).buffer);
    const shape = Array.from({ length: dimensions }, (_, index) => sizes.getUint32(4 * index));
    const size = shape.reduce((product, length) => product * length, 1);
    // A damaged header must not ask for the machine's whole memory.
    if (size > 2 ** 31) throw dataError(file, `byte 4: shape ${shape.join(" × ")} is too large to be true`);
    return { shape, values: await take(file, source, size) };
  });
}

async function take(file: DataFile, source: ByteSource, count: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(count);
  const found = await source.read(bytes);
  if (found < count)
    throw dataError(file, `ends at (unpacked) byte ${source.offset()}, expected ${count - found} more bytes`);
  return bytes;
}

function hexadecimal(bytes: Iterable<number>): string {
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
