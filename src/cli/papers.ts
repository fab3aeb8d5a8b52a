import { existsSync, readdirSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { packageRoot } from "../../harness/package-root.ts";
import type { Paper } from "../paper/paper.ts";
import { loadModule } from "./load-module.ts";
import { didYouMean } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";

const bundled = fileURLToPath(new URL("../../claims", import.meta.url));
const ownPackage = packageRoot(bundled);

/** The ids of the papers that come with Assay: every folder under its `claims/` that holds a `paper` module. */
export function paperIds(): readonly string[] {
  return idsIn(bundled);
}

/**
 * The papers with the given ids, each once. Without ids: those under `claims/` of the folder, if it has any of its own,
 * else all that come with Assay. A folder's own paper goes before a bundled one of the same id. Throws a UsageError for
 * an id that is no paper's, and one that names the file of a paper that cannot be loaded.
 */
export async function loadPapers(ids: readonly string[] = [], folder?: string): Promise<readonly Paper[]> {
  const own = ownClaims(folder);
  const ownIds = own === undefined ? [] : idsIn(own);
  const known = [...new Set([...ownIds, ...paperIds()])];
  const stranger = ids.find((id) => !known.includes(id));
  if (stranger !== undefined) throw new UsageError(noSuchPaper(stranger, known, folder));
  const wanted = ids.length > 0 ? [...new Set(ids)] : ownIds.length > 0 ? ownIds : known;
  return Promise.all(wanted.map((id) => loadPaper(id, homeOf(id, folder))));
}

/** Where a paper's packed evidence lies: beside its claims. */
export function evidenceFolder(id: string, folder?: string): URL {
  return pathToFileURL(`${homeOf(id, folder)}/evidence/`);
}

/** The folder `claims/` of a project of one's own; undefined where there is none, or where it is Assay's itself. */
function ownClaims(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  const claims = join(folder, "claims");
  return existsSync(claims) && realpathSync(folder) !== realpathSync(ownPackage) ? claims : undefined;
}

function homeOf(id: string, folder: string | undefined): string {
  const own = ownClaims(folder);
  return join(own !== undefined && moduleIn(join(own, id)) !== undefined ? own : bundled, id);
}

function idsIn(claims: string): readonly string[] {
  return readdirSync(claims, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && moduleIn(join(claims, entry.name)) !== undefined)
    .map((entry) => entry.name)
    .sort();
}

/** A compiled module goes before its source. */
function moduleIn(home: string): string | undefined {
  return ["js", "mjs", "ts"].map((extension) => join(home, `paper.${extension}`)).find((file) => existsSync(file));
}

async function loadPaper(id: string, home: string): Promise<Paper> {
  const file = moduleIn(home) ?? join(home, "paper.ts");
  const isBundled = home === join(bundled, id);
  const module: { readonly paper?: Paper } = await (isBundled
    ? import(pathToFileURL(file).href)
    : loadModule(file, `claims/${id}/${basename(file)}`));
  if (module.paper?.id !== id) throw new UsageError(`claims/${id}/paper must export a paper whose id is "${id}"`);
  return module.paper;
}

function noSuchPaper(id: string, known: readonly string[], folder: string | undefined): string {
  const isSource = folder !== undefined && !known.includes(id) && existsSync(join(folder, "claims", id, "paper.ts"));
  if (isSource) return `the paper "${id}" is not compiled yet; run \`npm run build\``;
  return `there is no paper "${id}"; ${didYouMean(id, known, `the papers are ${known.join(", ")}`)}`;
}
