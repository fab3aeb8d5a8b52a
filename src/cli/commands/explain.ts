import type { ClaimAudit } from "../../audit/audit.ts";
import type { Command } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { makeAudit, namedStore, storeOption } from "../make-audit.ts";
import { flagOption } from "../read-option.ts";
import { UsageError } from "../usage-error.ts";

export const explain: Command = {
  usage: "explain <paper> <claim>",
  description: "Tell one claim's story: what is printed, what follows, the verdict and why",
  options: [storeOption, { flags: "--json", description: "Print JSON" }],
  examples: ["assay explain k9de-2021 t2.resnet18.rbf.fmnist.ours"],
  run: async (given, shell) => {
    const [paper = "", id = ""] = given.positional;
    const audit = await makeAudit([paper], namedStore(given, shell));
    const claims = audit.papers.flatMap(({ claims: all }) => all);
    const claim = claims.find((candidate) => candidate.id === id);
    if (claim === undefined) {
      const near = claims.map((candidate) => candidate.id).filter((other) => other.includes(id) || id.includes(other));
      const hint =
        near.length > 0 ? `did you mean ${near.slice(0, 5).join(", ")}?` : `\`assay list ${paper}\` names its claims`;
      throw new UsageError(`${paper} has no claim "${id}"; ${hint}`);
    }
    shell.print(flagOption(given, "json") ? JSON.stringify(claim, null, 1) : story(claim));
    return exitCode.done;
  },
};

function story({
  id,
  locus,
  states,
  printed,
  verdict,
  indication,
  reason,
  explanation,
  check,
  measurement,
  related,
  command,
}: ClaimAudit): string {
  const lines = [
    ["claim", id],
    ["where", locus],
    ["states", states],
    ["printed", printed],
    [
      "verdict",
      `${verdict}${indication ? " (an indication only: the protocol is not the paper's)" : ""}${reason === "" ? "" : `: ${reason}`}`,
    ],
    ["why", explanation],
    ["assuming", check?.assumptions.join("; ")],
    ["true under", check?.rescuedBy.join("; ")],
    ["near", check?.nearMisses.join("; ")],
    [
      "margin",
      measurement?.margin === undefined ? undefined : `${measurement.margin.value}: ${measurement.margin.reason}`,
    ],
    ...(measurement?.judged ?? []).map(({ freedoms, values }) => [
      "runs",
      [
        Object.entries(freedoms)
          .map((entry) => entry.join(" "))
          .join(", "),
        values.map(({ value }) => value.toFixed(2)).join(", "),
      ]
        .filter((part) => part !== "")
        .join(": "),
    ]),
    ["see also", related.join(", ")],
    ["to run", command],
  ];
  return lines
    .filter(([, text]) => text !== undefined && text !== "")
    .map(([label = "", text = ""]) => `${label.padEnd(11)} ${text}`)
    .join("\n");
}
