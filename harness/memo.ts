import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Memo } from "../src/pipelines/pipeline.ts";
import { codeOf, replaceFile, storageError } from "./durable-file.ts";
import { sha256 } from "./sha256.ts";

/**
 * A memo in a folder that machines may share. Each value lies in a file named by the hash of its key, behind a hash of
 * its own: a damaged value counts as forgotten. The key must say all that decides the value, so that neither changed
 * code nor other cells ever meet a value that is not theirs. Writing throws one line for a full disk.
 *
 * @example
 * const memo = createFolderMemo("assay-store/memo");
 * await memo.put("features of image 3", Uint8Array.of(1, 2));
 * await memo.get("features of image 3"); // => [1, 2]
 */
export function createFolderMemo(folder: string): Memo {
  const pathOf = (key: string): string => {
    const name = sha256(key);
    return join(folder, name.slice(0, 2), name);
  };
  return {
    get: async (key) => {
      const content = await readIfThere(pathOf(key));
      if (content === undefined) return undefined;
      const value = content.subarray(HASH_BYTES);
      return content.subarray(0, HASH_BYTES).equals(Buffer.from(sha256(value), "hex"))
        ? new Uint8Array(value)
        : undefined;
    },
    put: async (key, value) => {
      const path = pathOf(key);
      try {
        await mkdir(dirname(path), { recursive: true });
      } catch (error) {
        throw storageError(path, error);
      }
      await replaceFile(path, Buffer.concat([Buffer.from(sha256(value), "hex"), value]));
    },
    forget: async (key) => {
      const path = pathOf(key);
      try {
        await rm(path, { force: true });
      } catch (error) {
        throw storageError(path, error);
      }
    },
  };
}

const HASH_BYTES = 32;

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw storageError(path, error);
  }
}
