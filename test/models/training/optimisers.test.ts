import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { input, type Node } from "../../../src/engine/graph.ts";
import type { Array64 } from "../../../src/engine/reference/kernel.ts";
import { evaluateReference } from "../../../src/engine/reference.ts";
import { adam } from "../../../src/models/training/adam.ts";
import { cosineSchedule } from "../../../src/models/training/cosine-schedule.ts";
import type { Optimiser } from "../../../src/models/training/optimiser.ts";
import { sgd } from "../../../src/models/training/sgd.ts";
import { congruential } from "../lcg.ts";

const vectors: Readonly<Record<string, readonly number[]>> = JSON.parse(
  readFileSync(new URL("vectors/optimisers.json", import.meta.url), "utf8"),
);

const steps = 10;
const schedule = cosineSchedule({ from: 0.1, to: 0.01, steps });
const optimisers: Readonly<Record<string, Optimiser>> = {
  adam: adam({ learningRate: 1e-3 }),
  "adam, weight decay": adam({ learningRate: 1e-3, weightDecay: 0.1 }),
  "adam, Keras": adam({ learningRate: 1e-3, form: "keras" }),
  sgd: sgd({ learningRate: 0.1 }),
  "sgd, weight decay": sgd({ learningRate: 0.1, weightDecay: 0.1 }),
  "sgd, momentum": sgd({ learningRate: 0.1, momentum: 0.9 }),
  "sgd, Nesterov": sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true }),
  "sgd, Nesterov, weight decay, cosine": sgd({
    learningRate: schedule,
    momentum: 0.9,
    nesterov: true,
    weightDecay: 0.1,
  }),
};

/** The parameter after ten steps by given gradients, in float64. */
function stepped(optimiser: Optimiser): readonly number[] {
  const count = 7;
  const vector = (data: Float64Array): Array64 => ({ shape: [count], data });
  const inputsOf = (names: readonly string[], shape: readonly number[]): Record<string, Node> =>
    Object.fromEntries(names.map((name) => [name, input(name, shape)]));
  const { parameter, slots } = optimiser.update(
    input("parameter", [count]),
    input("gradient", [count]),
    inputsOf(optimiser.slots, [count]),
    inputsOf(Object.keys(optimiser.scalars(1)), []),
  );
  let now: Record<string, Array64> = {
    next: vector(congruential(1, count).map((value) => value - 0.5)),
    ...Object.fromEntries(optimiser.slots.map((name) => [`next ${name}`, vector(new Float64Array(count))])),
  };
  for (let step = 1; step <= steps; step++) {
    const gradient = congruential(99 + step, count).map((value, at) => (value - 0.5) * 10 ** -at);
    const scalars = Object.entries(optimiser.scalars(step)).map(
      ([name, value]) => [name, { shape: [], data: Float64Array.of(value) }] as const,
    );
    const before = optimiser.slots.map((name) => [name, now[`next ${name}`] as Array64] as const);
    const outputs = Object.fromEntries(Object.entries(slots).map(([name, node]) => [`next ${name}`, node]));
    now = evaluateReference(
      { next: parameter, ...outputs },
      { parameter: now.next as Array64, gradient: vector(gradient), ...Object.fromEntries([...scalars, ...before]) },
    );
  }
  return [...(now.next as Array64).data];
}

describe("ten steps equal those of PyTorch, and of Keras's formula", () => {
  test.each(Object.keys(vectors))("%s", (name) => {
    const expected = vectors[name] as readonly number[];
    const actual = stepped(optimisers[name] as Optimiser);
    for (const [at, value] of expected.entries()) expect(actual[at]).toBeCloseTo(value, 13);
  });

  test("every optimiser has its vector", () => {
    expect(Object.keys(vectors)).toEqual(Object.keys(optimisers));
  });
});

test("the two forms of Adam differ where gradients are small", () => {
  const [pytorch, keras] = [
    stepped(adam({ learningRate: 1e-3 })),
    stepped(adam({ learningRate: 1e-3, form: "keras" })),
  ];
  expect(pytorch[0]).toBeCloseTo(keras[0] as number, 6);
  expect(Math.abs((pytorch[6] as number) - (keras[6] as number))).toBeGreaterThan(1e-4);
});

test("a cosine falls from its first to its last value and stays there", () => {
  expect([1, 6, 11, 20].map(schedule)).toEqual([0.1, 0.055, 0.01, 0.01].map((value) => expect.closeTo(value, 14)));
  expect(() => cosineSchedule({ from: 1, steps: 0 })).toThrow("cosineSchedule: 0 steps are no positive integer");
});

test("Nesterov's step without momentum is refused", () => {
  expect(() => sgd({ learningRate: 1, nesterov: true })).toThrow("sgd: Nesterov's step needs a momentum, got 0");
});
