import type { ClaimAudit, JudgedValues, MeasurementAudit, PrintedRunsAudit } from "../../src/audit/audit.ts";
import { detailLines, detailTables, detailText, wordsOf } from "./detail-view.ts";
import { decimalsOfHalfUnit, fixed, meanAndSpread, pValue } from "./format-number.ts";
import { slug } from "./printed-table-view.ts";
import { plainTable } from "./table-view.ts";
import { verdictView } from "./verdict-view.ts";
import type { TableView } from "./view-parts.ts";
import type { ClaimView } from "./view-schema.ts";

/** How many settings of the freedoms a line of the claims' table shows. */
const settingsInLine = 2;

/** One claim's story: what is printed, what was observed, the verdict and why. */
export function claimView(paperId: string, claim: ClaimAudit): ClaimView {
  const { check, measurement, printedRuns } = claim;
  const anchor = claimAnchor(paperId, claim.id);
  // What agrees needs no workings on the page; the audit has them.
  const workings = check === undefined || claim.verdict === "consistent" ? undefined : check.details;
  return {
    anchor,
    id: claim.id,
    locus: claim.locus,
    states: claim.states,
    printed: (measurement ?? printedRuns)?.reported?.text ?? claim.printed ?? "",
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
      ...(measurement === undefined ? [] : settingsTables(anchor, measurement)),
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

/** A setting of the freedoms in words, `as the pipeline's defaults` where nothing is varied. */
export function settingText(freedoms: JudgedValues["freedoms"]): string {
  const entries = Object.entries(freedoms);
  if (entries.length === 0) return "no freedom";
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${wordsOf(name)} ${detailText(value)}`)
    .join(", ");
}

/** As `settingText`, for where there is little room: words without the names of what they set. */
export function shortSetting(freedoms: JudgedValues["freedoms"]): string {
  const words = Object.entries(freedoms).map(([name, value]) =>
    typeof value === "string" ? value : `${wordsOf(name)} ${detailText(value)}`,
  );
  return words.length === 0 ? "no freedom" : words.join(", ");
}

function observedLines(measurement: MeasurementAudit): readonly string[] {
  const { judged } = measurement;
  const lines = judged.slice(0, settingsInLine).map((values) => {
    const setting = Object.keys(values.freedoms).length === 0 ? "" : `, ${settingText(values.freedoms)}`;
    return `${observedText(values, measurement)}${setting}`;
  });
  const more = judged.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more ${more === 1 ? "setting" : "settings"}`] : lines;
}

function observedText(values: JudgedValues, { reported }: MeasurementAudit): string {
  return meanAndSpread({
    mean: values.mean,
    sd: values.sd,
    count: values.values.length,
    printedDecimals: reported === undefined ? undefined : decimalsOfHalfUnit(reported.halfUnit),
  });
}

function measurementLines(measurement: MeasurementAudit): readonly string[] {
  const { pipeline, variant, dataset, protocol, metric, where, margin, reported, seedsPlanned } = measurement;
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

/** The settings of the freedoms side by side with what the judge made of each; none where nothing was judged. */
function settingsTables(anchor: string, measurement: MeasurementAudit): readonly TableView[] {
  const { judged } = measurement;
  if (judged.length === 0) return [];
  const decimals = measurement.reported === undefined ? 2 : decimalsOfHalfUnit(measurement.reported.halfUnit) + 1;
  return [
    plainTable({
      id: `${anchor}-settings`,
      title: judged.length === 1 ? "What was measured" : "What was measured, setting by setting",
      columns: ["Setting", "Mean ± SD (n)", "Seeds' values", "Verdict", "p, adjusted (Holm)", "Judgement", "Reason"],
      rows: judged.map((values) => [
        settingText(values.freedoms),
        observedText(values, measurement),
        values.values.map(({ value }) => fixed(value, decimals)).join(", "),
        ...verdictCells(values),
        judgementText(values),
        values.reason,
      ]),
    }),
  ];
}

/** All measured claims, setting by setting, in one table; none where nothing was judged. */
export function allSettingsTable(paperId: string, claims: readonly ClaimAudit[]): readonly TableView[] {
  const rows = claims.flatMap(({ id, measurement }) =>
    (measurement?.judged ?? []).map((values) => [
      id,
      settingText(values.freedoms),
      measurement === undefined ? "" : observedText(values, measurement),
      ...verdictCells(values),
      judgementText(values),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    plainTable({
      id: `${paperId}-settings`,
      title: "Every measured claim under every setting of the freedoms",
      columns: ["Claim", "Setting", "Mean ± SD (n)", "Verdict", "p, adjusted (Holm)", "Judgement"],
      rows,
    }),
  ];
}

function verdictCells(values: JudgedValues): readonly [string, string] {
  const { symbol, word } = verdictView(values.verdict);
  return [`${symbol} ${word}`, values.pHolm === undefined ? "" : pValue(values.pHolm)];
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
