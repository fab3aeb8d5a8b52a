/**
 * Features of ResNet-18 at 32 and at 224 pixels: ours against PyTorch in evaluation mode, two threads each, in child
 * processes by turns. Prints images a second and their ratio.
 *
 * Run it with `npm run bench -- models/resnet18-features`.
 * The Python that has PyTorch is named by PYTHON (default: python3).
 */
import { join } from "node:path";
import { input } from "../../src/engine/graph.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { initialise } from "../../src/models/initialise.ts";
import { resnet18, resnet18Layers } from "../../src/models/resnet18.ts";
import { stream } from "../../src/random/stream.ts";
import { alternate, python, thisScript } from "./alternate.ts";

const tasks = [
  { name: "32 pixels", stem: "cifar", side: 32, batch: 50, batches: 12 },
  { name: "224 pixels", stem: "imagenet", side: 224, batch: 10, batches: 12 },
] as const;
const rounds = 5;

if (process.argv[2] === "ours") console.log(JSON.stringify(await measureOurs()));
else {
  const script = join("bench", "models", "resnet18-features.py");
  const plan = JSON.stringify(tasks);
  const { ours, theirs } = alternate(thisScript("ours"), python(script, plan), rounds);
  for (const { name } of tasks) {
    const [mine, other] = [1 / (ours[name] ?? Number.NaN), 1 / (theirs[name] ?? Number.NaN)];
    console.log(
      `ResNet-18 features, ${name}: ${mine.toFixed(0)} images/s, PyTorch ${other.toFixed(0)} images/s, ratio ${(mine / other).toFixed(2)}`,
    );
  }
}

/** Seconds an image by task. */
async function measureOurs(): Promise<Record<string, number>> {
  const engine = await openEngine({ engine: "ort", threads: 2 });
  const result: Record<string, number> = {};
  for (const { name, stem, side, batch, batches } of tasks) {
    const parameters = initialise(resnet18Layers(stem), "normal", (layer) => stream("bench", "resnet18", layer));
    const shape = [batch, 3, side, side];
    const features = resnet18(input("images", shape), { stem, parameters, batchNormEpsilon: 1e-5 });
    const executable = await engine.compile({ features });
    const source = stream("bench", "resnet18", "images");
    const data = Float32Array.from({ length: batch * 3 * side * side }, () => source.uniform());
    const images = { shape, data };
    for (let pass = 0; pass < 2; pass++) await executable.run({ images });
    const start = performance.now();
    for (let pass = 0; pass < batches; pass++) await executable.run({ images });
    result[name] = (performance.now() - start) / 1000 / (batches * batch);
    await executable.release();
  }
  return result;
}
