import type { Dataset } from "../src/data/image-set.ts";
import { loadDataset } from "../src/data/load.ts";
import { isDatasetName } from "../src/data/registry.ts";
import { isSyntheticName, syntheticDataset } from "../src/data/synthetic.ts";
import { engineNamed } from "../src/engine/engine-named.ts";
import type { Engine } from "../src/engine/executor.ts";
import { openEngine } from "../src/engine/open-engine.ts";

/** What a pipeline is given of the world. This module is part of every pipeline's code identity: keep it small. */
export interface World {
  readonly dataset: () => Promise<Dataset>;
  readonly engine: () => Promise<Engine>;
}

/**
 * Opens data sets and engines on demand, each once; `ASSAY_ENGINE` forces an engine.
 *
 * @param dataFolder the folder that holds the real data sets; embedded ones are drawn
 */
export function openWorld(dataset: string, dataFolder: string, threads: number): World {
  return {
    dataset: once(async () => {
      if (isSyntheticName(dataset)) return syntheticDataset(dataset, embeddedSize);
      if (isDatasetName(dataset)) return loadDataset(dataset, dataFolder);
      throw new Error(`unknown data set "${dataset}"; assay data list shows those that there are`);
    }),
    engine: once(async () => {
      const engine = engineNamed(process.env.ASSAY_ENGINE);
      return openEngine({ threads, ...(engine === undefined ? {} : { engine }) });
    }),
  };
}

/** Enough for every stage of a pipeline, in seconds; the same images whatever the cell's seed. */
const embeddedSize = { seed: 1, trainPerClass: 60, testPerClass: 40 };

function once<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opened: Promise<Value> | undefined;
  return () => {
    opened ??= open();
    return opened;
  };
}
