import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { powerTable } from "./measured-power.ts";

// Some thousand checks, the slow ones among them; a machine that is busy otherwise takes its time.
it("docs/checks.md prints the power that is measured", { timeout: 600_000 }, () => {
  const docs = readFileSync(new URL("../../docs/checks.md", import.meta.url), "utf8");
  const printed = docs.split("\n").filter((line) => /^\| (?:check and what|`check\w+`:)/.test(line));
  const measured = powerTable()
    .split("\n")
    .filter((line) => !line.startsWith("| ---"));
  expect(printed).toEqual(measured);
});
