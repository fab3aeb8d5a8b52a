import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The nearest folder above a file that holds a package.json. Throws one line if there is none. */
export function packageRoot(file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error(`${file}: no package.json in a folder above it; add one`);
  }
}
