import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { canonicalJson } from "./canonical-json.ts";
import { type Cell, cellKey, otherDatasets, resolveConfiguration } from "./cell.ts";
import { codeIdentity } from "./code-identity.ts";
import { readCommit } from "./commit.ts";
import { dataChecksums } from "./data-checksums.ts";
import { codeOf, storageError } from "./durable-file.ts";
import { entryFiles, type OpenRegistry, pipelineCode, pipelineEntry } from "./open-registry.ts";
import { packageRoot } from "./package-root.ts";
import { cellSchemaEntries } from "./parse-record.ts";
import type { CellRequest } from "./plan-requests.ts";
import type { Commit, OrAbsent } from "./record.ts";
import { sha256 } from "./sha256.ts";
import { snapshotCode } from "./snapshot.ts";

/** One line of `plan.jsonl`: all that a worker must know. */
export interface PlannedCell extends Cell {
  readonly index: number;
  /** The claims (`paper:claim`) that rest on the cell. */
  readonly claims: readonly string[];
  readonly resources: { readonly threads: number };
}

/** A plan as frozen in its folder. Workers read it and never plan. */
export interface Plan {
  /** Its `plan.jsonl`. */
  readonly file: string;
  readonly cells: readonly PlannedCell[];
  /** The program that runs one of its cells, in the snapshot. */
  readonly worker: string;
  /** The registry's module in the snapshot; absent for the built-in one. */
  readonly registry?: string;
  readonly commit: OrAbsent<Commit>;
}

/**
 * The cells that are wanted, each once with all its claims, lower seeds first, so that a run that is cut short leaves
 * something for every claim. Throws one line for an unknown pipeline, variant, data set or option.
 */
export async function planCells(
  requests: readonly CellRequest[],
  registry: OpenRegistry,
): Promise<readonly PlannedCell[]> {
  const code = new Map<string, string>();
  const cells = new Map<string, Cell & { readonly claims: Set<string> }>();
  for (const request of requests.toSorted((a, b) => a.seed - b.seed)) {
    const { pipeline } = request;
    const entry = pipelineEntry(registry, pipeline);
    const configuration = resolveConfiguration(entry, request);
    const datasets = [configuration.dataset, ...otherDatasets(entry, configuration.protocol).values()];
    const hash = code.get(pipeline) ?? (await pipelineCode(registry, pipeline));
    code.set(pipeline, hash);
    const identity = { configuration, code: hash, data: dataChecksums(datasets) };
    const key = cellKey(identity);
    const cell = cells.get(key) ?? { key, ...identity, claims: new Set<string>() };
    for (const claim of request.claims) cell.claims.add(claim);
    cells.set(key, cell);
  }
  return [...cells.values()].map((cell, index) => ({
    index,
    ...cell,
    claims: [...cell.claims],
    resources: { threads: 1 },
  }));
}

/**
 * Freezes a plan below a store's plans folder: `plan.jsonl`, and a snapshot of the code that workers run from. The
 * folder is named by the hash of both, so that freezing the same plan again finds it there.
 */
export async function freezePlan(
  cells: readonly PlannedCell[],
  registry: OpenRegistry,
  plansFolder: string,
): Promise<Plan> {
  const lines = cells.map((cell) => `${canonicalJson(cell)}\n`).join("");
  const self = fileURLToPath(import.meta.url);
  const worker = join(dirname(self), `cell-process${extname(self)}`);
  const root = packageRoot(worker);
  const { hash } = await codeIdentity({ entries: [worker], root });
  const folder = join(plansFolder, sha256(`${hash}\n${lines}`).slice(0, 16));
  const part = `${folder}.${randomUUID()}.part`;
  try {
    await mkdir(part, { recursive: true });
    await snapshotCode([worker], root, join(part, "code"));
    const own = Object.values(registry.entries).flatMap((entry) => entryFiles(registry, entry));
    if (!registry.builtIn) await snapshotCode([registry.file, ...own], registry.root, join(part, "registry"));
    const manifest: v.InferOutput<typeof manifestSchema> = {
      schemaVersion: 1,
      worker: join("code", relative(root, worker)),
      ...(registry.builtIn ? {} : { registry: join("registry", relative(registry.root, registry.file)) }),
      commit: await readCommit(registry.root),
    };
    await writeFile(join(part, "plan.json"), `${canonicalJson(manifest)}\n`);
    await writeFile(join(part, "plan.jsonl"), lines);
    await rename(part, folder);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    const code = codeOf(error);
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw code === undefined ? error : storageError(folder, error);
  }
  return readPlan(join(folder, "plan.jsonl"));
}

/** Reads a frozen plan; throws one line for a file that is missing, torn or not one. */
export async function readPlan(file: string): Promise<Plan> {
  const folder = dirname(file);
  const lines = (await readText(file)).split("\n").slice(0, -1);
  const manifest = parsed(manifestSchema, await readText(join(folder, "plan.json")), join(folder, "plan.json"));
  const cells = lines.map((line, index) => {
    const cell = parsed(plannedCellSchema, line, `${file}, line ${index + 1}`);
    if (cell.index !== index || cell.key !== cellKey(cell))
      throw new Error(`${file}, line ${index + 1}: was changed after the plan was frozen; plan again`);
    return cell;
  });
  return {
    file,
    cells,
    worker: join(folder, manifest.worker),
    commit: manifest.commit,
    ...(manifest.registry === undefined ? {} : { registry: join(folder, manifest.registry) }),
  };
}

const manifestSchema = v.strictObject({
  schemaVersion: v.literal(1),
  worker: v.string(),
  registry: v.exactOptional(v.string()),
  commit: v.union([v.strictObject({ hash: v.string(), dirty: v.boolean() }), v.strictObject({ absent: v.string() })]),
});

const plannedCellSchema: v.GenericSchema<unknown, PlannedCell> = v.strictObject({
  ...cellSchemaEntries,
  index: v.number(),
  claims: v.array(v.string()),
  resources: v.strictObject({ threads: v.number() }),
});

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw storageError(file, error);
    throw new Error(`${file}: no such plan; make one with assay plan`);
  }
}

function parsed<Value>(schema: v.GenericSchema<unknown, Value>, text: string, where: string): Value {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (result.success) return result.output;
  throw new Error(`${where}: not a line of a plan: ${result.issues[0].message}; plan again`);
}
