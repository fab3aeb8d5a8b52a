import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assay, onlyLine } from "./fake-shell.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-scan-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Means by hand; the last row's is 81.2, not 82.1. */
const tableFile = String.raw`\begin{table}
\caption{Accuracy (\%) of all methods. \label{tab:main}}
\begin{tabular}{lcccc}
\toprule
Method & CIFAR-10 & CIFAR-100 & SVHN & Avg. \\
\midrule
Alpha & 80.0 & 60.0 & 70.0 & 70.0 \\
Beta & 81.2 & 61.2 & 71.2 & 71.2 \\
Gamma & 75.5 & 55.5 & 65.5 & 65.5 \\
Delta & 90.1 & 70.1 & 80.1 & 80.1 \\
Epsilon & 69.9 & 49.9 & 59.9 & 59.9 \\
\ours & 91.2 & 71.2 & 81.2 & 82.1 \\
\bottomrule
\end{tabular}
\end{table}
`;

function paper(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, path, ".."), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  return name;
}

const main = String.raw`\documentclass{article}
\newcommand{\ours}{Omega}
\begin{document}
We study averages.
\input{sections/results}
\end{document}
`;

const run = (words: readonly string[]) => assay(["scan", ...words], { folder });

describe("assay scan", () => {
  const tree = paper("tree", { "main.tex": main, "sections/results.tex": tableFile });

  it("follows inputs and macros, and names the file and line of a finding", async () => {
    const { code, printed } = await run([tree]);
    expect(code).toBe(1);
    expect(printed).toMatch(/contradiction at \S*tree\/sections\/results\.tex:12:/);
    expect(printed).toContain("Omega");
  });

  it("reads the archive of a tree as the tree", async () => {
    execFileSync("tar", ["-czf", join(folder, "tree.tar.gz"), "-C", join(folder, tree), "."]);
    const { code, printed } = await run(["tree.tar.gz"]);
    expect(code).toBe(1);
    expect(printed).toMatch(/contradiction at \S*tree\.tar\.gz\/sections\/results\.tex:12:/);
  });

  it("has nothing to say of a paper that is true", async () => {
    const name = paper("true", { "main.tex": main, "sections/results.tex": tableFile.replace("82.1", "81.2") });
    const { code, printed } = await run([name]);
    expect([code, printed.trim()]).toEqual([0, "1 table: 0 contradictions, 0 conditional, 0 suspicions, 0 notes"]);
  });

  it("ends with one line where the paper is none", async () => {
    paper("nothing", { "notes.txt": "no paper" });
    writeFileSync(join(folder, "paper.pdf"), "%PDF-1.5\n");
    for (const [name, message] of [
      ["nothing", /holds no LaTeX file/],
      ["paper.pdf", /is a PDF/],
      ["absent", /does not exist/],
    ] as const) {
      const { code, noted } = await run([name]);
      expect([code, onlyLine(noted)]).toEqual([2, expect.stringMatching(message)]);
    }
  });
});
