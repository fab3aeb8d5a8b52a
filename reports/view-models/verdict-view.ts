import type { Verdict } from "../../src/audit/audit.ts";
import type { VerdictView } from "./view-parts.ts";

interface VerdictWords {
  readonly word: string;
  /** Shapes that differ without colour and exist in DejaVu Sans Mono. */
  readonly symbol: string;
  /** Names the colour, which repeats what word and symbol say. */
  readonly tone: VerdictView["tone"];
  readonly meaning: string;
}

/** Gravest first. */
const words: Readonly<Record<Verdict, VerdictWords>> = {
  inconsistent: {
    word: "inconsistent",
    symbol: "✗",
    tone: "fails",
    meaning: "the printed numbers contradict the claim under every convention tried",
  },
  refuted: {
    word: "refuted",
    symbol: "✘",
    tone: "fails",
    meaning: "runs contradict the claim under every setting of the freedoms",
  },
  conditional: {
    word: "conditional",
    symbol: "◐",
    tone: "open",
    meaning: "false under the stated default, true under a named alternative",
  },
  inconclusive: {
    word: "inconclusive",
    symbol: "◇",
    tone: "open",
    meaning: "runs decide neither way; the reason is given",
  },
  undecidable: { word: "undecidable", symbol: "?", tone: "open", meaning: "too little is printed to decide" },
  documented: { word: "documented", symbol: "✎", tone: "note", meaning: "seen by a reader; no machine decides it" },
  reproduced: {
    word: "reproduced",
    symbol: "✔",
    tone: "holds",
    meaning: "our runs agree with the claim within its margin",
  },
  consistent: { word: "consistent", symbol: "✓", tone: "holds", meaning: "the printed numbers agree with the claim" },
  "not-run": {
    word: "not run",
    symbol: "○",
    tone: "absent",
    meaning: "a measurement whose runs are missing; the command is given",
  },
  "out-of-scope": {
    word: "out of scope",
    symbol: "–",
    tone: "absent",
    meaning: "out of a machine's reach; the reason is given",
  },
};

/** All verdicts, gravest first. */
export const verdictOrder = Object.keys(words) as readonly Verdict[];

/**
 * A verdict in words and with its symbol; an indication, made under another protocol than the paper's, says so.
 *
 * @example
 * verdictView("refuted", true).label; // => "refuted (indication)"
 */
export function verdictView(verdict: Verdict, indication = false): VerdictView {
  const { word, symbol, tone, meaning } = words[verdict];
  if (!indication) return { name: verdict, word, symbol, tone, meaning, label: word, indication };
  return {
    name: verdict,
    word,
    symbol,
    tone: "open",
    meaning: `${meaning}; the protocol was not the paper's, so it counts neither for nor against it`,
    label: `${word} (indication)`,
    indication,
  };
}
