import type {} from "vitest";
import type { ClaimAudit, PaperAudit } from "../audit/audit.ts";

/** What a claim's test carries to reporters: matchers' values reach them as strings only, this arrives as it is. */
export interface ClaimMeta {
  readonly paper: string;
  readonly claim: ClaimAudit;
}

declare module "vitest" {
  interface TaskMeta {
    /** On a claim's test. */
    assay?: ClaimMeta;
    /** On the suite of a paper's claims. */
    assayPaper?: PaperAudit;
  }
}
