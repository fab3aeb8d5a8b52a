import fc from "fast-check";
import { expect, it } from "vitest";
import { sortAscending } from "../../src/metrics/sort-ascending.ts";
import { stream } from "../../src/random/stream.ts";

const identical = (first: Float64Array, second: Float64Array): boolean =>
  Buffer.compare(
    Buffer.from(first.buffer, first.byteOffset, first.byteLength),
    Buffer.from(second.buffer, second.byteOffset, second.byteLength),
  ) === 0;

it("sorts as the platform does, bit for bit, few and many", () => {
  const value = fc.double({ noNaN: true });
  const awkward = fc.constantFrom(0, -0, 5e-324, -5e-324, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1, -1);
  fc.assert(
    fc.property(fc.array(fc.oneof(value, awkward), { maxLength: 50 }), fc.constantFrom(1, 200), (few, times) => {
      const values = Float64Array.from({ length: few.length * times }, (_, index) => few[index % few.length] ?? 0);
      expect(identical(sortAscending(values.slice()), values.slice().sort())).toBe(true);
    }),
    { seed: 11, numRuns: 100 },
  );
});

it("sorts a part of an array and leaves the rest", () => {
  const source = stream("sort test");
  const whole = Float64Array.from({ length: 10_000 }, () => source.normal() * 10 ** source.integer(20));
  const expected = whole.slice();
  expected.subarray(1000, 9000).sort();
  sortAscending(whole.subarray(1000, 9000));
  expect(identical(whole, expected)).toBe(true);
});
