import type { ClaimAudit, TableAudit, TableCellAudit } from "../../src/audit/audit.ts";
import { decimalsOfHalfUnit, meanAndSpread } from "./format-number.ts";
import { areNumbers, cellView, isLong, room } from "./table-view.ts";
import { verdictView } from "./verdict-view.ts";
import type { TableView } from "./view-parts.ts";

const separator = " / ";
/** A printed column is set as numbers although a few of its cells hold words. */
const mostly = 0.5;
/** Without our runs below them the cells are short. */
const plainUprightColumns = 11;

/**
 * A printed table as printed, each cell with the verdict of what is claimed of it, and where we ran what the cell prints,
 * with our mean ± SD (n) below. Rows and columns whose names have the form `group / name` get two headers.
 */
export function printedTableView(paperId: string, table: TableAudit, claims: readonly ClaimAudit[]): TableView {
  const { groups, labels } = columnGroups(table.columnNames);
  const starts = new Set(groupStarts(groups));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const stubNames = rowStubs(table.rowNames);
  const measured = table.cells.flat().some(({ observed }) => observed !== undefined);
  const stubs = stubNames[0]?.length ?? 1;
  return {
    id: `${paperId}-${slug(table.name)}`,
    title: table.caption === "" ? table.name : `${table.name}. ${table.caption}`,
    notes: [
      ...(table.cells.flat().some(({ verdict }) => verdict !== undefined)
        ? ["The sign behind a number is the verdict on what the table claims there."]
        : []),
      ...(measured
        ? [
            "→ our runs of what the cell prints, mean ± SD over n seeds, under the first setting of the freedoms; the experiment's section has the others.",
          ]
        : []),
      ...(claims.some(({ at, indication }) => at.kind === "cell" && at.table === table.name && indication)
        ? ["Indication: the runs departed from the paper's protocol; they neither pass nor fail what the cell claims."]
        : []),
    ],
    groups,
    stubs: Array.from({ length: stubs }, () => ({ label: "", share: 0 })),
    columns: labels.map((label, column) => ({
      label,
      group: groups.length === 0 ? "" : splitOnce(table.columnNames[column] ?? "")[0],
      isNumber: areNumbers(
        table.cells.map((row) => row[column]?.text ?? ""),
        mostly,
      ),
      isLong: false,
      share: 0,
      startsGroup: starts.has(column),
    })),
    rows: table.cells.map((row, index) => ({
      stubs: stubNames[index] ?? [],
      cells: row.map((cell, column) =>
        printedCell(
          cell,
          byId,
          areNumbers(
            table.cells.map((other) => other[column]?.text ?? ""),
            mostly,
          ),
        ),
      ),
    })),
    ...(measured
      ? room(table.columnNames.length + stubs)
      : room(table.columnNames.length + stubs, plainUprightColumns)),
    long: isLong(table.cells.flat().map(({ text }) => text.padEnd(20))),
  };
}

function printedCell(cell: TableCellAudit, byId: ReadonlyMap<string, ClaimAudit>, isNumber: boolean) {
  const claims = cell.claims.flatMap((id) => byId.get(id) ?? []);
  const { verdict, indication, observed } = cell;
  const measured = claims.find(({ measurement }) => measurement?.reported !== undefined);
  const halfUnit = measured?.measurement?.reported?.halfUnit;
  const ours =
    observed === undefined
      ? ""
      : `→ ${meanAndSpread({
          mean: observed.mean,
          sd: observed.sd,
          count: observed.values.length,
          printedDecimals: halfUnit === undefined ? undefined : decimalsOfHalfUnit(halfUnit),
        })}${observed.mark === undefined ? "" : `, marked ${observed.mark}`}${measured?.indication ? ", indication" : ""}`;
  return cellView([cell.text, ours], isNumber, verdict === undefined ? [] : [verdictView(verdict, indication)]);
}

/** Two headers where names share a group; none where fewer than two columns do. */
function columnGroups(names: readonly string[]): { groups: TableView["groups"]; labels: readonly string[] } {
  const split = names.map((name) => splitOnce(name));
  const shared = split.some(([group], index) => group !== "" && group === split[index + 1]?.[0]);
  if (!shared) return { groups: [], labels: names };
  const groups: { label: string; span: number; starts: boolean }[] = [];
  for (const [label] of split) {
    const last = groups.at(-1);
    if (last !== undefined && last.label === label) last.span += 1;
    else groups.push({ label, span: 1, starts: true });
  }
  return { groups, labels: split.map(([, label]) => label) };
}

function groupStarts(groups: TableView["groups"]): readonly number[] {
  let column = 0;
  return groups.map(({ span }) => {
    column += span;
    return column - span;
  });
}

function rowStubs(names: readonly string[]): readonly (readonly string[])[] {
  const split = names.map((name) => splitOnce(name));
  return split.length > 0 && split.every(([group]) => group !== "") ? split : names.map((name) => [name]);
}

function splitOnce(name: string): readonly [string, string] {
  const at = name.indexOf(separator);
  return at < 0 ? ["", name] : [name.slice(0, at), name.slice(at + separator.length)];
}

/** A name that files and anchors can carry. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
