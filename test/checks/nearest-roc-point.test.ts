import { describe, expect, it } from "vitest";
import { checkNearestRocPoint } from "../../src/checks/nearest-roc-point.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";

interface Point {
  readonly misses: number;
  readonly falseAlarms: number;
}

/** All ways to give positives and negatives to levels of score, from the highest down: `[positives, negatives]` each. */
function* rankings(positives: number, negatives: number, ties: boolean): Generator<readonly [number, number][]> {
  if (positives === 0 && negatives === 0) {
    yield [];
    return;
  }
  for (let p = 0; p <= positives; p++)
    for (let n = 0; n <= negatives; n++) {
      if (p + n === 0 || (!ties && p + n > 1)) continue;
      for (const rest of rankings(positives - p, negatives - n, ties)) yield [[p, n], ...rest];
    }
}

function curveOf(levels: readonly (readonly [number, number])[], positives: number, negatives: number) {
  let [captured, alarms, halves] = [0, 0, 0];
  const points: Point[] = [{ misses: positives, falseAlarms: 0 }];
  for (const [p, n] of levels) {
    // Each negative of this level lies below all positives captured before, and beside those of the level.
    halves += n * (2 * captured + p);
    captured += p;
    alarms += n;
    points.push({ misses: positives - captured, falseAlarms: alarms });
  }
  const away = ({ misses, falseAlarms }: Point): number => (misses * negatives) ** 2 + (falseAlarms * positives) ** 2;
  const least = Math.min(...points.map(away));
  return { halves, nearest: points.filter((point) => away(point) === least) };
}

describe("checkNearestRocPoint", () => {
  it.each([
    [3, 4, false],
    [4, 3, false],
    [2, 6, false],
    [3, 3, true],
    [2, 4, true],
  ] as const)("of %i positives and %i negatives finds the points that rankings have (ties: %s)", (p, n, ties) => {
    const seen = new Map<string, Set<string>>();
    for (const levels of rankings(p, n, ties)) {
      const { halves, nearest } = curveOf(levels, p, n);
      for (const { misses, falseAlarms } of nearest) {
        const key = [halves / (2 * p * n), (p + n - misses - falseAlarms) / (p + n)]
          .map((x) => x.toFixed(12))
          .join(" ");
        seen.set(key, (seen.get(key) ?? new Set()).add(`${misses} ${falseAlarms}`));
      }
    }
    expect(seen.size).toBeGreaterThan(15);
    for (const [key, points] of seen) {
      const [auc = "", accuracy = ""] = key.split(" ");
      const shares = { auc: parseDecimal(auc), accuracy: parseDecimal(accuracy), positives: p, negatives: n };
      const { outcome, details } = checkNearestRocPoint(shares);
      const found = (ties ? details.withTies : details) as typeof details;
      const misses = [...points].map((point) => Number(point.split(" ")[0]));
      const { least, most } = (found.misses ?? {}) as { least: number; most: number };
      expect(outcome, key).not.toBe("inconsistent");
      if (ties) expect([least <= Math.min(...misses), most >= Math.max(...misses)], key).toEqual([true, true]);
      else expect([least, most, found.splits], key).toEqual([Math.min(...misses), Math.max(...misses), points.size]);
    }
  });

  it("calls no ranking's numbers impossible, and impossible ones so", () => {
    const shares = (auc: string, accuracy: string) => ({ auc: parseDecimal(auc), accuracy: parseDecimal(accuracy) });
    // Half of all are errors, so the nearest point is far away; the area above it cannot be 1 %.
    const far = checkNearestRocPoint({ ...shares("0.99", "0.50"), positives: 50, negatives: 50 });
    expect([far.outcome, far.details.splits]).toEqual(["inconsistent", 0]);
    expect(far.explanation).toContain("no such point leaves such an area");
    const percent = checkNearestRocPoint({ ...shares("99.0", "95.0"), positives: 50, negatives: 50 });
    expect(percent.outcome).toBe("consistent");
    const many = checkNearestRocPoint({ ...shares("0.9", "0.9"), positives: 20_000, negatives: 20_000 });
    expect([many.outcome, many.details.splits]).toEqual(["undecidable", "not searched"]);
    expect(() => checkNearestRocPoint({ ...shares("0.9", "0.9"), positives: 0, negatives: 1 })).toThrow(
      "positives is 0",
    );
  });
});
