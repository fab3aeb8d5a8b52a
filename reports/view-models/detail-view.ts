import type { ClaimAudit } from "../../src/audit/audit.ts";
import { fixed, shortNumber } from "./format-number.ts";
import { slug } from "./printed-table-view.ts";
import { plainTable } from "./table-view.ts";
import type { TableView } from "./view-parts.ts";

type Details = NonNullable<ClaimAudit["check"]>["details"];
type Detail = Details[string];
type DetailRecord = { readonly [name: string]: Detail };

const longestCell = 160;
const mostRows = 60;
const mostRecordsInLine = 3;

/**
 * Every list of records that a check lays open, as a table: the weightings of a search, the rows under each, the
 * thresholds of a scale. What does not fit a page is cut and says so.
 */
export function detailTables(id: string, details: Details): readonly TableView[] {
  return Object.entries(details).flatMap(([name, detail]) => {
    if (!isRecordList(detail) || detail.length === 0) return [];
    const merged = underSharedRules(detail);
    const flat = merged.slice(0, mostRows).map(flattened);
    const columns = [
      ...new Map(flat.flatMap((row) => [...row.entries()]).map(([key, { group, label }]) => [key, { group, label }])),
    ];
    const plain = plainTable({
      id: `${id}-${slug(wordsOf(name))}`,
      title: capitalised(wordsOf(name)),
      notes: flat.length < merged.length ? [`${flat.length} of ${merged.length} rows; the audit has all.`] : [],
      columns: columns.map(([, { label }]) => label),
      rows: flat.map((row) => columns.map(([key]) => cut(row.get(key)?.text ?? ""))),
    });
    return [
      grouped(
        plain,
        columns.slice(1).map(([, { group }]) => group),
      ),
    ];
  });
}

/** Records that differ in nothing but their rounding rule, in one with all the rules. */
function underSharedRules(records: readonly DetailRecord[]): readonly DetailRecord[] {
  const byRest = new Map<string, { readonly record: DetailRecord; readonly rules: string[] }>();
  for (const record of records) {
    const { rule, ...rest } = record;
    if (typeof rule !== "string") return records;
    const key = JSON.stringify(rest);
    const same = byRest.get(key);
    if (same === undefined) byRest.set(key, { record, rules: [rule] });
    else same.rules.push(rule);
  }
  return [...byRest.values()].map(({ record, rules }) => ({ ...record, rule: rules.join(", ") }));
}

interface FlatCell {
  readonly group: string;
  readonly label: string;
  readonly text: string;
}

/** A record's fields, those of a record inside it under a common header. */
function flattened(record: DetailRecord): ReadonlyMap<string, FlatCell> {
  const cells = Object.entries(withoutExact(record)).flatMap(([name, detail]): [string, FlatCell][] => {
    const label = capitalised(wordsOf(name));
    const inner = isRecord(detail) ? withoutExact(detail) : {};
    const columns = ["holds", "mean", "error"];
    if (!columns.some((column) => column in inner)) return [[name, { group: "", label, text: detailText(detail) }]];
    return Object.entries(inner).map(([field, value]) => [
      `${name} ${field}`,
      { group: label, label: capitalised(wordsOf(field)), text: detailText(value) },
    ]);
  });
  return new Map(cells);
}

function grouped(table: TableView, groupNames: readonly string[]): TableView {
  if (groupNames.every((name) => name === "")) return table;
  const groups: { label: string; span: number; starts: boolean }[] = [];
  const starts = groupNames.map((name, index) => index === 0 || name !== groupNames[index - 1]);
  groupNames.forEach((label, index) => {
    const last = groups.at(-1);
    if (starts[index] || last === undefined) groups.push({ label, span: 1, starts: true });
    else last.span += 1;
  });
  const columns = table.columns.map((column, index) => ({
    ...column,
    group: groupNames[index] ?? "",
    startsGroup: starts[index] ?? false,
  }));
  return { ...table, groups, columns };
}

/** Where a check gives a number both exactly and rounded, a reader needs the rounded one. */
function withoutExact(record: DetailRecord): DetailRecord {
  const kept = Object.entries(record).filter(([name]) => !(`${name}Rounded` in record));
  return Object.fromEntries(kept.map(([name, value]) => [name.replace(/Rounded$/, ""), value]));
}

/** Everything else that a check lays open, name by name. */
export function detailLines(details: Details): readonly string[] {
  return Object.entries(details)
    .filter(([, detail]) => !isRecordList(detail) || detail.length === 0)
    .map(([name, detail]) => cut(`${wordsOf(name)}: ${detailText(detail)}`));
}

/**
 * A detail in words: numbers with the digits they deserve, pairs of numbers as intervals, lists with commas.
 *
 * @example
 * detailText([0.5, 1.25]); // => "[0.500, 1.250]"
 */
export function detailText(detail: Detail): string {
  if (typeof detail === "number") return Number.isFinite(detail) ? shortNumber(detail) : "unbounded";
  if (typeof detail === "boolean") return detail ? "yes" : "no";
  if (typeof detail === "string") return fractionText(detail);
  if (isList(detail)) {
    const [lower, upper] = detail;
    if (detail.length === 2 && typeof lower === "number" && typeof upper === "number") {
      const decimals = Number.isInteger(lower) && Number.isInteger(upper) ? 0 : 3;
      return `[${fixed(lower, decimals)}, ${fixed(upper, decimals)}]`;
    }
    if (detail.length === 0) return "none";
    if (!isRecordList(detail)) return detail.map(detailText).join(", ");
    const more = detail.length - mostRecordsInLine;
    const shown = detail.slice(0, more > 1 ? mostRecordsInLine : undefined).map(detailText);
    return `${shown.join("; ")}${more > 1 ? `; and ${more} more` : ""}`;
  }
  return intervalText(detail) ?? recordText(withoutExact(detail));
}

/** A record by its name and, of its numbers, the error where it has one. */
function recordText({ name, ...rest }: DetailRecord): string {
  const fields = Object.entries(rest).map(([field, value]) => `${wordsOf(field)} ${detailText(value)}`);
  if (typeof name !== "string") return fields.join(", ");
  const told = rest.error === undefined ? fields : [`error ${detailText(rest.error)}`];
  return told.length === 0 ? name : `${name} (${told.join(", ")})`;
}

/** `[a, b)` for a record of two ends; undefined for any other. */
function intervalText({
  lower,
  upper,
  lowerClosed = true,
  upperClosed = true,
  ...rest
}: DetailRecord): string | undefined {
  if (lower === undefined || upper === undefined || Object.keys(rest).length > 0) return undefined;
  return `${lowerClosed === true ? "[" : "("}${detailText(lower)}, ${detailText(upper)}${upperClosed === true ? "]" : ")"}`;
}

/** An exact fraction too long to read, to three decimals; all else, such as `16/20`, as it stands. */
function fractionText(text: string): string {
  const [, numerator, denominator] = /^(-?\d+)\/(\d+)$/.exec(text) ?? [];
  if (numerator === undefined || denominator === undefined || text.length < 8) return text;
  const value = Number(numerator) / Number(denominator);
  return `≈ ${Math.abs(value) < 0.1 ? shortNumber(value) : fixed(value, 3)}`;
}

/** `pHolm` → `p holm`; names that are no identifiers stay. */
export function wordsOf(name: string): string {
  if (!/^[a-z]\w*$/.test(name)) return name;
  return name.replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isList(detail: Detail): detail is readonly Detail[] {
  return Array.isArray(detail);
}

function isRecord(detail: Detail): detail is DetailRecord {
  return typeof detail === "object" && !isList(detail);
}

function isRecordList(detail: Detail): detail is readonly DetailRecord[] {
  return isList(detail) && detail.every((item) => isRecord(item));
}

function cut(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell - 24)}… (more in the audit)`;
}
