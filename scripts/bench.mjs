// Lists the benches, or compiles all of them to dist-bench/ and runs the one that is named: npm run bench -- metrics/auroc
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { copyAssets } from "./assets.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...args] = process.argv.slice(2);

if (name === undefined) {
  for (const bench of benches()) console.log(`${bench.padEnd(28)} ${purpose(bench)}`);
  console.log("\nnpm run bench -- <name> runs one; bench/README.md says what each needs.");
} else if (benches().includes(name)) {
  process.exitCode = run(name);
} else {
  console.error(`bench: there is no "${name}"; the benches are ${benches().join(", ")}`);
  process.exitCode = 2;
}

/** Every module below bench/ that opens with a comment; those without one are parts of others. */
function benches() {
  return readdirSync(join(root, "bench"), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(join(root, "bench"), join(entry.parentPath, entry.name)).split(sep).join("/"))
    .map((path) => path.slice(0, -".ts".length))
    .filter((bench) => purpose(bench) !== "")
    .sort();
}

/** The first sentence of the bench's opening comment. */
function purpose(bench) {
  const text = readFileSync(join(root, "bench", `${bench}.ts`), "utf8");
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(text)?.[1] ?? "";
  const words = comment
    .replaceAll(/^\s*\* ?/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return /^.*?\.(?=\s|$)/.exec(words)?.[0] ?? words;
}

function run(bench) {
  const out = join(root, "dist-bench");
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  if (!existsSync(tsc)) {
    console.error("bench: the compiler is not installed; run npm ci");
    return 2;
  }
  rmSync(out, { recursive: true, force: true });
  const compiled = spawnSync(process.execPath, [tsc, "-p", "tsconfig.bench.json"], { cwd: root, stdio: "inherit" });
  if (compiled.status !== 0) return compiled.status ?? 1;
  copyAssets(root, out, ["src", "harness", "claims", "bench"]);
  const module = join(out, "bench", `${bench}.js`);
  return spawnSync(process.execPath, [module, ...args], { cwd: root, stdio: "inherit" }).status ?? 1;
}
