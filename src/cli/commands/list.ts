import { datasetRegistry } from "../../data/registry.ts";
import { describeLocus } from "../../paper/locus.ts";
import { pipelineRegistry } from "../../pipelines/registry.ts";
import { type Command, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { loadPapers } from "../papers.ts";
import { flagOption } from "../read-option.ts";
import { textTable } from "../text-table.ts";

export const list: Command = {
  usage: "list [paper]",
  group: "judge",
  summary: "Name the papers, or the claims of one",
  description:
    "Lists the papers, pipelines and data sets; with a paper, its claims in the order of the text. Nothing is decided.",
  options: [jsonOption],
  examples: [
    ["assay list", "what is there?"],
    ["assay list k9de-2021", "its claims, for `assay explain`"],
  ],
  run: async (given, { print, folder }) => {
    const [id] = given.positional;
    const json = flagOption(given, "json");
    if (id !== undefined) {
      const [paper] = await loadPapers([id], folder);
      const claims = (paper?.claims ?? []).map(({ id: claim, at, states, basis }) => ({
        claim,
        kind: basis.kind,
        locus: describeLocus(at),
        states,
      }));
      print(
        json
          ? JSON.stringify(claims, null, 1)
          : textTable([["claim", "kind", "where"], ...claims.map(({ claim, kind, locus }) => [claim, kind, locus])]),
      );
      return exitCode.done;
    }
    const papers = (await loadPapers([], folder)).map(({ id: paper, citation, claims }) => ({
      paper,
      claims: claims.length,
      title: citation.title,
    }));
    const pipelines = Object.entries(pipelineRegistry).map(([pipeline, { variants, purpose }]) => ({
      pipeline,
      variants,
      purpose,
    }));
    const datasets = Object.entries(datasetRegistry).map(([dataset, { licence }]) => ({ dataset, licence }));
    if (json) print(JSON.stringify({ papers, pipelines, datasets }, null, 1));
    else {
      print(
        textTable([
          ["paper", "claims", "title"],
          ...papers.map(({ paper, claims, title }) => [paper, String(claims), title]),
        ]),
      );
      print("");
      print(
        textTable([
          ["pipeline", "variants", "purpose"],
          ...pipelines.map(({ pipeline, variants, purpose }) => [pipeline, variants.join(", "), purpose]),
        ]),
      );
      print("");
      print(textTable([["data set", "licence"], ...datasets.map(({ dataset, licence }) => [dataset, licence])]));
    }
    return exitCode.done;
  },
};
