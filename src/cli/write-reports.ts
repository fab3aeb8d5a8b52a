import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ReportFormat, renderReports, reportFormats } from "../../reports/render-report.ts";
import type { Audit } from "../audit/audit.ts";
import { auditJson } from "../audit/audit-json.ts";
import { junit } from "../audit/junit.ts";
import type { Shell } from "./shell.ts";
import { UsageError } from "./usage-error.ts";

export const outputFormats = [...reportFormats, "json", "junit"] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** Writes an audit in the formats asked for and gives the paths, relative to the folder, in order. */
export async function writeReports(
  audit: Audit,
  folder: string,
  formats: readonly OutputFormat[],
  shell: Shell,
): Promise<readonly string[]> {
  const rendered = formats.filter((format): format is ReportFormat => format !== "json" && format !== "junit");
  const { files, omitted } = await renderReports(audit, { formats: rendered });
  const all: Readonly<Record<string, string | Uint8Array>> = {
    ...files,
    ...(formats.includes("json") ? { "audit.json": auditJson(audit.papers) } : {}),
    ...(formats.includes("junit") ? { "junit.xml": junit(audit) } : {}),
  };
  try {
    for (const [path, content] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${folder}: the reports cannot be written there (${reason}); name another folder by --out`);
  }
  for (const { path, reason } of omitted) shell.note(`${path} is not written: ${reason}`);
  return Object.keys(all).sort();
}
