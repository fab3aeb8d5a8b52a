import type { ClaimAudit, JudgedValues, MeasurementAudit } from "../../src/audit/audit.ts";
import { decimalsOfHalfUnit, fixed, meanAndSpread } from "./format-number.ts";
import { settingText } from "./setting-text.ts";
import { plainTable } from "./table-view.ts";
import { verdictView } from "./verdict-view.ts";
import type { TableView } from "./view-parts.ts";
import { counted } from "./words.ts";

/** More settings of one verdict than these are told by those that bound them. */
const mostAlike = 4;

/** Mean ± SD (n) with the digits that the print allows. */
export function observedText(values: JudgedValues, { reported }: MeasurementAudit): string {
  return meanAndSpread({
    mean: values.mean,
    sd: values.sd,
    count: values.values.length,
    printedDecimals: reported === undefined ? undefined : decimalsOfHalfUnit(reported.halfUnit),
  });
}

/** Every setting of a claim with its seeds; none where nothing was judged. */
export function settingsTables(anchor: string, { measurement, indication }: ClaimAudit): readonly TableView[] {
  const judged = measurement?.judged ?? [];
  if (measurement === undefined || judged.length === 0) return [];
  const decimals = measurement.reported === undefined ? 2 : decimalsOfHalfUnit(measurement.reported.halfUnit) + 1;
  return [
    plainTable({
      id: `${anchor}-settings`,
      title: judged.length === 1 ? "What was measured" : "What was measured, setting by setting",
      columns: ["Setting", "Ours, mean ± SD (n)", "Seeds' values", "Verdict"],
      rows: judged.map((values) => [
        nameOf(values),
        observedText(values, measurement),
        values.values.map(({ value }) => fixed(value, decimals)).join(", "),
        `${verdictText(values, indication)}: ${values.reason}`,
      ]),
    }),
  ];
}

/** The claims whose settings disagree: which settings got which verdict, of many those that bound it. */
export function decidingTables(id: string, claims: readonly ClaimAudit[]): readonly TableView[] {
  const rows = claims.flatMap((claim) => {
    const { measurement, indication } = claim;
    const groups = byVerdict(measurement?.judged ?? []);
    if (measurement === undefined || groups.length < 2) return [];
    return groups.flatMap((group, which) => {
      const shown = bounding(group);
      const rest = group.length - shown.length;
      const lines = shown.map((values) => [
        nameOf(values),
        observedText(values, measurement),
        verdictText(values, indication),
      ]);
      const more =
        rest === 0 ? [] : [[`and ${counted(rest, "more setting")} that ${rest === 1 ? "agrees" : "agree"}`, "", ""]];
      return [...lines, ...more].map((cells, index) => [which === 0 && index === 0 ? claim.id : "", ...cells]);
    });
  });
  if (rows.length === 0) return [];
  return [
    plainTable({
      id: `${id}-settings`,
      title: "Claims whose verdict depends on the setting",
      notes: [
        `Of more than ${mostAlike} settings that agree, the first and those of the lowest and the highest mean are shown; the audit has all.`,
      ],
      columns: ["Claim", "Setting", "Ours, mean ± SD (n)", "Verdict there"],
      rows,
    }),
  ];
}

/** How many settings got which verdict: `all 9 reproduced`, `4 reproduced, 5 inconclusive`. */
export function settingsText({ judged }: MeasurementAudit): string {
  const groups = byVerdict(judged);
  return groups
    .map(
      (group) =>
        `${groups.length === 1 ? "all " : ""}${group.length} ${group[0] === undefined ? "" : verdictView(group[0].verdict).word}`,
    )
    .join(", ");
}

function nameOf({ freedoms }: JudgedValues): string {
  return Object.keys(freedoms).length === 0 ? "the defaults" : settingText(freedoms);
}

function byVerdict(judged: readonly JudgedValues[]): readonly (readonly JudgedValues[])[] {
  const groups = new Map<string, JudgedValues[]>();
  for (const values of judged) groups.set(values.verdict, [...(groups.get(values.verdict) ?? []), values]);
  return [...groups.values()];
}

function bounding(group: readonly JudgedValues[]): readonly JudgedValues[] {
  if (group.length <= mostAlike) return group;
  const byMean = group.toSorted((one, other) => one.mean - other.mean);
  const kept = new Set([group[0], byMean[0], byMean.at(-1)]);
  return group.filter((values) => kept.has(values));
}

function verdictText({ verdict }: JudgedValues, indication: boolean): string {
  const { symbol, label } = verdictView(verdict, indication);
  return `${symbol} ${label}`;
}
