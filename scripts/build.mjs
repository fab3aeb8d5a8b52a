// Compiles the project to dist/: JavaScript without comments (its hash is part of a cell's identity, so that
// rewording a comment makes no evidence stale), declarations with them, and the data files that lie beside the code.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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
rmSync(join(root, "dist"), { recursive: true, force: true });
run();
run("--declaration", "--emitDeclarationOnly", "--removeComments", "false");

const assets = /\.(csv|json|hbs|gz|br|jsonl|typ|ttf|otf|css)$/;
const copy = (folder) => {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copy(path);
    else if (assets.test(entry.name)) {
      mkdirSync(dirname(join(root, "dist", path)), { recursive: true });
      cpSync(join(root, path), join(root, "dist", path));
    }
  }
};
for (const folder of ["src", "harness", "reports", "claims"]) if (existsSync(join(root, folder))) copy(folder);
