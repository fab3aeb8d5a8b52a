import { describe, expect, test } from "vitest";
import { mul } from "../../src/engine/arithmetic.ts";
import { input } from "../../src/engine/graph.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { globalAveragePool } from "../../src/engine/pooling.ts";
import { type ChunkProgress, extractFeatures } from "../../src/models/features.ts";

const shape = [2, 4, 3] as const;
const size = 24;

function value(image: number, at: number): number {
  return ((image * 31 + at * 7) % 101) / 100;
}

function memory() {
  const values = new Map<string, Uint8Array>();
  return {
    values,
    get: async (key: string) => values.get(key),
    put: async (key: string, bytes: Uint8Array) => void values.set(key, bytes),
  };
}

describe("features", async () => {
  const engine = await openEngine({ engine: "ort", threads: 1 });
  const compile = (factor: number) =>
    engine.compile({ features: globalAveragePool(mul(input("images", [4, ...shape]), factor)) });
  const executable = await compile(3);
  const images = {
    count: 23,
    shape,
    read: (start: number, count: number, target: Float32Array) => {
      for (let at = 0; at < count * size; at++) target[at] = value(start + Math.floor(at / size), at % size);
    },
  };
  const base = {
    executable,
    images,
    batchSize: 4,
    chunkSize: 8,
    width: 2,
    signal: new AbortController().signal,
    now: () => 0,
    progress: () => undefined,
  };
  const expected = Array.from({ length: 23 * 2 }, (_, at) => {
    const [image, channel] = [Math.floor(at / 2), at % 2];
    let sum = 0;
    for (let k = 0; k < 12; k++) sum += value(image, channel * 12 + k);
    return (3 * sum) / 12;
  });

  test("are those of each image, whole batches or not", async () => {
    const features = await extractFeatures({ ...base, memo: memory() });
    expect(features).toHaveLength(46);
    features.forEach((feature, at) => {
      expect(feature).toBeCloseTo(expected[at] ?? Number.NaN, 5);
    });
  });

  test("are remembered chunk by chunk with the time that they took", async () => {
    const memo = memory();
    const told: ChunkProgress[] = [];
    let clock = 0;
    const now = () => {
      clock += 500;
      return clock;
    };
    const features = await extractFeatures({ ...base, memo, now });
    expect(memo.values.size).toBe(3);
    const forgotten = [...memo.values.keys()][1] ?? "";
    memo.values.delete(forgotten);
    const again = await extractFeatures({ ...base, memo, progress: (each) => told.push(each) });
    expect(again).toEqual(features);
    expect(told).toEqual([
      { done: 8, total: 23, count: 8, remembered: true, seconds: 0.5 },
      { done: 16, total: 23, count: 8, remembered: false, seconds: 0 },
      { done: 23, total: 23, count: 7, remembered: true, seconds: 0.5 },
    ]);
  });

  test("of another network or of other images are not remembered", async () => {
    const memo = memory();
    await extractFeatures({ ...base, memo });
    const other = await compile(2);
    const features = await extractFeatures({ ...base, executable: other, memo });
    expect(features[0]).toBeCloseTo(((expected[0] ?? 0) * 2) / 3, 5);
    await extractFeatures({
      ...base,
      memo,
      images: { ...images, read: (_, count, target) => target.fill(0, 0, count * size) },
    });
    // The middle and the first chunk of zeros are one.
    expect(memo.values.size).toBe(3 + 3 + 2);
  });

  test("stop between chunks when asked to", async () => {
    const stop = new AbortController();
    const memo = memory();
    const running = extractFeatures({
      ...base,
      memo,
      signal: stop.signal,
      progress: () => stop.abort(new Error("stop")),
    });
    await expect(running).rejects.toThrow("stop");
    expect(memo.values.size).toBe(1);
  });

  test("refuse a chunk that is no whole batches, a damaged memo, and numbers that are not finite", async () => {
    await expect(extractFeatures({ ...base, memo: memory(), chunkSize: 6 })).rejects.toThrow("no multiple");
    const damaged = { get: async () => new Uint8Array(3), put: async () => undefined };
    await expect(extractFeatures({ ...base, memo: damaged })).rejects.toThrow("clear the memo");
    const broken = { ...images, read: (_: number, __: number, target: Float32Array) => target.fill(Number.NaN) };
    await expect(extractFeatures({ ...base, memo: memory(), images: broken })).rejects.toThrow("not finite");
  });
});
