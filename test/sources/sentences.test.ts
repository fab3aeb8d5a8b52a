import { describe, expect, it } from "vitest";
import { sentencesOfHtml } from "../../src/sources/sentences-of-html.ts";
import { sentencesOfLatex } from "../../src/sources/sentences-of-latex.ts";
import { sentencesOfMarkdown } from "../../src/sources/sentences-of-markdown.ts";
import { sentenceRanges } from "../../src/sources/split-sentences.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const latex = (text: string) => sentencesOfLatex(sourceText("a.tex", text));
const words = (text: string) => latex(text).map((sentence) => sentence.text);

describe("LaTeX", () => {
  it.each([
    ["We reach $88.4\\%$ ($+3.2$ points).", "We reach 88.4% (+3.2 points)."],
    ["It has $1{,}234$ of $10^{-3}$ and $10^{2}3$.", "It has 1,234 of 10^-3 and 10^(2)3."],
    ["Score $90.1_{\\pm 0.2}$, \\(55.0 \\pm 3.9\\).", "Score 90.1±0.2, 55.0 ± 3.9."],
    ["Better than \\citet{a} by 2~\\%~\\cite[p.~3]{b}.", "Better than [citation] by 2 %."],
    ["\\textbf{Bold} {\\em 3.5}\\footnote{See 4.} words.", "Bold 3.5 words."],
    ["A \\SI{88.4}{\\percent} share, \\num{1.5} more.", "A 88.4% share, 1.5 more."],
    ["Caf\\'e, na\\\"{\\i}ve, \\c{c}a -- 5\\,\\%.", "Café, naïve, ça – 5 %."],
    ["A 4$\\times$ gain \\emph{vs.} B at \\textcolor{red}{7.1}.", "A 4× gain vs. B at 7.1."],
    ["Costs \\$5 of $x", "Costs $5 of x"],
    ["From 10\\,000 to $1\\,234$, at 5\\,120 or 3\\,s.", "From 10,000 to 1,234, at 5,120 or 3 s."],
    ["Run \\verb|a_b%| now.", "Run a_b% now."],
  ])("%s", (source, expected) => {
    expect(words(source)[0]).toBe(expected);
  });

  it("gives sections, references and places", () => {
    const found = latex(
      "\\section{Main \\emph{results}}\nOne, see Table~\\ref{tab:a}. Two,\nas Tables 2 and 3 show.\n\n\\paragraph{Ablation.} \\Cref{tab:b,tab:c} differ.",
    );
    expect(found).toEqual([
      {
        text: "One, see Table [ref].",
        place: { file: "a.tex", line: 2, column: 1 },
        section: "Main results",
        refersTo: ["tab:a"],
      },
      {
        text: "Two, as Tables 2 and 3 show.",
        place: { file: "a.tex", line: 2, column: 29 },
        section: "Main results",
        refersTo: ["Table 2", "Table 3"],
      },
      {
        text: "[ref] differ.",
        place: { file: "a.tex", line: 5, column: 23 },
        section: "Ablation",
        refersTo: ["tab:b", "tab:c"],
      },
    ]);
  });

  it("leaves out tables, equations and listings, and keeps captions", () => {
    const found = latex(
      "Before. \\begin{table}\\caption{Best is $9.1$. Bold wins.}\\label{tab:a}\\begin{tabular}{c}1 & 2\\end{tabular}\\end{table}" +
        "\\begin{equation}x = 5\\end{equation}\\begin{lstlisting}print 6. Or 7\\end{lstlisting}$$8.$$\\[9.\\] After.\\begin{thebibliography}{9}A 10.\\end{thebibliography}",
    );
    expect(found.map(({ text, section, refersTo }) => [text, section, refersTo])).toEqual([
      ["Before.", undefined, []],
      ["After.", undefined, []],
      ["Best is 9.1.", "caption of tab:a", ["tab:a"]],
      ["Bold wins.", "caption of tab:a", ["tab:a"]],
    ]);
  });
});

describe("sentences end", () => {
  it.each([
    ["See e.g. Table 2. It gains 3.2 points.", ["See e.g. Table 2.", "It gains 3.2 points."]],
    [
      "Smith et al. (2020) and Fig. 3 vs. B, i.e. C, approx. 5 w.r.t. D.",
      ["Smith et al. (2020) and Fig. 3 vs. B, i.e. C, approx. 5 w.r.t. D."],
    ],
    ["As in Lee et al. We agree. Really? Yes!", ["As in Lee et al.", "We agree.", "Really?", "Yes!"]],
    ["Table 2. Results on CIFAR. Bold is best.", ["Table 2. Results on CIFAR.", "Bold is best."]],
    ["By J. Smith. (It is 5.) 88.4 is best.", ["By J. Smith.", "(It is 5.)", "88.4 is best."]],
    ["version 2.0. of it", ["version 2.0. of it"]],
  ])("%s", (text, expected) => {
    expect(sentenceRanges(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe("HTML", () => {
  const html = (text: string) => sentencesOfHtml(sourceText("a.html", text), { depth: 200 });

  it("of LaTeXML is read", () => {
    const found = html(`<body><section><h2>4 <span>Results</span></h2>
<p>We gain <math alttext="3.2\\%"><mn>x</mn></math> <cite class="ltx_cite">[1]</cite>, see <a href="#S4.T2" class="ltx_ref">Table 2</a>.</p>
<figure id="S4.T2"><figcaption>Table 2: Scores &amp;c. Best is 9.</figcaption><table><tr><td>1. A</td></tr></table></figure>
<table class="ltx_equation"><tr><td>x</td></tr></table><p>A&nbsp;B.</p></section>
<section class="ltx_bibliography"><p>No. Not this.</p></section></body>`);
    expect(found).toEqual([
      {
        text: "We gain 3.2%, see Table 2.",
        place: { file: "a.html", line: 2, column: 4 },
        section: "4 Results",
        refersTo: ["S4.T2", "Table 2"],
      },
      { text: "A B.", place: { file: "a.html", line: 4, column: 59 }, section: "4 Results", refersTo: [] },
      {
        text: "Table 2: Scores &c.",
        place: { file: "a.html", line: 3, column: 32 },
        section: "caption of S4.T2",
        refersTo: ["S4.T2", "Table 2"],
      },
      {
        text: "Best is 9.",
        place: { file: "a.html", line: 3, column: 56 },
        section: "caption of S4.T2",
        refersTo: ["S4.T2"],
      },
    ]);
  });
});

describe("Markdown", () => {
  it("is read without its tables and code", () => {
    const found = sentencesOfMarkdown(
      sourceText(
        "a.md",
        "---\ntitle: no\n---\n# The *title*\n\nWe gain **3.2** points\nover [them](http://x.y/1) [@lee; @kim]. It is 2*3*4 and $5\\%$.\n\n| a | b |\n|---|---|\n| 1. A | 2 |\n\n```\nno. No\n```\n- See @tbl:main and snake_case_name.\n",
      ),
    );
    expect(found).toEqual([
      {
        text: "We gain 3.2 points over them.",
        place: { file: "a.md", line: 6, column: 1 },
        section: "The title",
        refersTo: [],
      },
      { text: "It is 2*3*4 and 5%.", place: { file: "a.md", line: 7, column: 41 }, section: "The title", refersTo: [] },
      {
        text: "See [ref] and snake_case_name.",
        place: { file: "a.md", line: 16, column: 3 },
        section: "The title",
        refersTo: ["tbl:main"],
      },
    ]);
  });
});
