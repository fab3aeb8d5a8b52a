/**
 * GradCon's training step on 64 images of 28 × 28 pixels, with and without the constraint on gradients, and the scores of
 * 64 images: ours against PyTorch's, which scores one by one as the official code does, on one and on two threads, in
 * child processes by turns. Prints medians, and what 1,000 more steps of ours add to the memory in use.
 *
 * Run it with `npm run bench -- models/gradcon-step [CHANNELS] [ROUNDS]`.
 * The Python that has torch is named by PYTHON (default: python3).
 */
import { join } from "node:path";
import { elementCount } from "../../src/engine/dimensions.ts";
import type { Engine } from "../../src/engine/executor.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { Tensor } from "../../src/engine/tensor.ts";
import { adam } from "../../src/models/training/adam.ts";
import { initialValues } from "../../src/models/training/initial-values.ts";
import { trainingGraph } from "../../src/models/training/training-graph.ts";
import { gradconObjective } from "../../src/pipelines/gradcon/objective.ts";
import { openImageScorer } from "../../src/pipelines/gradcon/score-images.ts";
import { stream } from "../../src/random/stream.ts";
import { alternate, python, type Seconds, thisScript } from "./alternate.ts";
import { medianSeconds, megabytesAdded, openStep, type TrainingStep } from "./training-step.ts";

const batch = 64;
const repeats = 15;

const [, , role = "1", second = "5"] = process.argv;
if (role === "ours") console.log(JSON.stringify(await measureOurs(Number(second))));
else await compare(Number(role), Number(second));

async function compare(channels: number, rounds: number): Promise<void> {
  const script = join("bench", "models", "gradcon-step.py");
  const { ours, theirs } = alternate(
    thisScript("ours", String(channels)),
    python(script, String(channels), String(repeats)),
    rounds,
  );
  for (const [task, time] of Object.entries(ours))
    console.log(
      `${task} thread(s), ${channels} channel(s): ${milliseconds(time)}, PyTorch ${milliseconds(theirs[task] ?? Number.NaN)}`,
    );
  for (const task of ["step with constraint", "plain step", "scores of 64 images"]) {
    const better = Math.min(theirs[`${task}, 1`] ?? Number.NaN, theirs[`${task}, 2`] ?? Number.NaN);
    const ratio = (ours[`${task}, 2`] ?? Number.NaN) / better;
    console.log(`${task}: ours on two threads takes ${ratio.toFixed(2)} of PyTorch's better setting`);
  }
  console.log(
    `1,000 more steps with constraint: ${(await megabytesAdded(await stepOf(1, 1, 0.03), 1000)).toFixed(1)} MB`,
  );
}

async function measureOurs(channels: number): Promise<Seconds> {
  const seconds: Record<string, number> = {};
  for (const threads of [1, 2]) {
    const engine = await openEngine({ engine: "ort", threads });
    seconds[`step with constraint, ${threads}`] = await stepSeconds(threads, channels, 0.03);
    seconds[`plain step, ${threads}`] = await stepSeconds(threads, channels, undefined);
    seconds[`scores of 64 images, ${threads}`] = await scoreSeconds(engine, channels);
  }
  return seconds;
}

async function stepSeconds(threads: number, channels: number, gradientWeight: number | undefined): Promise<number> {
  const { run, release } = await stepOf(threads, channels, gradientWeight);
  const seconds = await medianSeconds(repeats, run);
  await release();
  return seconds;
}

function stepOf(threads: number, channels: number, gradientWeight: number | undefined): Promise<TrainingStep> {
  const model = gradconObjective({ kind: "cae", ...(gradientWeight === undefined ? {} : { gradientWeight }) });
  return openStep(model, { images: [batch, channels, 28, 28] }, threads);
}

async function scoreSeconds(engine: Engine, channels: number): Promise<number> {
  const scorer = await openImageScorer(engine, channels, { kind: "cae" });
  const model = gradconObjective({ kind: "cae" });
  const { variables } = trainingGraph(model, { images: [1, channels, 28, 28] }, adam({ learningRate: 1e-3 }));
  const values = initialValues(variables, (name) => stream("bench", name));
  const averages = variables
    .filter(({ name }) => name.startsWith("average."))
    .map(({ name, shape }) => [name, { shape, data: uniform(elementCount(shape), name) }] as const);
  const { data } = drawnImages(channels);
  const size = channels * 28 * 28;
  const images = {
    count: batch,
    shapes: { images: [channels, 28, 28] },
    read: (indices: Uint32Array, _epoch: number, into: Readonly<Record<string, Float32Array>>): void => {
      for (const [at, index] of indices.entries())
        into.images?.set(data.subarray(index * size, (index + 1) * size), at * size);
    },
  };
  const all = { ...values, ...Object.fromEntries(averages) };
  const seconds = await medianSeconds(repeats, async () => {
    await scorer.score(all, images);
  });
  await scorer.release();
  return seconds;
}

function drawnImages(channels: number): Tensor {
  const shape = [batch, channels, 28, 28];
  return { shape, data: uniform(elementCount(shape), "images") };
}

function uniform(count: number, name: string): Float32Array {
  const source = stream("bench", "gradcon-step", name);
  return Float32Array.from({ length: count }, () => source.uniform());
}

function milliseconds(seconds: number): string {
  return `${(1000 * seconds).toFixed(1)} ms`;
}
