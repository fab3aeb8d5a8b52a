import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readFile } from "../../src/data/read-file.ts";
import { readTar } from "../../src/data/tar.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const remedy = "fetch it again";

function packed(): Buffer {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "deep", "er"), { recursive: true });
  writeFileSync(join(folder, "deep", "empty"), "");
  writeFileSync(join(folder, "deep", "er", "block"), "b".repeat(512));
  writeFileSync(join(folder, "deep", "text"), "hello");
  return execFileSync("tar", ["--format=ustar", "-cf", "-", "-C", folder, "deep/empty", "deep/er", "deep/text"]);
}

async function members(bytes: Buffer): Promise<readonly (readonly [string, string])[]> {
  const file = { path: join(temporaryFolder(), "archive.tar"), remedy };
  writeFileSync(file.path, bytes);
  const found: (readonly [string, string])[] = [];
  await readFile(file, (source) =>
    readTar(file, source, async ({ name, bytes: size }, content) => {
      const target = Buffer.alloc(size + 10);
      const count = await content.read(target);
      found.push([name, target.subarray(0, count).toString()]);
    }),
  );
  return found;
}

it("offers every regular file with its name and exactly its content", async () => {
  expect(await members(packed())).toEqual([
    ["deep/empty", ""],
    ["deep/er/block", "b".repeat(512)],
    ["deep/text", "hello"],
  ]);
});

it("says where an archive is damaged or breaks off", async () => {
  const damaged = packed();
  damaged[600] = 0x7a;
  damaged[513] = 0x7a;
  await expect(members(damaged)).rejects.toThrow(`archive has a damaged header at (unpacked) byte 512; ${remedy}`);
  // Headers of the empty file, the folder and the block, then half of the block's content.
  await expect(members(packed().subarray(0, 3 * 512 + 256))).rejects.toThrow(
    `archive breaks off at (unpacked) byte ${3 * 512 + 256}; ${remedy}`,
  );
  await expect(members(packed().subarray(0, 700))).rejects.toThrow("archive breaks off at (unpacked) byte 700");
});
