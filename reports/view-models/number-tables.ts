import type { ClaimAudit, JudgedValues, MeasurementAudit } from "../../src/audit/audit.ts";
import { detailText } from "./detail-view.ts";
import { shortNumber } from "./format-number.ts";
import { observedText, settingsText } from "./settings-view.ts";
import { plainTable } from "./table-view.ts";
import { verdictView } from "./verdict-view.ts";
import type { TableView } from "./view-parts.ts";
import { counted } from "./words.ts";

type Measured = ClaimAudit & { readonly measurement: MeasurementAudit };

/**
 * Our numbers against the printed ones, then the orderings and spreads that were measured. Of what is not run the number is
 * told: the coverage has the claims and their commands.
 */
export function numberTables(id: string, claims: readonly ClaimAudit[]): readonly TableView[] {
  const measured = claims.filter((claim): claim is Measured => claim.measurement !== undefined);
  const printed = measured.filter(({ measurement }) => measurement.reported !== undefined);
  const others = measured.filter(({ measurement }) => measurement.reported === undefined);
  return [
    ...tableOf(printed, {
      id: `${id}-numbers`,
      title: "Our numbers against the printed ones",
      note: "Ours: mean ± SD over n seeds; of several settings the first, and below it between what the means of all lie.",
      columns: ["Claim", "What is claimed", "Printed", "Ours", "Verdict"],
      cells: ({ measurement }) => [printedText(measurement)],
    }),
    ...tableOf(others, {
      id: `${id}-orderings`,
      title: "What else was measured: orderings and spreads",
      note: "Ours: by how much one quantity leads another, how many times as much it varies, or how far two runs lie apart; of several settings the first, and below it between what all lie.",
      columns: ["Claim", "What is claimed", "Ours", "Verdict"],
      cells: () => [],
    }),
  ];
}

interface NumberTable {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  /** What stands between the claim and our number. */
  readonly cells: (claim: Measured) => readonly string[];
}

function tableOf(claims: readonly Measured[], { id, title, note, columns, cells }: NumberTable): readonly TableView[] {
  const run = claims.filter(({ measurement }) => measurement.judged.length > 0);
  const missing = claims.length - run.length;
  if (run.length === 0) return [];
  return [
    plainTable({
      id,
      title,
      notes: [note, ...(missing === 0 ? [] : [`${counted(missing, "more claim")} not run; see the coverage.`])],
      columns,
      rows: run.map((claim) => [
        claim.id,
        `${claim.locus}: ${claim.states}`,
        ...cells(claim),
        oursText(claim),
        verdictText(claim),
      ]),
    }),
  ];
}

function printedText({ reported, margin }: MeasurementAudit): string {
  return `${reported?.text ?? ""}${margin === undefined ? "" : `\nmargin ${detailText(margin.value)}`}`;
}

function oursText({ kind, measurement }: Measured): string {
  const { judged } = measurement;
  const [first] = judged;
  if (first === undefined) return "";
  if (kind === "spread") return spreadText(first);
  const ours = observedText(first, measurement);
  if (judged.length === 1) return ours;
  const means = judged.map(({ mean }) => mean);
  return `${ours}\n${shortNumber(Math.min(...means))} to ${shortNumber(Math.max(...means))}`;
}

/** Of a claimed spread what its judge estimates: how many times as much as the other it is, or how far two runs lie apart. */
export function spreadText({ judgement: { ratio, difference }, values }: JudgedValues): string {
  const estimate = typeof ratio === "number" ? ratio : difference;
  if (typeof estimate !== "number") return "";
  const unit = typeof ratio === "number" ? "times as much" : "apart";
  return `${shortNumber(Number(estimate.toPrecision(2)))} ${unit} (n ${values.length})`;
}

function verdictText({ verdict, indication, measurement }: Measured): string {
  const { symbol, label } = verdictView(verdict, indication);
  return `${symbol} ${label}${measurement.judged.length < 2 ? "" : `\n${settingsText(measurement)}`}`;
}
