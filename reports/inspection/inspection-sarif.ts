import type { Finding, FindingStrength, PaperInspection } from "../../src/inspect/inspection.ts";
import type { ReadProblem } from "../../src/tables/source-table.ts";
import { type SarifResult, sarifLog } from "../formats/sarif-log.ts";
import { furtherExplanation } from "./inspection-view.ts";

const levels: Readonly<Record<FindingStrength, SarifResult["level"]>> = {
  contradiction: "error",
  conditional: "warning",
  suspicion: "warning",
  note: "note",
};

const unreadable = "unreadable";

/** An inspection as SARIF: contradictions are errors, what depends on a convention or a reading is a warning. */
export function inspectionSarif(inspections: readonly PaperInspection[], version: string): string {
  const findings = inspections.flatMap((inspection) => [
    ...inspection.tables.flatMap((table) => table.findings),
    ...inspection.findings,
  ]);
  const problems = inspections.flatMap((inspection) => [
    ...inspection.problems,
    ...inspection.tables.flatMap((table) => table.problems),
  ]);
  const checks = [...new Set(findings.map(({ check }) => check))].sort();
  return sarifLog({
    version,
    rules: [
      ...checks.map((id) => ({ id, summary: `Printed numbers that cannot belong together, by the check "${id}"` })),
      ...(problems.length === 0 ? [] : [{ id: unreadable, summary: "A number or table that could not be read" }]),
    ],
    results: [...findings.map(ofFinding), ...problems.map(ofProblem)],
  });
}

function ofFinding({ check, strength, headline, result, restsOn, accused, related }: Finding): SarifResult {
  const [first, ...others] = accused;
  const message = [headline, furtherExplanation({ headline, result }), ...restsOn, ...result.nearMisses.slice(0, 3)];
  return {
    rule: check,
    level: levels[strength],
    message: message.filter((part) => part !== "").join(" "),
    ...(first === undefined ? {} : { place: first.place }),
    related: [...others, ...related].slice(0, 20).map(({ label, text, place }) => ({
      message: `${label}: ${text}`,
      place,
    })),
  };
}

function ofProblem({ place, message }: ReadProblem): SarifResult {
  return { rule: unreadable, level: "note", message, place };
}
