import { describe, expect, test } from "vitest";
import { readLatexTables } from "../../src/tables/latex/read-latex-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const raw = String.raw;

async function read(text: string) {
  return readLatexTables(sourceText("paper.tex", text));
}

async function grid(text: string): Promise<readonly (readonly string[])[]> {
  const { tables } = await read(text);
  return (tables[0]?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));
}

async function cell(content: string) {
  const { tables, problems } = await read(raw`\begin{tabular}{lc} a & ${content} \\ \end{tabular}`);
  const found = tables[0]?.rows[0]?.cells[1];
  return {
    text: found?.text,
    emphasis: found?.emphasis,
    notes: found?.notes,
    problems: problems.map(({ message }) => message),
  };
}

describe("what a cell prints", () => {
  test.each([
    [raw`$84.1 \pm 0.3$`, "84.1 ± 0.3"],
    [raw`84.1 \pm 0.3`, "84.1 ± 0.3"],
    [raw`84.1$\pm$0.3`, "84.1 ± 0.3"],
    [raw`$84.1_{\pm 0.3}$`, "84.1 ± 0.3"],
    [raw`84.1{\scriptstyle\pm 0.3}`, "84.1 ± 0.3"],
    [raw`84.1\textsubscript{±0.3}`, "84.1 ± 0.3"],
    [raw`84.1 {\tiny (0.3)}`, "84.1 (0.3)"],
    [raw`84.1{\tiny 0.3}`, "84.1 0.3"],
    [raw`$84.1_{0.3}$`, "84.1_0.3"],
    [raw`84.1\textsubscript{0.3}`, "84.1_0.3"],
    [raw`1{,}234`, "1,234"],
    [raw`$1{,}234$`, "1,234"],
    [raw`1\,234`, "1 234"],
    [raw`84.1\%`, "84.1%"],
    [raw`84.1\,\%`, "84.1 %"],
    [raw`\phantom{0}8.2`, "8.2"],
    [raw`\hphantom{0}8.2`, "8.2"],
    [raw`\llap{$<$}0.05`, "<0.05"],
    [raw`$-0.3$`, "-0.3"],
    [raw`$ 1 . 5 $`, "1.5"],
    [raw`---`, "—"],
    [raw`--`, "–"],
    [raw`\makecell{a\\b}`, "a b"],
    [raw`\makecell[c]{84.1 \\ (0.3)}`, "84.1 (0.3)"],
    [raw`\shortstack{a\\[2pt]b}`, "a b"],
    [raw`\rotatebox{90}{Dogs}`, "Dogs"],
    [raw`\rotatebox[origin=c]{90}{Dogs}`, "Dogs"],
    [raw`\scalebox{0.8}[1]{84.1}`, "84.1"],
    [raw`\resizebox{2cm}{!}{84.1}`, "84.1"],
    [raw`ResNet~\cite{a,b}`, "ResNet"],
    [raw`ResNet \citep[see][p.~2]{a}`, "ResNet"],
    [raw`\checkmark`, "✓"],
    [raw`\ding{55}`, "✗"],
    [raw`Error $\downarrow$`, "Error ↓"],
    [raw`Acc. (\%) $\uparrow$`, "Acc. (%) ↑"],
    [raw`$\sim$84`, "~84"],
    [raw`$\approx 84$`, "≈84"],
    [raw`R\&D`, "R&D"],
    [raw`\verb|a&b_c|`, "a&b_c"],
    [raw`Caf\'e`, "Café"],
    [raw`Schr\"{o}dinger`, "Schrödinger"],
    [raw`\num{1.2e-4}`, "1.2e-4"],
    [raw`\num[round-precision=1]{84.3(2)}`, "84.3(2)"],
    [raw`\SI{84.1}{\percent}`, "84.1 %"],
    [raw`\tablenum{84.1}`, "84.1"],
    [raw`84.1\hspace{2pt}`, "84.1"],
    [raw`84.1\rule{0pt}{2.6ex}`, "84.1"],
    [raw`$F_1$`, "F₁"],
    [raw`\begin{tabular}{@{}c@{}}a\\b\end{tabular}`, "a b"],
    [raw`{84.1}`, "84.1"],
    [
      raw`84.1% a comment & with an ampersand
`,
      "84.1",
    ],
  ])("%s", async (content, text) => {
    const found = await cell(content);
    expect({ text: found.text, problems: found.problems }).toEqual({ text, problems: [] });
  });

  test.each([
    [raw`\textbf{84.1}`, "84.1", ["bold"]],
    [raw`{\bf 84.1}`, "84.1", ["bold"]],
    [raw`\bfseries 84.1`, "84.1", ["bold"]],
    [raw`$\mathbf{84.1 \pm 0.3}$`, "84.1 ± 0.3", ["bold"]],
    [raw`\textbf{84.1} $\pm$ 0.3`, "84.1 ± 0.3", ["bold"]],
    [raw`\boldmath$84.1$`, "84.1", ["bold"]],
    [raw`\underline{\textbf{84.1}}`, "84.1", ["bold", "underline"]],
    [raw`\ul{84.1}`, "84.1", ["underline"]],
    [raw`\textit{84.1}`, "84.1", ["italic"]],
    [raw`\emph{84.1}`, "84.1", ["italic"]],
    [raw`\textcolor{red}{84.1}`, "84.1", ["colour"]],
    [raw`{\color[HTML]{FF0000} 84.1}`, "84.1", ["colour"]],
    [raw`\cellcolor{gray!20}84.1`, "84.1", ["colour"]],
    [raw`8\textbf{4.1}`, "84.1", []],
    [raw`84.1 \textbf{best}`, "84.1 best", []],
  ])("%s is set apart", async (content, text, emphasis) => {
    expect(await cell(content)).toMatchObject({ text, emphasis, problems: [] });
  });

  test.each([
    [raw`84.1\tnote{a}`, "84.1", ["a"]],
    [raw`84.1$^\dagger$`, "84.1", ["†"]],
    [raw`$84.1^{*}$`, "84.1", ["*"]],
    [raw`84.1\textsuperscript{a}`, "84.1", ["a"]],
    [raw`84.1\footnotemark[2]`, "84.1", ["2"]],
    [raw`84.1\tablefootnote{On half the data.}`, "84.1", ["footnote"]],
  ])("%s has a note", async (content, text, notes) => {
    expect(await cell(content)).toMatchObject({ text, notes, problems: [] });
  });

  test("a struck-out number is a problem, and reads as no number", async () => {
    expect(await cell(raw`\sout{84.1} 85.0`)).toMatchObject({
      text: "~~84.1~~ 85.0",
      problems: ["struck-out text is no value; take it out, or take the stroke off"],
    });
  });

  test("an unknown macro is a problem; the two texts of one are never joined to a number", async () => {
    expect((await cell(raw`\mine{84.1}{0.3}`)).text).toBe(raw`\mine{84.1}{0.3}`);
    expect((await cell(raw`\mine`)).text).toBe(raw`\mine`);
    const { text, problems } = await cell(raw`\mine{84.1}`);
    expect(text).toBe("84.1");
    expect(problems).toEqual([
      raw`\mine is not known; what it encloses was read as it stands: define it in the text, or write what it prints`,
    ]);
  });
});

describe("rows and columns", () => {
  test("booktabs rules, spans and header", async () => {
    const { tables, problems } = await read(raw`
\begin{table*}[t]
\caption[short]{Accuracy in \% on \textbf{two} sets.}\label{tab:main}
\resizebox{\linewidth}{!}{%
\begin{tabular}{@{}l*{2}{c}>{\bfseries}c@{}}
\toprule
\multirow{2}{*}{Method} & \multicolumn{2}{c}{CIFAR} & Mean \\ \cmidrule(lr){2-3}
 & 10 & 100 & \\
\midrule
Ours & 95.1 & 78.2 & 86.65 \\[2pt]
Theirs & 94.0 & 77.0 & 85.5 \\*
\bottomrule
\end{tabular}}
\end{table*}`);
    expect(problems).toEqual([]);
    const [table] = tables;
    expect(table).toMatchObject({
      name: "table 1 (tab:main)",
      caption: "Accuracy in % on two sets.",
      label: "tab:main",
      headerRows: 2,
    });
    expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["Method", "CIFAR", "CIFAR", "Mean"],
      ["Method", "10", "100", ""],
      ["Ours", "95.1", "78.2", "86.65"],
      ["Theirs", "94.0", "77.0", "85.5"],
    ]);
    expect(table?.rows.map(({ ruleAbove }) => ruleAbove)).toEqual([true, false, true, false]);
    expect(table?.rows[0]?.cells[2]?.spannedFrom).toEqual({ row: 0, column: 1 });
    expect(table?.rows[1]?.cells[0]?.spannedFrom).toEqual({ row: 0, column: 0 });
    expect(table?.rows[2]?.cells[1]?.place).toEqual({ file: "paper.tex", line: 10, column: 8 });
    expect(table?.rows[2]?.cells[3]?.emphasis).toEqual(["bold"]);
  });

  test("a multirow that reaches upwards begins at its uppermost row", async () => {
    const { tables } = await read(raw`\begin{tabular}{lc} & 1 \\ \multirow{-2}{*}{a} & 2 \end{tabular}`);
    expect(tables[0]?.rows.map(({ cells }) => [cells[0]?.text, cells[0]?.spannedFrom])).toEqual([
      ["a", undefined],
      ["a", { row: 0, column: 0 }],
    ]);
  });

  test("what a format prints between columns joins them", async () => {
    expect(
      await grid(
        raw`\begin{tabular}{l r@{$\,\pm\,$}l r@{.}l} & \multicolumn{2}{c}{A} & \multicolumn{2}{c}{B} \\ \hline x & 84.1 & 0.3 & 7 & 25 \\ \end{tabular}`,
      ),
    ).toEqual([
      ["", "A", "B"],
      ["x", "84.1 ± 0.3", "7.25"],
    ]);
  });

  test.each([
    raw`l@{\extracolsep{\fill}}c@{\extracolsep\fill}c`,
    raw`l@{\extracolsep{4pt}\hspace{2pt}}c@{\hspace*{1ex}}c`,
    raw`l@{\hskip\tabcolsep}c@{\hskip -1pt}c`,
    raw`l@{\hskip 0.5\tabcolsep}c@{\kern .3in}c`,
    raw`l!{\vrule width 1pt}c!{\vline}c`,
    raw`l!{\vrule width \lightrulewidth height 2ex depth -.5pt}c!{\color{gray}\vrule}c`,
    raw`l@{\unheardof}c@{\unheardof{1pt}}c`,
  ])("what only sets space or rules between columns joins none: %s", async (head) => {
    expect(await grid(raw`\begin{tabular}{${head}} a & 1.5 & 2.5 \\ \hline b & 2 & 3 \\ \end{tabular}`)).toEqual([
      ["a", "1.5", "2.5"],
      ["b", "2", "3"],
    ]);
  });

  test("a picture in a cell prints no text", async () => {
    expect(await cell(raw`\includegraphics[width=0.2\textwidth]{figures/cat.png}`)).toMatchObject({
      text: "",
      problems: [],
    });
  });

  test.each([
    ["tabular*", raw`{\textwidth}{@{\extracolsep{\fill}}lc}`],
    ["tabularx", raw`{\linewidth}{lX}`],
    ["tabulary", raw`{\linewidth}{LC}`],
    ["longtable", raw`[c]{lc}`],
    ["tabu", raw` to \linewidth {lX[c]}`],
    ["NiceTabular", raw`{lc}[hvlines]`],
    ["tabular", raw`[t]{|l|S[table-format=2.1]|p{2cm}}`],
    ["array", raw`{lc}`],
  ])("%s", async (environment, head) => {
    expect(
      await grid(raw`\begin{${environment}}${head} \hline a & 1.5 \\ \hline b & 2 \\ \hline \end{${environment}}`),
    ).toEqual([
      ["a", "1.5"],
      ["b", "2"],
    ]);
  });

  test("longtable's repeated heads and feet are no rows", async () => {
    const text = raw`\begin{longtable}{lc}\caption{Long.}\\ \toprule H & v \\ \midrule \endfirsthead
      \multicolumn{2}{c}{continued} \\ H & v \\ \midrule \endhead \midrule \multicolumn{2}{r}{to be continued} \\ \endfoot
      \bottomrule \endlastfoot a & 1 \\ b & 2 \\ \end{longtable}`;
    const { tables } = await read(text);
    expect(tables[0]).toMatchObject({ caption: "Long.", headerRows: 1 });
    expect(await grid(text)).toEqual([
      ["H", "v"],
      ["a", "1"],
      ["b", "2"],
    ]);
  });
});

describe("macros", () => {
  test("those that the text defines are expanded, with arguments, one level inside another", async () => {
    expect(
      await grid(raw`\newcommand{\best}[1]{\textbf{#1}} \newcommand\res[2]{#1$\pm$#2} \def\x{84.1} \let\y\x
\newcommand{\two}[2][c]{\begin{tabular}[#1]{@{}c@{}}#2\end{tabular}}
\begin{tabular}{lccc} \two{a\\b} & \best{\x} & \res{\y}{0.3} & \best{\res{1}{2}} \end{tabular}`),
    ).toEqual([["a b", "84.1", "84.1 ± 0.3", "1 ± 2"]]);
  });

  test("the definition before a use counts", async () => {
    const text = raw`\newcommand{\x}{1}\begin{tabular}{c}\x\end{tabular}\renewcommand{\x}{2}\begin{tabular}{c}\x\end{tabular}`;
    expect((await read(text)).tables.map(({ rows }) => rows[0]?.cells[0]?.text)).toEqual(["1", "2"]);
  });
});

describe("broken texts", () => {
  test("one broken table costs no other", async () => {
    const { tables, problems } = await read(raw`\begin{table}\begin{tabular}{lc} a & 1 \\ \end{table}
\begin{table}\begin{tabular}{lc} b & {2 \\ c & 3 \end{tabular}\end{table} \end{tabular}
\begin{tabular}{c} 4 \end{tabular}`);
    expect(tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))).toEqual([
      [["a", "1"]],
      [
        ["b", "2"],
        ["c", "3"],
      ],
      [["4"]],
    ]);
    expect(problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`)).toEqual([
      raw`1:14 \begin{tabular} is never ended; add \end{tabular} (what stands before the next end was read)`,
      raw`2:75 \end{tabular} without its \begin{tabular}; add it or take this out`,
      "2:38 a brace without its partner; add the other, or take this one out",
    ]);
  });

  test("comments and verbatim hold no tables", async () => {
    const { tables } = await read(raw`% \begin{tabular}{c} 1 \end{tabular}
\begin{verbatim}\begin{tabular}{c} 1 \end{tabular}\end{verbatim}`);
    expect(tables).toEqual([]);
  });
});

describe("grounds, feet and headers", () => {
  const emphasised = async (body: string) => {
    const { tables } = await read(raw`\begin{tabular}{lcc} ${body} \end{tabular}`);
    return tables[0]?.rows.map(({ cells }) => cells.map(({ emphasis }) => emphasis.includes("colour")));
  };

  test("a coloured ground is an emphasis on single cells alone", async () => {
    expect(await emphasised(raw`a & \cellcolor{red} 1 & 2 \\ b & 3 & 4 \\`)).toEqual([
      [false, true, false],
      [false, false, false],
    ]);
    expect(await emphasised(raw`a & \cellcolor{red} 1 & \cellcolor{red} 2 \\ b & 3 & 4 \\`)).toEqual([
      [false, false, false],
      [false, false, false],
    ]);
    expect(await emphasised(raw`a & \cellcolor{red} 1 & 2 \\ b & \cellcolor{red} 3 & 4 \\`)).toEqual([
      [false, false, false],
      [false, false, false],
    ]);
    expect(await emphasised(raw`\rowcolor{red} a & 1 & 2 \\ b & 3 & 4 \\`)).toEqual([
      [false, false, false],
      [false, false, false],
    ]);
  });

  test("numbers of a longtable's last foot stand at its end, where they are printed", async () => {
    expect(
      await grid(
        raw`\begin{longtable}{lc} M & x \\ \endhead \multicolumn{2}{c}{Continued} \\ \endfoot Mean & 1.5 \\ \endlastfoot a & 1 \\ b & 2 \\ \end{longtable}`,
      ),
    ).toEqual([
      ["M", "x"],
      ["a", "1"],
      ["b", "2"],
      ["Mean", "1.5"],
    ]);
  });

  test("names under names that span columns are a header too, whatever rules part them", async () => {
    const { tables } = await read(
      raw`\begin{tabular}{lcc} \hline & \multicolumn{2}{c}{Noise 40} \\ \hline Image & A & B-1 \\ \hline 1 & 2.5 & 3.5 \\ \hline 2 & 2.6 & 3.6 \\ \hline \end{tabular}`,
    );
    expect(tables[0]?.headerRows).toBe(2);
  });
});

describe("what papers write about rows and columns", () => {
  test("a row ends at \\\\, whatever a group elsewhere lets it be", async () => {
    const preamble = raw`\newcommand{\data}[1]{{\let\\\mynewline\hspace{1cm}#1\par}}{\let\\\mynewline a}`;
    const table = raw`\begin{tabular}{lrr} g & a & b \\ \hline K & 1 & 2 \\ U & 4 & 2 \\ \end{tabular}`;
    expect(await grid(`${preamble}\n${table}`)).toEqual([
      ["g", "a", "b"],
      ["K", "1", "2"],
      ["U", "4", "2"],
    ]);
  });

  test.each([
    raw`\small \multirow{2}{*}{Sampler}`,
    raw`\multirow{2}{*}{Sampler} \bigstrut`,
    raw`\bfseries\multirow{2}*{Sampler}\Tstrut[2pt]`,
  ])("%s spans two rows", async (spanning) => {
    const text = raw`\begin{tabular}{lcc} ${spanning} & a & b \\ & c & d \\ \end{tabular}`;
    const { tables, problems } = await read(text);
    expect(tables[0]?.rows.map(({ cells }) => cells[0]?.text)).toEqual(["Sampler", "Sampler"]);
    expect(problems).toEqual([]);
  });

  test("a column that is set into a box prints nothing", async () => {
    const text = raw`\newcolumntype{H}{>{\setbox0=\hbox\bgroup}c<{\egroup}@{}} \begin{tabular}{lHc} A & 64.3 & 47.4 \\ \end{tabular}`;
    expect(await grid(text)).toEqual([["A", "", "47.4"]]);
  });
});
