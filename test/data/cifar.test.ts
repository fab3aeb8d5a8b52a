import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readCifar } from "../../src/data/cifar.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const remedy = "fetch it again";

function file(records: readonly Buffer[]): { path: string; remedy: string } {
  const path = join(temporaryFolder(), "batch.bin");
  writeFileSync(path, Buffer.concat(records));
  return { path, remedy };
}

const record = (labels: readonly number[], pixel: number): Buffer =>
  Buffer.concat([
    Buffer.from(labels),
    Buffer.alloc(1024, pixel),
    Buffer.alloc(1024, pixel + 1),
    Buffer.alloc(1024, pixel + 2),
  ]);

it("reads CIFAR-10: one label, then the red, green and blue planes", async () => {
  const { value } = await readCifar(file([record([9], 10), record([0], 20)]), "cifar-10", 2);
  expect(value).toMatchObject({ count: 2, channels: 3, height: 32, width: 32 });
  expect([...value.labels]).toEqual([9, 0]);
  const planes = [0, 1, 2, 3, 4, 5].map((plane) => [value.pixels[plane * 1024], value.pixels[plane * 1024 + 1023]]);
  expect(planes).toEqual([10, 11, 12, 20, 21, 22].map((pixel) => [pixel, pixel]));
});

it("reads either label of CIFAR-100", async () => {
  const batch = file([record([19, 99], 1)]);
  expect((await readCifar(batch, "cifar-100-coarse", 1)).value.labels[0]).toBe(19);
  expect((await readCifar(batch, "cifar-100-fine", 1)).value.labels[0]).toBe(99);
  expect((await readCifar(batch, "cifar-100-fine", 1)).value.pixels[0]).toBe(1);
});

it("says where a file is truncated, too long or wrongly labelled", async () => {
  const whole = [record([9], 10), record([10], 20)];
  const torn = file([Buffer.concat(whole).subarray(0, 4000)]);
  await expect(readCifar(torn, "cifar-10", 2)).rejects.toThrow(
    `${torn.path}: ends at byte 4000, in record 1 of 2; ${remedy}`,
  );
  const long = file(whole);
  await expect(readCifar(long, "cifar-10", 1)).rejects.toThrow(
    `${long.path}: goes on after byte 3073, where it should end; ${remedy}`,
  );
  await expect(readCifar(long, "cifar-10", 2)).rejects.toThrow(
    `${long.path}: byte 3073: label 10 of record 1, expected 0 to 9; ${remedy}`,
  );
});
