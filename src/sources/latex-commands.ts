/** Commands whose arguments are no running text. */
export const dropped: ReadonlySet<string> = new Set(
  (
    "cite citep citealp citealt parencite autocite footcite supercite citenum nocite citeyear citeyearpar onlinecite label vspace hspace includegraphics " +
    "footnotemark usepackage bibliographystyle bibliography addbibresource setlength setcounter addtolength pagestyle " +
    "addtocounter thispagestyle hypersetup color index phantom hphantom vphantom rule title author affil affiliation institute " +
    "address email date thanks orcid keywords todo icmltitle icmlauthor icmlaffiliation icmltitlerunning " +
    "icmlcorrespondingauthor icmlkeywords icmlsetsymbol printAffiliationsAndNotice authorrunning titlerunning ccsdesc " +
    "vskip hskip newtheorem DeclareUnicodeCharacter definecolor graphicspath captionsetup lstset tikzset pgfplotsset rowcolor " +
    "cellcolor columncolor arrayrulecolor enlargethispage input include newcommand renewcommand providecommand def let newenvironment " +
    "renewenvironment markboth fontsize selectfont linespread pdfbookmark addcontentsline acmConference acmYear " +
    "acmDOI acmISBN setcopyright copyrightyear received shortauthors IEEEauthorblockN IEEEauthorblockA IEEEmembership"
  ).split(" "),
);

/** Citations that stand as a noun. */
export const nounCitations: ReadonlySet<string> = new Set([
  "citet",
  "Citet",
  "textcite",
  "citeauthor",
  "citealias",
  "newcite",
  "shortcite",
]);

/** Commands whose first so many arguments are no running text while the next is. */
export const droppedFirst: Readonly<Record<string, number>> = {
  textcolor: 1,
  href: 1,
  resizebox: 2,
  scalebox: 1,
  raisebox: 1,
  rotatebox: 1,
  colorbox: 1,
  fcolorbox: 2,
  parbox: 1,
  multirow: 2,
  multicolumn: 2,
  hyperref: 0,
  texorpdfstring: 0,
};

export const references: ReadonlySet<string> = new Set(
  "ref cref Cref autoref vref nameref subref pageref eqref fref Fref labelcref hyperlink secref figref tabref tblref".split(
    " ",
  ),
);

export const headings: ReadonlySet<string> = new Set(
  "part chapter section subsection subsubsection paragraph subparagraph".split(" "),
);

/** Environments that hold no running text. */
export const leftOut: ReadonlySet<string> = new Set(
  (
    "equation equation* align align* alignat alignat* gather gather* multline multline* eqnarray eqnarray* displaymath math flalign " +
    "flalign* split tabular tabular* tabularx tabulary tblr longtblr array tikzpicture picture algorithm algorithm* algorithmic thebibliography " +
    "CCSXML IEEEbiography IEEEkeywords keywords acks dmath forest pgfplots axis NiceTabular tabu supertabular"
  ).split(" "),
);

/** Environments of which only captions are running text. */
export const floats: ReadonlySet<string> = new Set(
  (
    "table table* figure figure* wraptable wrapfigure SCtable SCfigure sidewaystable sidewaystable* sidewaysfigure " +
    "sidewaysfigure* longtable subtable subfigure threeparttable teaserfigure floatrow margintable marginfigure"
  ).split(" "),
);
