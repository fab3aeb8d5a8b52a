import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Paper } from "../paper/paper.ts";
import { didYouMean } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";

const folder = new URL("../../claims/", import.meta.url);

/** The ids of all papers: every folder under `claims/` that holds a `paper` module. */
export function paperIds(): readonly string[] {
  return readdirSync(fileURLToPath(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && moduleOf(entry.name) !== undefined)
    .map((entry) => entry.name)
    .sort();
}

/** The papers with the given ids, each once, or all of them. Throws a UsageError for an id that is no paper's. */
export async function loadPapers(ids: readonly string[] = []): Promise<readonly Paper[]> {
  const known = paperIds();
  const stranger = ids.find((id) => !known.includes(id));
  if (stranger !== undefined) {
    const hint = didYouMean(stranger, known, `the papers are ${known.join(", ")}`);
    throw new UsageError(`there is no paper "${stranger}"; ${hint}`);
  }
  return Promise.all((ids.length > 0 ? [...new Set(ids)] : known).map(loadPaper));
}

async function loadPaper(id: string): Promise<Paper> {
  const module: { readonly paper?: Paper } = await import((moduleOf(id) as URL).href);
  if (module.paper?.id !== id) throw new UsageError(`claims/${id}/paper must export a paper whose id is "${id}"`);
  return module.paper;
}

function moduleOf(id: string): URL | undefined {
  return ["js", "ts"]
    .map((extension) => new URL(`${id}/paper.${extension}`, folder))
    .find((url) => existsSync(fileURLToPath(url)));
}

/** Where a paper's packed evidence lies. */
export function evidenceFolder(id: string): URL {
  return new URL(`${id}/evidence/`, folder);
}
