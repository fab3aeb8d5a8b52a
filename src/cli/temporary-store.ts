import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A store's folder that is thrown away: what lies in it decides no claim. */
export function temporaryStore(purpose: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `assay-${purpose}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
