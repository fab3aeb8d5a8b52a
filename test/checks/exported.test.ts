import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const files = readdirSync(new URL("../../src/checks/", import.meta.url), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => read(`src/checks/${name}`));
const checks = files.filter((text) => /^export function (?:check[A-Z]|flagsByChance)/m.test(text));
const index = read("src/index.ts");
const isExported = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(index);
const declared = (text: string, what: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^export ${what} (\\w+)`, "gm"))].map(([, name = ""]) => name);

it("every check is exported", () => {
  const names = checks.flatMap((text) => declared(text, "function")).filter((name) => /^check[A-Z]/.test(name));
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !isExported(name))).toEqual([]);
});

it("every type that a check's input names is exported, and every type that these name", () => {
  const bodies = new Map(
    files.flatMap((text) =>
      [...text.matchAll(/^export (?:interface (\w+)[\s\S]*?^\}|type (\w+)[\s\S]*?;$)/gm)].map(
        ([body, anInterface, alias]) =>
          [anInterface ?? alias ?? "", body.replaceAll(/\/\*\*[\s\S]*?\*\//g, "")] as const,
      ),
    ),
  );
  const wanted = new Set(checks.flatMap((text) => declared(text, "(?:interface|type)")));
  for (const name of wanted)
    for (const other of bodies.get(name)?.match(/\b[A-Z]\w+/g) ?? []) if (bodies.has(other)) wanted.add(other);
  expect(wanted.size).toBeGreaterThan(60);
  expect([...wanted].filter((name) => !isExported(name)).toSorted()).toEqual([]);
});
