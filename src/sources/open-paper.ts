import { closeSync, openSync, readSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { ReadError, type ReadProblem } from "../tables/source-table.ts";
import { type SourceText, sourceText } from "../tables/source-text.ts";
import { archiveFiles } from "./archive-files.ts";
import { expandMacros } from "./expand-macros.ts";
import { folderFiles, readRegular } from "./folder-files.ts";
import { joinInputs } from "./join-inputs.ts";
import { magicRoot, mainFile } from "./main-file.ts";
import { type ProblemList, problemList } from "./problem-list.ts";
import { readArchive } from "./read-archive.ts";
import { readZip } from "./read-zip.ts";
import type { Sentence } from "./sentence.ts";
import { sentencesOfHtml } from "./sentences-of-html.ts";
import { sentencesOfLatex } from "./sentences-of-latex.ts";
import { sentencesOfMarkdown } from "./sentences-of-markdown.ts";
import type { SourceFiles } from "./source-files.ts";
import { defaultSourceLimits, type SourceLimits } from "./source-limits.ts";

/** A paper's source as one text whose every place is known, and its running text as sentences. */
export interface PaperSource {
  readonly format: "latex" | "html" | "markdown";
  /** The file that was read first. */
  readonly main: string;
  /** Every file that is part of the text, the main one first. */
  readonly files: readonly string[];
  /** LaTeX: inputs joined, comments left out, the paper's own macros expanded. */
  readonly text: SourceText;
  readonly sentences: readonly Sentence[];
  readonly problems: readonly ReadProblem[];
}

/**
 * Opens a paper's source: a folder with its LaTeX, one `.tex`, `.html` or `.md` file, or an archive (`.tar.gz`, `.tar`,
 * `.zip`, a single gzipped file as arXiv gives it). Nothing is written and nothing outside the paper's folder is read.
 * Files are named by the path as given. What cannot be followed becomes a problem; what cannot be read at all, a PDF
 * among it, throws a ReadError of one line.
 */
export async function openPaper(path: string, limits: SourceLimits = defaultSourceLimits): Promise<PaperSource> {
  const problems = problemList(limits.problems);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new ReadError(`${path} does not exist; give a paper's folder, .tex, .html, .md or archive`);
  if (stat.isDirectory()) return openFiles(folderFiles(path, limits, problems), undefined, limits, problems);
  if (!stat.isFile()) throw new ReadError(`${path} is neither a file nor a folder`);
  if (stat.size > limits.fileBytes) readRegular(path, path, limits);

  const kind = kindOf(headOf(path));
  if (kind === "pdf") throw new ReadError(pdfMessage(path));
  if (kind === "zip")
    return openFiles(
      archiveFiles(path, readZip(path, limits, problems), limits, problems),
      undefined,
      limits,
      problems,
    );
  if (kind === "gzip" || kind === "tar") {
    const texts = await readArchive(path, stat.size, kind === "gzip", limits, problems);
    const [first] = texts.values();
    if (texts.size === 1 && first !== undefined && kindOf(first.subarray(0, 512)) === "pdf")
      throw new ReadError(pdfMessage(path));
    return openFiles(archiveFiles(path, texts, limits, problems), undefined, limits, problems);
  }
  return openOne(path, limits, problems);
}

/** One file; the folder around a LaTeX file holds what it inputs. */
function openOne(path: string, limits: SourceLimits, problems: ProblemList): PaperSource {
  const name = basename(path);
  if (!/\.(tex|ltx|latex|html?|xhtml|md|markdown)$/i.test(name))
    throw new ReadError(`${path} is of no known kind; give a paper's folder, .tex, .html, .md, .tar.gz or .zip`);
  let [folder, main] = [dirname(path), name];
  if (formatOf(name) !== "latex") {
    const page = new Map([[name, readRegular(path, path, limits)]]);
    return openFiles(archiveFiles(folder, page, limits, problems), name, limits, problems);
  }
  const root = magicRoot(new TextDecoder("latin1").decode(readRegular(path, path, limits).subarray(0, 4_000)));
  const whole = root === undefined ? undefined : resolve(folder, root);
  if (whole !== undefined && whole !== resolve(path) && statSync(whole, { throwIfNoEntry: false })?.isFile())
    [folder, main] = [dirname(`${folder}/${root}`), basename(whole)];
  return openFiles(folderFiles(folder, limits, problems), main, limits, problems);
}

function openFiles(
  files: SourceFiles,
  asked: string | undefined,
  limits: SourceLimits,
  problems: ProblemList,
): PaperSource {
  const main = asked ?? mainFile(files, problems) ?? pageOf(files);
  if (main === undefined)
    throw new ReadError(
      `${files.given} holds no LaTeX file with \\documentclass and \\begin{document}, and no single HTML or Markdown file; give the main file itself`,
    );
  const format = formatOf(main);
  if (format === "latex") {
    const joined = joinInputs(files, main, limits, problems);
    const text = expandMacros(joined.text, limits, problems);
    const sentences = sentencesOfLatex(text);
    return {
      format,
      main: files.display(main),
      files: joined.used.map(files.display),
      text,
      sentences,
      problems: problems.list(),
    };
  }
  const text = sourceText(files.display(main), files.text(main) ?? "");
  if (text.text.length > limits.characters)
    throw new ReadError(
      `${files.display(main)} has more than ${limits.characters.toLocaleString("en")} characters; give the paper alone`,
    );
  const sentences = format === "html" ? sentencesOfHtml(text, limits) : sentencesOfMarkdown(text);
  return {
    format,
    main: files.display(main),
    files: [files.display(main)],
    text,
    sentences,
    problems: problems.list(),
  };
}

function formatOf(name: string): PaperSource["format"] {
  if (/\.(html?|xhtml)$/i.test(name)) return "html";
  return /\.(md|markdown)$/i.test(name) ? "markdown" : "latex";
}

/** The page of a folder without LaTeX. */
function pageOf(files: SourceFiles): string | undefined {
  const pages = files.names.filter((name) => formatOf(name) === "html");
  const texts = files.names.filter((name) => formatOf(name) === "markdown");
  if (pages.includes("index.html")) return "index.html";
  if (pages.length === 1) return pages[0];
  return pages.length === 0 && texts.length === 1 ? texts[0] : undefined;
}

function headOf(path: string): Uint8Array {
  const head = new Uint8Array(512);
  const handle = openSync(path, "r");
  try {
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}

function kindOf(head: Uint8Array): "pdf" | "gzip" | "zip" | "tar" | "text" {
  const start = new TextDecoder("latin1").decode(head.subarray(0, 8));
  if (start.startsWith("%PDF")) return "pdf";
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip";
  if (start.startsWith("PK\x03\x04")) return "zip";
  return new TextDecoder("latin1").decode(head.subarray(257, 262)) === "ustar" ? "tar" : "text";
}

function pdfMessage(path: string): string {
  return `${path} is a PDF, whose tables cannot be read for sure; give the paper's LaTeX source (arXiv: "TeX Source") or its HTML`;
}
