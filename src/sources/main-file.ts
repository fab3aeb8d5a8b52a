import type { ProblemList } from "./problem-list.ts";
import { resolveName, type SourceFiles } from "./source-files.ts";

/**
 * Which LaTeX file of a tree is the paper: the one that arXiv's 00README or a `% !TEX root` names; otherwise the one with a
 * document class and `\begin{document}` that looks most like a paper (a title, an abstract, a usual name, not in a folder,
 * then its size). A problem names the others where there are several. Undefined where there is none.
 */
export function mainFile(files: SourceFiles, problems: ProblemList): string | undefined {
  const tex = files.names.filter((name) => /\.(tex|ltx|latex)$/i.test(name));
  const named = namedByReadme(files);
  if (named !== undefined) return named;
  const texts = new Map(tex.map((name) => [name, textOf(files, name, problems)]));
  const candidates = tex.filter((name) => isDocument(texts.get(name) ?? ""));
  const root = rootNamed(texts);
  if (root !== undefined && candidates.includes(root)) return root;
  const ranked = candidates
    .map((name) => ({ name, score: paperLikeness(name, texts.get(name) ?? "") }))
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
  const best = ranked[0]?.name;
  if (best === undefined) return tex.length === 1 ? tex[0] : undefined;
  const others = ranked.slice(1).map(({ name }) => name);
  if (others.length > 0) {
    const list = others.slice(0, 5).join(", ") + (others.length > 5 ? ", …" : "");
    const place = { file: files.display(best), line: 1, column: 1 };
    problems.add(place, `taken as the main file; ${list} could be, too: give the file itself to scan another`);
  }
  return best;
}

/** The file that a `% !TEX root = ../main.tex` among the first lines names, as it is written. */
export function magicRoot(text: string): string | undefined {
  return /^%\s*!\s*TEX\s+root\s*=\s*(\S.*?)\s*$/im.exec(text.slice(0, 4_000))?.[1];
}

function namedByReadme(files: SourceFiles): string | undefined {
  const json = files.text("00README.json");
  const tops = json === undefined ? [] : toplevelSources(json);
  const old = files.text("00README.XXX") ?? files.text("00README") ?? "";
  const lines = [...old.matchAll(/^(\S+)\s+toplevelfile/gm)].map(([, name]) => name ?? "");
  return [...tops, ...lines].find((name) => files.names.includes(name) && name.endsWith(".tex"));
}

function toplevelSources(json: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(json);
    const sources = isRecord(parsed) && Array.isArray(parsed.sources) ? (parsed.sources as unknown[]) : [];
    return sources.flatMap((source) =>
      isRecord(source) && source.usage === "toplevel" && typeof source.filename === "string" ? [source.filename] : [],
    );
  } catch {
    return [];
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function rootNamed(texts: ReadonlyMap<string, string>): string | undefined {
  for (const [name, text] of texts) {
    const root = magicRoot(text);
    const folder = name.split("/").slice(0, -1).join("/");
    const resolved = root === undefined ? undefined : resolveName(folder, root);
    if (resolved !== undefined && resolved !== name && texts.has(resolved)) return resolved;
  }
  return undefined;
}

/** A text that cannot be read is no candidate; it becomes a problem. */
function textOf(files: SourceFiles, name: string, problems: ProblemList): string {
  try {
    return files.text(name) ?? "";
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    problems.add({ file: files.display(name), line: 1, column: 1 }, error.message);
    return "";
  }
}

function isDocument(text: string): boolean {
  return /^[^%\n]*\\document(class|style)\b/m.test(text) && /^[^%\n]*\\begin\s*\{document\}/m.test(text);
}

function paperLikeness(name: string, text: string): number {
  const stem = (name.split("/").at(-1) ?? name).replace(/\.\w+$/, "").toLowerCase();
  const signs = [
    /\\(icml|iclr)?title\b/.test(text),
    /\\begin\s*\{abstract\}|\\abstract\b/.test(text),
    /^(main|ms|paper|root|article|manuscript)$/.test(stem),
    !name.includes("/"),
    !/\\documentclass[^{\n]*\{(subfiles|standalone|beamer|letter)\}/.test(text),
    !/(supp|appendix|rebuttal|response|template|example|poster|slides|cover|diff)/.test(stem),
  ];
  return signs.filter(Boolean).length + Math.min(text.length, 999_999) / 1_000_000;
}
