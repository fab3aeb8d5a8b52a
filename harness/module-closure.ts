import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf } from "./durable-file.ts";

/** Absolute path → content of each file that a module reaches. */
export type ModuleClosure = ReadonlyMap<string, Buffer>;

/**
 * The modules that some modules reach by relative imports, themselves among them: static and literal dynamic imports,
 * re-exports, and files named by `new URL("./…", import.meta.url)`. Types that are only imported are not reached.
 * Packages are not followed. Throws one line for an import of a file that is not there.
 */
export async function moduleClosure(entries: readonly string[]): Promise<ModuleClosure> {
  const found = new Map<string, Buffer>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const content = await readModule(path);
    found.set(path, content);
    if (!/\.[cm]?[jt]s$/.test(path)) continue;
    for (const { specifier, asset } of relativeImports(content.toString("utf8"))) {
      const target = join(dirname(path), specifier);
      if (asset && !(await isFile(target))) continue;
      waiting.push(target);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface RelativeImport {
  readonly specifier: string;
  /** Named by a URL: it may be a folder, or a file that is yet to be made. */
  readonly asset: boolean;
}

/** Statements begin a line, whether by hand or by the compiler; prose in comments does not look like that. */
const patterns: readonly (readonly [RegExp, boolean])[] = [
  [/^(?:import|export)\b(?!\s+type\b)[^;"'`]*?\bfrom\s*["'](\.[^"']+)["']/gm, false],
  [/^import\s*["'](\.[^"']+)["']/gm, false],
  [/^(?!\s*(?:\*|\/\/)).*?\bimport\(\s*["'](\.[^"']+)["']/gm, false],
  [/\bnew URL\(\s*["'](\.[^"']+)["']\s*,\s*import\.meta\.url\s*\)/g, true],
];

function relativeImports(source: string): readonly RelativeImport[] {
  return patterns.flatMap(([pattern, asset]) =>
    [...source.matchAll(pattern)].map(([, specifier = ""]) => ({ specifier, asset })),
  );
}

async function readModule(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    throw new Error(`${path}: no such module; build the project (npm run build) or mend the import`, { cause: error });
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
