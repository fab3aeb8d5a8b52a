import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import type { ExecutorOptions, RunEvent } from "../../harness/executor.ts";
import type { CellRequest } from "../../harness/plan-requests.ts";
import type { RunSummary } from "../../harness/run-summary.ts";
import type { Scalar } from "../../src/paper/experiment.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** The registry of the pipelines that these tests run. */
export const fixtureRegistry: string = join(project, "test", "harness", "fixtures", "registry.mjs");

/** The harness as compiled and installed: what child processes run. Compiled once for each test file. */
export async function compiledHarness() {
  const root = mkdtempSync(join(tmpdir(), "assay-compiled-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(project, "package.json"), join(root, "package.json"));
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
  const config = join(root, "tsconfig.json");
  const compilerOptions = {
    rootDir: project,
    outDir: join(root, "dist"),
    typeRoots: [join(project, "node_modules/@types")],
  };
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(project, "tsconfig.build.json"),
      compilerOptions,
      include: [join(project, "harness")],
      exclude: [],
    }),
  );
  const compiler = join(project, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", config, "--noCheck"], { stdio: "inherit" });
  const at = (name: string): string => pathToFileURL(join(root, "dist", "harness", name)).href;
  const [plan, executor, registry, worker, canary] = await Promise.all([
    import(at("plan.js")) as Promise<typeof import("../../harness/plan.ts")>,
    import(at("executor.js")) as Promise<typeof import("../../harness/executor.ts")>,
    import(at("open-registry.js")) as Promise<typeof import("../../harness/open-registry.ts")>,
    import(at("worker.js")) as Promise<typeof import("../../harness/worker.ts")>,
    import(at("canary.js")) as Promise<typeof import("../../harness/canary.ts")>,
  ]);
  return { root, ...plan, ...executor, ...registry, ...worker, ...canary };
}

export type CompiledHarness = Awaited<ReturnType<typeof compiledHarness>>;

/** Cells of the fixture's pipeline `steps`, or of another one, that differ in their seed. */
export function requests(
  seeds: number,
  options: Readonly<Record<string, Scalar>> = {},
  pipeline = "steps",
): CellRequest[] {
  return Array.from({ length: seeds }, (_, seed) => ({
    pipeline,
    variant: "plain",
    dataset: "dots",
    protocol: "reduced",
    seed,
    options,
    claims: ["paper:claim"],
  }));
}

/** Freezes a plan in a store and gives its file. */
export async function freeze(harness: CompiledHarness, store: string, wanted: readonly CellRequest[]): Promise<string> {
  const registry = await harness.openRegistry(fixtureRegistry);
  const plan = await harness.freezePlan(await harness.planCells(wanted, registry), registry, join(store, "plans"));
  return plan.file;
}

/** Plans and runs, and gives the summary and the events in words. */
export async function runRequests(
  harness: CompiledHarness,
  store: string,
  wanted: readonly CellRequest[],
  options: Partial<ExecutorOptions> = {},
): Promise<{ readonly summary: RunSummary; readonly events: readonly RunEvent[] }> {
  process.env.ASSAY_TEST_FOLDER = store;
  const events: RunEvent[] = [];
  const summary = await harness.runPlan({
    plan: await freeze(harness, store, wanted),
    store,
    workers: 2,
    graceSeconds: 0.2,
    onEvent: (event) => events.push(event),
    ...options,
  });
  return { summary, events };
}
