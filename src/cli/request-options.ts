import { resolve } from "node:path";
import { type OpenRegistry, openRegistry } from "../../harness/open-registry.ts";
import { freezePlan, type Plan, planCells } from "../../harness/plan.ts";
import { type CellRequest, type RequestFilter, requestsOfPapers } from "../../harness/plan-requests.ts";
import { openStore } from "../../harness/store.ts";
import type { Protocol } from "../paper/experiment.ts";
import type { Arguments, CommandOption } from "./command.ts";
import { didYouMean } from "./nearest.ts";
import { loadPapers } from "./papers.ts";
import { countOption, textOption } from "./read-option.ts";
import type { Shell } from "./shell.ts";
import { UsageError } from "./usage-error.ts";

/** The options by which `plan`, `run` and `canary` choose cells. */
export const requestOptions: readonly CommandOption[] = [
  { flags: "--pipeline <name>", description: "Only cells of this pipeline" },
  { flags: "--variant <name>", description: "Only cells of this variant of it" },
  { flags: "--dataset <name>", description: "Only cells on this data set" },
  { flags: "--claim <text>", description: "Only cells of the paper's claims whose id holds this text" },
  { flags: "--seeds <count>", description: "Only the first so many seeds of each plan" },
  {
    flags: "--protocol <name>",
    description:
      "paper: complete (default: what the claims plan); reduced: with deviations, gives indications; smoke: seconds on embedded images, decides nothing",
  },
  {
    flags: "--registry <module>",
    description:
      "Your own pipelines, a module that exports pipelineRegistry (docs/harness.md); without a paper, its cells by hand",
  },
];

/** Plans the cells that the options choose and freezes them in the store. Throws one line for a choice of nothing. */
export async function frozenPlan(given: Arguments, shell: Shell, storeFolder: string): Promise<Plan> {
  const registry = await namedRegistry(given, shell);
  const cells = await planCells(await requestedCells(given, shell, registry), registry);
  const { plansFolder } = await openStore(storeFolder);
  return freezePlan(cells, registry, plansFolder);
}

async function namedRegistry(given: Arguments, shell: Shell): Promise<OpenRegistry> {
  const module = textOption(given, "registry");
  if (module === undefined) return openRegistry();
  const file = resolve(shell.folder, module);
  return openRegistry(file).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--registry ${module}: ${reason.replace(`${file}: `, "")}`);
  });
}

async function requestedCells(given: Arguments, shell: Shell, registry: OpenRegistry): Promise<readonly CellRequest[]> {
  const protocol = protocolOption(given);
  const [id] = given.positional;
  if (id === undefined) return cellsByHand(given, registry, protocol ?? "paper");
  const papers = await loadPapers([id], shell.folder);
  const pipeline = textOption(given, "pipeline");
  const variant = textOption(given, "variant");
  const dataset = textOption(given, "dataset");
  const claim = textOption(given, "claim");
  const seeds = countOption(given, "seeds");
  const filter: RequestFilter = {
    ...(pipeline === undefined ? {} : { pipeline }),
    ...(variant === undefined ? {} : { variant }),
    ...(dataset === undefined ? {} : { dataset }),
    ...(claim === undefined ? {} : { claim }),
    ...(seeds === undefined ? {} : { seeds }),
  };
  const requests = requestsOfPapers(papers, protocol === undefined ? filter : { ...filter, protocol });
  if (requests.length > 0) return requests;
  if (requestsOfPapers(papers, filter).length > 0)
    throw new UsageError(
      `--protocol reduced gives no indication of these claims of ${id}, \`assay explain\` tells why; leave it out`,
    );
  throw new UsageError(nothingAsked(id, requestsOfPapers(papers)));
}

function nothingAsked(id: string, all: readonly CellRequest[]): string {
  if (all.length === 0) return `no claim of ${id} rests on a run`;
  const choices = new Set(
    all.map(({ pipeline, variant, dataset }) => `--pipeline ${pipeline} --variant ${variant} --dataset ${dataset}`),
  );
  return `no claim of ${id} rests on such cells; there are ${[...choices].join("; ")}`;
}

/** Every variant and data set of the pipeline that is named, from seed 1 on: no claim rests on them. */
function cellsByHand(given: Arguments, { entries, builtIn }: OpenRegistry, protocol: Protocol): readonly CellRequest[] {
  const names = Object.keys(entries);
  const pipeline = textOption(given, "pipeline") ?? (!builtIn && names.length === 1 ? names[0] : undefined);
  if (pipeline === undefined)
    throw new UsageError("name a paper, a frozen plan by --plan, or a pipeline by --pipeline; `assay list` names them");
  if (given.options.has("claim")) throw new UsageError("--claim chooses among a paper's claims: name the paper");
  const entry = Object.hasOwn(entries, pipeline) ? entries[pipeline] : undefined;
  if (entry === undefined)
    throw new UsageError(
      `there is no pipeline "${pipeline}"; ${didYouMean(pipeline, names, `there are ${names.join(", ")}`)}`,
    );
  const variants = choice(given, "variant", entry.variants);
  const datasets = protocol === "smoke" ? [entry.smokeDataset] : choice(given, "dataset", entry.datasets);
  const seeds = Array.from({ length: countOption(given, "seeds") ?? 1 }, (_, index) => index + 1);
  return seeds.flatMap((seed) =>
    variants.flatMap((variant) =>
      datasets.map((dataset) => ({ pipeline, variant, dataset, protocol, seed, claims: [] })),
    ),
  );
}

function choice(given: Arguments, option: string, names: readonly string[]): readonly string[] {
  const name = textOption(given, option);
  if (name === undefined) return names;
  if (names.includes(name)) return [name];
  throw new UsageError(`--${option} ${name}: ${didYouMean(name, names, `there are ${names.join(", ")}`)}`);
}

function protocolOption(given: Arguments): Protocol | undefined {
  const name = textOption(given, "protocol");
  if (name === undefined || name === "paper" || name === "reduced" || name === "smoke") return name;
  throw new UsageError(`--protocol ${name} is none of paper, reduced and smoke`);
}
