import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { tablePower } from "./measured-power.ts";

it("docs/tables.md prints the power that is measured", () => {
  const docs = readFileSync(new URL("../../docs/tables.md", import.meta.url), "utf8");
  const printed = docs.split("\n").filter((line) => /^\| (?:check and table|`[\w-]+`:)/.test(line));
  const measured = tablePower()
    .split("\n")
    .filter((line) => !line.startsWith("| ---"));
  expect(printed).toEqual(measured);
});
