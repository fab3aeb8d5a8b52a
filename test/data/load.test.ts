import { createHash } from "node:crypto";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ImageSet } from "../../src/data/image-set.ts";
import { loadDataset } from "../../src/data/load.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function sized(path: string, bytes: number): void {
  writeFileSync(path, "");
  truncateSync(path, bytes);
}

describe("a data set that cannot be used gets one line", () => {
  const remedy = (name: string, folder: string): string =>
    `fetch it: assay data fetch ${name}, or name the folder that holds ${folder}/: ASSAY_DATA=DIR`;

  it("no folder, no file", async () => {
    const folder = temporaryFolder();
    await expect(loadDataset("fashion-mnist", folder)).rejects.toThrow(
      `${folder}/fashion-mnist: no such folder; ${remedy("fashion-mnist", "fashion-mnist")}`,
    );
    mkdirSync(join(folder, "cifar-100-binary"));
    await expect(loadDataset("cifar-100-coarse", folder)).rejects.toThrow(
      `${folder}/cifar-100-binary/train.bin: no such file; ${remedy("cifar-100-coarse", "cifar-100-binary")}`,
    );
  });

  it("a file too short, too long, or not what it should be", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "fashion-mnist"));
    const path = join(folder, "fashion-mnist", "train-images-idx3-ubyte.gz");
    const advice = remedy("fashion-mnist", "fashion-mnist");
    sized(path, 1000);
    await expect(loadDataset("fashion-mnist", folder)).rejects.toThrow(
      `${path}: torn off at byte 1,000 of 26,421,880; ${advice}`,
    );
    sized(path, 26_421_881);
    await expect(loadDataset("fashion-mnist", folder)).rejects.toThrow(
      `${path}: holds 26,421,881 bytes, expected 26,421,880; ${advice}`,
    );
  });

  it("a wrong checksum", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "cifar-10-batches-bin"));
    const path = join(folder, "cifar-10-batches-bin", "data_batch_1.bin");
    // All zeros is a valid batch of black airplanes, but not the published one.
    sized(path, 30_730_000);
    const zeros = createHash("sha256").update(Buffer.alloc(30_730_000)).digest("hex");
    await expect(loadDataset("cifar-10", folder)).rejects.toThrow(
      `${path}: sha256 is ${zeros}, published is cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5; ${remedy("cifar-10", "cifar-10-batches-bin")}`,
    );
  });
});

const real = process.env.ASSAY_DATA;

/** Mean of all pixels, in [0, 1]. */
function meanPixel({ pixels }: ImageSet): number {
  let sum = 0;
  for (const pixel of pixels) sum += pixel;
  return sum / pixels.length / 255;
}

describe("the real data sets (ASSAY_DATA=DIR)", () => {
  // Means as commonly published: 0.1307 and 0.2860; CIFAR-10 by channel 0.4914, 0.4822 and 0.4465.
  it.skipIf(real === undefined).each([
    ["mnist", 0.1307, [7, 2, 1, 0, 4]],
    ["fashion-mnist", 0.286, [9, 2, 1, 1, 6]],
    ["cifar-10", (0.4914 + 0.4822 + 0.4465) / 3, [3, 8, 8, 0, 6]],
  ] as const)("%s has its published mean, its first test labels and balanced classes", async (name, mean, first) => {
    const { train, test } = await loadDataset(name, real ?? "");
    expect(meanPixel(train)).toBeCloseTo(mean, 3);
    expect([...test.labels.subarray(0, 5)]).toEqual(first);
    expect([train.count, test.count]).toEqual([name === "cifar-10" ? 50_000 : 60_000, 10_000]);
    if (name !== "mnist")
      for (let label = 0; label < 10; label++)
        expect(test.labels.filter((other) => other === label)).toHaveLength(1000);
  });
});
