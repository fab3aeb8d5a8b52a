import { counted, findingsOf, lineOption } from "../../../reports/inspection/inspection-view.ts";
import type { CheckTally, FindingStrength, PaperInspection, TableInspection } from "../../inspect/inspection.ts";
import type { Line } from "../../tables/table-reading.ts";

/** How an inspection ends: what was found, in one line; how much was asked where nothing was; what one may say to ask more. */
export function inspectionSummary(inspections: readonly PaperInspection[], all: boolean): readonly string[] {
  const findings = inspections.flatMap(findingsOf);
  const tables = inspections.flatMap((inspection) => inspection.tables);
  const tallies = [...inspections.flatMap((inspection) => inspection.tallies), ...tables.flatMap((one) => one.tallies)];
  const of = (strength: FindingStrength) => findings.filter((finding) => finding.strength === strength).length;
  return [
    `${counted(tables.length, "table")}: ${counted(of("contradiction"), "contradiction")}, ${of("conditional")} conditional, ${counted(of("suspicion"), "suspicion")}, ${counted(of("note"), "note")}`,
    ...(tallies.length === 0
      ? [`No check applies to what is read${all ? "" : "; --all tells what columns are taken for"}.`]
      : findings.length === 0
        ? [howMuch(tallies, all)]
        : []),
    ...unconfirmed(tables),
  ];
}

function howMuch(tallies: readonly CheckTally[], all: boolean): string {
  const open = tallies.reduce((sum, { undecidable }) => sum + undecidable, 0);
  const decided = tallies.reduce((sum, { asked }) => sum + asked, 0) - open;
  const rest = open === 0 ? "" : `, ${open} could not be${all ? "" : " (--all tells which)"}`;
  return `${counted(decided, "question")} ${decided === 1 ? "was" : "were"} decided${rest}.`;
}

/** Averages that nothing in the table confirms to be of what stands beside them, with the option that says so. */
function unconfirmed(tables: readonly TableInspection[]): readonly string[] {
  const named = tables.flatMap(({ reading, tallies }) => {
    const isOpen = (check: string) =>
      tallies.some((tally) => tally.check === check && tally.asked > 0 && tally.undecidable === tally.asked);
    const optionsOf = (lines: readonly Line[], option: "row" | "column") =>
      lines
        .filter(({ role, over, basis }) => role === "average" && over !== undefined && !basis.asked)
        .map(({ name }) => ({ table: reading.table.name, name, option: lineOption(option, name, "average") }));
    return [
      ...(isOpen("mean") ? optionsOf(reading.columns, "column") : []),
      ...(isOpen("mean-row") ? optionsOf(reading.rows, "row") : []),
    ];
  });
  const [first] = named;
  if (first === undefined) return [];
  const others = named.length === 1 ? "" : `, nor for ${counted(named.length - 1, "other line")} named an average`;
  return [
    `Too little confirms what "${first.name}" of ${first.table} is the mean of${others}; where you know, say it: ${first.option}`,
  ];
}
