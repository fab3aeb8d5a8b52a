import { version } from "../../audit/version.ts";
import type { TableInspection } from "../../inspect/inspection.ts";
import type { NamedInspection } from "./named-inspection.ts";

/** Inspections as JSON: counts and digits as they are, cells by row and column. */
export function inspectionJson(inspections: readonly NamedInspection[]): string {
  const papers = inspections.map(({ name, inspection: { tables, findings, tallies, problems, sentences } }) => ({
    name,
    tables: tables.map(tableJson),
    findings,
    tallies,
    problems,
    sentences,
  }));
  const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);
  return JSON.stringify({ assay: version, papers }, plain, 1);
}

function tableJson({ reading, ...inspection }: TableInspection) {
  const { table, headerRows, headerBasis, columns, rows, unusedOverrides } = reading;
  return {
    name: table.name,
    place: table.place,
    caption: table.caption,
    ...(table.label === undefined ? {} : { label: table.label }),
    reading: { headerRows, headerBasis, columns, rows, unusedOverrides },
    ...inspection,
  };
}
