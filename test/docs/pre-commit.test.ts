import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "assay-hook-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hook = fileURLToPath(new URL("../../docs/ci/pre-commit", import.meta.url));

/** The hook's exit status and what it ran, with an `npx` that does nothing but end with a status. */
function runHook(status: number, words: readonly string[] = []) {
  writeFileSync(join(folder, "npx"), `#!/bin/sh\necho "$@" > "${folder}/asked"\nexit ${status}\n`);
  chmodSync(join(folder, "npx"), 0o755);
  const run = spawnSync("sh", [hook, ...words], {
    env: { PATH: `${folder}:${process.env.PATH}` },
    encoding: "utf8",
  });
  return { status: run.status, asked: readFileSync(join(folder, "asked"), "utf8").trim(), said: run.stderr };
}

it("lets a commit pass unless the paper contradicts itself or cannot be read", () => {
  expect([0, 4, 1, 2, 70].map((status) => runHook(status).status)).toEqual([0, 0, 1, 1, 1]);
  expect(runHook(1).said).toContain("assay scan paper/ ended with 1");
});

it("scans the paper that it is told", () => {
  expect(runHook(0).asked).toBe("--no-install assay scan paper/");
  expect(runHook(0, ["thesis/main.tex"]).asked).toBe("--no-install assay scan thesis/main.tex");
});
