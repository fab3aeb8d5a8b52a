import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { openPaper } from "../../src/sources/open-paper.ts";
import { defaultSourceLimits } from "../../src/sources/source-limits.ts";

const root = mkdtempSync(join(tmpdir(), "assay-sources-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let trees = 0;
function tree(files: Readonly<Record<string, string | Uint8Array>>): string {
  trees += 1;
  const folder = join(root, `paper${trees}`);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const document = (body: string, preamble = "") =>
  `\\documentclass{article}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\nnothing here`;

function tarEntry(name: string, content: string, flag = "0", link = ""): Uint8Array {
  const block = new Uint8Array(512 + Math.ceil(content.length / 512) * 512);
  const write = (at: number, text: string) => block.set(new TextEncoder().encode(text), at);
  write(0, name);
  write(124, `${content.length.toString(8).padStart(11, "0")} `);
  write(148, "        ");
  write(156, flag);
  write(157, link);
  write(257, "ustar\u000000");
  const sum = block.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  write(148, `${sum.toString(8).padStart(6, "0")}\0 `);
  write(512, content);
  return block;
}

describe("a LaTeX tree", () => {
  it("is joined at its inputs, macros expanded, every place known", async () => {
    const folder = tree({
      "main.tex": document(
        "\\begin{abstract}\n\\ours gains 3.2 points.\n\\end{abstract}\n\\section{Results}\n\\input{sections/results}",
        "\\usepackage{xspace}\n\\newcommand{\\ours}{MyNet\\xspace}\n\\newcommand{\\best}[1]{\\textbf{#1}}",
      ),
      "sections/results.tex": "% a comment\nIt reaches \\best{88.4}\\,\\% on \\cref{tab:main}~\\cite{a}.\n",
    });
    const paper = await openPaper(folder);
    expect(paper.problems).toEqual([]);
    expect(paper.files).toEqual([`${folder}/main.tex`, `${folder}/sections/results.tex`]);
    expect(paper.sentences).toEqual([
      {
        text: "MyNet gains 3.2 points.",
        place: { file: `${folder}/main.tex`, line: 7, column: 1 },
        section: "Abstract",
        refersTo: [],
      },
      {
        text: "It reaches 88.4 % on [ref].",
        place: { file: `${folder}/sections/results.tex`, line: 2, column: 1 },
        section: "Results",
        refersTo: ["tab:main"],
      },
    ]);
    const at = paper.text.text.indexOf("88.4");
    expect(paper.text.locate(at)).toEqual({ file: `${folder}/sections/results.tex`, line: 2, column: 18 });
    expect(paper.text.text).not.toContain("nothing here");
  });

  it("says where an input is missing, cyclic or outside", async () => {
    const folder = tree({
      "main.tex": document("\\input{a}\n\\input{gone}\n\\input{../secret}\n\\input /etc/passwd"),
      "a.tex": "In a.\n\\input{main}",
    });
    const { problems, sentences } = await openPaper(folder);
    expect(problems.map(({ place, message }) => [place.file.slice(folder.length + 1), place.line, message])).toEqual([
      ["a.tex", 2, "\\input of main.tex, which is being read already: a cycle; it is left out here"],
      ["main.tex", 5, 'input of "gone" is missing; it is left out'],
      ["main.tex", 6, `input of "../secret" lies outside the paper's folder; give the folder that holds both`],
      ["main.tex", 7, `input of "/etc/passwd" lies outside the paper's folder; give the folder that holds both`],
    ]);
    expect(sentences.map(({ text }) => text)).toEqual(["In a."]);
  });

  it("leaves out what is never typeset", async () => {
    const folder = tree({
      "main.tex": document(
        "\\begin{comment}no 1\\end{comment}\\iffalse no 2 \\if x no \\fi\\input{gone}\\else yes 1\\fi\n\\ifdraft no 3\\else yes 2.\\fi\n\\drafttrue\\ifdraft yes 3.\\fi\\input{part}",
        "\\newif\\ifdraft",
      ),
      "part.tex": "Yes 4. 50\\% % no 4\n\\endinput no 5",
    });
    const paper = await openPaper(folder);
    expect(paper.sentences.map(({ text }) => text).join(" ")).toBe("yes 1 yes 2. yes 3.Yes 4. 50%");
    expect(paper.problems).toEqual([]);
  });

  it("takes the file that a section names as its root", async () => {
    const folder = tree({ "main.tex": document("\\input{sec/a}"), "sec/a.tex": "% !TEX root = ../main.tex\nHere." });
    const paper = await openPaper(join(folder, "sec/a.tex"));
    expect(paper.main).toBe(`${folder}/main.tex`);
    expect(paper.sentences[0]?.place.line).toBe(2);
  });

  it("reads Latin-1 with a note", async () => {
    const folder = tree({ "main.tex": Buffer.from(document("Caf\u00e9 gains 3 points."), "latin1") });
    const paper = await openPaper(folder);
    expect(paper.sentences[0]?.text).toBe("Café gains 3 points.");
    expect(paper.problems[0]?.message).toMatch(/read as Latin-1/);
  });

  it("does not follow links out of the folder", async () => {
    const outside = tree({ "secret.tex": "secret" });
    const folder = tree({ "main.tex": document("\\input{link}\\input{folder/secret}Fine.") });
    symlinkSync(join(outside, "secret.tex"), join(folder, "link.tex"));
    symlinkSync(outside, join(folder, "folder"));
    const paper = await openPaper(folder);
    expect(paper.text.text).not.toContain("secret");
    expect(paper.problems).toHaveLength(3);
  });
});

describe("an archive", () => {
  it("of GNU tar is read, long names and all", async () => {
    const long = `${"long/".repeat(30)}results.tex`;
    const folder = tree({ "main.tex": document(`\\input{${long}}`), [long]: "Found." });
    for (const format of ["gnu", "pax", "ustar"]) {
      execFileSync("tar", ["-czf", `${folder}.${format}.tar.gz`, `--format=${format}`, "-C", folder, "."]);
      const paper = await openPaper(`${folder}.${format}.tar.gz`);
      expect(paper.sentences.map(({ text }) => text)).toEqual(["Found."]);
      expect(paper.files).toEqual([`${folder}.${format}.tar.gz/main.tex`, `${folder}.${format}.tar.gz/${long}`]);
    }
  });

  it("of zip is read", async () => {
    const folder = tree({ "main.tex": document("Found. ".repeat(100)) });
    const script = "import sys,zipfile;z=zipfile.ZipFile(sys.argv[1],'w',8);z.write(sys.argv[2],'main.tex');z.close()";
    execFileSync("/usr/bin/python3", ["-c", script, `${folder}.zip`, join(folder, "main.tex")]);
    expect((await openPaper(`${folder}.zip`)).sentences).toHaveLength(100);
    writeFileSync(`${folder}.bad.zip`, "PK\u0003\u0004 and nothing else");
    await expect(openPaper(`${folder}.bad.zip`)).rejects.toThrow(/damaged zip/);
  });

  it("of a single gzipped file is read", async () => {
    const path = join(root, "2101.00001.gz");
    writeFileSync(path, gzipSync(document("Single.")));
    expect((await openPaper(path)).sentences[0]?.text).toBe("Single.");
  });

  it("leaves out links and what leads out of it, and says so", async () => {
    const path = join(root, "evil.tar.gz");
    const entries = [
      tarEntry("../evil.tex", "evil"),
      tarEntry("/etc/evil.tex", "evil"),
      tarEntry("link.tex", "", "2", "/etc/passwd"),
      tarEntry("device.tex", "", "3"),
      tarEntry("main.tex", document("Good.\\input{link}")),
    ];
    writeFileSync(path, gzipSync(Buffer.concat([...entries, new Uint8Array(1024)])));
    const paper = await openPaper(path);
    expect(paper.sentences.map(({ text }) => text)).toEqual(["Good."]);
    expect(paper.problems.map(({ message }) => message)).toEqual([
      '"../evil.tex" in the archive leads out of it and was left out',
      '"/etc/evil.tex" in the archive leads out of it and was left out',
      '"link.tex" in the archive is a link and was left out',
      '"device.tex" in the archive is a device and was left out',
      'input of "link" is missing; it is left out',
    ]);
  });

  it("that unpacks to far too much ends at the limit", async () => {
    const path = join(root, "bomb.gz");
    writeFileSync(path, gzipSync(new Uint8Array(40_000_000)));
    await expect(openPaper(path)).rejects.toThrow(/^\S+ unpacks to more than 200 times its size/);
    const limits = { ...defaultSourceLimits, unpackedBytes: 1_000_000 };
    await expect(openPaper(path, limits)).rejects.toThrow(/^\S+ unpacks to more than 1,000,000 bytes/);
  });

  it("that breaks off is refused", async () => {
    const path = join(root, "broken.tar.gz");
    const whole = gzipSync(Buffer.concat([tarEntry("main.tex", document("x ".repeat(5000)))]));
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    await expect(openPaper(path)).rejects.toThrow(/cannot be unpacked/);
    writeFileSync(path, gzipSync(tarEntry("main.tex", document("x ".repeat(5000))).subarray(0, 2000)));
    await expect(openPaper(path)).rejects.toThrow(/breaks off within "main.tex"/);
  });
});

describe("hostile input ends in one line", () => {
  it.each([
    ["a PDF", { "paper.pdf": "%PDF-1.5" }, "paper.pdf", /is a PDF.*LaTeX source/],
    [
      "binary junk",
      { "main.tex": new Uint8Array(5000).map((_, index) => (index * 7919) % 256) },
      "main.tex",
      /is binary/,
    ],
    ["an unknown kind", { "paper.docx": "words" }, "paper.docx", /of no known kind/],
    ["an empty folder", { "notes.txt": "" }, "", /holds no LaTeX file/],
    ["deep HTML", { "a.html": "<div>".repeat(100_000) }, "a.html", /nests elements deeper than/],
    ["an endless line", { "a.tex": `\n${"x".repeat(50_000_000)}` }, "a.tex", /line 2 has 50,000,000 characters/],
  ])("%s", async (_, files, name, message) => {
    const error: unknown = await openPaper(join(tree(files), name)).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "ReadError", message: expect.stringMatching(message) });
    expect(String(error)).not.toContain("\n");
  });

  it("a file of gigabytes, without reading it", async () => {
    const folder = tree({ "main.tex": "" });
    truncateSync(join(folder, "main.tex"), 3_000_000_000);
    await expect(openPaper(join(folder, "main.tex"))).rejects.toThrow(/has 3,000,000,000 bytes/);
  });

  it("a folder of more files than a paper has", async () => {
    const folder = tree(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}.tex`, ""])));
    const limits = { ...defaultSourceLimits, files: 200 };
    await expect(openPaper(folder, limits)).rejects.toThrow(/holds more than 200 files/);
  });

  it("inputs that multiply", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`f${index}.tex`, `\\input{f${index + 1}}\\input{f${index + 1}}`]),
    );
    const folder = tree({ "main.tex": document("\\input{f0}"), ...files, "f20.tex": "x" });
    await expect(openPaper(folder)).rejects.toThrow(/joins more than 2000 inputs/);
  });

  it("a command that is redefined by its old meaning leaves other macros be", async () => {
    const definitions = "\\let\\oldsmall\\small\\renewcommand{\\small}{\\oldsmall\\itshape}\\newcommand{\\ours}{Omega}";
    const folder = tree({ "main.tex": document("\\small We present \\ours.", definitions) });
    const paper = await openPaper(folder);
    expect(paper.problems).toEqual([]);
    expect(paper.text.text).toContain("We present Omega.");
  });

  it("macros that grow without end become a problem", async () => {
    const doubling = Array.from(
      { length: 30 },
      (_, index) => `\\def\\${word(index)}{\\${word(index + 1)}\\${word(index + 1)}}`,
    );
    const folder = tree({
      "main.tex": document(
        `\\def\\loop{\\loop}\\${word(0)} \\loop After.`,
        `${doubling.join("\n")}\\def\\${word(30)}{xxxxxxxx}`,
      ),
    });
    const paper = await openPaper(folder);
    expect(paper.problems.map(({ message }) => message).join()).toMatch(/expands without end or to too much/);
  });
});

function word(index: number): string {
  return `m${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}`;
}
