import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Example, root } from "./example-blocks.ts";

/** Names that an example may use without saying where they come from, by the module that exports them. */
export type Scope = ReadonlyMap<string, string>;

/**
 * An example as a module: its names imported, its statements in a function, `expr; // => value` as a call of `hold`. Names
 * of its own file go before those of the public surface.
 */
export function exampleModule({ file, statements }: Example, surface: Scope): string {
  const scope = new Map([...surface, ...exportedNames(file).map((name) => [name, file] as const)]);
  const code = statements.map((statement) => statement.code).join("\n");
  const words = new Set(code.match(/[A-Za-z_$][\w$]*/g));
  const expectations = statements.flatMap(({ expected }) => expected?.match(/[A-Za-z_$][\w$]*/g) ?? []);
  for (const word of expectations) words.add(word);
  const imports = [...words].flatMap((name) => {
    const from = scope.get(name);
    return from === undefined ? [] : [`import { ${name} } from ${JSON.stringify(join(root, from))};`];
  });
  const lines = statements.map((statement) =>
    statement.expected === undefined
      ? statement.code
      : `hold(${statement.code.replace(/;$/, "")}, ${literal(statement.expected)});`,
  );
  return [
    ...imports,
    `import type { Hold } from ${JSON.stringify(join(root, "test/examples/hold.ts"))};`,
    "export async function run(hold: Hold): Promise<void> {",
    ...lines,
    "}\n",
  ].join("\n");
}

/** `0.402…` stands for the numbers that begin so. */
function literal(expected: string): string {
  return expected.replaceAll(/-?\d+\.\d+…/g, (digits) => `{ begins: ${JSON.stringify(digits.slice(0, -1))} }`);
}

/** What a file declares and exports. */
export function exportedNames(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^export (?:async )?(?:function|const|interface|type) ([\w$]+)/gm)].map(
    ([, name = ""]) => name,
  );
}

/** What a barrel re-exports under its own name, by the file that it comes from. */
export function reexports(file: string): Scope {
  const text = readFileSync(join(root, file), "utf8");
  const folder = file.slice(0, file.lastIndexOf("/"));
  return new Map(
    [...text.matchAll(/^export (?:type )?\{([^}]*)\} from "([^"]+)";/gm)].flatMap(([, names = "", from = ""]) =>
      names
        .split(",")
        .map((name) => name.trim().replace(/^type /, ""))
        .filter((name) => name !== "" && !name.includes(" as "))
        .map((name) => [name, join(folder, from)] as const),
    ),
  );
}
