import type { Format } from "./format.ts";

/** LaTeX text for pdfLaTeX with T1 and UTF-8 as well as for LuaLaTeX; safe in a table's cells. */
export const latexFormat: Format = {
  name: "latex",
  escape: escapeLatex,
  forms: { slug: (text) => text.replace(/[^a-z0-9-]/gi, "-"), symbol: latexSymbol },
  rendered: [],
};

const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\textquotedbl{}",
  "`": "\\textasciigrave{}",
  // Behind \\ an asterisk or a bracket would be read as its argument.
  "[": "{[}",
  "*": "{*}",
  // No ligatures: two hyphens stay two hyphens.
  "-": "-{}",
  "'": "'{}",
  γ: "\\ensuremath{\\gamma}",
  α: "\\ensuremath{\\alpha}",
  ν: "\\ensuremath{\\nu}",
  σ: "\\ensuremath{\\sigma}",
  Δ: "\\ensuremath{\\Delta}",
  "±": "\\ensuremath{\\pm}",
  "−": "\\ensuremath{-}",
  "≈": "\\ensuremath{\\approx}",
  "≤": "\\ensuremath{\\leq}",
  "≥": "\\ensuremath{\\geq}",
  "×": "\\ensuremath{\\times}",
  "·": "\\ensuremath{\\cdot}",
  "→": "\\ensuremath{\\rightarrow}",
  "≠": "\\ensuremath{\\neq}",
  "∞": "\\ensuremath{\\infty}",
};

/** The signs of the verdicts, which text fonts lack. */
const symbols: Readonly<Record<string, string>> = {
  "✓": "\\ding{51}",
  "✔": "\\ding{52}",
  "✗": "\\ding{55}",
  "✘": "\\ding{56}",
  "✎": "\\ding{46}",
  "◐": "\\ensuremath{\\circledcirc}",
  "◇": "\\ensuremath{\\Diamond}",
  "○": "\\ensuremath{\\circ}",
};

function latexSymbol(text: string): string {
  return symbols[text] ?? escapeLatex(text);
}

/**
 * Whitespace becomes single spaces: an empty line would end a paragraph inside a cell.
 *
 * @example
 * latexFormat.escape("50 % ± 1"); // => "50 \\% \\ensuremath{\\pm} 1"
 */
function escapeLatex(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "");
  return Array.from(line, (character) => commands[character] ?? character).join("");
}
