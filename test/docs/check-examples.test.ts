import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../src/checks/check-result.ts";
import { calc } from "../../src/cli/commands/calc.ts";
import * as library from "../../src/index.ts";
import type { Family } from "../../src/vitest/matchers/matcher.ts";
import { matcherFamilies } from "../../src/vitest/matchers.ts";
import { assay } from "../cli/fake-shell.ts";

const docs = readFileSync(new URL("../../docs/checks.md", import.meta.url), "utf8");
const table = docs.slice(docs.indexOf("## Which check"), docs.indexOf("## What comes back"));
const entries = docs.slice(docs.indexOf("## Means"), docs.indexOf("## Where other tools"));
const commands = [...docs.matchAll(/^> `assay (calc .+?)` → \*\*(\w+)\*\*: (.+)$/gm)].map(
  ([, words = "", outcome = "", explanation = ""]) => ({ words, outcome, explanation }),
);
const assertions = [...docs.matchAll(/^> `(expect\(.+?)` → (?:\*\*(\w+)\*\*: )?(.+)$/gm)].map(
  ([, code = "", outcome, explanation = ""]) => ({ code, outcome, explanation }),
);
const family: Family = Object.assign({}, ...matcherFamilies);

/** What an assertion's matcher finds, without asserting it. */
async function found(code: string): ReturnType<Asking> {
  const ask = (received: unknown) =>
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          (...given: never[]) =>
            family[String(name)]?.ask(received, ...given),
      },
    );
  const source = `export default (expect) => ${code}`;
  const module: { readonly default: (expect: typeof ask) => Awaited<ReturnType<Asking>> } = await import(
    `data:text/javascript,${encodeURIComponent(source)}`
  );
  return module.default(ask);
}

type Asking = () => Promise<CheckResult | { readonly finding: string }>;

describe("docs/checks.md", () => {
  it.each(commands)("prints what $words says", async ({ words, outcome, explanation }) => {
    const result = JSON.parse((await assay([...words.split(" "), "--json"])).printed);
    expect([result.outcome, result.explanation]).toEqual([outcome, explanation]);
  });

  it.each(assertions)("prints what $code finds", async ({ code, outcome, explanation }) => {
    const result = await found(code);
    const said = "check" in result ? [result.outcome, result.explanation] : [undefined, result.finding];
    expect(said).toEqual([outcome, explanation]);
  });

  it("has a row and an example of every calculation but the verdict on runs", () => {
    const names = (calc.parts ?? []).map(({ usage }) => usage).filter((usage) => usage !== "calc verdict");
    expect(names.filter((usage) => !table.includes(`\`assay ${usage}\``))).toEqual([]);
    const shown = commands.map(({ words }) => words.split(" ").slice(0, 2).join(" "));
    expect(names.filter((usage) => !shown.includes(usage))).toEqual([]);
  });

  it("has an entry of every check that is exported: its signature, and an example", async () => {
    const checks = Object.keys(library).filter((name) => /^check[A-Z]/.test(name));
    expect(checks.length).toBeGreaterThan(40);
    expect(checks.filter((name) => !entries.includes(`\`${name}(`) && !entries.includes(`\`${name}\``))).toEqual([]);
    const shown = new Set(assertions.map(({ code }) => /\)\.(\w+)\(/.exec(code)?.[1]));
    for (const { words } of commands)
      shown.add(JSON.parse((await assay([...words.split(" "), "--json"])).printed).check);
    const asked = await Promise.all(
      Object.entries(family).map(async ([name, { example }]) => {
        const result = await found(example);
        return [name, "check" in result ? result.check : name] as const;
      }),
    );
    const missing = asked.filter((names) => !names.some((name) => shown.has(name))).map(([name]) => name);
    // Of runs, and the same note as `assay calc majority` and `assay calc chance`.
    expect(missing).toEqual(["toBeatMajorityBaseline", "toBeFlagsByChance", "toReproduce"]);
  });

  it("has the measured power, or a word on it, of every check", () => {
    const measured = new Set([...docs.matchAll(/^\| `(check\w+)`:/gm)].map(([, name]) => name));
    const checks = Object.keys(library).filter((name) => /^check[A-Z]/.test(name) && !measured.has(name));
    for (const name of checks) {
      const [section = ""] = docs.split(/^## /m).filter((text) => text.includes(`\`${name}(`));
      expect(section, name).toMatch(/\*(?:Power and limits|Limits)\.\*/);
    }
  });
});
