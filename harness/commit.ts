import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { sep } from "node:path";
import { promisify } from "node:util";
import type { Commit, OrAbsent } from "./record.ts";

/** The git commit of a folder's work tree and whether the tree differs from it, or why that is not known. */
export async function readCommit(folder: string): Promise<OrAbsent<Commit>> {
  const place = await realpath(folder);
  if (place.split(sep).includes("node_modules")) return { absent: "installed as a package, not a git work tree" };
  try {
    const hash = (await git(place, "rev-parse", "HEAD")).trim();
    return { hash, dirty: (await git(place, "status", "--porcelain")).trim() !== "" };
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { absent: missing ? "git is not installed" : "not a git work tree with a commit" };
  }
}

async function git(folder: string, ...command: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("git", command, { cwd: folder, timeout: 10_000 });
  return stdout;
}
