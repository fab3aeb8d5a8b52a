import { controlAt, groupAt, skipSpaces } from "./latex-scan.ts";

const symbols: Readonly<Record<string, string>> = {
  pm: "±",
  mp: "∓",
  times: "×",
  cdot: "·",
  approx: "≈",
  sim: "~",
  simeq: "≃",
  leq: "≤",
  le: "≤",
  geq: "≥",
  ge: "≥",
  neq: "≠",
  ne: "≠",
  ll: "≪",
  gg: "≫",
  to: "→",
  rightarrow: "→",
  uparrow: "↑",
  downarrow: "↓",
  leftarrow: "←",
  infty: "∞",
  dagger: "†",
  ddagger: "‡",
  ast: "*",
  star: "⋆",
  circ: "°",
  percent: "%",
  ldots: "…",
  dots: "…",
  cdots: "…",
  in: "∈",
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  Delta: "Δ",
  epsilon: "ε",
  varepsilon: "ε",
  lambda: "λ",
  mu: "μ",
  sigma: "σ",
  tau: "τ",
  theta: "θ",
  rho: "ρ",
  pi: "π",
  kappa: "κ",
  eta: "η",
  checkmark: "✓",
  div: "÷",
  lt: "<",
  gt: ">",
  mid: "|",
  ell: "ℓ",
  prime: "′",
  textasciitilde: "~",
  textpm: "±",
  texttimes: "×",
  textdegree: "°",
  degree: "°",
  textless: "<",
  textgreater: ">",
};
const spaces = new Set([",", ";", ":", " ", ">", "quad", "qquad", "enspace", "thinspace", "space"]);
const silent = new Set([
  ..."!",
  "left",
  "right",
  "big",
  "Big",
  "bigl",
  "bigr",
  "limits",
  "displaystyle",
  "textstyle",
  "xspace",
]);

/** A symbol's name as its sign, where it has one. */
export function signOf(name: string): string | undefined {
  return Object.hasOwn(symbols, name) ? symbols[name] : undefined;
}

/** Whether the thin space from `at` to `end` sets thousands apart, as in `10\,000`. */
export function groupsThousands(tex: string, at: number, end: number): boolean {
  return (
    /(?<![\d.])\d{1,3}$|,\d{3}$/.test(tex.slice(Math.max(0, at - 5), at)) &&
    /^\d{3}(?!\d)/.test(tex.slice(end, end + 4))
  );
}

/**
 * TeX's maths in one line of text: `88.4\%` as 88.4%, `1{,}234` and `1\,234` as 1,234, `90.1_{\pm 0.2}` as 90.1±0.2, `10^{-3}` as 10^-3.
 * Digits are never joined that do not stand side by side. Unknown commands keep their names.
 */
export function mathsAsText(tex: string): string {
  let text = "";
  for (let at = 0; at < tex.length; ) {
    const character = tex.charAt(at);
    if (character === "\\") {
      const { name, end } = controlAt(tex, at);
      if (name === "frac" || name === "tfrac" || name === "dfrac") {
        const above = groupAt(tex, end);
        const below = above === undefined ? undefined : groupAt(tex, above.end + 1);
        if (above !== undefined && below !== undefined && below.end - at < 200) {
          const parts = [above, below].map(({ start, end: to }) => mathsAsText(tex.slice(start, to)).trim());
          text += ` ${parts.map((part) => (/^[\w.]+$/.test(part) ? part : `(${part})`)).join("/")} `;
          at = below.end + 1;
          continue;
        }
      }
      const thousands = name === "," && groupsThousands(tex, at, end);
      at = end;
      if (thousands) text += ",";
      else if (spaces.has(name)) text += " ";
      else if (/^[%$&#_{}]$/.test(name)) text += name;
      else if (
        /^(?:text\w*|math\w+|mbox|hbox|operatorname|boldsymbol|bm|bf|rm|it|tt|underline|hat|bar|tilde|vec|ensuremath)$/.test(
          name,
        ) ||
        silent.has(name)
      )
        at = skipSpaces(tex, at);
      else text += signOf(name) ?? (/^[A-Za-z]/.test(name) ? ` ${name} ` : "");
    } else if (character === "^" || character === "_") {
      const group = groupAt(tex, at + 1);
      const inner = group === undefined ? undefined : tex.slice(group.start, group.end);
      at += 1;
      if (group === undefined || inner === undefined || inner.length > 100) {
        const sign = tex[at] === "\\" ? signOf(controlAt(tex, at).name) : undefined;
        if (sign === undefined || sign === "∞" || sign === "⋆") text += character;
        continue;
      }
      const words = mathsAsText(inner).trim();
      at = group.end + 1;
      if (/^[±†‡*°%↑↓]/.test(words)) text += words.replace(/^± /, "±");
      else if (/^[-+]?[\w.]*$/.test(words) && !/^[\d.,{]/.test(tex.slice(at, at + 2))) text += `${character}${words}`;
      else text += `${character}(${words})`;
    } else {
      if (character !== "{" && character !== "}" && character !== "$")
        text += character === "~" || character === "&" ? " " : character;
      at += 1;
    }
  }
  return text.replace(/\s+/g, " ");
}
