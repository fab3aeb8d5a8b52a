import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Audit } from "../audit/audit.ts";
import { auditOf } from "../audit/audit-json.ts";
import { auditPaper } from "../audit/audit-paper.ts";
import { readEvidence } from "../audit/evidence.ts";
import type { Arguments, CommandOption } from "./command.ts";
import { evidenceFolder, loadPapers } from "./papers.ts";
import { presentCode } from "./present-code.ts";
import { textOption } from "./read-option.ts";
import type { Shell } from "./shell.ts";
import { UsageError } from "./usage-error.ts";

export const storeOption: CommandOption = {
  flags: "--store <folder>",
  description: "Count the records of this store beside the committed evidence (default: ASSAY_STORE, or none)",
};

/** The store that the user names, as a whole path; undefined where none is named. */
export function namedStore(given: Arguments, shell: Shell): string | undefined {
  const named = textOption(given, "store") ?? shell.environment.ASSAY_STORE;
  if (named === undefined || named === "") return undefined;
  const path = resolve(shell.folder, named);
  if (!existsSync(path)) throw new UsageError(`the store ${path} does not exist; \`assay run\` makes one`);
  if (!existsSync(join(path, "records")))
    throw new UsageError(`${path} is no store: it has no folder records/; name the folder that \`assay run\` wrote to`);
  return path;
}

/** The audit of the papers with the given ids, or of all: the folder's own, if it has any, else those of Assay. */
export async function makeAudit(ids: readonly string[], store: string | undefined, folder?: string): Promise<Audit> {
  const papers = await loadPapers(ids, folder);
  const code = await presentCode();
  return auditOf(
    await Promise.all(
      papers.map(async (paper) => {
        const evidence = await readEvidence(evidenceFolder(paper.id, folder), { store, presentCode: code });
        return auditPaper(paper, evidence);
      }),
    ),
  );
}
