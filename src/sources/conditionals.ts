/** What is known of TeX's conditionals while a text is read in order. */
export interface Conditionals {
  /**
   * Takes note of the control sequence that ends at `end`; says up to where the text is to be left out, where it is.
   * `\else` and `\fi` of a decided conditional are left out, too.
   */
  readonly meet: (name: string, text: string, end: number) => number | undefined;
}

const primitives = new Set(
  "if ifcat ifx ifnum ifdim ifodd ifvmode ifhmode ifmmode ifinner ifvoid ifhbox ifvbox ifeof iftrue iffalse ifcase ifdefined ifcsname iffontchar".split(
    " ",
  ),
);

/**
 * Follows `\iffalse`, `\iftrue` and the paper's own switches (`\newif\ifarxiv`, `\arxivtrue`), so that what is never
 * typeset is never read. A switch that is set inside an undecided conditional is itself undecided; both branches of an
 * undecided conditional are read.
 */
export function conditionals(): Conditionals {
  const switches = new Map<string, boolean | undefined>();
  const open: ("undecided" | "taken")[] = [];

  const skip = (text: string, at: number): { end: number; stoppedAt: "else" | "fi" } => {
    const control = /\\([A-Za-z@]+)|\\./gs;
    control.lastIndex = at;
    let depth = 0;
    for (let found = control.exec(text); found !== null; found = control.exec(text)) {
      const name = found[1] ?? "";
      if (primitives.has(name) || switches.has(name)) depth += 1;
      else if (name === "else" && depth === 0) return { end: control.lastIndex, stoppedAt: "else" };
      else if (name === "fi" && --depth < 0) return { end: control.lastIndex, stoppedAt: "fi" };
    }
    return { end: text.length, stoppedAt: "fi" };
  };

  const begin = (value: boolean | undefined, text: string, end: number): number | undefined => {
    if (value === undefined) {
      open.push("undecided");
      return undefined;
    }
    if (value) {
      open.push("taken");
      return end;
    }
    const skipped = skip(text, end);
    if (skipped.stoppedAt === "else") open.push("taken");
    return skipped.end;
  };

  const meet = (name: string, text: string, end: number): number | undefined => {
    if (name === "newif") {
      const found = /^\s*\\(if[A-Za-z@]+)/.exec(text.slice(end, end + 80));
      if (found === null) return undefined;
      switches.set(found[1] ?? "", open.includes("undecided") ? undefined : false);
      return end + found[0].length;
    }
    const flag = /^(.+)(true|false)$/.exec(name);
    if (flag !== null && switches.has(`if${flag[1]}`)) {
      switches.set(`if${flag[1]}`, open.includes("undecided") ? undefined : flag[2] === "true");
      return end;
    }
    if (name === "iftrue") return begin(true, text, end);
    if (name === "iffalse") return begin(false, text, end);
    if (switches.has(name)) return begin(switches.get(name), text, end);
    if (primitives.has(name)) return begin(undefined, text, end);
    if (name === "else" && open.at(-1) === "taken") {
      open.pop();
      let skipped = skip(text, end);
      while (skipped.stoppedAt === "else") skipped = skip(text, skipped.end);
      return skipped.end;
    }
    if (name === "fi") return open.pop() === "taken" ? end : undefined;
    return undefined;
  };
  return { meet };
}
