/**
 * Training steps of ResNet-18 and SpinalVGG: ours against PyTorch, on two threads and on one, in child processes by turns.
 * Prints the medians and their ratio, and what 1,000 more steps of ours, of a ResNet-18 that is narrow enough for them to
 * take a minute or two, add to the memory in use.
 *
 * Run it with `npm run bench -- models/classifier-training`.
 * The Python that has PyTorch is named by PYTHON (default: python3).
 */
import { join } from "node:path";
import { elementCount } from "../../src/engine/dimensions.ts";
import type { Node } from "../../src/engine/graph.ts";
import { crossEntropy } from "../../src/engine/losses.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { logits } from "../../src/models/networks/classifier.ts";
import { adam } from "../../src/models/training/adam.ts";
import { compileSteps } from "../../src/models/training/compiled-steps.ts";
import { initialValues } from "../../src/models/training/initial-values.ts";
import type { Model } from "../../src/models/training/training-graph.ts";
import { stream } from "../../src/random/stream.ts";
import { alternate, python, thisScript } from "./alternate.ts";
import { megabytesAdded, openStep } from "./training-step.ts";

const sizes = [
  { network: "resnet18", width: 64, batch: 32, steps: 4 },
  { network: "resnet18", width: 16, batch: 128, steps: 4 },
  { network: "spinal-vgg", width: 64, batch: 32, steps: 4 },
] as const;
const tasks = sizes.flatMap((size) =>
  [2, 1].map((threads) => ({
    ...size,
    threads,
    name: `${size.network}, width ${size.width}, batch ${size.batch}, ${threads} ${threads === 1 ? "thread" : "threads"}`,
  })),
);
const rounds = 3;
const small = { network: "resnet18", width: 8, batch: 16 } as const;
const shapes = { images: [1, 28, 28], targets: [9] };

if (process.argv[2] === "ours") console.log(JSON.stringify(await measureOurs()));
else {
  const script = join("bench", "models", "classifier-training.py");
  for (const task of tasks) {
    const { ours, theirs } = alternate(thisScript("ours", task.name), python(script, JSON.stringify([task])), rounds);
    const [mine, other] = [1000 * (ours[task.name] ?? Number.NaN), 1000 * (theirs[task.name] ?? Number.NaN)];
    console.log(
      `${task.name}: ${mine.toFixed(0)} ms a step, PyTorch ${other.toFixed(0)} ms, ratio ${(mine / other).toFixed(2)}`,
    );
  }
  const batches = { images: [small.batch, ...shapes.images], targets: [small.batch, ...shapes.targets] };
  const added = await megabytesAdded(await openStep(modelOf(small), batches, 2), 1000);
  console.log(`1,000 more steps, width ${small.width}, batch ${small.batch}: ${added.toFixed(1)} MB`);
}

function modelOf({ network, width }: Pick<(typeof tasks)[number], "network"> & { readonly width: number }): Model {
  return (built, { images, targets }) => {
    const classifier = { name: network, classes: 9, width, standardise: { mean: 0.1307, deviation: 0.3081 } };
    return { loss: crossEntropy(logits(built, images as Node, classifier), targets as Node) };
  };
}

/** Median seconds a step of the task that is named. */
async function measureOurs(): Promise<Record<string, number>> {
  const task = tasks.find(({ name }) => name === process.argv[3]);
  if (task === undefined) throw new Error(`no task "${process.argv[3]}"`);
  const { batch, threads, steps, name } = task;
  const source = stream("bench", "classifier", "images");
  const images = Float32Array.from({ length: batch * elementCount(shapes.images) }, () => source.uniform());
  const compiled = await compileSteps({
    engine: await openEngine({ engine: "ort", threads }),
    model: modelOf(task),
    optimiser: adam({ learningRate: 1e-3 }),
    examples: {
      count: batch,
      shapes,
      read: (indices, _epoch, into) => {
        into.images?.set(images);
        into.targets?.fill(0);
        for (const row of indices) into.targets?.fill(1, row * 9 + (row % 9), row * 9 + (row % 9) + 1);
      },
    },
    batchSize: batch,
    purpose: ["bench", "classifier"],
  });
  let values = initialValues(compiled.variables, (variable) => stream("bench", "classifier", variable));
  const all = Uint32Array.from({ length: batch }, (_, row) => row);
  const times: number[] = [];
  for (let step = 1; step <= steps + 1; step++) {
    const start = performance.now();
    values = (await compiled.run(values, all, 1, step)).values;
    if (step > 1) times.push((performance.now() - start) / 1000);
  }
  const sorted = times.sort((first, second) => first - second);
  return { [name]: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
}
