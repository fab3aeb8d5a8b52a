import type { Audit, PaperAudit } from "../../src/audit/audit.ts";
import { generatorOf } from "./paper-view.ts";
import { settingText } from "./setting-text.ts";
import { verdictOrder, verdictView } from "./verdict-view.ts";
import { asSentence, counted, listed } from "./words.ts";

export interface BadgeView {
  readonly id: string;
  readonly title: string;
  readonly generator: string;
  readonly badges: readonly {
    readonly name: string;
    readonly meaning: string;
    /** What the audit can tell. */
    readonly told: readonly string[];
    /** What a person must look at and tick. */
    readonly ticks: readonly string[];
  }[];
}

/** ACM's badges, version 1.1, for one paper: what its audit tells of each, and what is left to a person. */
export function badgeView(audit: Audit, paper: PaperAudit): BadgeView {
  return {
    id: paper.id,
    title: paper.citation.title,
    generator: generatorOf(audit),
    badges: [
      {
        name: "Artifacts Available",
        meaning:
          "What the authors made lies in a public archive that is meant to last, under an identifier of its own.",
        told: availability(paper),
        ticks: [
          "Code and data lie in an archive with a plan for permanence, not on a personal page.",
          "A DOI or another unique identifier names the very version that the paper used.",
          "A licence allows at least to compare.",
        ],
      },
      {
        name: "Artifacts Evaluated – Functional",
        meaning: "The artifacts are documented, consistent with the paper, complete and exercisable.",
        told: [...hyperparameters(paper), ...codeRatings(paper), ownImplementation(paper)],
        ticks: [
          "Documented: an inventory, and a description that lets others run it.",
          "Consistent: the artifacts belong to the paper and lead to its main results.",
          "Complete: every part that the main results need is there, or a stand-in for it.",
          "Exercisable: its scripts run on a clean machine and give what they should.",
          "Evidence of verification and validation comes with it.",
        ],
      },
      {
        name: "Artifacts Evaluated – Reusable",
        meaning: "Functional, and so well documented and structured that others can build on them.",
        told: ["The audit does not look at this."],
        ticks: [
          "All of Functional is ticked.",
          "Structure and documentation go clearly beyond the least that is needed.",
          "The artifacts keep to the customs of their community.",
        ],
      },
      {
        name: "Results Reproduced",
        meaning: "Others got the paper's main results, using in part what the authors provide.",
        told: [ownImplementation(paper), "Hence the audit alone does not support this badge."],
        ticks: [
          "Somebody else than the authors ran the authors' artifacts.",
          "The main results came out within a tolerance stated beforehand.",
        ],
      },
      {
        name: "Results Replicated",
        meaning: "Others got the paper's main results without what the authors provide.",
        told: replication(paper),
        ticks: [
          "The claims above that were reproduced are the main results of the paper.",
          "Nothing that was run rests on the authors' own artifacts.",
          "Claims that were refuted, are inconclusive or were not run are not among the main results.",
        ],
      },
    ],
  };
}

function availability({ citation, provenance }: PaperAudit): readonly string[] {
  return [
    citation.url === undefined ? "The citation names no address." : `The citation names ${citation.url}.`,
    ...provenance.map(({ source }) => `Read for the audit: ${asSentence(source)}`),
  ];
}

function hyperparameters({ hyperparameters: sets }: PaperAudit): readonly string[] {
  const all = sets.flatMap((set) => set.hyperparameters);
  if (all.length === 0) return ["No hyper-parameters are recorded."];
  const from = (kind: string): number => all.filter(({ source }) => source.kind === kind).length;
  const sources = [
    [from("paper"), "in the paper"],
    [from("official-code"), "in the official code"],
    [from("report"), "in a report on it"],
    [from("assumed"), "nowhere, and had to be assumed"],
  ] as const;
  const found = sources.filter(([count]) => count > 0).map(([count, where]) => `${count} ${where}`);
  return [`Of ${counted(all.length, "recorded hyper-parameter")}, ${listed(found)}.`];
}

function codeRatings({ difficulty: { printed } }: PaperAudit): readonly string[] {
  if (printed === undefined || printed.ratings.length === 0) return [];
  const rated = printed.ratings.map(({ experiment, code }) => `${experiment} ${code}`);
  return [`Rated for its code, 1 easy to 3 hard, by ${printed.raters} (${printed.scheme.code}): ${rated.join("; ")}.`];
}

function ownImplementation({ experiments }: PaperAudit): string {
  return experiments.length === 0
    ? "Nothing was run for the audit."
    : "What the audit ran is an implementation of its own: it says nothing of whether the authors' artifacts run.";
}

function replication({ claims, experiments }: PaperAudit): readonly string[] {
  const measured = claims.filter(({ kind }) => kind === "measured" || kind === "ordering" || kind === "spread");
  if (measured.length === 0) return ["No claim is decided by measuring."];
  const counts = verdictOrder.flatMap((verdict) => {
    const count = measured.filter((claim) => claim.verdict === verdict && !claim.indication).length;
    return count === 0 ? [] : [`${count} ${verdictView(verdict).word}`];
  });
  const indications = measured.filter(({ indication }) => indication).length;
  return [
    `Of ${counted(measured.length, "claim")} decided by measuring: ${listed([...counts, ...(indications === 0 ? [] : [counted(indications, "indication")])])}.`,
    ...experiments
      .filter(({ seeds }) => seeds.done > 0)
      .map(({ pipeline, variant, dataset, protocol, options, seeds }) => {
        const setting = Object.keys(options).length === 0 ? "" : `, ${settingText(options)}`;
        return `Run: ${pipeline}, ${variant}, on ${dataset}${setting}, ${protocol} protocol, ${seeds.done} of ${counted(seeds.planned, "planned seed")}.`;
      }),
  ];
}
