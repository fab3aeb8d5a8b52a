import type { Audit, PaperAudit } from "../../src/audit/audit.ts";
import { type BadgeView, badgeView } from "../view-models/badge-view.ts";
import { markdownPage } from "./markdown-report.ts";

/** ACM's badges as a checklist in Markdown. Source: ACM, Artifact Review and Badging, version 1.1 (2020). */
export function badgeChecklist(audit: Audit, paper: PaperAudit): string {
  return markdownPage<BadgeView>("badges", badgeView(audit, paper));
}
