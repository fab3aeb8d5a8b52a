import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Room, rooms } from "./rooms.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const statements = text.matchAll(/^(import|export)\s+(type\s+)?([^;]*?from\s+)?"([^"]+)";/gm);
  const dynamic = text.matchAll(/\bimport\("([^"]+)"\)/g);
  const targetOf = (specifier: string) =>
    specifier.startsWith(".") ? join(dirname(file), specifier).split(sep).join("/") : specifier;
  return [
    ...[...statements].map(([, , type, names, specifier]) => ({
      file,
      target: targetOf(specifier ?? ""),
      typeOnly: type !== undefined || onlyTypes(names ?? ""),
    })),
    ...[...dynamic].map(([, specifier]) => ({ file, target: targetOf(specifier ?? ""), typeOnly: false })),
  ];
}

function onlyTypes(names: string): boolean {
  const list = /\{([^}]*)\}/.exec(names)?.[1];
  return list?.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type ")) ?? false;
}

function roomOf(path: string): Room | undefined {
  return rooms.find((room) => path.startsWith(`${room.path}/`));
}

function violations(room: Room): string[] {
  return filesOf(room.path)
    .flatMap(importsOf)
    .filter(({ target, typeOnly }) => {
      const other = roomOf(target);
      if (other === room) return false;
      if (other !== undefined) {
        return !(room.imports.includes(other.path) || (typeOnly && room.types?.includes(other.path)));
      }
      if (target.startsWith("node:")) return false;
      const packageName = target
        .split("/")
        .slice(0, target.startsWith("@") ? 2 : 1)
        .join("/");
      return !(room.packages ?? []).includes(packageName);
    })
    .map(({ file, target }) => `${file} imports ${target}`);
}

describe("rooms", () => {
  it.each(rooms.map((room) => [room.path, room] as const))("%s imports what its room may", (_, room) => {
    expect(filesOf(room.path).length).toBeGreaterThan(0);
    expect(violations(room)).toEqual([]);
  });

  it("cover every source folder but the command line and the public surface", () => {
    const strays = [...filesOf("src"), ...filesOf("harness"), ...filesOf("reports"), ...filesOf("claims")].filter(
      (file) => roomOf(file) === undefined && !file.startsWith("src/cli/") && file !== "src/index.ts",
    );
    expect(strays).toEqual([]);
  });

  it("have no cycle of imports between files", () => {
    const graph = new Map<string, readonly string[]>();
    for (const file of [...filesOf("src"), ...filesOf("harness"), ...filesOf("reports"), ...filesOf("claims")]) {
      graph.set(
        file,
        importsOf(file)
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ target }) => target),
      );
    }
    expect(findCycle(graph)).toBeUndefined();
  });

  it("keep pipelines out of reach of claims, judging and reports, however far one follows the imports", () => {
    for (const start of ["src/audit", "reports", "claims", "src/vitest"]) {
      const reached = reachable(filesOf(start));
      const pipelines = [...reached].filter((file) => /^src\/(pipelines|engine|models)\//.test(file));
      expect(pipelines, `reached from ${start}`).toEqual([]);
    }
  });
});

function reachable(starts: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...starts];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file) || roomOf(file) === undefined) continue;
    seen.add(file);
    queue.push(...importsOf(file).flatMap(({ target, typeOnly }) => (typeOnly ? [] : [target])));
  }
  return seen;
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of graph.get(file) ?? []) {
      const cycle = visit(target, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
