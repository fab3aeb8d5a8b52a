import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { codeIdentity } from "../../harness/code-identity.ts";
import { moduleClosure } from "../../harness/module-closure.ts";
import { temporaryFolder } from "./example.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));

async function write(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
}

const modules = {
  "src/entry.js": 'import { a } from "./a.js";\nimport "./effect.js";\nexport const run = () => import("./lazy.js");\n',
  "src/a.js":
    'export * from "../lib/deep.js";\nimport {\n  b,\n  c,\n} from "./b.js";\nimport x from "some-package";\n',
  "src/b.js": 'import "./a.js";\nconst table = new URL("./table.csv", import.meta.url);\nexport const b = 1;\n',
  "src/table.csv": "1,2\n",
  "src/effect.js": "globalThis.x = 1;\n",
  "src/lazy.js": "export default 1;\n",
  "lib/deep.js": "export const deep = 1;\n",
  "src/unrelated.js": "export default 2;\n",
};
const identityOf = (root: string) => codeIdentity({ entries: [join(root, "src/entry.js")], root });

describe("codeIdentity", () => {
  it("reaches what is imported in any way, circles and files named by URL included, and nothing else", async () => {
    const root = await temporaryFolder();
    await write(root, modules);
    expect((await identityOf(root)).files).toEqual([
      "lib/deep.js",
      "src/a.js",
      "src/b.js",
      "src/effect.js",
      "src/entry.js",
      "src/lazy.js",
      "src/table.csv",
    ]);
  });

  it("changes with each file that is reached, and with no other", async () => {
    const root = await temporaryFolder();
    await write(root, modules);
    const { hash, files } = await identityOf(root);
    await write(root, { "src/unrelated.js": "export default 3;\n" });
    expect((await identityOf(root)).hash).toBe(hash);
    for (const file of files) {
      await write(root, { ...modules, [file]: `${modules[file as keyof typeof modules]}\n` });
      expect((await identityOf(root)).hash, file).not.toBe(hash);
    }
  });

  it("is the same wherever the package lies", async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    await write(one, modules);
    await write(join(two, "moved"), modules);
    expect(await identityOf(join(two, "moved"))).toEqual(await identityOf(one));
  });

  it("reaches no types in sources, nor what a comment or a text speaks of", async () => {
    const root = await temporaryFolder();
    await write(root, {
      "src/entry.js":
        '/**\n * import { a } from "./gone.js";\n * @example await import("./gone.js");\n */\nimport type { T } from "./gone.ts";\nconst text = "see import";\n',
    });
    expect((await identityOf(root)).files).toEqual(["src/entry.js"]);
  });

  it("names a module that is not there", async () => {
    const root = await temporaryFolder();
    await write(root, { "src/entry.js": 'import "./gone.js";\n' });
    await expect(identityOf(root)).rejects.toThrow(`${join(root, "src/gone.js")}: no such module; build the project`);
  });
});

describe("the harness's rooms", () => {
  const reached = async (file: string): Promise<readonly string[]> =>
    [...(await moduleClosure([join(project, file)])).keys()].map((path) => path.slice(project.length));

  it("reads records without loading a pipeline, a model, an engine or a data set", async () => {
    const files = await reached("harness/read-records.ts");
    expect(files).toContain("harness/parse-record.ts");
    expect(files.filter((file) => !file.startsWith("harness/"))).toEqual([]);
  });

  it("plans from the registry of names", async () => {
    const source = await moduleClosure([join(project, "harness/plan.ts")]);
    const statically = [...source].flatMap(([path, content]) =>
      [...content.toString().matchAll(/^import (?!type)[^;]*?from "(\.[^"]+)"/gm)].map(([, to = ""]) =>
        join(dirname(path), to).slice(project.length),
      ),
    );
    expect(statically).toContain("src/pipelines/registry.ts");
  });
});
