import type { Audit, ClaimAudit, PaperAudit } from "../../audit/audit.ts";
import { describeChanges, type VerdictChanges } from "../../audit/committed-verdicts.ts";
import { summarise } from "../../audit/summary.ts";
import { standing } from "../../audit/verdict.ts";
import { type Arguments, type Command, jsonOption } from "../command.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { makeAudit, namedStore, storeOption } from "../make-audit.ts";
import { flagOption, textOption } from "../read-option.ts";
import type { Shell } from "../shell.ts";
import { UsageError } from "../usage-error.ts";
import { updateVerdicts } from "../verdicts-file.ts";
import { wrap } from "../wrap.ts";

export const check: Command = {
  usage: "check [papers...]",
  group: "judge",
  summary: "Decide every claim; list those that fail",
  description:
    "Decides every claim of the papers (of all, unless some are named) from printed numbers and from evidence, and lists those that fail or hold only under a convention. Exit status 1 if a claim fails, 4 if none fails but some are conditional, undecidable, inconclusive or an indication only.",
  options: [
    storeOption,
    { flags: "--all", description: "List every claim, not only those that fail or stay conditional" },
    {
      flags: "--update",
      description:
        "Accept the verdicts: write claims/<paper>/verdicts.json from committed evidence and print what changed; exit status 0",
    },
    { ...jsonOption, description: "Print the whole audit as JSON; with --update the changes" },
  ],
  examples: [
    ["assay check", "every paper"],
    ["assay check k9de-2021 --store assay-store", "with the runs that lie in assay-store"],
    ["assay check --update", "accept verdicts that changed, to be reviewed and committed"],
  ],
  run: async (given, shell) => {
    if (flagOption(given, "update")) return update(given, shell);
    const audit = await makeAudit(given.positional, namedStore(given, shell), shell.folder);
    if (flagOption(given, "json")) shell.print(JSON.stringify(audit, null, 1));
    else shell.print(inWords(audit, flagOption(given, "all")));
    return exitOf(audit);
  },
};

/** 1 where a claim fails, 4 where nothing fails but something is conditional, undecidable, inconclusive or an indication. */
export function exitOf({ papers }: Audit): ExitCode {
  const claims = papers.flatMap((paper) => paper.claims);
  if (claims.some((claim) => standing(claim) === "fails")) return exitCode.fails;
  const open = ["conditional", "undecidable", "inconclusive"];
  return claims.some(({ verdict, indication }) => indication || open.includes(verdict)) ? exitCode.open : exitCode.done;
}

async function update(given: Arguments, shell: Shell): Promise<ExitCode> {
  if (textOption(given, "store") !== undefined)
    throw new UsageError(
      "--update takes committed evidence only; leave out --store, or pack the store's records first",
    );
  const { papers } = await makeAudit(given.positional, undefined, shell.folder);
  const changes: Record<string, VerdictChanges> = {};
  for (const paper of papers) changes[paper.id] = await updateVerdicts(paper, shell.folder);
  if (flagOption(given, "json")) shell.print(JSON.stringify(changes, null, 1));
  else
    for (const [id, change] of Object.entries(changes)) {
      const lines = describeChanges(change);
      shell.print(
        [`claims/${id}/verdicts.json: ${lines.length === 0 ? "nothing" : lines.length} changed`, ...lines].join("\n  "),
      );
    }
  return exitCode.done;
}

function inWords({ papers }: Audit, all: boolean): string {
  return [...papers.map((paper) => ofPaper(paper, all)), "`assay explain <paper> <claim>` tells a claim's story."].join(
    "\n\n",
  );
}

function ofPaper(paper: PaperAudit, all: boolean): string {
  const listed = paper.claims.filter((claim) => all || standing(claim) === "fails" || claim.verdict === "conditional");
  const nothing = "  No claim fails or is conditional; --all lists them all.";
  return [summarise(paper), ...(listed.length === 0 ? ["", nothing] : listed.map(entry))].join("\n");
}

/** What fails, in a paragraph; anything else in a line or two. */
function entry(claim: ClaimAudit): string {
  const { id, verdict, indication, reason } = claim;
  if (standing(claim) === "fails") return `\n${paragraph(claim)}\n`;
  const about = [indication ? "an indication" : "", reason].filter((part) => part !== "").join("; ");
  return [
    `  ${verdict}: ${id}`,
    ...(about === ""
      ? []
      : wrap(about, 100)
          .slice(0, 1)
          .map((line) => `    ${line}`)),
  ].join("\n");
}

const shownLines = 4;

function paragraph({ id, verdict, locus, states, explanation, reason }: ClaimAudit): string {
  const lines = wrap(explanation === reason ? reason : explanation, 100);
  const shown = lines.length > shownLines ? [...lines.slice(0, shownLines - 1), `${lines[shownLines - 1]} …`] : lines;
  return [`  ${verdict}: ${id}`, ...[locus, ...wrap(`“${states}”`, 100), ...shown].map((line) => `    ${line}`)].join(
    "\n",
  );
}
