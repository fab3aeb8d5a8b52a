import type { Audit, ClaimAudit, PaperAudit } from "../../src/audit/audit.ts";
import { isDecided } from "./comparison-view.ts";
import { capitalised } from "./detail-view.ts";
import { placeOf } from "./finding-groups.ts";
import { letterPoints, letterRemarks } from "./letter-points.ts";
import { type LetterView, validLetterView } from "./letter-schema.ts";
import { generatorOf } from "./paper-view.ts";
import { verdictView } from "./verdict-view.ts";
import { asSentence, counted, listed } from "./words.ts";

/** More names than these are greeted as the authors. */
const mostNames = 3;
const mostPlaces = 5;
const mostReproduced = 3;

/**
 * A letter to a paper's authors, drafted from its findings: what holds first, then the gravest findings in full as
 * questions, lesser ones in a line, notes behind the signature. Sender and date stay blank.
 */
export function letterView(audit: Audit, paper: PaperAudit): LetterView {
  const { id, citation, claims, provenance } = paper;
  const points = letterPoints(paper);
  const remarks = letterRemarks(paper, "minor");
  const notes = letterRemarks(paper, "note");
  const example = paper.findings[0]?.claim ?? claims[0]?.id;
  return validLetterView({
    id,
    title: citation.title,
    documentTitle: `Letter to the authors of: ${citation.title}`,
    salutation: `Dear ${citation.authors.length > mostNames || citation.authors.length === 0 ? "authors" : listed(citation.authors)},`,
    generator: generatorOf(audit),
    opening: `We have gone through your paper “${citation.title}” (${citation.year}) claim by claim with Assay, a program that checks whether the numbers and statements of a paper agree with one another${claims.some(({ measurement }) => measurement !== undefined) ? " and with runs of our own" : ""}. Thank you for printing enough to make that possible. Below is what we found to hold, and what we could not make agree and would like to ask you about.`,
    holds: { sentences: holdingSentences(claims), items: holdingItems(paper) },
    asking: askingSentences(points.length, remarks.length, notes.length),
    points,
    remarks,
    notes,
    limits: limitSentences(claims),
    sources: provenance.map(({ source, method, caveats }) =>
      [capitalised(asSentence(`${source}: ${method}`)), ...caveats.map(asSentence)].join(" "),
    ),
    commands: [`npx assay report ${id}`, ...(example === undefined ? [] : [`npx assay explain ${id} ${example}`])],
  });
}

function holdingSentences(claims: readonly ClaimAudit[]): readonly string[] {
  const decided = claims.filter(isDecided).length;
  if (decided === 0) return [`Of ${counted(claims.length, "claim")} we could decide none.`];
  const agreeing = claims.filter((claim) => isHolding(claim) && !isReproduced(claim)).length;
  const reproduced = claims.filter(isReproduced).length;
  if (agreeing + reproduced === 0)
    return [`We could decide ${decided} of ${counted(claims.length, "claim")}; none holds as we read it.`];
  const holding = agreeing + reproduced;
  const them = holding === 1 ? "it" : "them";
  const how =
    reproduced === 0
      ? `what else is printed agrees with ${them}`
      : agreeing === 0
        ? `our own runs agree with ${them}`
        : `what else is printed agrees with ${agreeing}, our own runs with ${reproduced}`;
  return [
    `We could decide ${decided} of ${counted(claims.length, "claim")}. ${holding} of them ${holding === 1 ? "holds" : "hold"}: ${how}.`,
  ];
}

/** What runs of ours agree with, and tables and sections without a finding in which all that could be decided holds. */
function holdingItems({ claims, findings }: PaperAudit): readonly string[] {
  const reproduced = claims.filter(isReproduced);
  const places = new Map<string, ClaimAudit[]>();
  for (const claim of claims.filter((one) => isDecided(one) && !isReproduced(one)))
    places.set(placeOf(claim), [...(places.get(placeOf(claim)) ?? []), claim]);
  const found = new Set(findings.map(({ claim }) => claim));
  const doubted = new Set(claims.filter(({ id }) => found.has(id)).map(placeOf));
  const whole = [...places]
    .filter(([place, decided]) => !doubted.has(place) && decided.every(isHolding))
    .sort(([, a], [, b]) => b.length - a.length);
  return [
    ...reproduced.slice(0, mostReproduced).map(({ locus, states }) => `Reproduced, ${locus}: ${asSentence(states)}`),
    ...whole.slice(0, mostPlaces).map(([place, decided]) => {
      const [first] = decided;
      if (decided.length === 1 && first !== undefined) return `${place}: ${asSentence(first.states)}`;
      const all = decided.length === 2 ? "both" : `all ${decided.length}`;
      return `${place}: ${all} claims that could be decided hold.`;
    }),
  ];
}

function askingSentences(points: number, remarks: number, notes: number): readonly string[] {
  if (points + remarks + notes === 0) return ["We found nothing to ask about."];
  const parts = [
    ...(points === 0 ? [] : [`${counted(points, "point")} that, if we are right, change what the paper says`]),
    ...(remarks === 0 ? [] : [`${counted(remarks, "smaller remark")}`]),
    ...(notes === 0 ? [] : [`${counted(notes, "note")} in the appendix`]),
  ];
  return [
    `There ${points === 1 ? "is" : "are"} ${listed(parts)}. Each names its place, and a command that shows how it was decided.`,
  ];
}

function limitSentences(claims: readonly ClaimAudit[]): readonly string[] {
  const number = (...verdicts: readonly ClaimAudit["verdict"][]): number =>
    claims.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const parts = [
    [number("undecidable"), "for which too little is printed"],
    [number("inconclusive"), "on which runs decide neither way"],
    [number("not-run"), "that we have not run"],
    [number("out-of-scope"), "that no machine can check"],
  ] as const;
  const open = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  const read = number("documented");
  return [
    ...(open.length === 0 ? [] : [`We say nothing of the other claims: ${listed(open)}.`]),
    ...(read === 0
      ? []
      : [`${counted(read, "claim was", "claims were")} looked at by a person rather than by the program.`]),
  ];
}

function isHolding({ verdict, indication }: ClaimAudit): boolean {
  return verdictView(verdict, indication).tone === "holds";
}

function isReproduced(claim: ClaimAudit): boolean {
  return claim.verdict === "reproduced" && isHolding(claim);
}
