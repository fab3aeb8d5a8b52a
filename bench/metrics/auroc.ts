/**
 * A million scores: our `auroc` against scikit-learn's `roc_auc_score`, on the same samples, in the same run, one thread
 * each. Prints the medians and their ratio, and fails when the two values differ by more than 1e-12.
 *
 * Run it with `npm run bench -- metrics/auroc`.
 * The Python that has scikit-learn is named by PYTHON (default: python3).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auroc } from "../../src/metrics/auroc.ts";
import { stream } from "../../src/random/stream.ts";

interface Sample {
  readonly name: string;
  readonly scores: Float64Array;
  readonly labels: Uint8Array;
}

interface Timing {
  readonly name: string;
  readonly value: number;
  readonly milliseconds: readonly number[];
}

const count = 1_000_000;
const repetitions = 15;

const samples = [sample("distinct", (score) => score), sample("tied", (score) => Math.round(score * 50) / 50)];
const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
try {
  for (const { name, scores, labels } of samples) {
    writeFileSync(join(folder, `${name}.f64`), scores);
    writeFileSync(join(folder, `${name}.u8`), labels);
  }
  // Ours before and after theirs, so that a drift of the machine shows on both.
  const before = samples.map(timed);
  const theirs = scikitLearn();
  const after = samples.map(timed);
  for (const [index, { name }] of samples.entries()) {
    const ours = [before[index], after[index]].flatMap((timing) => timing?.milliseconds ?? []);
    const peer = theirs[index];
    const value = before[index]?.value;
    if (peer === undefined || value === undefined || Math.abs(peer.value - value) > 1e-12)
      throw new Error(`auroc ${name}: ${value}, scikit-learn gives ${peer?.value}`);
    const [mine, other] = [median(ours), median(peer.milliseconds)];
    console.log(
      `auroc, ${count} scores, ${name}: ${mine.toFixed(1)} ms, scikit-learn ${other.toFixed(1)} ms, ratio ${(other / mine).toFixed(2)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function sample(name: string, shape: (score: number) => number): Sample {
  const source = stream("bench", "auroc", name);
  const labels = Uint8Array.from({ length: count }, () => (source.uniform() < 0.3 ? 1 : 0));
  return { name, scores: Float64Array.from(labels, (label) => shape(source.normal() + label)), labels };
}

function timed({ name, scores, labels }: Sample): Timing {
  const run = (): number => {
    const outcome = auroc(scores, labels);
    if (!outcome.defined) throw new Error(outcome.reason);
    return outcome.value;
  };
  const value = run();
  const milliseconds = Array.from({ length: repetitions }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return { name, value, milliseconds };
}

function scikitLearn(): readonly Timing[] {
  const script = join("bench", "metrics", "auroc.py");
  const output = execFileSync(process.env.PYTHON ?? "python3", [script, folder, String(count), String(repetitions)], {
    encoding: "utf8",
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  return output
    .trim()
    .split("\n")
    .map((line): Timing => JSON.parse(line));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
