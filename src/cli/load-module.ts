import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { UsageError } from "./usage-error.ts";

/**
 * Loads a module of the user's. TypeScript is loaded by Node itself where it can (from 22.18), else by vite, which comes
 * with vitest. Throws a UsageError of one line that names the file as `shown`, also for what the module itself throws.
 */
export async function loadModule(file: string, shown: string): Promise<object> {
  const load = file.endsWith(".ts") && !nodeReadsTypes() ? await viteLoader(file, shown) : importFile;
  try {
    return await load(file);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, " ");
    throw new UsageError(`${shown} cannot be loaded: ${reason}`, { cause: error });
  }
}

function importFile(file: string): Promise<object> {
  return import(pathToFileURL(file).href);
}

function nodeReadsTypes(): boolean {
  return "typescript" in process.features && Boolean(process.features.typescript);
}

/** Of vite, what is used here. */
interface Vite {
  readonly runnerImport: (
    file: string,
    options: { readonly configFile: false; readonly logLevel: "silent" },
  ) => Promise<{ readonly module: object }>;
}

/** Vite as the user's vitest has it, else as the one beside Assay. */
async function viteLoader(file: string, shown: string): Promise<(file: string) => Promise<object>> {
  for (const from of [file, import.meta.url]) {
    const path = viteFrom(from);
    if (path === undefined) continue;
    const { runnerImport }: Vite = await import(pathToFileURL(path).href);
    return async (wanted) => (await runnerImport(wanted, { configFile: false, logLevel: "silent" })).module;
  }
  throw new UsageError(
    `${shown}: Node ${process.versions.node} cannot load TypeScript by itself; run \`npm install --save-dev vitest\`, or use Node 22.18 or later`,
  );
}

function viteFrom(place: string | URL): string | undefined {
  try {
    return createRequire(createRequire(place).resolve("vitest/package.json")).resolve("vite");
  } catch {
    return undefined;
  }
}
