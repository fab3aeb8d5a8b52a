import { version } from "../../audit/version.ts";
import type { Arguments, CommandOption } from "../command.ts";
import { flagOption } from "../read-option.ts";
import type { Shell } from "../shell.ts";
import { UsageError } from "../usage-error.ts";
import { inspectionJson } from "./inspection-json.ts";
import { inspectionStory } from "./inspection-story.ts";
import type { NamedInspection } from "./named-inspection.ts";

const forms = ["json", "html", "sarif"] as const;

export const formOptions: readonly CommandOption[] = [
  { flags: "--json", description: "Print everything as JSON: what cells were taken for, checks asked, findings" },
  { flags: "--html", description: "Print a page with the tables and their findings marked: --html > tables.html" },
  { flags: "--sarif", description: "Print findings as SARIF, for code hosts and editors" },
  { flags: "--all", description: "Tell of every table, and how often each check was asked" },
];

/** Prints inspections in the form that was asked for; throws a UsageError where two were. */
export async function printInspections(
  inspections: readonly NamedInspection[],
  given: Arguments,
  shell: Shell,
): Promise<void> {
  const wanted = forms.filter((form) => flagOption(given, form));
  if (wanted.length > 1) throw new UsageError(`give one of --${wanted.join(" and --")}: only one can be printed`);
  const bare = inspections.map(({ inspection }) => inspection);
  if (wanted[0] === undefined) return shell.print(inspectionStory(bare, flagOption(given, "all")));
  if (wanted[0] === "json") return shell.print(inspectionJson(inspections));
  if (wanted[0] === "html") {
    const { inspectionHtml } = await import("../../../reports/inspection/inspection-html.ts");
    return shell.print(inspectionHtml(inspections, version).trimEnd());
  }
  const { inspectionSarif } = await import("../../../reports/inspection/inspection-sarif.ts");
  shell.print(inspectionSarif(bare, version).trimEnd());
}
