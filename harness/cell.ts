import type { Configuration, Coordinates, Protocol } from "../src/paper/experiment.ts";
import type { PipelineDescription } from "../src/pipelines/pipeline.ts";
import { canonicalJson } from "./canonical-json.ts";
import { sha256 } from "./sha256.ts";

/** All that decides what a cell gives. */
export interface CellIdentity {
  readonly configuration: Configuration;
  /** The hash of the code that runs it. */
  readonly code: string;
  /** File → published checksum (`sha256:…`) of all data sets that are read; empty for embedded data. */
  readonly data: Readonly<Record<string, string>>;
}

/** The unit of work, by the name that records, leases and evidence know it by. */
export interface Cell extends CellIdentity {
  readonly key: string;
}

/** What is asked of a pipeline, before its defaults are filled in. */
export interface ConfigurationRequest {
  readonly pipeline: string;
  readonly variant: string;
  readonly dataset: string;
  readonly protocol: Protocol;
  readonly seed: number;
  readonly options?: Coordinates;
}

/**
 * The cell's name: SHA-256, in hexadecimal, of the canonical JSON of all that decides its result. The same cell has the
 * same key on every machine; a changed seed, option, data file or line of code gives another.
 */
export function cellKey({ configuration, code, data }: CellIdentity): string {
  return sha256(canonicalJson({ cell: 1, configuration, code, data }));
}

/** The key's first twelve digits, as shown to people. */
export function shortKey(key: string): string {
  return key.slice(0, 12);
}

/** A cell in words: `resnet18-random sohn on cifar-10, paper, seed 3, kernel=rbf`. */
export function describeConfiguration({ pipeline, variant, dataset, protocol, seed, options }: Configuration): string {
  const varied = Object.entries(options).map(([name, value]) => `, ${name}=${value}`);
  return `${pipeline} ${variant} on ${dataset}, ${protocol}, seed ${seed}${varied.join("")}`;
}

/**
 * Fills in a pipeline's defaults, so that what is stored says all of it. The smoke protocol runs on the pipeline's
 * embedded stand-in. Throws one line for a variant, data set or option that the pipeline does not know, an option of
 * another type than its default, or a seed that is not a natural number.
 *
 * @example
 * const request = { variant: "official", dataset: "cifar-10", protocol: "smoke", seed: 1 } as const;
 * const description = pipelineRegistry["resnet18-random"] as PipelineDescription;
 * resolveConfiguration(description, { pipeline: "resnet18-random", ...request }).dataset; // => "synthetic-garments"
 */
export function resolveConfiguration(description: PipelineDescription, request: ConfigurationRequest): Configuration {
  const { pipeline, variant, dataset, protocol, seed } = request;
  requireOneOf(pipeline, "variant", variant, description.variants);
  if (protocol !== "smoke" || dataset !== description.smokeDataset)
    requireOneOf(pipeline, "data set", dataset, description.datasets);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`${pipeline}: seed ${seed} is not a natural number`);
  const defaults = description.defaults(variant);
  for (const [name, value] of Object.entries(request.options ?? {})) {
    requireOneOf(pipeline, "option", name, Object.keys(defaults));
    if (typeof value !== typeof defaults[name])
      throw new Error(`${pipeline}: option ${name} is a ${typeof value}, expected a ${typeof defaults[name]}`);
  }
  return {
    pipeline,
    variant,
    dataset: protocol === "smoke" ? description.smokeDataset : dataset,
    protocol,
    seed,
    options: { ...defaults, ...request.options },
  };
}

/**
 * The data sets that a pipeline's cells read beside their own: what the pipeline calls each → what is opened, which under
 * the smoke protocol is its embedded stand-in.
 *
 * @example
 * const description = pipelineRegistry["resnet18-random"] as PipelineDescription;
 * const reader = { ...description, alsoReads: { mnist: "synthetic-digits" } };
 * otherDatasets(reader, "smoke").get("mnist"); // => "synthetic-digits"
 */
export function otherDatasets(
  { alsoReads = {} }: PipelineDescription,
  protocol: Protocol,
): ReadonlyMap<string, string> {
  return new Map(Object.entries(alsoReads).map(([name, standIn]) => [name, protocol === "smoke" ? standIn : name]));
}

function requireOneOf(pipeline: string, what: string, received: string, known: readonly string[]): void {
  if (known.includes(received)) return;
  const choice = known.length === 0 ? `it has no ${what}s` : `it has ${known.join(", ")}`;
  throw new Error(`${pipeline}: unknown ${what} "${received}"; ${choice}`);
}
