import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { allCommands } from "../../src/cli/commands.ts";

const commands = await allCommands();

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((file) => existsSync(join(root, file)));
const documents = files.filter((file) => file.endsWith(".md"));
const read = (file: string): string => readFileSync(join(root, file), "utf8");

describe("documents", () => {
  it.each(documents)("%s links to what there is", (file) => {
    const text = read(file).replaceAll(/^```[\s\S]*?^```/gm, "");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const broken = targets.filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(file, target));
    expect(broken).toEqual([]);
  });

  it.each(documents)("%s names commands, scripts and files that there are", (file) => {
    const text = read(file);
    const scripts: Readonly<Record<string, string>> = JSON.parse(read("package.json")).scripts;
    const code = [...text.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([block]) => block).join("\n");
    const named = [...code.matchAll(/(?:^|[\s`$])(?:npx )?assay ([a-z][a-z-]*)/gm)].map(([, name = ""]) => name);
    const known = commands.map(({ usage }) => usage.split(" ")[0] ?? "");
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
    const run = [...code.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, name = ""]) => name);
    expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const paths = [...code.matchAll(/`((?:src|docs|harness|reports|test|bench|claims)\/[\w./-]+)`/g)].map(
      ([, path = ""]) => path,
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

function leadsSomewhere(file: string, target: string): boolean {
  const [path = "", anchor] = target.split("#");
  const there = path === "" ? file : join(dirname(file), path);
  if (!existsSync(join(root, there))) return false;
  if (anchor === undefined || !there.endsWith(".md")) return true;
  const headings = [...read(there).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => slug(heading));
  return headings.includes(anchor);
}

/** As GitHub makes them. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}

/** What speaks of how the project came to be, rather than of the product. */
const forbidden: Readonly<Record<string, RegExp>> = {
  "an issue's number": /\b(?:issue|fixes|closes|PR|pull request)\s+#?\d+|(?:^|\s)\(?#\d{1,4}\b(?!;)/i,
  "a path of one machine": /(?:^|[\s"'`(=:])\/(?:work|tmp|home|root|Users)(?:\/|\b)/,
  "a note to oneself": /(?<!00README\.)\b(?:TODO|XXX|HACK)\b|(?:(?<!:)\/\/|^\s*\*).*\bFIXME\b/,
};

describe("files of the project", () => {
  const texts = files.filter(
    (file) =>
      /\.(?:ts|mjs|js|py|md|hbs|json|csv|yml|yaml)$|^\.ci\//.test(file) &&
      !/package-lock\.json$|\/vectors\/.*\.json$/.test(file),
  );
  it.each(Object.entries(forbidden))("hold no mention of %s", (_, pattern) => {
    const found = texts
      .filter((file) => file !== "test/docs/docs.test.ts")
      .flatMap((file) =>
        read(file)
          .split("\n")
          .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
      );
    expect(found).toEqual([]);
  });
});
