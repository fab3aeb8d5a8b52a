import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { measurePower } from "./measured-power.ts";

it("docs/checks.md prints the power that is measured", () => {
  const docs = readFileSync(new URL("../../docs/checks.md", import.meta.url), "utf8");
  for (const { what, inconsistent, byDefault } of measurePower())
    expect(docs).toContain(`| ${what} | ${inconsistent} % | ${byDefault} % |`);
});
