import { relative, sep } from "node:path";
import { moduleClosure } from "./module-closure.ts";
import { sha256 } from "./sha256.ts";

export interface CodeIdentity {
  /** SHA-256 over the names and contents of the files. */
  readonly hash: string;
  /** Relative to the package's root, with forward slashes, sorted. */
  readonly files: readonly string[];
}

export interface CodeIdentityOptions {
  /** Modules, by absolute path, whose code decides the result together with all that they import by relative paths. */
  readonly entries: readonly string[];
  /** The package's root: moving the package changes no identity. */
  readonly root: string;
  /** Files, relative to the root, that are left out although they are reached. */
  readonly except?: RegExp;
}

/**
 * The identity of the code that computes a result: a hash of the modules that are reachable from it, so that unrelated
 * changes make nothing stale. Compiled modules carry neither comments nor types, so rewording those changes nothing.
 */
export async function codeIdentity({ entries, root, except }: CodeIdentityOptions): Promise<CodeIdentity> {
  const closure = await moduleClosure(entries);
  const lines = [...closure]
    .map(([path, content]) => ({ file: relative(root, path).split(sep).join("/"), hash: sha256(content) }))
    .filter(({ file }) => except?.test(file) !== true)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  return {
    hash: sha256(lines.map(({ file, hash }) => `${hash}  ${file}\n`).join("")),
    files: lines.map(({ file }) => file),
  };
}
