import { describe, expect, test } from "vitest";
import { detach, mul } from "../../src/engine/arithmetic.ts";
import { gradient } from "../../src/engine/gradient.ts";
import { input, type Node } from "../../src/engine/graph.ts";
import { max, sum } from "../../src/engine/reduction.ts";
import { evaluateReference } from "../../src/engine/reference.ts";
import { derivativesOf, directionalDifference } from "./derivatives.ts";
import { operationCases } from "./operation-cases.ts";
import { randomArray, relativeError } from "./random-arrays.ts";

// Finite differences see through a detached value; what gradients make of it is another test.
const differentiated = operationCases.filter(({ name }) => name !== "detach");

function scalarNamed(outputs: Readonly<Record<string, Node>>, name: string): Node {
  const node = outputs[name];
  if (node === undefined) throw new Error(`no output named ${name}`);
  return node;
}

/** An error in a gradient shows along every random direction, except by a coincidence of digits. */
const DIRECTIONS = 3;

describe("gradients agree with central differences in float64", () => {
  test.each(differentiated.map((operation) => [operation.name, operation] as const))("%s", (_, operation) => {
    const { outputs, feeds, operandNames } = derivativesOf(operation);
    const computed = evaluateReference(outputs, feeds);
    for (const [order, scalar] of [
      ["first", "loss"],
      ["second", "projection"],
    ] as const)
      for (const operand of operandNames)
        for (let index = 0; index < DIRECTIONS; index += 1) {
          const slopes = computed[`${order}:${operand}`];
          if (slopes === undefined) throw new Error(`no ${order} gradient of ${operand}`);
          const { data } = randomArray(`${operation.name}/${operand}/along ${index}`, slopes.shape);
          const slope = slopes.data.reduce((total, value, at) => total + value * (data[at] ?? Number.NaN), 0);
          const difference = directionalDifference(scalarNamed(outputs, scalar), feeds, { operand, data });
          expect(relativeError([slope], [difference]), `${order} order, ${operand}`).toBeLessThan(1e-7);
        }
  });
});

test("no gradient flows through a detached value, nor to what the output does not read", () => {
  const [a, b, unread] = [input("a", [2]), input("b", [2]), input("unread", [3])];
  const [toA, toB, toUnread] = gradient(sum(mul(detach(a), b)), [a, b, unread]);
  const feeds = { a: { shape: [2], data: Float64Array.of(3, 5) }, b: { shape: [2], data: Float64Array.of(7, 11) } };
  const { atA, atB, atUnread } = evaluateReference({ atA: toA, atB: toB, atUnread: toUnread }, feeds);
  expect([...atA.data, ...atB.data, ...atUnread.data]).toEqual([0, 0, 3, 5, 0, 0, 0]);
});

test("the maximum's gradient is shared among ties, as PyTorch's amax does", () => {
  const a = input("a", [4]);
  const [slope] = gradient(max(a), [a]);
  const { slopes } = evaluateReference({ slopes: slope }, { a: { shape: [4], data: Float64Array.of(1, 2, 2, 0) } });
  expect([...slopes.data]).toEqual([0, 0.5, 0.5, 0]);
});

test("a seed of the output's shape gives the vector-Jacobian product", () => {
  const [a, seed] = [input("a", [2]), input("seed", [2])];
  const [product] = gradient(mul(a, a), [a], seed);
  const feeds = { a: { shape: [2], data: Float64Array.of(3, 5) }, seed: { shape: [2], data: Float64Array.of(1, -1) } };
  expect([...evaluateReference({ product }, feeds).product.data]).toEqual([6, -10]);
});
