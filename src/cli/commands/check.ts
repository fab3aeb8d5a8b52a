import type { Audit, ClaimAudit } from "../../audit/audit.ts";
import { summarise } from "../../audit/summary.ts";
import { standing } from "../../audit/verdict.ts";
import type { Command } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { makeAudit, namedStore, storeOption } from "../make-audit.ts";
import { flagOption } from "../read-option.ts";

export const check: Command = {
  usage: "check [...papers]",
  description: "Decide every claim of the papers (all, unless named) from printed numbers and evidence",
  options: [
    storeOption,
    { flags: "--all", description: "Print every claim, not only those that fail or stay conditional" },
    { flags: "--json", description: "Print the audit as JSON" },
  ],
  examples: ["assay check", "assay check k9de-2021 --all"],
  run: async (given, shell) => {
    const audit = await makeAudit(given.positional, namedStore(given, shell));
    if (flagOption(given, "json")) shell.print(JSON.stringify(audit, null, 1));
    else {
      for (const paper of audit.papers) {
        shell.print(summarise(paper));
        for (const claim of paper.claims) {
          if (flagOption(given, "all") || isStriking(claim)) shell.print(lineOf(claim));
        }
        shell.print("");
      }
      shell.print("`assay explain <paper> <claim>` tells a claim's story.");
    }
    return exitOf(audit);
  },
};

/** 1 where a claim fails, 4 where nothing fails but something is conditional, undecidable or inconclusive. */
export function exitOf({ papers }: Audit): ExitCode {
  const claims = papers.flatMap((paper) => paper.claims);
  if (claims.some((claim) => standing(claim) === "fails")) return exitCode.fails;
  const open = ["conditional", "undecidable", "inconclusive"];
  return claims.some(({ verdict }) => open.includes(verdict)) ? exitCode.open : exitCode.done;
}

function isStriking(claim: ClaimAudit): boolean {
  return standing(claim) === "fails" || claim.verdict === "conditional";
}

function lineOf({ id, verdict, locus, explanation }: ClaimAudit): string {
  return `  ${verdict.padEnd(12)} ${id}\n               ${locus}\n               ${explanation}`;
}
