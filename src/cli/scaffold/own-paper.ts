import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../../harness/package-root.ts";
import { UsageError } from "../usage-error.ts";
import type { Origin } from "./origin.ts";

/** Whether papers in this folder import Assay's sources, because it is Assay's own repository, or the package. */
export function originOf(folder: string): Origin {
  const own = packageRoot(fileURLToPath(import.meta.url));
  return realpathSync(folder) === realpathSync(own) ? "repository" : "package";
}

/** Throws a UsageError for what cannot name a paper's folder. */
export function requirePaperId(id: string): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 64) return;
  throw new UsageError(`"${id}" cannot name a paper; use lower-case letters and digits joined by hyphens: smith-2024`);
}
