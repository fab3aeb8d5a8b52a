import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mul } from "../../src/engine/arithmetic.ts";
import { conv, convTransposed, convWeightGradient } from "../../src/engine/convolution.ts";
import { input, type Node, type Pair } from "../../src/engine/graph.ts";
import { maxPool } from "../../src/engine/pooling.ts";
import { sum } from "../../src/engine/reduction.ts";
import type { Array64 } from "../../src/engine/reference/kernel.ts";
import { evaluateReference } from "../../src/engine/reference.ts";
import { forEachEngine } from "./each-engine.ts";
import { randomArray, relativeError, toTensor } from "./random-arrays.ts";

const pair = (minimum: number, maximum: number): fc.Arbitrary<Pair> =>
  fc.tuple(fc.integer({ min: minimum, max: maximum }), fc.integer({ min: minimum, max: maximum }));

/** Any size, kernel, stride and padding of which at least one window fits: most leave rows that no window reaches. */
const geometries = fc
  .record({
    size: pair(1, 9),
    kernel: pair(1, 5),
    stride: pair(1, 4),
    padding: pair(0, 3),
    batch: fc.integer({ min: 1, max: 3 }),
    channels: fc.integer({ min: 1, max: 3 }),
    outputs: fc.integer({ min: 1, max: 3 }),
  })
  .filter(
    ({ size, kernel, padding }) => size[0] + 2 * padding[0] >= kernel[0] && size[1] + 2 * padding[1] >= kernel[1],
  );

type Geometry = typeof geometries extends fc.Arbitrary<infer Value> ? Value : never;

function mapsOf({ size, kernel, stride, padding, batch, channels, outputs }: Geometry) {
  const window = { stride, padding };
  const x = input("x", [batch, channels, ...size]);
  const w = input("w", [outputs, channels, ...kernel]);
  const forward = conv(x, w, window);
  const y = input("y", forward.shape);
  const nodes = {
    forward,
    toInput: convTransposed(y, w, window, size),
    toFilters: convWeightGradient(x, y, { ...window, kernel }),
    toFiltersPerSample: convWeightGradient(x, y, { ...window, kernel, perSample: true }),
  };
  const feeds = {
    x: randomArray("geometry/x", x.shape),
    w: randomArray("geometry/w", w.shape),
    y: randomArray("geometry/y", y.shape),
  };
  const products = {
    ofOutputs: sum(mul(nodes.forward, y)),
    ofInputs: sum(mul(nodes.toInput, x)),
    ofFilters: sum(mul(nodes.toFilters, w)),
    ofSamples: sum(mul(sum(nodes.toFiltersPerSample, { axes: [0] }), w)),
  };
  return { nodes, feeds, products };
}

test("the three maps of a convolution are adjoint: ⟨conv(x, w), y⟩ = ⟨x, convᵀ(y, w)⟩ = ⟨w, convʷ(x, y)⟩", () => {
  const adjoint = fc.property(geometries, (geometry) => {
    const { products, feeds } = mapsOf(geometry);
    const computed = evaluateReference(products, feeds);
    const [expected = Number.NaN] = computed.ofOutputs.data;
    for (const { data } of [computed.ofInputs, computed.ofFilters, computed.ofSamples])
      expect(data[0]).toBeCloseTo(expected, 10);
  });
  fc.assert(adjoint, { seed: 1, numRuns: 100 });
});

forEachEngine(
  (name) => `${name}, whatever the geometry`,
  (title, engine) =>
    describe(title, () => {
      async function expectParity(outputs: Readonly<Record<string, Node>>, feeds: Readonly<Record<string, Array64>>) {
        const executable = await engine.compile(outputs);
        const tensors = Object.fromEntries(Object.entries(feeds).map(([fed, array]) => [fed, toTensor(array)]));
        const actual = await executable.run(tensors);
        await executable.release();
        for (const [output, { data }] of Object.entries(evaluateReference(outputs, feeds)))
          expect(relativeError(actual[output]?.data ?? [], data), output).toBeLessThan(5e-6);
      }

      test("convolves as float64 does", async () => {
        const agrees = fc.asyncProperty(geometries, async (geometry) => {
          const { nodes, feeds } = mapsOf(geometry);
          await expectParity(nodes, feeds);
        });
        await fc.assert(agrees, { seed: 2, numRuns: 100 });
      });

      test("pools as float64 does, ties included", async () => {
        const fitting = geometries.filter(({ kernel, padding }) =>
          padding.every((p, axis) => 2 * p <= (kernel[axis] ?? 0)),
        );
        const agrees = fc.asyncProperty(fitting, async ({ batch, channels, size, kernel, stride, padding }) => {
          const x = input("x", [batch, channels, ...size]);
          const { shape, data } = randomArray("geometry/pool", x.shape);
          const coarse = { shape, data: data.map((value) => Math.round(value * 2)) };
          await expectParity({ pooled: maxPool(x, { kernel, stride, padding }) }, { x: coarse });
        });
        await fc.assert(agrees, { seed: 3, numRuns: 60 });
      });
    }),
);
