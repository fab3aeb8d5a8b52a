import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandMacros } from "../../src/sources/expand-macros.ts";
import { textBuilder } from "../../src/sources/mapped-text.ts";
import { problemList } from "../../src/sources/problem-list.ts";
import { sentencesOfHtml } from "../../src/sources/sentences-of-html.ts";
import { sentencesOfLatex } from "../../src/sources/sentences-of-latex.ts";
import { sentencesOfMarkdown } from "../../src/sources/sentences-of-markdown.ts";
import { defaultSourceLimits } from "../../src/sources/source-limits.ts";
import { uncomment } from "../../src/sources/uncomment.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const seed = 20261122;
const latexPiece = fc.constantFrom(
  ..."{ } [ ] $ $$ % \\% \\\\ # & ~ -- 88.4 word. Table \\a \\b{x} \\input{a} \\begin{table} \\end{table} \\begin{tabular}{c} \\caption{c. D} \\cite{a} \\ref{t} \\verb|x| \\( \\) \\[ \\footnote{ \\section{ \\newcommand{\\a}{x} \\def\\b#1{y#1} \\let\\a\\b \\iffalse \\else \\fi \\item[ \\'e \\SI{1}{ \\frac{1} ^{2} _".split(
    " ",
  ),
  "\n",
  "\n\n",
  " ",
);
const limits = { ...defaultSourceLimits, expansions: 500, expandedCharacters: 5_000 };

function read(text: string) {
  const problems = problemList(10);
  const expanded = expandMacros(uncomment(sourceText("a.tex", text)), limits, problems);
  return { expanded, sentences: sentencesOfLatex(expanded) };
}

describe("any LaTeX", () => {
  it("is read, and every sentence lies in the file", () => {
    const junk = fc.array(latexPiece, { maxLength: 60 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(junk, (text) => {
        const lines = text.split("\n");
        for (const { place, text: words } of read(text).sentences) {
          expect(words.trim()).not.toBe("");
          expect(lines[place.line - 1]?.length ?? -1).toBeGreaterThanOrEqual(place.column - 1);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it("keeps each number of plain prose, with its place", () => {
    const number = fc
      .tuple(fc.nat(999), fc.nat(99))
      .map(([whole, part]) => `${whole}.${String(part).padStart(2, "0")}`);
    const dressed = fc.tuple(
      number,
      fc.constantFrom("@", "$@$", "\\textbf{@}", "\\best{@}", "{\\bf @}", "$@\\%$", "\\emph{$@$}"),
    );
    const prose = fc.array(dressed, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(prose, (numbers) => {
        const body = numbers.map(([digits, dress]) => `score ${dress.replace("@", digits)} % note 7\n`).join("");
        const { expanded, sentences } = read(`\\newcommand{\\best}[1]{\\textbf{#1}}\n${body}`);
        const found = sentences.flatMap(({ text }) => text.match(/\d+\.\d+/g) ?? []);
        expect(found).toEqual(numbers.map(([digits]) => digits));
        let from = 0;
        for (const [index, [digits]] of numbers.entries()) {
          from = expanded.text.indexOf(digits, from);
          expect(expanded.locate(from).line).toBe(index + 2);
          from += digits.length;
        }
      }),
      { seed, numRuns: 150 },
    );
  });

  it.each([
    ["open groups", "\\footnote{".repeat(20_000)],
    ["open environments", "\\begin{tabular}".repeat(20_000)],
    ["nested environments", `${"\\begin{table}".repeat(10_000)}${"\\end{table}".repeat(10_000)}`],
    ["open options", "\\cite[".repeat(20_000)],
    ["dollars", "$".repeat(300_001)],
    ["open conditionals", "\\iffalse\\else".repeat(50_000)],
    ["accents", "\\'".repeat(40_000)],
  ])("of many %s is read within the test's time", (_, text) => {
    expect(read(text).expanded.text.length).toBeGreaterThan(0);
  });
});

describe("any other text", () => {
  it("is read", () => {
    const piece = fc.constantFrom(
      "<p>",
      "</p>",
      "<b>",
      "<table>",
      "<td>",
      "<math alttext='1'>",
      "&amp;",
      "<",
      ">",
      "| a |",
      "\n",
      "# ",
      "```",
      "**",
      "_",
      "[a](b)",
      "[@k]",
      "$x$",
      "1.5 ",
      "A. B ",
      "---",
      "<!--",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const source = sourceText("a", pieces.join(""));
        for (const found of [...sentencesOfHtml(source, { depth: 200 }), ...sentencesOfMarkdown(source)])
          expect(found.text.trim()).not.toBe("");
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe("a text put together from others", () => {
  it("traces every character to where it came from", () => {
    const origin = sourceText("o", Array.from({ length: 20 }, (_, line) => `line ${line}\n`).join(""));
    const range = fc.tuple(fc.nat(120), fc.nat(30));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 10 }), fc.array(range, { maxLength: 10 }), (first, second) => {
        const once = textBuilder();
        for (const [start, length] of first) once.copy(origin, start, start + length);
        const middle = once.build();
        const twice = textBuilder();
        const expected: number[] = [];
        const offsets = first.flatMap(([start, length]) => Array.from({ length }, (_, index) => start + index));
        for (const [start, length] of second) {
          const end = Math.min(start + length, middle.text.length);
          twice.copy(middle, start, end);
          expected.push(...offsets.slice(start, Math.max(start, end)));
        }
        const whole = twice.build();
        expect(Array.from(whole.text, (_, at) => whole.locate(at))).toEqual(expected.map((at) => origin.locate(at)));
      }),
      { seed, numRuns: 200 },
    );
  });
});
