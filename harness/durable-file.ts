import { randomUUID } from "node:crypto";
import { link, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Writes a whole file under a name that nobody holds yet: written beside it, flushed to the disk, then linked, so that
 * the name never stands for half a file and one of several writers wins. Says whether this one did.
 *
 * Throws one line for a full disk or a file system without hard links; nothing of the file is left then.
 */
export async function publishFile(path: string, content: string | Uint8Array): Promise<"published" | "name-taken"> {
  const temporary = await writeBeside(path, content);
  try {
    await link(temporary, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return "name-taken";
    throw storageError(path, error);
  } finally {
    await rm(temporary, { force: true });
  }
  await flushFolder(dirname(path));
  return "published";
}

/** Writes a whole file, in place of one of that name if there is one. Throws one line for a full disk. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = await writeBeside(path, content);
  try {
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw storageError(path, error);
  }
  await flushFolder(dirname(path));
}

/** The error code of a failed system call: `ENOENT`, `EEXIST`, … */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** An error of the disk rather than of what was run: it is no result and is never recorded as one. */
export function isStorageError(error: unknown): error is Error {
  return error instanceof Error && error.name === "StorageError";
}

/** One line for a system call that failed on a file: what happened, where, what mends it. */
export function storageError(path: string, cause: unknown): Error {
  const code = codeOf(cause);
  const [problem, remedy] = explanations[code ?? ""] ?? [
    cause instanceof Error ? cause.message : String(cause),
    "check the folder and its permissions",
  ];
  const error = new Error(`${path}: ${problem}; ${remedy}`, { cause });
  error.name = "StorageError";
  return error;
}

const resume = "run again: finished cells are kept";
const explanations: Readonly<Record<string, readonly [string, string]>> = {
  ENOSPC: ["the disk is full", `free some space, then ${resume}`],
  EDQUOT: ["the disk quota is used up", `free some space, then ${resume}`],
  EROFS: ["the file system is read-only", "choose a store that can be written"],
  EACCES: ["permission denied", "choose a store that can be written"],
  EPERM: ["the file system allows no hard links here", "choose a store on another file system"],
  ENOTSUP: ["the file system allows no hard links here", "choose a store on another file system"],
};

async function writeBeside(path: string, content: string | Uint8Array): Promise<string> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(temporary, { force: true });
    throw storageError(path, error);
  }
  return temporary;
}

/** Makes a new name survive a power cut, where the platform lets a folder be flushed. */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (process.platform !== "win32") throw storageError(folder, error);
  }
}
