import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { assay, onlyLine } from "./fake-shell.ts";
import { type Started, start } from "./program.ts";

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
    expect(code).toBe(0);
    expect(printed).toMatch(
      /^1 table: 0 contradictions, 0 conditional, 0 suspicions, 0 notes\n\n\d+ questions were decided[^\n]*\n$/,
    );
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

// A process of its own each; a machine that is busy otherwise takes its time.
describe("assay scan --watch", { timeout: 180_000 }, () => {
  const holds = tableFile.replace("82.1", "81.2");
  const found = "contradiction at ";
  const none = "1 table: 0 contradictions";

  function watching(words: readonly string[]): Started {
    const started = start(folder, ["scan", ...words, "--watch"]);
    onTestFinished(() => {
      started.child.kill("SIGKILL");
    });
    return started;
  }

  it.each(["SIGINT", "SIGTERM"] as const)("tells the new finding after a change, and ends by %s", async (signal) => {
    const name = paper(`watched-${signal}`, { "main.tex": main, "sections/results.tex": holds });
    const { child, ended, says, prints } = watching([name]);
    await prints(none);
    await says(`watching ${name}; Ctrl-C ends it`);
    paper(name, { "sections/results.tex": tableFile });
    await prints(`${found}${name}/sections/results.tex:12:`);
    paper(name, { "sections/results.tex": holds });
    await prints(none, 2);
    child.kill(signal);
    const { code, stderr } = await ended;
    expect([code, stderr.replaceAll(`assay: watching ${name}; Ctrl-C ends it\n`, "")]).toEqual([0, ""]);
  });

  it("follows what a main file inputs, an editor that replaces files, and a file that comes", async () => {
    const input = String.raw`\input{sections/results}`;
    const name = paper("watched-main", {
      "main.tex": main.replace(input, `${input} \\input{more}`),
      "sections/results.tex": holds,
    });
    const { prints } = watching([`${name}/main.tex`]);
    await prints(none);
    paper(name, { "new.tex~": tableFile });
    renameSync(join(folder, name, "new.tex~"), join(folder, name, "sections/results.tex"));
    await prints(`${found}${name}/sections/results.tex:12:`);
    paper(name, { "more.tex": tableFile.replace("tab:main", "tab:more") });
    await prints(`${found}${name}/more.tex:12:`);
  });

  it("says in one line what it cannot read, and goes on when that is mended", async () => {
    const name = paper("watched-nothing", { "notes.txt": "no paper yet" });
    const { says, prints } = watching([name]);
    await says("holds no LaTeX file");
    paper(name, { "sections/results.tex": holds, "main.tex": main });
    await prints(none);
  });

  it("does not take what is written beside the paper, its own page among it, for a change", async () => {
    const name = paper("watched-beside", { "main.tex": main, "sections/results.tex": holds });
    const { child, ended, prints } = watching([name]);
    await prints(none);
    paper(name, { "findings.html": "<p>", "main.aux": "", "sections/results.log": "" });
    // A change that counts comes after them: they would have been told apart, or with it.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    paper(name, { "sections/results.tex": tableFile });
    await prints(found);
    child.kill("SIGINT");
    expect((await ended).stdout.split(none)).toHaveLength(2);
  });
});
