import { describe, test } from "vitest";
import type { ClaimAudit } from "../audit/audit.ts";
import { auditPaper } from "../audit/audit-paper.ts";
import { type Evidence, readEvidence } from "../audit/evidence.ts";
import { standing } from "../audit/verdict.ts";
import type { Paper } from "../paper/paper.ts";
import type {} from "./claim-meta.ts";

/**
 * Declares one test per claim: consistent and reproduced pass, inconsistent and refuted fail with the finding as the
 * message, everything else is skipped with its reason. Runs count from `evidence`, the folder of packed records, and from
 * the store that `ASSAY_STORE` names, if any.
 *
 * @example
 * await claimTests(paper, new URL("./evidence/", import.meta.url));
 */
export async function claimTests(paper: Paper, evidence: URL): Promise<void> {
  const audit = auditPaper(paper, await evidenceIn(evidence));
  describe(paper.id, { meta: { assayPaper: audit } }, () => {
    for (const claim of audit.claims) {
      test(`${claim.id}: ${claim.states}`, { meta: { assay: { paper: paper.id, claim } } }, ({ skip }) => {
        const stands = standing(claim);
        if (stands === "fails") throw new ClaimFailure(claim);
        if (stands === "open") skip(openReason(claim));
      });
    }
  });
}

async function evidenceIn(folder: URL): Promise<Evidence> {
  try {
    // An empty variable names no store.
    return await readEvidence(folder, { store: process.env.ASSAY_STORE || undefined });
  } catch (error) {
    // What is torn, where, and how to mend it is all in the message: no frames, no cause.
    const clean = new Error(error instanceof Error ? error.message : String(error));
    clean.stack = `${clean.name}: ${clean.message}`;
    throw clean;
  }
}

/** A broken claim: an assertion failure, not an error of the test. */
class ClaimFailure extends Error {
  override readonly name = "AssertionError";

  constructor({ locus, verdict, explanation, reason }: ClaimAudit) {
    super(`${locus}: ${verdict}${reason === "" ? "" : ` (${reason})`}. ${explanation}`);
    this.stack = `${this.name}: ${this.message}`;
  }
}

function openReason({ verdict, indication, reason, command }: ClaimAudit): string {
  const what = indication ? `${verdict}, an indication only` : verdict;
  return [what, reason, command === undefined ? "" : `run: ${command}`].filter((part) => part !== "").join("; ");
}
