/**
 * The self-conditioned autoencoder's training step under the reduced protocol, 128 digits of 28 × 28 pixels, with and
 * without the frozen ResNet-18 that gives its condition: ours against PyTorch's, on one and on two threads, in child
 * processes by turns. Prints medians, and what 1,000 more steps of ours add to the memory in use.
 *
 * Run it with `npm run bench -- models/hscae-step [ROUNDS]`.
 * The Python that has torch is named by PYTHON (default: python3).
 */
import { join } from "node:path";
import { elementCount } from "../../src/engine/dimensions.ts";
import type { Node } from "../../src/engine/graph.ts";
import { meanSquaredError } from "../../src/engine/losses.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { Tensor } from "../../src/engine/tensor.ts";
import { hscae } from "../../src/models/networks/hscae.ts";
import { adam } from "../../src/models/training/adam.ts";
import { frozen } from "../../src/models/training/frozen.ts";
import { initialValues } from "../../src/models/training/initial-values.ts";
import { type Model, nextName, scalarName, trainingGraph } from "../../src/models/training/training-graph.ts";
import { settingsOf } from "../../src/pipelines/hscae/settings.ts";
import { conditionOf } from "../../src/pipelines/hscae/train-hscae.ts";
import { stream } from "../../src/random/stream.ts";
import { alternate, python, type Seconds, thisScript } from "./alternate.ts";

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
const shape = [settings.batchSize, 1, 28, 28];

const [, , role = "3", only] = process.argv;
if (role === "ours") console.log(JSON.stringify(await measureOurs()));
else if (role === "memory") console.log(await megabytesAdded(Number(only ?? 1000)));
else {
  const script = join("bench", "models", "hscae-step.py");
  const { ours, theirs } = alternate(thisScript("ours"), python(script, String(repeats)), Number(role));
  for (const [task, time] of Object.entries(ours)) {
    const other = theirs[task] ?? Number.NaN;
    console.log(
      `${task} thread(s): ${milliseconds(time)}, PyTorch ${milliseconds(other)}, ours takes ${(time / other).toFixed(2)} of it`,
    );
  }
  console.log(`1,000 more steps: ${(await megabytesAdded(1000)).toFixed(1)} MB`);
}

async function measureOurs(): Promise<Seconds> {
  const seconds: Record<string, number> = {};
  for (const threads of [1, 2])
    for (const variant of variants) {
      const { run, release } = await openStep(variant, threads);
      for (let at = 0; at < 2; at++) await run();
      const times: number[] = [];
      for (let at = 0; at < repeats; at++) {
        const start = performance.now();
        await run();
        times.push((performance.now() - start) / 1000);
      }
      await release();
      seconds[`${variant}, ${threads}`] = times.sort((a, b) => a - b)[Math.floor(repeats / 2)] ?? Number.NaN;
    }
  return seconds;
}

/** Of resident memory, after twenty steps that fill pools and caches. */
async function megabytesAdded(steps: number): Promise<number> {
  const { run, release } = await openStep("hscae", 2);
  for (let at = 0; at < 20; at++) await run();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  for (let at = 0; at < steps; at++) await run();
  globalThis.gc?.();
  const added = process.memoryUsage().rss - before;
  await release();
  return added / 2 ** 20;
}

/** The step that a training runs, its values going in and out each time. */
async function openStep(variant: (typeof variants)[number], threads: number) {
  const engine = await openEngine({ engine: "ort", threads });
  const optimiser = adam({ learningRate: settings.learningRate });
  const model: Model = (network, batch) => {
    const images = batch.images as Node;
    const condition = variant === "hscae" ? conditionOf(frozen(network), images, settings) : undefined;
    return { loss: meanSquaredError(hscae(network, images, condition, settings.network).reconstruction, images) };
  };
  const graph = trainingGraph(model, { images: shape }, optimiser);
  const executable = await engine.compile(graph.outputs);
  const pixels = stream("bench", "hscae-step", "images");
  const images: Tensor = { shape, data: Float32Array.from({ length: elementCount(shape) }, () => pixels.uniform()) };
  let values: Readonly<Record<string, Tensor>> = initialValues(graph.variables, (name) => stream("bench", name));
  let step = 0;
  return {
    run: async (): Promise<void> => {
      step++;
      const scalars = Object.entries(optimiser.scalars(step)).map(
        ([name, value]) => [scalarName(name), { shape: [], data: Float32Array.of(value) }] as const,
      );
      const results = await executable.run({ ...values, ...Object.fromEntries(scalars), images });
      const next = graph.variables.map(({ name }) => [name, results[nextName(name)] ?? values[name]] as const);
      values = Object.fromEntries(next) as Readonly<Record<string, Tensor>>;
    },
    release: (): Promise<void> => executable.release(),
  };
}

function milliseconds(seconds: number): string {
  return `${(1000 * seconds).toFixed(0)} ms`;
}
