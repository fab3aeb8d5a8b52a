import type { ClaimAudit, JudgedValues, PaperAudit } from "../../src/audit/audit.ts";
import { type ForestRow, forestPlot } from "../plots/forest-plot.ts";
import { csv } from "./csv.ts";
import { decimalsOfHalfUnit, fixed, meanAndSpread } from "./format-number.ts";
import type { PaperPlot } from "./paper-plot.ts";
import { slug } from "./printed-table-view.ts";
import { settingText, shortSetting } from "./setting-text.ts";
import { verdictView } from "./verdict-view.ts";

interface Entry {
  readonly claim: ClaimAudit;
  readonly judged: JudgedValues;
  readonly row: ForestRow;
}

const rowsOnAPage = 12;

/**
 * For each table whose cells a pipeline measured: printed values against our seeds, a row for each claim in its first
 * setting. Claims of several settings are drawn in all of them, too, for the folder beside the report.
 */
export function forestViews(paper: PaperAudit, pipeline: string): readonly PaperPlot[] {
  const byTable = new Map<string, ClaimAudit[]>();
  for (const claim of paper.claims) {
    if (claim.measurement?.pipeline !== pipeline || entriesOf(claim).length === 0) continue;
    const table = claim.at.kind === "cell" || claim.at.kind === "table" ? claim.at.table : "Other claims";
    byTable.set(table, [...(byTable.get(table) ?? []), claim]);
  }
  return [...byTable].flatMap(([table, claims]) => {
    const several = claims.filter((claim) => settingsOf(claim) > 1);
    const place: Place = { paper: paper.id, pipeline, table };
    return [
      ...forestPages({ ...place, shown: true }, claims.flatMap(firstEntryOf)),
      ...forestPages({ ...place, shown: false }, several.flatMap(entriesOf)),
    ];
  });
}

interface Place {
  readonly paper: string;
  readonly pipeline: string;
  readonly table: string;
}

type Forest = Place & Pick<PaperPlot, "shown">;

function forestPages(forest: Forest, entries: readonly Entry[]): readonly PaperPlot[] {
  const pages = Math.ceil(entries.length / rowsOnAPage);
  return Array.from({ length: pages }, (_, page) =>
    forestView(
      forest,
      entries.slice(page * rowsOnAPage, (page + 1) * rowsOnAPage),
      pages > 1 ? ` (${page + 1} of ${pages})` : "",
    ),
  );
}

function forestView(forest: Forest, entries: readonly Entry[], page: string): PaperPlot {
  const { paper, pipeline, table, shown } = forest;
  const title = `${table}: printed values against our seeds${shown ? "" : ", every setting"}${page}`;
  const id = slug(`${paper} ${pipeline} ${title}`);
  const description = entries.map(({ claim, judged, row }) => rowText(claim, judged, row)).join(" ");
  const metrics = [...new Set(entries.flatMap(({ claim }) => claim.measurement?.metric ?? []))].join(", ");
  return {
    pipeline,
    kind: "printed values against our seeds",
    shown,
    view: {
      id,
      title,
      caption: `Bars mark the printed values with their ± or rounding, bands the margins stated before running; dots are our seeds, diamonds their means with the interval that the judge tests.${shown && entries.some(({ claim }) => settingsOf(claim) > 1) ? " Of several settings the first is drawn; the verdict is that over all." : ""}`,
      description,
      file: `plots/${id}.svg`,
      dataFile: `plots/${id}.csv`,
      svg: forestPlot({
        id,
        title,
        description,
        axis: `${metrics}, in printed units`,
        rows: entries.map(({ row }) => row),
      }),
    },
    data: csv(
      [
        "claim",
        "setting",
        "printed",
        "printed_half_width",
        "margin",
        "seed",
        "value",
        "mean",
        "sd",
        "lower",
        "upper",
        "verdict",
      ],
      entries.flatMap(({ claim, judged, row }) =>
        judged.values.map(({ seed, value }) => [
          claim.id,
          settingText(judged.freedoms),
          row.printed,
          row.printedHalfWidth,
          row.margin ?? "",
          seed,
          value,
          judged.mean,
          judged.sd ?? "",
          row.interval?.lower ?? "",
          row.interval?.upper ?? "",
          judged.verdict,
        ]),
      ),
    ),
  };
}

function settingsOf({ measurement }: ClaimAudit): number {
  return measurement?.judged.length ?? 0;
}

/** The first setting, with the verdict over all of them. */
function firstEntryOf(claim: ClaimAudit): readonly Entry[] {
  const settings = settingsOf(claim);
  const { symbol, label } = verdictView(claim.verdict, claim.indication);
  const verdict = { symbol, label, ...(settings > 1 ? { note: `over all ${settings} settings` } : {}) };
  return entriesOf(claim)
    .slice(0, 1)
    .map((entry) => ({ ...entry, row: { ...entry.row, verdict } }));
}

function entriesOf(claim: ClaimAudit): readonly Entry[] {
  const { at, measurement } = claim;
  if (measurement?.reported === undefined) return [];
  const { reported, margin, judged } = measurement;
  return judged.map((values) => {
    const varied = Object.keys(values.freedoms).length === 0 ? [] : [shortSetting(values.freedoms)];
    const { symbol, label } = verdictView(values.verdict, claim.indication);
    const interval = intervalOf(values, reported.value);
    return {
      claim,
      judged: values,
      row: {
        labels: [...(at.kind === "cell" ? [at.row, at.column] : [claim.locus, claim.id]), ...varied],
        printed: reported.value,
        printedHalfWidth: reported.spread ?? reported.halfUnit,
        ...(margin === undefined ? {} : { margin: margin.value }),
        seeds: values.values.map(({ value }) => value),
        mean: values.mean,
        ...(interval === undefined ? {} : { interval }),
        verdict: { symbol, label },
      },
    };
  });
}

/** The judge's interval of the difference, drawn where the printed value stands. */
function intervalOf({ judgement }: JudgedValues, printed: number): ForestRow["interval"] {
  const { lower, upper } = recordOf(recordOf(judgement.refutation)?.interval) ?? {};
  if (typeof lower !== "number" || typeof upper !== "number") return undefined;
  return { lower: printed + lower, upper: printed + upper };
}

type Detail = JudgedValues["judgement"][string];

function recordOf(detail: Detail | undefined): { readonly [name: string]: Detail } | undefined {
  return typeof detail === "object" && !isList(detail) ? detail : undefined;
}

function isList(detail: Detail): detail is readonly Detail[] {
  return Array.isArray(detail);
}

function rowText({ measurement, locus }: ClaimAudit, judged: JudgedValues, row: ForestRow): string {
  const decimals = measurement?.reported === undefined ? 2 : decimalsOfHalfUnit(measurement.reported.halfUnit);
  const ours = meanAndSpread({
    mean: judged.mean,
    sd: judged.sd,
    count: judged.values.length,
    printedDecimals: decimals,
  });
  const setting = Object.keys(judged.freedoms).length === 0 ? "" : `, ${settingText(judged.freedoms)}`;
  return `${locus}: printed ${fixed(row.printed, decimals)}, ours ${ours}${setting}, ${row.verdict.label}.`;
}
