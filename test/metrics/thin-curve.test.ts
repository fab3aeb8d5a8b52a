import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, type Curve } from "../../src/metrics/curve.ts";
import { rocCurve } from "../../src/metrics/roc-curve.ts";
import { thinCurve } from "../../src/metrics/thin-curve.ts";
import { stream } from "../../src/random/stream.ts";

function randomRoc(count: number, shift: number): Curve {
  const source = stream("thin-curve test", count, shift);
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 2);
  const roc = rocCurve(
    Float64Array.from(labels, (label) => source.normal() + shift * label),
    labels,
  );
  if (!roc.defined) throw new Error(roc.reason);
  return roc.value;
}

/** Distance from a point to a polyline, by looking at every segment. */
function distance(curve: Curve, px: number, py: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < curve.x.length; i++) {
    const [ax, ay, bx, by] = [curve.x[i - 1] ?? 0, curve.y[i - 1] ?? 0, curve.x[i] ?? 0, curve.y[i] ?? 0];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
    nearest = Math.min(nearest, Math.hypot(ax + t * (bx - ax) - px, ay + t * (by - ay) - py));
  }
  return nearest;
}

describe("thinning a curve", () => {
  const whole = randomRoc(8000, 1);
  const thin = thinCurve(whole, 200);

  it("keeps no more vertices than allowed, all its own, both ends among them", () => {
    expect(thin.x.length).toBeLessThanOrEqual(200);
    expect(thin.x.length).toBeGreaterThan(100);
    expect([thin.x[0], thin.y[0], thin.x.at(-1), thin.y.at(-1)]).toEqual([0, 0, 1, 1]);
    for (const [place, vertex] of thin.kept.entries())
      expect([thin.x[place], thin.y[place]]).toEqual([whole.x[vertex], whole.y[vertex]]);
  });

  it("strays from the whole by no more than it says, which is little", () => {
    expect(thin.maximumDistance).toBeLessThan(0.005);
    for (let vertex = 0; vertex < whole.x.length; vertex += 7)
      expect(distance(thin, whole.x[vertex] ?? 0, whole.y[vertex] ?? 0)).toBeLessThanOrEqual(
        thin.maximumDistance + 1e-12,
      );
    expect(Math.abs(areaUnderCurve(thin) - areaUnderCurve(whole))).toBeLessThan(0.001);
  });

  it("changes nothing but straight runs when the curve is small", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), (count) => {
        const curve = randomRoc(count, 0.5);
        const kept = thinCurve(curve);
        expect(kept.maximumDistance).toBeLessThan(1e-11);
        expect(areaUnderCurve(kept)).toBeCloseTo(areaUnderCurve(curve), 11);
      }),
      { seed: 3, numRuns: 50 },
    );
  });

  it("needs two vertices at least", () => {
    expect(() => thinCurve(whole, 1)).toThrow("thinCurve: a curve cannot keep its ends with 1 vertices");
  });
});
