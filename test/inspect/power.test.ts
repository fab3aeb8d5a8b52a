import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { powerByGroup, tablePower } from "./measured-power.ts";

it("docs/tables.md prints the power that is measured", () => {
  const docs = readFileSync(new URL("../../docs/tables.md", import.meta.url), "utf8");
  const printed = docs.split("\n").filter((line) => /^\| (?:check and table|`[\w-]+`:)/.test(line));
  const measured = tablePower()
    .split("\n")
    .filter((line) => !line.startsWith("| ---"));
  expect(printed).toEqual(measured);
});

it("docs/tables.md prints what is seen of altered tables of every kind", async () => {
  const docs = readFileSync(new URL("../../docs/tables.md", import.meta.url), "utf8");
  const measured = await powerByGroup();
  const from = docs.indexOf(measured.split("\n")[0] ?? "");
  expect(docs.slice(from, from + measured.length)).toBe(measured);
}, 300_000);
