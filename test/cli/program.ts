import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The compiled command line. */
export const main = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when the standard error holds the text. */
  readonly says: (text: string) => Promise<void>;
  /** Resolves when the standard output holds the text so many times. */
  readonly prints: (text: string, times?: number) => Promise<void>;
}

/** Starts the compiled command line as a process of its own. */
export function start(folder: string, words: readonly string[]): Started {
  if (!existsSync(main)) throw new Error("dist/ is not built; npm test builds it");
  const { ASSAY_STORE: _, ASSAY_DATA: __, ...env } = process.env;
  const child = spawn(process.execPath, [main, ...words], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
  const holds = async (text: string, said: () => string, times: number): Promise<void> => {
    while (said().split(text).length <= times) {
      if (child.exitCode !== null) throw new Error(`ended without saying "${text}": ${stdout}${stderr}`);
      await wait(20);
    }
  };
  return {
    child,
    ended,
    says: (text) => holds(text, () => stderr, 1),
    prints: (text, times = 1) => holds(text, () => stdout, times),
  };
}

export const run = (folder: string, words: readonly string[]): Promise<Ended> => start(folder, words).ended;

/** The records of the folder's store. */
export function recordsIn(folder: string): readonly string[] {
  const records = join(folder, "assay-store", "records");
  return existsSync(records) ? readdirSync(records).filter((name) => name.endsWith(".json")) : [];
}

/** A folder with a registry whose one pipeline is a program that does what its variant says. */
export function folderWithProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "pipelines.mjs"),
    `export const pipelineRegistry = {
  program: {
    kind: "external", purpose: "Does what its variant says.", variants: ["fine", "slow", "nan", "wrong", "noisy"],
    datasets: ["dots"], smokeDataset: "dots", defaults: () => ({}), command: [${JSON.stringify(process.execPath)}, "program.mjs"], files: ["program.mjs"],
  },
};\n`,
  );
  writeFileSync(
    join(folder, "program.mjs"),
    `import { readFileSync, existsSync } from "node:fs";
const { seed, variant } = JSON.parse(readFileSync(0, "utf8")).configuration;
console.error("started " + seed);
const value = variant === "noisy" ? Math.random() : seed / 8;
if (variant === "slow" && !existsSync(${JSON.stringify(join(folder, "hurry"))})) await new Promise((resolve) => setTimeout(resolve, 60_000));
if (variant === "wrong") process.exit(7);
console.log('{"measurements":[{"metric":"auroc","at":{"class":0},"value":' + (variant === "nan" ? "NaN" : value) + '}]}');\n`,
  );
  return folder;
}
