import { existsSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type PipelineEntry, type PipelineRegistry, pipelineRegistry } from "../src/pipelines/registry.ts";
import { codeIdentity } from "./code-identity.ts";
import { packageRoot } from "./package-root.ts";
import { sha256 } from "./sha256.ts";

/** A registry of pipelines and where its code lies. */
export interface OpenRegistry {
  readonly entries: PipelineRegistry;
  /** The registry's module, by absolute path. */
  readonly file: string;
  readonly root: string;
  /** False for a registry of the user's. */
  readonly builtIn: boolean;
}

/**
 * Opens the built-in registry, or the one that a module exports as `pipelineRegistry`. No pipeline is loaded. Throws
 * one line for a module that exports none.
 */
export async function openRegistry(module?: string): Promise<OpenRegistry> {
  if (module === undefined) {
    const file = fileURLToPath(new URL(`../src/pipelines/registry${extension}`, import.meta.url));
    return { entries: pipelineRegistry, file, root: packageRoot(file), builtIn: true };
  }
  const file = resolve(module);
  if (!existsSync(file)) throw new Error(`${module}: no such file; docs/harness.md shows what it exports`);
  if (!/\.[cm]?[jt]s$/.test(file))
    throw new Error(`${module}: not a module; give the .mjs or .js file that exports pipelineRegistry`);
  const loaded: unknown = await import(pathToFileURL(file).href);
  if (!holdsRegistry(loaded))
    throw new Error(`${module}: exports no pipelineRegistry; export one as docs/harness.md shows`);
  return { entries: loaded.pipelineRegistry, file, root: packageRoot(file), builtIn: false };
}

/** The registry's entry of that name; throws one line that lists the names there are. */
export function pipelineEntry({ entries, builtIn }: OpenRegistry, name: string): PipelineEntry {
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (entry !== undefined) return entry;
  const own = builtIn ? "; --registry names a module of your own" : "";
  throw new Error(`unknown pipeline "${name}"; there are ${Object.keys(entries).join(", ") || "none"}${own}`);
}

/**
 * The hash of the code that computes a pipeline's results: its own modules, or its program's files, and the modules
 * that read its data and open its engine. What the data registry says is left out: the checksums are in the cell's key.
 */
export async function pipelineCode(registry: OpenRegistry, name: string): Promise<string> {
  const entry = pipelineEntry(registry, name);
  if (entry.kind === "external") {
    const { hash } = await codeIdentity({ entries: entryFiles(registry, entry), root: registry.root });
    return sha256(JSON.stringify([entry.command, hash]));
  }
  const own = await codeIdentity({ entries: entryFiles(registry, entry), root: registry.root, except: dataRegistry });
  const world = fileURLToPath(new URL(`./world${extension}`, import.meta.url));
  const given = await codeIdentity({ entries: [world], root: packageRoot(world), except: dataRegistry });
  return sha256(own.hash + given.hash);
}

/** The files that an entry names: its module, or its program's files. */
export function entryFiles({ file }: OpenRegistry, entry: PipelineEntry): readonly string[] {
  if (entry.kind === "external") return entry.files.map((each) => join(dirname(file), each));
  return [join(dirname(file), `${entry.module}${extname(file)}`)];
}

/** `.js` as compiled, `.ts` as written. */
const extension = extname(fileURLToPath(import.meta.url));

const dataRegistry = /(^|\/)src\/data\/registry[./]/;

function holdsRegistry(module: unknown): module is { readonly pipelineRegistry: PipelineRegistry } {
  return (
    typeof module === "object" &&
    module !== null &&
    "pipelineRegistry" in module &&
    typeof module.pipelineRegistry === "object" &&
    module.pipelineRegistry !== null
  );
}
