import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calc } from "../../src/cli/commands/calc.ts";
import { assay } from "../cli/fake-shell.ts";

const docs = readFileSync(new URL("../../docs/checks.md", import.meta.url), "utf8");
const examples = [...docs.matchAll(/^> `assay (calc .+?)` → \*\*(\w+)\*\*: (.+)$/gm)].map(
  ([, words = "", outcome = "", explanation = ""]) => ({ words, outcome, explanation }),
);

describe("docs/checks.md", () => {
  it.each(examples)("prints what $words says", async ({ words, outcome, explanation }) => {
    const result = JSON.parse((await assay([...words.split(" "), "--json"])).printed);
    expect([result.outcome, result.explanation]).toEqual([outcome, explanation]);
  });

  it("has a row and an example of every calculation but the verdict on runs", () => {
    const names = (calc.parts ?? []).map(({ usage }) => usage).filter((usage) => usage !== "calc verdict");
    const table = docs.slice(docs.indexOf("## Which check"), docs.indexOf("## What comes back"));
    expect(names.filter((usage) => !table.includes(`\`assay ${usage}\``))).toEqual([]);
    const shown = examples.map(({ words }) => words.split(" ").slice(0, 2).join(" "));
    expect(names.filter((usage) => !shown.includes(usage))).toEqual([]);
  });
});
