import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { replaceFile } from "../../harness/durable-file.ts";
import type { PaperAudit } from "../audit/audit.ts";
import {
  type CommittedVerdicts,
  committedVerdicts,
  compareVerdicts,
  type VerdictChanges,
} from "../audit/committed-verdicts.ts";
import { UsageError } from "./usage-error.ts";

/** A paper's committed verdicts; none where the file is not there yet. Throws one line for a file that is torn. */
export function readVerdicts(file: string): CommittedVerdicts {
  if (!existsSync(file)) return {};
  try {
    return v.parse(v.record(v.string(), v.string()), JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new UsageError(`${file}: not a table of verdicts; delete it and run \`assay check --update\` again`);
  }
}

/** Writes a paper's verdicts below `claims/` of the folder and gives what changed. */
export async function updateVerdicts(paper: PaperAudit, folder: string): Promise<VerdictChanges> {
  const home = join(folder, "claims", paper.id);
  if (!existsSync(home)) throw new UsageError(`${home} does not exist; run --update in the folder that holds claims/`);
  const file = join(home, "verdicts.json");
  const present = committedVerdicts(paper);
  const changes = compareVerdicts(readVerdicts(file), present);
  await replaceFile(file, `${JSON.stringify(present, null, 2)}\n`);
  return changes;
}
