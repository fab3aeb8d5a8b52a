import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

export interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly PackedFile[];
}

/** A folder with the packed package installed as someone else would install it, without the optional packages. */
export interface Consumer {
  readonly folder: string;
  readonly packed: Packed;
  /** Set where the registry could not be reached. */
  readonly unreachable?: string;
  readonly run: (program: string, ...words: readonly string[]) => Ran;
  /** The same in a new folder beside it, with the same packages. */
  readonly runBeside: (name: string, program: string, ...words: readonly string[]) => Ran;
}

/** Packs what is compiled, and installs it into a new folder. Throws npm's own words for any other failure. */
export function installedConsumer(): Consumer {
  const outer = mkdtempSync(join(tmpdir(), "assay-package-"));
  const folder = join(outer, "consumer");
  mkdirSync(folder);
  const pack = runIn(root, "npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", outer]);
  if (pack.status !== 0) throw new Error(pack.stderr);
  const [packed]: readonly Packed[] = JSON.parse(pack.stdout);
  if (packed === undefined) throw new Error("npm pack gave nothing");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const options = ["--ignore-scripts", "--omit=optional", "--prefer-offline", "--no-audit", "--no-fund"];
  const install = runIn(folder, "npm", ["install", ...options, join(outer, packed.filename)]);
  const run = (program: string, ...words: readonly string[]): Ran => runIn(folder, program, words);
  const runBeside = (name: string, program: string, ...words: readonly string[]): Ran => {
    const beside = join(outer, name);
    if (!existsSync(beside)) {
      mkdirSync(beside);
      symlinkSync(join(folder, "node_modules"), join(beside, "node_modules"), "dir");
    }
    return runIn(beside, program, words);
  };
  if (install.status === 0) return { folder, packed, run, runBeside };
  const network = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/.exec(install.stderr);
  if (network === null) throw new Error(install.stderr);
  return { folder, packed, run, runBeside, unreachable: `the package registry cannot be reached (${network[0]})` };
}

/** Makes a package of this repository visible to the consumer. */
export function link(folder: string, name: string): void {
  const target = join(folder, "node_modules", name);
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(join(root, "node_modules", name), target, "dir");
}

function runIn(folder: string, program: string, words: readonly string[]): Ran {
  // What npm tells its own scripts would send a nested npm to this repository.
  const told = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(package|lifecycle|config_local)|INIT_CWD)/.test(name),
  );
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    env: Object.fromEntries(told),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout: stdout ?? "", stderr: stderr ?? "" };
}
