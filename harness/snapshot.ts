import { copyFile, mkdir, realpath, stat, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { moduleClosure } from "./module-closure.ts";

/**
 * Copies what some modules of a package reach into a folder of its own, with the package's package.json and links to
 * its installed packages, so that editing the originals during a run does not mix code.
 */
export async function snapshotCode(entries: readonly string[], root: string, into: string): Promise<void> {
  for (const [path, content] of await moduleClosure(entries)) {
    const place = relative(root, path);
    if (place.startsWith("..") || isAbsolute(place))
      throw new Error(`${path}: lies outside of its package ${root}; move it there, or import it as a package`);
    const copy = join(into, place);
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, content, { mode: (await stat(path)).mode });
  }
  await copyFile(join(root, "package.json"), join(into, "package.json"));
  await linkPackages(await realpath(root), into);
}

/** Nearest first: an installed package finds others beside itself, above its own. */
async function linkPackages(root: string, into: string): Promise<void> {
  const folders: string[] = [];
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = basename(folder) === "node_modules" ? folder : join(folder, "node_modules");
    if (!folders.includes(candidate) && (await isFolder(candidate))) folders.push(candidate);
  }
  const [nearest, next] = folders;
  if (nearest !== undefined) await symlink(nearest, join(into, "node_modules"), "junction");
  const above = join(dirname(into), "node_modules");
  if (next !== undefined && !(await isFolder(above))) await symlink(next, above, "junction");
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
