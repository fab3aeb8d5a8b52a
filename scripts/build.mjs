// Compiles the project to dist/: JavaScript without comments (its hash is part of a cell's identity, so that
// rewording a comment makes no evidence stale), declarations with them, and the data files that lie beside the code.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyAssets } from "./assets.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
// A consumer installs the packed tarball, which is built already and carries no compiler.
if (!existsSync(tsc)) process.exit(0);

const run = (...args) => {
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json", ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
};
const out = join(root, "dist");
rmSync(out, { recursive: true, force: true });
run();
run("--declaration", "--emitDeclarationOnly", "--removeComments", "false");
copyAssets(root, out, ["src", "harness", "reports", "claims"]);
