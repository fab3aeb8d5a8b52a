import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { assay } from "../cli/fake-shell.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");

/** What the README shows under a command. */
function shown(command: string): string {
  const [, block = ""] = readme.split(`$ npx ${command}\n`);
  return block.split("\n```")[0] ?? "";
}

it.each(["assay table docs/examples/results.csv", "assay explain sohn-2021 t7.weights-exist"])(
  "the README shows what `%s` prints",
  async (command) => {
    const { printed } = await assay(command.split(" ").slice(1), { folder: root });
    expect(shown(command)).toBe(printed.trimEnd());
  },
);
