import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = readFileSync(join(root, "docs/tutorial.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "assay-tutorial-"));
const project = join(folder, "claims-of-papers");

beforeAll(() => {
  if (!existsSync(join(root, "dist/src/cli/main.js"))) throw new Error("dist/ is not built; npm test builds it");
  mkdirSync(project);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The programs that the tutorial calls by npx. */
const programs: Readonly<Record<string, string>> = {
  "paper-assay": "dist/src/cli/main.js",
  assay: "dist/src/cli/main.js",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
};

/** What the tutorial installs from the registry, as it is here. */
function install(): void {
  for (const name of ["paper-assay", "vitest", "typescript", "@types/node"]) {
    const place = join(project, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(name === "paper-assay" ? root : join(root, "node_modules", name), place, "dir");
  }
}

it("does and prints what it says, from its first block to its last", { timeout: 240_000 }, () => {
  const blocks = [...text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```/gm)];
  expect(blocks.map(([, kind]) => kind)).toEqual(expect.arrayContaining(["console", "latex", "diff"]));
  for (const [, kind, file = "", content = ""] of blocks) {
    if (kind === "latex") writeFileSync(join(project, file), content);
    if (kind === "diff") edit(join(project, file), content);
    if (kind === "console") for (const session of content.split(/^(?=\$ )/m)) follow(session);
  }
});

function follow(session: string): void {
  const [command = "", ...shown] = session.trimEnd().split("\n");
  if (command === "$ npm install") install();
  else if (!command.startsWith("$ mkdir ")) replay(command, shown);
}

function replay(command: string, shown: readonly string[]): void {
  const [, ...words] = command.split(" ");
  const program = programs[words[1] ?? ""];
  if (words[0] !== "npx" || program === undefined) throw new Error(`the tutorial's test cannot run: ${command}`);
  const { stdout } = spawnSync(process.execPath, [join(root, program), ...words.slice(2)], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ASSAY_STORE: "", VITEST: "", NODE_ENV: "" },
  });
  if (shown.includes("…")) holdsInOrder(stdout, shown, command);
  else expect(stdout.trimEnd(), command).toBe(shown.join("\n"));
}

/** Where lines are left out, the shown ones stand there in this order. */
function holdsInOrder(stdout: string, shown: readonly string[], command: string): void {
  const printed = stdout.split("\n").map((line) => line.trimEnd());
  let from = 0;
  for (const wanted of shown.filter((one) => one !== "…")) {
    const at = printed.indexOf(wanted, from);
    expect(at, `${command}: no line "${wanted}" in\n${stdout}`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}

/** Applies a difference: every line that goes, with the lines that come in its place. */
function edit(file: string, difference: string): void {
  let source = readFileSync(file, "utf8");
  for (const [, gone = "", come = ""] of difference.matchAll(/^-(.*)\n((?:\+.*\n)+)/gm)) {
    expect(source).toContain(gone);
    source = source.replace(gone, () => come.trimEnd().replaceAll(/^\+/gm, ""));
  }
  writeFileSync(file, source);
}
