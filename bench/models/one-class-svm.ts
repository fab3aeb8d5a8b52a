/**
 * An RBF one-class SVM fitted to 5,000 rows of 512 features, 10,000 rows scored: ours against scikit-learn's, on the same
 * rows and two threads, in child processes by turns. Prints the medians and their ratio, and fails when fewer than 99.9 %
 * of the decisions agree in sign.
 *
 * Run it with `npm run bench -- models/one-class-svm`.
 * The Python that has scikit-learn is named by PYTHON (default: python3).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEngine } from "../../src/engine/open-engine.ts";
import type { Rows } from "../../src/models/kernel.ts";
import { meanRow, normaliseRows, subtractRow, varianceOfAll } from "../../src/models/normalise-rows.ts";
import { openRadialMachines } from "../../src/models/radial-machine.ts";
import { stream } from "../../src/random/stream.ts";
import { alternate, python, thisScript } from "./alternate.ts";

const width = 512;
const fittedCount = 5000;
const askedCount = 10_000;
const rounds = 7;

const [, , role, childFolder] = process.argv;
if (role === "ours" && childFolder !== undefined) console.log(JSON.stringify(await measureOurs(childFolder)));
else compare();

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  try {
    for (const [name, count] of [
      ["fitted", fittedCount],
      ["asked", askedCount],
    ] as const)
      writeFileSync(join(folder, `${name}.f32`), draw(name, count).values);
    const script = join("bench", "models", "one-class-svm.py");
    const { ours, theirs } = alternate(thisScript("ours", folder), python(script, folder), rounds);
    const agreement = signAgreement(decisions(folder, "ours"), decisions(folder, "theirs"));
    if (agreement < 0.999) throw new Error(`one-class SVM: only ${(100 * agreement).toFixed(2)} % of decisions agree`);
    for (const [task, time] of Object.entries(ours)) {
      const other = theirs[task] ?? Number.NaN;
      console.log(
        `one-class SVM, ${task}: ${time.toFixed(2)} s, scikit-learn ${other.toFixed(2)} s, ratio ${(other / time).toFixed(2)}`,
      );
    }
    console.log(`decisions that agree in sign: ${(100 * agreement).toFixed(2)} %`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Unit rows such as rectified features of an untrained network: all positive, and alike. */
function draw(name: string, count: number): Rows {
  const source = stream("bench", "one-class-svm", name);
  const shape = stream("bench", "one-class-svm", "shape");
  const factors = Array.from({ length: 8 }, () => Float32Array.from({ length: width }, () => shape.normal()));
  const values = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    const own = factors.map(() => source.normal());
    for (let k = 0; k < width; k++) {
      const shared = factors.reduce((sum, factor, at) => sum + (own[at] as number) * (factor[k] as number), 0);
      values[row * width + k] = Math.max(0, 2 + 0.3 * shared + 0.3 * source.normal());
    }
  }
  return normaliseRows({ values, count, width });
}

async function measureOurs(folder: string): Promise<Record<string, number>> {
  const engine = await openEngine({ engine: "ort", threads: 2 });
  const fitted = read(folder, "fitted");
  const asked = read(folder, "asked");
  let result: Record<string, number> = {};
  // The first pass warms both the compiler and the engine up.
  for (let pass = 0; pass < 2; pass++) {
    const start = performance.now();
    const machines = openRadialMachines(engine, width);
    const centre = meanRow(fitted);
    const centred = subtractRow(fitted, centre);
    const gamma = 10 / (width * varianceOfAll(fitted));
    const machine = await machines.fit(await machines.distances(centred), { gamma, nu: 0.5 });
    const middle = performance.now();
    const [scores] = await machines.decide(centred, [machine], subtractRow(asked, centre));
    const end = performance.now();
    await machines.release();
    writeFileSync(join(folder, "ours.f64"), scores ?? new Float64Array());
    result = { fit: (middle - start) / 1000, score: (end - middle) / 1000, "fit and score": (end - start) / 1000 };
  }
  return result;
}

function read(folder: string, name: string): Rows {
  const bytes = new Uint8Array(readFileSync(join(folder, `${name}.f32`)));
  const values = new Float32Array(bytes.buffer);
  return { values, count: values.length / width, width };
}

function decisions(folder: string, whose: string): Float64Array {
  return new Float64Array(new Uint8Array(readFileSync(join(folder, `${whose}.f64`))).buffer);
}

function signAgreement(first: Float64Array, second: Float64Array): number {
  const same = first.reduce((count, value, at) => count + (value > 0 === (second[at] ?? Number.NaN) > 0 ? 1 : 0), 0);
  return same / second.length;
}
