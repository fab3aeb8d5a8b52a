import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ReadError } from "../tables/source-table.ts";
import { decodeText } from "./decode-text.ts";
import type { ProblemList } from "./problem-list.ts";
import type { SourceFiles } from "./source-files.ts";
import type { SourceLimits } from "./source-limits.ts";

/**
 * The files of a folder and of those in it. Links that lead out of the folder are not followed, links to folders never;
 * hidden folders and `node_modules` are passed over. Nothing is read before it is asked for.
 */
export function folderFiles(folder: string, limits: SourceLimits, problems: ProblemList): SourceFiles {
  const root = realpathSync(folder);
  const names = namesIn(folder, root, limits, problems);
  const known = new Set(names);
  const texts = new Map<string, string>();
  const display = (name: string) => join(folder, name).split(sep).join("/");
  return {
    given: folder,
    names,
    display,
    text: (name) => {
      if (!known.has(name)) return undefined;
      const read = texts.get(name);
      if (read !== undefined) return read;
      const bytes = readRegular(join(root, name), display(name), limits);
      const { text, note } = decodeText(display(name), bytes, limits);
      if (note !== undefined) problems.add({ file: display(name), line: 1, column: 1 }, `${display(name)} ${note}`);
      texts.set(name, text);
      return text;
    },
  };
}

/** The bytes of a regular file inside the limit. */
export function readRegular(path: string, shown: string, limits: SourceLimits): Uint8Array {
  const stat = statSync(path);
  if (!stat.isFile()) throw new ReadError(`${shown} is neither a file nor a folder`);
  if (stat.size > limits.fileBytes)
    throw new ReadError(
      `${shown} has ${stat.size.toLocaleString("en")} bytes, more than ${limits.fileBytes.toLocaleString("en")}; give the paper's source alone`,
    );
  return readFileSync(path);
}

function namesIn(folder: string, root: string, limits: SourceLimits, problems: ProblemList): readonly string[] {
  const names: string[] = [];
  let entries = 0;
  const queue = [{ path: root, depth: 0 }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const entry of readdirSync(next.path, { withFileTypes: true })) {
      entries += 1;
      if (entries > limits.files)
        throw new ReadError(
          `${folder} holds more than ${limits.files.toLocaleString("en")} files; give the folder of the paper alone`,
        );
      const path = join(next.path, entry.name);
      const name = relative(root, path).split(sep).join("/");
      const here = { file: join(folder, name).split(sep).join("/"), line: 1, column: 1 };
      if (entry.isDirectory()) {
        if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
        if (next.depth < limits.depth) queue.push({ path, depth: next.depth + 1 });
        else problems.add(here, `folders are nested deeper than ${limits.depth}; what lies below is left out`);
      } else if (entry.isFile()) names.push(name);
      else if (entry.isSymbolicLink()) {
        if (leadsToFileInside(path, root)) names.push(name);
        else if (/\.(tex|html?|md)$/i.test(name))
          problems.add(here, "this link leads out of the paper's folder or nowhere; it is not followed");
      }
    }
  }
  return names.sort();
}

function leadsToFileInside(path: string, root: string): boolean {
  try {
    const real = realpathSync(path);
    return real.startsWith(root + sep) && statSync(real).isFile();
  } catch {
    return false;
  }
}
