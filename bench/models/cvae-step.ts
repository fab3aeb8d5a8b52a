/**
 * The CVAE's training step on 64 images of 32 × 32 pixels, with the dense and with the transposed decoder: ours against
 * PyTorch's, on one and on two threads, in child processes by turns. Prints medians, and what 1,000 more steps of ours
 * add to the memory in use.
 *
 * Run it with `npm run bench -- models/cvae-step [ROUNDS]`.
 * The Python that has torch is named by PYTHON (default: python3).
 */
import { join } from "node:path";
import { elementCount } from "../../src/engine/dimensions.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { Tensor } from "../../src/engine/tensor.ts";
import { adam } from "../../src/models/training/adam.ts";
import { initialValues } from "../../src/models/training/initial-values.ts";
import { nextName, scalarName, trainingGraph } from "../../src/models/training/training-graph.ts";
import { cvaeModel } from "../../src/pipelines/cvae/losses.ts";
import { stream } from "../../src/random/stream.ts";
import { alternate, python, type Seconds, thisScript } from "./alternate.ts";

const batch = 64;
const repeats = 15;
const decoders = ["dense", "transposed"] as const;
const shapes = { images: [batch, 1, 32, 32], labels: [batch, 6], latent: [batch, 2] };

const [, , role = "5"] = process.argv;
if (role === "ours") console.log(JSON.stringify(await measureOurs()));
else if (role === "memory") console.log(await megabytesAdded(1000));
else {
  const script = join("bench", "models", "cvae-step.py");
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
    for (const decoder of decoders) {
      const { run, release } = await openStep(decoder, threads);
      for (let at = 0; at < 5; at++) await run();
      const times: number[] = [];
      for (let at = 0; at < repeats; at++) {
        const start = performance.now();
        await run();
        times.push((performance.now() - start) / 1000);
      }
      await release();
      seconds[`${decoder} decoder, ${threads}`] = times.sort((a, b) => a - b)[Math.floor(repeats / 2)] ?? Number.NaN;
    }
  return seconds;
}

/** Of resident memory, after a hundred steps that fill pools and caches. */
async function megabytesAdded(steps: number): Promise<number> {
  const { run, release } = await openStep("dense", 1);
  for (let at = 0; at < 100; at++) await run();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  for (let at = 0; at < steps; at++) await run();
  globalThis.gc?.();
  const added = process.memoryUsage().rss - before;
  await release();
  return added / 2 ** 20;
}

/** The step that a training runs, its values going in and out each time. */
async function openStep(decoder: (typeof decoders)[number], threads: number) {
  const engine = await openEngine({ engine: "ort", threads });
  const optimiser = adam({ learningRate: 1e-3 });
  const network = { latentDimension: 2, encoder: "convolutional", decoder } as const;
  const model = cvaeModel({ network, reconstructionLoss: "squared error", klWeight: 1 });
  const graph = trainingGraph(model, { images: shapes.images, labels: shapes.labels }, optimiser);
  const executable = await engine.compile(graph.outputs);
  const given = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, drawn(name, shape)]));
  let values: Readonly<Record<string, Tensor>> = initialValues(graph.variables, (name) => stream("bench", name));
  let step = 0;
  return {
    run: async (): Promise<void> => {
      step++;
      const scalars = Object.entries(optimiser.scalars(step)).map(
        ([name, value]) => [scalarName(name), { shape: [], data: Float32Array.of(value) }] as const,
      );
      const results = await executable.run({ ...values, ...Object.fromEntries(scalars), ...given });
      const next = graph.variables.map(({ name }) => [name, results[nextName(name)] ?? values[name]] as const);
      values = Object.fromEntries(next) as Readonly<Record<string, Tensor>>;
    },
    release: (): Promise<void> => executable.release(),
  };
}

function drawn(name: string, shape: readonly number[]): Tensor {
  const source = stream("bench", "cvae-step", name);
  return { shape, data: Float32Array.from({ length: elementCount(shape) }, () => source.uniform()) };
}

function milliseconds(seconds: number): string {
  return `${(1000 * seconds).toFixed(1)} ms`;
}
