import type { CheckOutcome, CheckResult } from "../../src/checks/check-result.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";
import type { Basis, Claim } from "../../src/paper/claim.ts";
import { place, sentence } from "../../src/paper/locus.ts";
import { definePaper, type Paper } from "../../src/paper/paper.ts";
import { table } from "../../src/tables/table.ts";
import { quantity, threeSeeds } from "./records.ts";

export const scores = table({
  name: "Table 1",
  caption: "AUC in percent",
  rowNames: ["RBF", "Linear"],
  columnNames: ["AUC", "Mean"],
  texts: [
    ["62.5", "60"],
    ["50.0", ""],
  ],
});

export function checked(outcome: CheckOutcome, changes: Partial<CheckResult> = {}): Basis {
  const result: CheckResult = {
    check: "mean",
    outcome,
    explanation: `It is ${outcome}.`,
    assumptions: ["Rounded to nearest."],
    rescuedBy: outcome === "conditional" ? ["truncation"] : [],
    nearMisses: outcome === "inconsistent" ? ["One digit."] : [],
    details: {},
    ...changes,
  };
  return { kind: "printed", check: () => result };
}

const measured: Basis = {
  kind: "measured",
  quantity,
  plan: threeSeeds,
  reported: parsePrinted("62.5"),
  margin: { value: "2.0", reason: "stated beforehand" },
  split: "same",
};

const linear = { ...quantity, where: { kernel: "linear" } };

/** One claim of every kind and printed outcome. */
export const claims: readonly Claim[] = [
  claim("c.true", scores.cell("RBF", "AUC"), checked("consistent")),
  claim("c.false", sentence("3.2", 5), checked("inconsistent"), "five < six & “seven”"),
  claim("c.either", scores.cell("RBF", "Mean"), checked("conditional")),
  claim("c.unknown", place("Figure 1"), checked("undecidable")),
  claim("m.rbf", scores.cell("RBF", "AUC"), measured),
  claim(
    "o.leads",
    { kind: "table", table: "Table 1" },
    {
      kind: "ordering",
      higher: quantity,
      lower: linear,
      plan: threeSeeds,
    },
  ),
  claim("r.swapped", place("Table 1"), {
    kind: "reader",
    finding: { follows: "Names are swapped.", why: "The text says so.", wouldExplain: "A slip.", confidence: "likely" },
  }),
  claim("x.easy", sentence("4", 1), { kind: "out-of-scope", reason: "an account of the authors" }),
];

export function smallPaper(changes: Partial<Paper> = {}): Paper {
  return definePaper({
    id: "small-2021",
    citation: { title: "A <small> paper", authors: ["A. Author"], venue: "none", year: 2021 },
    provenance: [],
    narrative: { scope: "", methodology: "", easy: [], difficult: [], communication: "" },
    tables: [scores],
    claims,
    hyperparameters: [],
    ...changes,
  });
}

export function claim(id: string, at: Claim["at"], basis: Basis, states = "It is so."): Claim {
  return { id, at, states, basis };
}
