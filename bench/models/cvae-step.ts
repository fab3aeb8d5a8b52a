/**
 * The CVAE's training step on 64 images of 32 × 32 pixels, with the dense and with the transposed decoder: ours against
 * PyTorch's, on one and on two threads, in child processes by turns. Prints medians, and what 1,000 more steps of ours
 * add to the memory in use.
 *
 * Run it with `npm run bench -- models/cvae-step [ROUNDS]`.
 * The Python that has torch is named by PYTHON (default: python3).
 */
import { join } from "node:path";
import { cvaeModel } from "../../src/pipelines/cvae/losses.ts";
import { alternate, python, type Seconds, thisScript } from "./alternate.ts";
import { medianSeconds, megabytesAdded, openStep, type TrainingStep } from "./training-step.ts";

const batch = 64;
const repeats = 15;
const decoders = ["dense", "transposed"] as const;
const shapes = { images: [batch, 1, 32, 32], labels: [batch, 6], latent: [batch, 2] };

const [, , role = "5"] = process.argv;
if (role === "ours") console.log(JSON.stringify(await measureOurs()));
else {
  const script = join("bench", "models", "cvae-step.py");
  const { ours, theirs } = alternate(thisScript("ours"), python(script, String(repeats)), Number(role));
  for (const [task, time] of Object.entries(ours)) {
    const other = theirs[task] ?? Number.NaN;
    console.log(
      `${task} thread(s): ${milliseconds(time)}, PyTorch ${milliseconds(other)}, ours takes ${(time / other).toFixed(2)} of it`,
    );
  }
  console.log(`1,000 more steps: ${(await megabytesAdded(await stepOf("dense", 1), 1000)).toFixed(1)} MB`);
}

async function measureOurs(): Promise<Seconds> {
  const seconds: Record<string, number> = {};
  for (const threads of [1, 2])
    for (const decoder of decoders) {
      const { run, release } = await stepOf(decoder, threads);
      seconds[`${decoder} decoder, ${threads}`] = await medianSeconds(repeats, run);
      await release();
    }
  return seconds;
}

function stepOf(decoder: (typeof decoders)[number], threads: number): Promise<TrainingStep> {
  const network = { latentDimension: 2, encoder: "convolutional", decoder } as const;
  return openStep(cvaeModel({ network, reconstructionLoss: "squared error", klWeight: 1 }), shapes, threads);
}

function milliseconds(seconds: number): string {
  return `${(1000 * seconds).toFixed(1)} ms`;
}
