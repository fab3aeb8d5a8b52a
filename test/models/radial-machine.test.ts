import { describe, expect, test } from "vitest";
import { openEngine } from "../../src/engine/open-engine.ts";
import { kernelMatrix } from "../../src/models/kernel.ts";
import { meanRow, normaliseRows, subtractRow } from "../../src/models/normalise-rows.ts";
import { fitOneClassSvm } from "../../src/models/one-class-svm.ts";
import { openRadialMachines } from "../../src/models/radial-machine.ts";
import { congruentialRows } from "./lcg.ts";

/** Unit rows far from the origin and close to each other, as features of a random network are. */
function featureLike(seed: number, count: number, width: number) {
  const rows = congruentialRows("far", seed, count, width);
  return normaliseRows({ ...rows, values: Float32Array.from(rows.values, (value) => value - 9) });
}

describe("RBF machines over the engine's float32 matrices", async () => {
  const engine = await openEngine({ engine: "ort", threads: 1 });
  const width = 32;
  const unit = featureLike(1, 700, width);
  const centre = meanRow(unit);
  const fitted = subtractRow(unit, centre);
  const asked = subtractRow(featureLike(2, 650, width), centre);
  const scale = 10 / (width * 0.006);

  test.each([0.01, 1, 8, 100])("decide as in float64 at gamma multiple %d", async (multiple) => {
    const gamma = multiple * scale;
    const machines = openRadialMachines(engine, width);
    const machine = await machines.fit(await machines.distances(fitted), { gamma, nu: 0.5, tolerance: 1e-6 });
    const [decisions] = await machines.decide(fitted, [machine], asked);
    const seen = new Float64Array(asked.count * fitted.count);
    const [withDistances] = await machines.decide(fitted, [machine], asked, (start, _, block) =>
      seen.set(block, start * fitted.count),
    );
    await machines.release();

    const kernel = { kind: "rbf", gamma } as const;
    const reference = fitOneClassSvm({
      gram: kernelMatrix(kernel, fitted, fitted),
      count: fitted.count,
      nu: 0.5,
      tolerance: 1e-10,
    });
    const cross = kernelMatrix(kernel, asked, fitted);
    expect(machine.svm.gap).toBeLessThan(1e-6);
    expect(machine.svm.objective / reference.objective).toBeCloseTo(1, 5);
    for (let row = 0; row < asked.count; row++) {
      const expected = reference.alpha.reduce(
        (sum, weight, at) => sum + weight * (cross[row * fitted.count + at] as number),
        -reference.rho,
      );
      expect(Math.abs((decisions?.[row] ?? Number.NaN) - expected)).toBeLessThan(1e-5 * reference.rho + 1e-4);
      expect(withDistances?.[row]).toBeCloseTo(decisions?.[row] ?? Number.NaN, 3);
      expect(Math.exp(-gamma * (seen[row * fitted.count] as number))).toBeCloseTo(
        cross[row * fitted.count] as number,
        3,
      );
    }
  });
});
