/** What stands for itself: a macro without arguments and the characters that it prints. */
export const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pm: "±",
    textpm: "±",
    mp: "∓",
    times: "×",
    texttimes: "×",
    cdot: "·",
    sim: "~",
    approx: "≈",
    textasciitilde: "~",
    uparrow: "↑",
    downarrow: "↓",
    Uparrow: "↑",
    Downarrow: "↓",
    textuparrow: "↑",
    textdownarrow: "↓",
    rightarrow: "→",
    to: "→",
    leftarrow: "←",
    textrightarrow: "→",
    leq: "≤",
    le: "≤",
    geq: "≥",
    ge: "≥",
    leqslant: "≤",
    geqslant: "≥",
    neq: "≠",
    ll: "≪",
    gg: "≫",
    lt: "<",
    gt: ">",
    textless: "<",
    textgreater: ">",
    equiv: "≡",
    infty: "∞",
    checkmark: "✓",
    cmark: "✓",
    xmark: "✗",
    "%": "%",
    "&": "&",
    "#": "#",
    $: "$",
    _: "_",
    "{": "{",
    "}": "}",
    textpercent: "%",
    textunderscore: "_",
    textdegree: "°",
    degree: "°",
    circ: "°",
    dag: "†",
    dagger: "†",
    textdagger: "†",
    ddag: "‡",
    ddagger: "‡",
    textdaggerdbl: "‡",
    ast: "*",
    star: "⋆",
    textasteriskcentered: "*",
    S: "§",
    P: "¶",
    textsection: "§",
    textparagraph: "¶",
    bullet: "•",
    textbullet: "•",
    ldots: "…",
    dots: "…",
    cdots: "…",
    textemdash: "—",
    textendash: "–",
    textminus: "−",
    "|": "‖",
    Vert: "‖",
    vert: "|",
    mid: "|",
    slash: "/",
    Delta: "Δ",
    Sigma: "Σ",
    Gamma: "Γ",
    Omega: "Ω",
    Phi: "Φ",
    Psi: "Ψ",
    Pi: "Π",
    Theta: "Θ",
    Lambda: "Λ",
    alpha: "α",
    beta: "β",
    gamma: "γ",
    delta: "δ",
    epsilon: "ϵ",
    varepsilon: "ε",
    zeta: "ζ",
    eta: "η",
    theta: "θ",
    kappa: "κ",
    lambda: "λ",
    mu: "μ",
    nu: "ν",
    xi: "ξ",
    pi: "π",
    rho: "ρ",
    sigma: "σ",
    tau: "τ",
    phi: "ϕ",
    varphi: "φ",
    chi: "χ",
    psi: "ψ",
    omega: "ω",
    ell: "ℓ",
    prime: "′",
    ss: "ß",
    o: "ø",
    O: "Ø",
    ae: "æ",
    AE: "Æ",
    aa: "å",
    AA: "Å",
    l: "ł",
    L: "Ł",
    i: "ı",
    LaTeX: "LaTeX",
    TeX: "TeX",
    log: "log",
    ln: "ln",
    exp: "exp",
    max: "max",
    min: "min",
    percent: "%",
    cup: "∪",
    cap: "∩",
    in: "∈",
    triangle: "△",
    blacktriangle: "▲",
    blacktriangledown: "▼",
    setminus: "∖",
    emptyset: "∅",
    top: "⊤",
    perp: "⊥",
    langle: "⟨",
    rangle: "⟩",
    lbrace: "{",
    rbrace: "}",
    textbackslash: "\\",
    textbar: "|",
    copyright: "©",
  }),
);

/** Spaces, and what only sets type. */
export const spaces: ReadonlySet<string> = new Set(
  "quad qquad enspace enskip thinspace space hfill hfil newline linebreak par nobreakspace , : ; > tabularnewline \\"
    .split(" ")
    .concat(" ", "\n", "\t"),
);
export const ignored: ReadonlySet<string> = new Set(
  (
    "centering raggedright raggedleft arraybackslash noindent strut relax protect left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle xspace " +
    "allowbreak nobreak leavevmode null ignorespaces unskip selectfont normalfont mdseries upshape rmfamily sffamily ttfamily scshape normalcolor rm sf tt sc " +
    "bgroup egroup begingroup endgroup limits nolimits newpage pagebreak nopagebreak clearpage unboldmath ! - / @ ( ) [ ] endhead vline hss vfill columnbreak mathstrut"
  ).split(" "),
);
/** Sizes: a digit in another size behind a digit is no further digit of it. */
export const sizes: ReadonlySet<string> = new Set(
  "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge scriptstyle scriptscriptstyle".split(" "),
);
export const switches: ReadonlyMap<string, "bold" | "italic"> = new Map([
  ["bf", "bold"],
  ["bfseries", "bold"],
  ["boldmath", "bold"],
  ["it", "italic"],
  ["itshape", "italic"],
  ["em", "italic"],
  ["sl", "italic"],
  ["slshape", "italic"],
]);

/** What a macro with arguments does. Its arguments as letters: `s` a star, `o` an optional one, `m` one left out, `t` one that is read. */
export interface MacroKind {
  readonly takes: string;
  readonly does:
    | "read"
    | "drop"
    | "bold"
    | "underline"
    | "italic"
    | "colour"
    | "raise"
    | "lower"
    | "note"
    | "space"
    | "strike"
    | "shade";
}

export const macroKinds: ReadonlyMap<string, MacroKind> = new Map([
  ...kind("bold", "t", "textbf mathbf bm boldsymbol pmb mathbfit"),
  ...kind("underline", "t", "underline ul uline underbar uuline dashuline dotuline uwave"),
  ...kind("italic", "t", "textit emph textsl mathit"),
  ...kind("colour", "omt", "textcolor colorbox"),
  ...kind("colour", "mmt", "fcolorbox"),
  ...kind("colour", "t", "hl"),
  ...kind("shade", "omoo", "cellcolor"),
  ...kind("raise", "t", "textsuperscript"),
  ...kind("lower", "t", "textsubscript"),
  ...kind("note", "t", "tnote"),
  ...kind("note", "s", "footnotemarkplain"),
  ...kind("strike", "t", "sout st xout cancel bcancel xcancel soutt"),
  ...kind("space", "m", "phantom hphantom"),
  ...kind("space", "sm", "hspace"),
  ...kind(
    "read",
    "t",
    "text mathrm textrm textsf texttt mathsf mathtt textsc textup textmd textnormal mathcal mathbb mathnormal mathop mathrel mathbin operatorname mbox hbox fbox ensuremath llap rlap clap mathllap mathrlap mathclap url centerline textsmaller lowercase numprint nolinkurl boxed overline bar hat tilde vec widehat widetilde num tablenum ang thead@ tnotex@ mathord",
  ),
  ...kind("read", "sot", "num tablenum ang"),
  ...kind("read", "ot", "makecell shortstack thead Centerstack specialcell smash"),
  ...kind("read", "sot", "makecell"),
  ...kind("read", "oot", "makebox framebox"),
  ...kind("read", "omt", "rotatebox hyperref@"),
  ...kind("read", "ot", "hyperref"),
  ...kind("read", "mot", "scalebox"),
  ...kind("read", "smmt", "resizebox"),
  ...kind("read", "moot", "raisebox"),
  ...kind("read", "ooomt", "parbox"),
  ...kind("read", "mt", "adjustbox href texorpdfstring@ foreignlanguage"),
  ...kind("read", "tm", "texorpdfstring"),
  ...kind(
    "drop",
    "m",
    "label vphantom index vspace ref autoref cref Cref eqref pageref nameref tnotemark hypertarget@ fontseries fontfamily fontshape pdfbookmark extracolsep",
  ),
  ...kind("drop", "sm", "vspace ref"),
  ...kind("drop", "mm", "fontsize setlength addtolength renewcommand@ rule@ setcounter"),
  ...kind("drop", "omm", "rule"),
  ...kind("drop", "soom", "includegraphics"),
  ...kind("drop", "om", "arrayrulecolor rowcolor columncolor"),
  ...kind("note", "m", "footnote tablefootnote thanks footnotetext@"),
  ...kind("drop", "om", "footnotetext"),
]);

/** A macro that cites; it prints no value. */
export const citation = /^(?:no|foot|auto|paren|text|short|full|super)?[cC]ite[a-zA-Z]*$/;

function kind(does: MacroKind["does"], takes: string, names: string): readonly (readonly [string, MacroKind])[] {
  return names.split(" ").map((name) => [name, { takes, does }] as const);
}
