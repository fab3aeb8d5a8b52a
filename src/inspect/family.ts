import type { CheckTally, Family, Finding } from "./inspection.ts";

/** What a reader of many flags should know of how many were asked for. */
export function familyOf(tallies: readonly CheckTally[], findings: readonly Finding[]): Family {
  const asked = tallies.reduce((sum, tally) => sum + tally.asked - tally.undecidable, 0);
  const flags = findings.filter(({ strength }) => strength !== "note");
  return { asked, flagged: flags.length, explanation: explain(asked, flags) };
}

function explain(asked: number, flags: readonly Finding[]): string {
  if (asked === 0) return "No check could decide anything of this table.";
  const start = `${asked} ${asked === 1 ? "question was" : "questions were"} decided, ${flags.length} flagged.`;
  const exact =
    "The checks are exact: a table that is what the findings take it for is never flagged, however many questions are asked.";
  const chances = flags.flatMap(({ passByChance }) => (passByChance === undefined ? [] : [passByChance]));
  const mean = chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length);
  const power =
    chances.length === 0
      ? ""
      : ` A number printed at random in place of one of them would have been flagged with a chance of about ${Math.floor((1 - mean) * 100)} %.`;
  return `${start} ${exact}${power}${commonRescue(flags)}`;
}

/** A convention that mends every conditional finding is likelier than many mistakes: said once. */
function commonRescue(flags: readonly Finding[]): string {
  const conditional = flags.filter(({ strength }) => strength === "conditional");
  if (conditional.length < 2) return "";
  const common = conditional[0]?.result.rescuedBy.find((words) =>
    conditional.every(({ result }) => result.rescuedBy.includes(words)),
  );
  return common === undefined
    ? ""
    : ` All ${conditional.length} conditional findings are settled by one convention: ${common}.`;
}
