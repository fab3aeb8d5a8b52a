import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Executable } from "../engine/executor.ts";

/** Results by the hash of all that decides them; forgetting any of them is harmless. */
export interface FeatureMemo {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly put: (key: string, value: Uint8Array) => Promise<void>;
}

/** Prepared images, made when they are needed. */
export interface ImageSource {
  readonly count: number;
  /** Of one image: channels, height, width. */
  readonly shape: readonly [number, number, number];
  /** Writes images `start` … `start + count − 1`, one after the other. */
  readonly read: (start: number, count: number, target: Float32Array) => void;
}

export interface ChunkProgress {
  readonly done: number;
  readonly total: number;
  /** Images of the chunk. */
  readonly count: number;
  /** Whether the memo had it. */
  readonly remembered: boolean;
  /** What the chunk took when it was computed; the memo keeps it beside the features. */
  readonly seconds: number;
}

export interface FeatureExtraction {
  /** Reads `images` [batchSize, …shape], gives `features` [batchSize, width]. */
  readonly executable: Executable;
  readonly images: ImageSource;
  readonly batchSize: number;
  /** Images that are hashed, computed and remembered together: a multiple of the batch size. */
  readonly chunkSize: number;
  readonly width: number;
  readonly memo: FeatureMemo;
  /** Aborted to stop before the next chunk: the reason is thrown. */
  readonly signal: AbortSignal;
  /** Milliseconds on a monotonic clock, for timings only. */
  readonly now: () => number;
  /** Told after each chunk. */
  readonly progress: (progress: ChunkProgress) => void;
}

/**
 * Features of images by a compiled network, row-major [images, width], chunk by chunk through a memo.
 *
 * A chunk's key is the SHA-256 of the compiled network with its weights, the engine's identity, the batch size and the
 * prepared images, so that a run that was stopped goes on with the next chunk, and a chunk is forgotten exactly when
 * something changes that decides its numbers. The last batch of a chunk is filled up with zeros.
 *
 * Throws a RangeError when the chunk is no multiple of the batch or a remembered chunk has the wrong length, an Error
 * when a feature is not finite, and the signal's reason when aborted.
 */
export async function extractFeatures(extraction: FeatureExtraction): Promise<Float32Array> {
  const { images, batchSize, chunkSize, width, memo, signal, now, progress } = extraction;
  if (!Number.isSafeInteger(chunkSize / batchSize) || batchSize < 1 || chunkSize < 1)
    throw new RangeError(`features: a chunk of ${chunkSize} images is no multiple of a batch of ${batchSize}`);
  const imageSize = images.shape.reduce((product, length) => product * length, 1);
  const features = new Float32Array(images.count * width);
  const prepared = new Float32Array(chunkSize * imageSize);
  for (let start = 0; start < images.count; start += chunkSize) {
    await nextTurn();
    signal.throwIfAborted();
    const count = Math.min(chunkSize, images.count - start);
    const began = now();
    prepared.fill(0, count * imageSize);
    images.read(start, count, prepared.subarray(0, count * imageSize));
    const key = chunkKey(extraction, prepared.subarray(0, count * imageSize));
    const known = await memo.get(key);
    const { chunk, seconds } =
      known === undefined
        ? { chunk: await computeChunk(extraction, prepared, count), seconds: (now() - began) / 1000 }
        : decodeChunk(known, count * width);
    if (known === undefined) await memo.put(key, encodeChunk(chunk, seconds));
    features.set(chunk, start * width);
    progress({ done: start + count, total: images.count, count, remembered: known !== undefined, seconds });
  }
  return features;
}

function chunkKey({ executable, batchSize, images }: FeatureExtraction, prepared: Float32Array): string {
  const { name, version, provider, threads } = executable.identity;
  const parts = ["features", executable.fingerprint, name, version, provider, threads, batchSize, ...images.shape];
  return createHash("sha256")
    .update(`${JSON.stringify(parts)}\n`)
    .update(bytesOf(prepared))
    .digest("hex");
}

async function computeChunk(
  { executable, batchSize, images, width }: FeatureExtraction,
  prepared: Float32Array,
  count: number,
): Promise<Float32Array> {
  const imageSize = images.shape.reduce((product, length) => product * length, 1);
  const chunk = new Float32Array(count * width);
  for (let start = 0; start < count; start += batchSize) {
    const data = prepared.subarray(start * imageSize, (start + batchSize) * imageSize);
    const result = await executable.run({ images: { shape: [batchSize, ...images.shape], data } });
    const rows = result.features?.data;
    if (rows?.length !== batchSize * width)
      throw new RangeError(
        `features: the network gives ${rows?.length ?? 0} numbers a batch, not ${batchSize} × ${width}`,
      );
    chunk.set(rows.subarray(0, Math.min(batchSize, count - start) * width), start * width);
  }
  if (!chunk.every(Number.isFinite)) throw new Error("features: the network gave a number that is not finite");
  return chunk;
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** The features, then the seconds that they took as a float64. */
function encodeChunk(chunk: Float32Array, seconds: number): Uint8Array {
  const bytes = new Uint8Array(chunk.byteLength + 8);
  bytes.set(bytesOf(chunk));
  new DataView(bytes.buffer).setFloat64(chunk.byteLength, seconds, true);
  return bytes;
}

function decodeChunk(bytes: Uint8Array, length: number): { readonly chunk: Float32Array; readonly seconds: number } {
  const size = 4 * length;
  if (bytes.length !== size + 8)
    throw new RangeError(`features: a remembered chunk holds ${bytes.length} bytes, not ${size + 8}; clear the memo`);
  const copy = bytes.slice();
  return { chunk: new Float32Array(copy.buffer, 0, length), seconds: new DataView(copy.buffer).getFloat64(size, true) };
}
