import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { flagOption } from "../read-option.ts";
import { originOf, requirePaperId } from "../scaffold/own-paper.ts";
import { paperFiles } from "../scaffold/paper-files.ts";
import { projectFiles, typescriptConfig } from "../scaffold/project-files.ts";
import { writeNewFiles } from "../scaffold/scaffolded-file.ts";
import { UsageError } from "../usage-error.ts";

export const init: Command = {
  usage: "init [paper]",
  group: "judge",
  summary: "Begin a paper of your own, and a project around it",
  description:
    "Writes claims/<paper>/ with a small invented paper to be replaced: a table, one claim of each kind, hyper-parameters, difficulty, and the test that decides the claims. In a folder without package.json it begins a whole project around it. Nothing that is there is overwritten.",
  options: [{ ...jsonOption, description: "Print the files that were written as JSON" }],
  examples: [
    ["assay init", "in an empty folder: a project with claims/my-paper/"],
    ["assay init smith-2024", "one more paper in the project of this folder"],
  ],
  run: async (given, shell) => {
    const manifest = join(shell.folder, "package.json");
    const isNew = !existsSync(manifest);
    const [id = isNew ? "my-paper" : undefined] = given.positional;
    if (id === undefined) throw new UsageError("name the paper, such as `assay init smith-2024`; this project exists");
    requirePaperId(id);
    if (existsSync(join(shell.folder, "claims", id)))
      throw new UsageError(`claims/${id}/ is there already, and nothing is overwritten; choose another name`);
    const origin = originOf(shell.folder);
    const needsTypes = !isNew && origin === "package" && !existsSync(join(shell.folder, typescriptConfig.path));
    const files = [...(isNew ? projectFiles(id) : needsTypes ? [typescriptConfig] : []), ...paperFiles(id, origin)];
    await writeNewFiles(shell.folder, files);
    const paths = files.map(({ path }) => path);
    if (flagOption(given, "json")) shell.print(JSON.stringify({ paper: id, files: paths }, null, 1));
    else shell.print([...paths.map((path) => `wrote ${path}`), "", "Next:", ...next(id)].join("\n"));
    if (!isNew && origin === "package") for (const remark of lacking(manifest)) shell.note(`assay: ${remark}`);
    return exitCode.done;

    function next(paper: string): readonly string[] {
      const commands = [
        ...(isNew ? ["npm install"] : []),
        ...(origin === "package"
          ? ["npx tsc --noEmit", "npx vitest run claims/", `npx assay check ${paper}`]
          : [
              "npm run check",
              `npx vitest run claims/${paper}`,
              `npm run --silent build && npx assay check ${paper} --update`,
            ]),
      ];
      return commands.map((command) => `  ${command}`);
    }
  },
};

/** What the project around a paper needs and does not have, each with the command that mends it. */
function lacking(file: string): readonly string[] {
  let manifest: Readonly<Record<string, unknown>>;
  try {
    manifest = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return ["package.json is not JSON; mend it before you go on"];
  }
  const named = Object.keys({ ...Object(manifest.dependencies), ...Object(manifest.devDependencies) });
  const missing = ["paper-assay", "vitest", "typescript", "@types/node"].filter((name) => !named.includes(name));
  return [
    ...(manifest.type === "module" ? [] : ["the claims are ES modules; run `npm pkg set type=module`"]),
    ...(missing.length === 0 ? [] : [`run \`npm install --save-dev ${missing.join(" ")}\``]),
  ];
}
