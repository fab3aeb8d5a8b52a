import {
  cellText,
  counted,
  describeApart,
  describeLines,
  describeNotes,
  describeRows,
  findingsOf,
  furtherExplanation,
  placeText,
} from "../../../reports/inspection/inspection-view.ts";
import type { Finding, PaperInspection, TableInspection } from "../../inspect/inspection.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { wrap } from "../wrap.ts";
import { inspectionSummary } from "./inspection-summary.ts";

const shownProblems = 20;

/** An inspection in words: each table with what was found in it, the sentences, and one line that counts it all. */
export function inspectionStory(inspections: readonly PaperInspection[], all: boolean): string {
  const tables = inspections.flatMap((inspection) => inspection.tables);
  const told = tables.filter((table) => all || table.findings.length > 0 || table.problems.length > 0);
  const findings = inspections.flatMap((inspection) => inspection.findings);
  const problems = inspections.flatMap((inspection) => inspection.problems);
  return [
    ...told.map((table) => ofTable(table, all)),
    ...(findings.length === 0 ? [] : [["In the text", ...findings.map(ofFinding)].join("\n\n")]),
    ...(problems.length === 0
      ? []
      : [problemList(problems.map(({ place, message }) => `${placeText(place)}: ${message}`))]),
    ...inspectionSummary(inspections, all),
  ].join("\n\n");
}

/** 1 where something is contradictory, 4 where something holds under conditions only or could not be read. */
export function exitOfInspections(inspections: readonly PaperInspection[]): ExitCode {
  const strengths = new Set(inspections.flatMap(findingsOf).map(({ strength }) => strength));
  if (strengths.has("contradiction")) return exitCode.fails;
  const unread = inspections.some(
    ({ problems, tables }) => problems.length > 0 || tables.some((table) => table.problems.length > 0),
  );
  return strengths.has("conditional") || strengths.has("suspicion") || unread ? exitCode.open : exitCode.done;
}

function ofTable(
  { reading, findings, problems, notes, culprits, apart, family, tallies }: TableInspection,
  all: boolean,
): string {
  const { table, rows, columns } = reading;
  const named = columns.filter(({ role }) => role !== "name" && role !== "empty").length;
  return [
    `${table.name} (${placeText(table.place)}; ${counted(rows.length, "row")}, ${counted(named, "column")})`,
    ...[...describeLines(columns), ...describeRows(rows)].flatMap((line, index) =>
      labelled(index === 0 ? "read as" : "", line),
    ),
    ...describeNotes(notes).flatMap((line, index) => labelled(index === 0 ? "cells" : "", line)),
    ...describeApart(apart).flatMap((line, index) => labelled(index === 0 ? "left out" : "", line)),
    ...reading.unusedOverrides.flatMap((line) => labelled("not used", line)),
    ...(all
      ? tallies.flatMap(({ check, asked, consistent, inconsistent, conditional, undecidable }) =>
          labelled(
            check,
            `asked ${asked} times: ${consistent} agree, ${inconsistent} do not, ${conditional} under a convention, ${undecidable} cannot be told`,
          ),
        )
      : []),
    ...(problems.length === 0
      ? []
      : [problemList(problems.map(({ place, message }) => `${placeText(place)}: ${message}`))]),
    ...findings.map((finding) => `\n${ofFinding(finding)}`),
    ...(culprits.length === 0 ? [] : [""]),
    ...culprits.flatMap(({ cells, findings: settled, wouldSettle }) =>
      labelled(
        "together",
        `${cells.map(cellText).join("; ")} would explain ${counted(settled.length, "finding")}${wouldSettle === undefined ? "" : `, if it were ${wouldSettle}`}.`,
      ),
    ),
    ...(findings.length > 0 || all ? ["", ...labelled("chance", family.explanation)] : []),
  ].join("\n");
}

function ofFinding({ strength, headline, result, restsOn, accused }: Finding): string {
  const at = accused[0] === undefined ? "" : ` at ${placeText(accused[0].place)}`;
  return [
    `  ${strength}${at}`,
    ...labelled("", headline),
    ...labelled("why", furtherExplanation({ headline, result })),
    ...restsOn.flatMap((line, index) => labelled(index === 0 ? "rests on" : "", line)),
    ...labelled("true under", result.rescuedBy.join("; ")),
    ...result.nearMisses.slice(0, 3).flatMap((guess, index) => labelled(index === 0 ? "a guess" : "", guess)),
  ].join("\n");
}

function problemList(problems: readonly string[]): string {
  const more = problems.length - shownProblems;
  return [
    ...problems.slice(0, shownProblems).flatMap((line, index) => labelled(index === 0 ? "not read" : "", line)),
    ...(more > 0 ? labelled("", `and ${more} more; --json lists them all`) : []),
  ].join("\n");
}

function labelled(label: string, text: string): readonly string[] {
  if (text === "") return [];
  return wrap(text, 100).map((line, index) => `  ${(index === 0 ? label : "").padEnd(10)} ${line}`);
}
