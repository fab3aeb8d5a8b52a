import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../usage-error.ts";

export interface ScaffoldedFile {
  /** From the project's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Writes new files below a folder. Throws a UsageError, and writes nothing, where one of them is there already. */
export async function writeNewFiles(folder: string, files: readonly ScaffoldedFile[]): Promise<void> {
  const taken = files.find(({ path }) => existsSync(join(folder, path)));
  if (taken !== undefined)
    throw new UsageError(`${taken.path} is there already, and nothing is overwritten; choose another name or folder`);
  for (const { path, text } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" });
  }
}
