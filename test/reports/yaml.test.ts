import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type YamlValue, yaml } from "../../reports/formats/yaml.ts";

const texts = fc.oneof(
  fc.constantFrom(
    "",
    "yes",
    "null",
    "1.0",
    "2021-11-15",
    "a: b",
    "- x",
    "#",
    '"',
    "\\",
    "\n",
    "\u2028",
    "\u0085",
    "\ufeff",
    "\u007f",
    "¬Re",
    "𝑥",
    "'",
  ),
  fc.string({ unit: "grapheme" }),
);
const keys = fc.stringMatching(/^[a-z][a-z_-]{0,6}$/);
const { tree } = fc.letrec<{ tree: YamlValue }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    texts,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(keys, tie("tree"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const documents = fc.sample(fc.dictionary(keys, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), {
  seed: 20211115,
  numRuns: 300,
});

describe("YAML", () => {
  test("is read back by PyYAML as what was written", (context) => {
    const program =
      "import json, sys, yaml\nprint(json.dumps([yaml.safe_load(text) for text in json.load(sys.stdin)]))";
    const { stdout, status } = spawnSync("python3", ["-c", program], {
      input: JSON.stringify(documents.map((document) => yaml(document, ["a remark\nover two lines"]))),
      encoding: "utf8",
      env: { ...process.env, PYTHONIOENCODING: "utf-8" },
    });
    if (status !== 0 && spawnSync("python3", ["-c", "import yaml"]).status !== 0)
      context.skip("Python with PyYAML is not installed");
    expect(JSON.parse(stdout)).toEqual(documents);
  });

  test("every scalar is a string of JSON, and nothing else stands behind a key or a dash", () => {
    for (const document of documents) {
      for (const line of yaml(document).split("\n").slice(1, -1)) {
        const [, value = ""] = /^ *(?:- )*(?:[a-z][a-z_-]*:)?\s?(.*)$/.exec(line) ?? [];
        if (value === "" || value === "[]" || value === "{}") continue;
        expect(typeof JSON.parse(value), line).toBe("string");
      }
    }
  });

  test("a key that is no plain word is refused", () => {
    expect(() => yaml({ "a b": "x" })).toThrow(/"a b" is no plain key/);
  });
});
