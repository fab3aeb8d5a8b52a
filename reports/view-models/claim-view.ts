import type { ClaimAudit, JudgedValues, MeasurementAudit, PrintedRunsAudit } from "../../src/audit/audit.ts";
import { detailLines, detailTables, detailText, wordsOf } from "./detail-view.ts";
import { decimalsOfHalfUnit, fixed, pValue } from "./format-number.ts";
import { slug } from "./printed-table-view.ts";
import { settingText } from "./setting-text.ts";
import { observedText, settingsTables } from "./settings-view.ts";
import { verdictView } from "./verdict-view.ts";
import type { ClaimView } from "./view-schema.ts";

/** A printed text that is longer is quoted below the claim, as no column has room for it. */
const longestPrinted = 24;

/** One claim's story: what is printed, what was observed, the verdict and why. */
export function claimView(paperId: string, claim: ClaimAudit): ClaimView {
  const { check, measurement, printedRuns } = claim;
  const anchor = claimAnchor(paperId, claim.id);
  // What agrees needs no workings on the page; the audit has them.
  const workings = check === undefined || claim.verdict === "consistent" ? undefined : check.details;
  const printed = (measurement ?? printedRuns)?.reported?.text ?? claim.printed ?? "";
  const isLong = printed.length > longestPrinted;
  return {
    anchor,
    id: claim.id,
    locus: claim.locus,
    states: claim.states,
    printed: isLong ? "" : printed,
    quoted: isLong ? printed : "",
    observed: measurement === undefined ? [] : observedLines(measurement),
    mark: verdictView(claim.verdict, claim.indication),
    reason: claim.reason,
    explanation: claim.explanation,
    lists: [
      ...namedList("Taken for granted", check?.assumptions),
      ...namedList("True under", check?.rescuedBy),
      ...namedList("Would be true if (guesses)", check?.nearMisses),
      ...namedList("Found by the check", workings === undefined ? undefined : detailLines(workings)),
      ...namedList("Measured", measurement === undefined ? undefined : measurementLines(measurement)),
      ...namedList("Judged by printed runs", printedRuns === undefined ? undefined : printedRunsLines(printedRuns)),
    ],
    tables: [
      ...settingsTables(anchor, claim),
      ...(workings === undefined || hasOwnSection(check) ? [] : detailTables(anchor, workings)),
    ],
    related: claim.related,
    command: claim.command ?? "",
  };
}

/** Checks whose tables a reader wants to see beside the paper's own. */
export function hasOwnSection(check: ClaimAudit["check"]): check is NonNullable<ClaimAudit["check"]> {
  return check !== undefined && /weight|mean-column|row-mean/.test(check.check);
}

export function claimAnchor(paperId: string, claimId: string): string {
  return `claim-${slug(paperId)}-${slug(claimId)}`;
}

function observedLines(measurement: MeasurementAudit): readonly string[] {
  const { judged } = measurement;
  const [first] = judged;
  if (first === undefined) return [];
  const ours = observedText(first, measurement);
  return judged.length === 1 ? [ours] : [ours, `the first of ${judged.length} settings`];
}

function measurementLines(measurement: MeasurementAudit): readonly string[] {
  const { pipeline, variant, dataset, protocol, metric, where, margin, reported, seedsPlanned, judged } = measurement;
  return [
    `${metric} by ${pipeline}, variant ${variant}, on ${dataset}, ${protocol} protocol, ${settingText(where)}`,
    `${seedsPlanned} ${seedsPlanned === 1 ? "seed" : "seeds"} planned`,
    ...(margin === undefined
      ? []
      : [`margin ${detailText(margin.value)} in printed units, stated before running: ${margin.reason}`]),
    ...(reported?.spread === undefined
      ? []
      : [`printed spread ± ${detailText(reported.spread)}, taken as ${reported.spreadMeaning ?? "unknown"}`]),
    ...(reported?.runs === undefined ? [] : [`the printed number is the mean of ${reported.runs} runs`]),
    ...judged
      .slice(0, 1)
      .map((first) => `judged${judged.length > 1 ? ", in the first setting" : ""}: ${judgementText(first)}`),
  ];
}

function printedRunsLines(printedRuns: PrintedRunsAudit): readonly string[] {
  const { reported, runs, family, margin, examples, pHolm, judgement } = printedRuns;
  const decimals = decimalsOfHalfUnit(reported.halfUnit) + 1;
  const credible =
    family.bartlettP === undefined ? "" : `; one spread for all: Bartlett's p ${pValue(family.bartlettP)}`;
  return [
    `printed ${reported.text} against the printed runs ${runs.join(" and ")}`,
    `spread of the family (${family.members.length - family.leftOut.length} of ${family.members.length} cells): ${fixed(family.standardDeviation, decimals)}, ${family.degreesOfFreedom} degrees of freedom${credible}`,
    `test examples: ${examples}; standard error ${fixed(printedRuns.examplesStandardError, decimals)}`,
    `margin ${detailText(margin.value)} in printed units: ${margin.reason}`,
    judgementText({ judgement }),
    ...(pHolm === undefined ? [] : [`p, adjusted over the table (Holm): ${pValue(pHolm)}`]),
  ];
}

/** What of a judgement has no column of its own and is not nested deeper than a reader follows. */
const judgementColumns = [
  "case",
  "difference",
  "margin",
  "standardError",
  "degreesOfFreedom",
  "pRefute",
  "pEquivalent",
  "seedsThatWouldDecide",
];

function judgementText({ judgement }: Pick<JudgedValues, "judgement">): string {
  return judgementColumns
    .flatMap((name) => {
      const detail = judgement[name];
      if (detail === undefined) return [];
      return [
        `${wordsOf(name)} ${/^p[A-Z]/.test(name) && typeof detail === "number" ? pValue(detail) : detailText(detail)}`,
      ];
    })
    .join("; ");
}

function namedList(name: string, items: readonly string[] | undefined): ClaimView["lists"] {
  return items === undefined || items.length === 0 ? [] : [{ name, items }];
}
