import { describe, expect, it } from "vitest";
import { permutation } from "../../src/random/permutation.ts";
import { stream } from "../../src/random/stream.ts";

describe("stream", () => {
  it("gives the same numbers for the same purpose, whatever was drawn elsewhere", () => {
    const first = stream("paper", "cell", 3, "weights");
    const expected = [first.uniform(), first.normal(), first.integer(10)];
    const other = stream("paper", "cell", 3, "order");
    other.uniform();
    const again = stream("paper", "cell", 3, "weights");
    expect([again.uniform(), again.normal(), again.integer(10)]).toEqual(expected);
  });

  it("tells purposes apart that join to the same text", () => {
    expect(stream("a", "bc").uniform()).not.toBe(stream("ab", "c").uniform());
  });

  it("draws normals with the moments of a standard normal", () => {
    const source = stream("test", "moments");
    const values = Array.from({ length: 200_000 }, () => source.normal());
    const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length;
    // Standard errors of the first four moments at this size: .0022, .0032, .0087, .022.
    expect(Math.abs(moment(1))).toBeLessThan(0.009);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.013);
    expect(Math.abs(moment(3))).toBeLessThan(0.035);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.088);
  });

  it("keeps a truncated normal inside its limit, with the variance of the truncated law", () => {
    const source = stream("test", "truncated");
    const values = Array.from({ length: 100_000 }, () => source.truncatedNormal(2));
    expect(Math.max(...values.slice(0, 1000).map(Math.abs))).toBeLessThanOrEqual(2);
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(Math.abs(variance - 0.7737413)).toBeLessThan(0.01); // scipy.stats.truncnorm(-2, 2).var()
  });

  it("refuses a stream without a purpose, and an empty range", () => {
    expect(() => stream()).toThrow("needs the purpose");
    expect(() => stream("x").integer(0)).toThrow("not a positive integer");
  });
});

describe("permutation", () => {
  it("gives each order of three about equally often", () => {
    const source = stream("test", "orders");
    const counts = new Map<string, number>();
    for (let round = 0; round < 6000; round++) {
      const key = permutation(3, source).join("");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150); // 5 standard deviations
  });
});
