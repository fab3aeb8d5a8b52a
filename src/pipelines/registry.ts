import { description as cvae } from "./cvae/description.ts";
import { description as gradcon } from "./gradcon/description.ts";
import { description as hscae } from "./hscae/description.ts";
import { description as odin } from "./odin/description.ts";
import type { Pipeline, PipelineDescription } from "./pipeline.ts";
import { description as resnet18Random } from "./resnet18-random/description.ts";

/** A pipeline in modules of ours or of the user. */
export interface ModuleEntry extends PipelineDescription {
  readonly kind: "module";
  /** Path of the module, relative to the registry's and without its extension: what it reaches is the code's identity. */
  readonly module: string;
  readonly load: () => Promise<Pipeline>;
}

/** Any program: it is given the cell as JSON and gives the result as JSON (docs/harness.md). */
export interface ExternalEntry extends PipelineDescription {
  readonly kind: "external";
  /** Program and arguments, run in the registry's folder, never through a shell. */
  readonly command: readonly string[];
  /** The files whose content decides the result, relative to the registry's folder: the code's identity. */
  readonly files: readonly string[];
}

export type PipelineEntry = ModuleEntry | ExternalEntry;

export type PipelineRegistry = Readonly<Record<string, PipelineEntry>>;

/** Every pipeline by name. Naming one loads nothing; only a worker loads it. */
export const pipelineRegistry: PipelineRegistry = {
  "resnet18-random": {
    kind: "module",
    ...resnet18Random,
    module: "resnet18-random/index",
    load: async () => (await import("./resnet18-random/index.ts")).resnet18Random,
  },
  cvae: {
    kind: "module",
    ...cvae,
    module: "cvae/index",
    load: async () => (await import("./cvae/index.ts")).cvae,
  },
  gradcon: {
    kind: "module",
    ...gradcon,
    module: "gradcon/index",
    load: async () => (await import("./gradcon/index.ts")).gradcon,
  },
  hscae: {
    kind: "module",
    ...hscae,
    module: "hscae/index",
    load: async () => (await import("./hscae/index.ts")).hscae,
  },
  odin: {
    kind: "module",
    ...odin,
    module: "odin/index",
    load: async () => (await import("./odin/index.ts")).odin,
  },
};
