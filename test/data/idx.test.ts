import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readIdx } from "../../src/data/idx.ts";
import { readIdxImages } from "../../src/data/idx-images.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const remedy = "fetch it again";
const images = Buffer.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]);
const labels = Buffer.from([0, 0, 8, 1, 0, 0, 0, 2, 1, 0]);

function file(name: string, bytes: Buffer): { path: string; remedy: string } {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return { path, remedy };
}

describe("reading IDX", () => {
  it.each(["images", "images.gz"])("gives shape, values and the checksum of the file as it lies: %s", async (name) => {
    const bytes = name.endsWith(".gz") ? gzipSync(images) : images;
    const { value, checksums } = await readIdx(file(name, bytes), 3);
    expect(value.shape).toEqual([2, 2, 3]);
    expect([...value.values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]);
    expect(checksums.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("pairs images with their labels", async () => {
    const { images: set } = await readIdxImages(file("images", images), file("labels", labels), 2);
    expect(set).toMatchObject({ count: 2, channels: 1, height: 2, width: 3 });
    expect([...set.labels]).toEqual([1, 0]);
  });
});

describe("an unusable IDX file gets one line with its place and the remedy", () => {
  const refused = async (name: string, bytes: Buffer, problem: string): Promise<void> => {
    const asked = file(name, bytes);
    await expect(readIdx(asked, 3)).rejects.toThrow(`${asked.path}: ${problem}; ${remedy}`);
  };

  it("missing", async () => {
    const path = join(temporaryFolder(), "images.gz");
    await expect(readIdx({ path, remedy }, 3)).rejects.toThrow(`${path}: no such file; ${remedy}`);
  });

  it("torn gzip", async () => {
    const packed = gzipSync(images);
    await refused("images.gz", packed.subarray(0, 20), "gzip stream is torn off at byte 20");
    await refused(
      "images.gz",
      packed.subarray(0, packed.length - 1),
      `gzip stream is torn off at byte ${packed.length - 1}`,
    );
  });

  it("no gzip at all, and a flipped bit in one", async () => {
    await refused("images.gz", images, "gzip stream is damaged after byte 0 (incorrect header check)");
    const packed = gzipSync(images);
    packed[packed.length - 6] = (packed[packed.length - 6] ?? 0) ^ 1;
    await refused("images.gz", packed, "gzip stream is damaged after byte 0 (incorrect data check)");
  });

  it("wrong magic number, early end, bytes too many", async () => {
    await refused("images", labels, "byte 0: magic number 0x00000801, expected 0x00000803");
    await refused("images", images.subarray(0, 20), "ends at (unpacked) byte 20, expected 8 more bytes");
    await refused("images", images.subarray(0, 2), "ends at (unpacked) byte 2, expected 2 more bytes");
    await refused("images", Buffer.concat([images, labels]), "goes on after byte 28, where it should end");
  });

  it("absurd shape", async () => {
    const bytes = Buffer.from([0, 0, 8, 3, 255, 255, 255, 255, 0, 0, 0, 28, 0, 0, 0, 28]);
    await refused("images", bytes, "byte 4: shape 4294967295 × 28 × 28 is too large to be true");
  });

  it("labels that differ in number from the images, or name no class", async () => {
    const pixels = file("images", images);
    const few = file("labels", Buffer.from([0, 0, 8, 1, 0, 0, 0, 1, 1]));
    await expect(readIdxImages(pixels, few, 2)).rejects.toThrow(
      `${few.path}: holds 1 labels for 2 images (${pixels.path}); ${remedy}`,
    );
    const wrong = file("labels", Buffer.from([0, 0, 8, 1, 0, 0, 0, 2, 1, 9]));
    await expect(readIdxImages(pixels, wrong, 2)).rejects.toThrow(
      `${wrong.path}: (unpacked) byte 9: label 9 of image 1, expected 0 to 1; ${remedy}`,
    );
  });
});
