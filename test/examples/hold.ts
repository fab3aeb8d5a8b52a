import { expect } from "vitest";

/** Holds what an example gives against what its comment says. */
export type Hold = (given: unknown, expected: unknown) => void;

/** Numbers to twelve digits, or to the seven of float32, typed arrays as lists, everything else to the letter. */
export const hold: Hold = (given, expected) => {
  expect(prepared(given)).toEqual(matchable(expected));
};

const typedArrays = [Float64Array, Uint8Array, Uint32Array];

function prepared(value: unknown): unknown {
  if (value instanceof Float32Array) return Array.from(value, (each) => Number(each.toPrecision(7)));
  if (typedArrays.some((type) => value instanceof type)) return Array.from(value as ArrayLike<number>);
  if (Array.isArray(value)) return value.map(prepared);
  if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, prepared(each)]));
  return value;
}

function matchable(expected: unknown): unknown {
  if (typeof expected === "number" && !Number.isInteger(expected)) return close(expected);
  if (Array.isArray(expected)) return expected.map(matchable);
  if (!isPlain(expected)) return expected;
  if (typeof expected.begins === "string") return beginning(expected.begins);
  return Object.fromEntries(Object.entries(expected).map(([name, each]) => [name, matchable(each)]));
}

function close(expected: number) {
  return expect.toSatisfy(
    (given: unknown) => typeof given === "number" && Math.abs(given - expected) <= 1e-12 * Math.abs(expected),
    `${expected}`,
  );
}

function beginning(digits: string) {
  return expect.toSatisfy(
    (given: unknown) => typeof given === "number" && String(given).startsWith(digits),
    `${digits}…`,
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
