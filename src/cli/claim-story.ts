import { fixed } from "../../reports/view-models/format-number.ts";
import type { ClaimAudit, Finding, JudgedValues, MeasurementAudit, PrintedRunsAudit } from "../audit/audit.ts";
import { describeSetting } from "../audit/observe.ts";
import { wrap } from "./wrap.ts";

/** One claim's story in about ten lines: what is printed, what follows, the verdict and why. */
export function claimStory(claim: ClaimAudit, finding?: Finding): string {
  const { id, locus, states, printed, verdict, indication, reason, explanation, check, measurement, printedRuns } =
    claim;
  const { related, command } = claim;
  const label = indication ? `${verdict}, an indication only: the protocol is not the paper's` : verdict;
  const saysReason = reason === "" || explanation.includes(reason);
  return [
    ...lines("claim", id),
    ...lines("where", locus),
    ...lines("states", states),
    ...lines("printed", printed ?? (measurement ?? printedRuns)?.reported?.text),
    ...lines("verdict", saysReason ? label : `${label}: ${reason}`),
    ...lines("why", explanation),
    ...(measurement === undefined ? [] : runLines(claim.kind, measurement)),
    ...(printedRuns === undefined ? [] : printedRunsLines(printedRuns)),
    ...lines("assuming", shortList(check?.assumptions ?? [], 2)),
    ...lines("a guess", shortList(check?.nearMisses ?? [], 2)),
    ...lines("perhaps", shortList(finding !== undefined && check === undefined ? finding.wouldExplain : [], 2)),
    ...lines("see also", shortList(related, 6, ", ")),
    ...lines("to run", command),
  ].join("\n");
}

function runLines(kind: ClaimAudit["kind"], { reported, margin, judged, seedsPlanned }: MeasurementAudit) {
  const runs =
    reported?.runs === undefined ? "" : reported.runs === 1 ? ", one run" : `, the mean of ${reported.runs} runs`;
  const spread = reported?.spread === undefined ? "" : ` ± ${reported.spread} (${reported.spreadMeaning})`;
  const what = kind === "ordering" ? "lead" : "ours";
  return [
    ...(reported === undefined || (spread === "" && runs === "")
      ? []
      : lines("printed as", `${reported.text}${reported.text.includes("±") ? "" : spread}${runs}`)),
    ...(margin === undefined
      ? []
      : reported === undefined
        ? lines("at least", `${margin.value}: ${margin.reason}`)
        : lines("margin", `±${margin.value}: ${margin.reason}`)),
    ...judged.slice(0, shownSettings).flatMap((one) => lines(what, ofSetting(one, seedsPlanned))),
    ...(judged.length > shownSettings ? lines("", `and ${judged.length - shownSettings} more settings (--json)`) : []),
  ];
}

function printedRunsLines({ runs, margin, family, examples, pHolm }: PrintedRunsAudit): readonly string[] {
  const credible =
    family.bartlettP === undefined ? "" : `; one SD for all: Bartlett's p ${family.bartlettP.toFixed(3)}`;
  return [
    ...lines("runs", `${runs.join(" and ")}, as printed`),
    ...lines("margin", `±${margin.value}: ${margin.reason}`),
    ...lines("family", `${family.members.join(", ")}: ${family.degreesOfFreedom} degrees of freedom${credible}`),
    ...lines("tested on", examples),
    ...lines("p (Holm)", pHolm === undefined ? undefined : pHolm < 1e-4 ? "below 0.0001" : pHolm.toFixed(4)),
  ];
}

const shownSettings = 4;

function ofSetting({ freedoms, values, mean, sd, verdict }: JudgedValues, planned: number): string {
  const setting = describeSetting(freedoms);
  const show = (value: number): string => fixed(value, decimalsFor(sd));
  const spread = sd === undefined ? "" : ` ± ${show(sd)} (SD)`;
  const each = values.map(({ value }) => show(value)).join(", ");
  const seeds = values.length < planned ? `${values.length} of ${planned} seeds` : `${values.length} seeds`;
  return `${setting === "" ? "" : `${setting}: `}${show(mean)}${spread} over ${seeds} (${each}): ${verdict}`;
}

/** Two decimals, or as many as show two digits of the standard deviation. */
function decimalsFor(sd: number | undefined): number {
  if (sd === undefined || sd === 0) return 2;
  return Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(Number(sd.toPrecision(2))))));
}

function shortList(items: readonly string[], atMost: number, between = " "): string {
  const shown = items.slice(0, atMost).map((item) => (between === " " && !item.endsWith(".") ? `${item}.` : item));
  const more = items.length > atMost ? [`and ${items.length - atMost} more (--json)`] : [];
  return [...shown, ...more].join(between);
}

function lines(label: string, text: string | undefined): readonly string[] {
  if (text === undefined || text === "") return [];
  return wrap(text, 100).map((line, index) => `${(index === 0 ? label : "").padEnd(11)} ${line}`);
}
