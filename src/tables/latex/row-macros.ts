/** What stands between rows: macros by what they take. `s` a star, `o` an optional argument, `m` one, `p` a width in parentheses. */
export const rowMacros: Readonly<Record<string, string>> = {
  specialrule: "mmm",
  toprule: "o",
  midrule: "o",
  bottomrule: "o",
  cmidrule: "opm",
  cline: "m",
  addlinespace: "o",
  cdashline: "mo",
  cdashlinelr: "m",
  hdashline: "o",
  Xhline: "m",
  hhline: "m",
  noalign: "m",
  rowcolor: "omoo",
  rowcolors: "mmm",
  arrayrulecolor: "om",
  morecmidrules: "",
  caption: "som",
  label: "m",
  tabularnewline: "",
  Xcline: "mm",
  rowfont: "m",
  hlineB: "m",
  setlength: "mm",
  renewcommand: "smm",
};

const fullRules = /^(?:hline|Hline|toprule|midrule|bottomrule|specialrule|hdashline|hhline|Xhline|\w*(?:hline|rule))$/;

/** Whether a macro draws a rule over the whole width. */
export function isFullRule(name: string): boolean {
  return fullRules.test(name) && !/^(?:rule|vrule|cmidrule|cline)$/.test(name);
}
