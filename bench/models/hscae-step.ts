/**
 * The self-conditioned autoencoder's training step under the reduced protocol, 128 digits of 28 × 28 pixels, with and
 * without the frozen ResNet-18 that gives its condition: ours against PyTorch's, on one and on two threads, in child
 * processes by turns. Prints medians, and what 1,000 more steps of ours add to the memory in use.
 *
 * Run it with `npm run bench -- models/hscae-step [ROUNDS]`.
 * The Python that has torch is named by PYTHON (default: python3).
 */
import { join } from "node:path";
import type { Node } from "../../src/engine/graph.ts";
import { meanSquaredError } from "../../src/engine/losses.ts";
import { hscae } from "../../src/models/networks/hscae.ts";
import { frozen } from "../../src/models/training/frozen.ts";
import type { Model } from "../../src/models/training/training-graph.ts";
import { settingsOf } from "../../src/pipelines/hscae/settings.ts";
import { conditionOf } from "../../src/pipelines/hscae/train-hscae.ts";
import { alternate, python, type Seconds, thisScript } from "./alternate.ts";
import { medianSeconds, megabytesAdded, openStep, type TrainingStep } from "./training-step.ts";

const repeats = 5;
const variants = ["hscae", "unconditioned"] as const;
const settings = settingsOf({
  pipeline: "hscae",
  variant: "hscae",
  dataset: "mnist",
  protocol: "reduced",
  seed: 1,
  options: {},
});

const [, , role = "3"] = process.argv;
if (role === "ours") console.log(JSON.stringify(await measureOurs()));
else {
  const script = join("bench", "models", "hscae-step.py");
  const { ours, theirs } = alternate(thisScript("ours"), python(script, String(repeats)), Number(role));
  for (const [task, time] of Object.entries(ours)) {
    const other = theirs[task] ?? Number.NaN;
    console.log(
      `${task} thread(s): ${milliseconds(time)}, PyTorch ${milliseconds(other)}, ours takes ${(time / other).toFixed(2)} of it`,
    );
  }
  console.log(`1,000 more steps: ${(await megabytesAdded(await stepOf("hscae", 2), 1000)).toFixed(1)} MB`);
}

async function measureOurs(): Promise<Seconds> {
  const seconds: Record<string, number> = {};
  for (const threads of [1, 2])
    for (const variant of variants) {
      const { run, release } = await stepOf(variant, threads);
      seconds[`${variant}, ${threads}`] = await medianSeconds(repeats, run);
      await release();
    }
  return seconds;
}

function stepOf(variant: (typeof variants)[number], threads: number): Promise<TrainingStep> {
  const model: Model = (network, batch) => {
    const images = batch.images as Node;
    const condition = variant === "hscae" ? conditionOf(frozen(network), images, settings) : undefined;
    return { loss: meanSquaredError(hscae(network, images, condition, settings.network).reconstruction, images) };
  };
  return openStep(model, { images: [settings.batchSize, 1, 28, 28] }, threads);
}

function milliseconds(seconds: number): string {
  return `${(1000 * seconds).toFixed(0)} ms`;
}
