import { claimStory } from "../claim-story.ts";
import { type Command, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { makeAudit, namedStore, storeOption } from "../make-audit.ts";
import { didYouMean } from "../nearest.ts";
import { flagOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";

export const explain: Command = {
  usage: "explain <paper> <claim>",
  group: "judge",
  summary: "Tell one claim's story",
  description:
    "Tells what is printed where, what follows from it, the verdict and why, what was assumed, and the runs it rests on or the command that would run them.",
  options: [storeOption, { ...jsonOption, description: "Print all that is known of the claim as JSON" }],
  examples: [
    ["assay explain sohn-2021 t7.means", "can the column of means of Table 7 be true?"],
    ["assay explain k9de-2021 t2.resnet18.rbf.fmnist.ours", "do runs reproduce this cell of Table 2?"],
  ],
  run: async (given, shell) => {
    const [id = "", wanted = ""] = given.positional;
    const { papers } = await makeAudit([id], namedStore(given, shell), shell.folder);
    const claims = papers.flatMap((paper) => paper.claims);
    const claim = claims.find((candidate) => candidate.id === wanted);
    if (claim === undefined) {
      const names = claims.map((candidate) => candidate.id);
      throw new UsageError(
        `${id} has no claim "${wanted}"; ${didYouMean(wanted, names, `\`assay list ${id}\` names its claims`)}`,
      );
    }
    const finding = papers.flatMap(({ findings }) => findings).find((candidate) => candidate.claim === wanted);
    shell.print(flagOption(given, "json") ? JSON.stringify(claim, null, 1) : claimStory(claim, finding));
    return exitCode.done;
  },
};
