import { type CellRequest, requestsOfPapers } from "../../harness/plan-requests.ts";
import type { Protocol } from "../paper/experiment.ts";
import type { Arguments, CommandOption } from "./command.ts";
import { loadPapers } from "./papers.ts";
import { countOption, textOption } from "./read-option.ts";
import { UsageError } from "./usage-error.ts";

/** The options by which `plan` and `run` choose cells. */
export const requestOptions: readonly CommandOption[] = [
  { flags: "--pipeline <name>", description: "Only cells of this pipeline" },
  { flags: "--variant <name>", description: "Only cells of this variant" },
  { flags: "--dataset <name>", description: "Only cells on this data set" },
  { flags: "--seeds <count>", description: "Only the first so many seeds of each plan" },
  {
    flags: "--protocol <name>",
    description: "paper (as the claims plan), reduced or smoke; the last two never decide a claim",
  },
];

/** The cells that a paper's claims rest on, as far as the options let them through. */
export async function requestedCells(given: Arguments): Promise<readonly CellRequest[]> {
  const [id = ""] = given.positional;
  const papers = await loadPapers([id]);
  const pipeline = textOption(given, "pipeline");
  const variant = textOption(given, "variant");
  const dataset = textOption(given, "dataset");
  const seeds = countOption(given, "seeds");
  const requests = requestsOfPapers(papers, {
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(variant === undefined ? {} : { variant }),
    ...(dataset === undefined ? {} : { dataset }),
    ...(seeds === undefined ? {} : { seeds }),
  });
  if (requests.length === 0) throw new UsageError(nothingAsked(id, requestsOfPapers(papers)));
  const protocol = textOption(given, "protocol");
  if (protocol === undefined) return requests;
  return requests.map((request) => ({ ...request, protocol: protocolNamed(protocol) }));
}

function nothingAsked(id: string, all: readonly CellRequest[]): string {
  if (all.length === 0) return `no claim of ${id} rests on a run`;
  const choices = new Set(
    all.map(({ pipeline, variant, dataset }) => `--pipeline ${pipeline} --variant ${variant} --dataset ${dataset}`),
  );
  return `no claim of ${id} rests on such cells; there are ${[...choices].join("; ")}`;
}

function protocolNamed(name: string): Protocol {
  if (name === "paper" || name === "reduced" || name === "smoke") return name;
  throw new UsageError(`--protocol ${name} is none of paper, reduced and smoke`);
}
