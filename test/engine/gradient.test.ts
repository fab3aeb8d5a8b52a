import { describe, expect, test } from "vitest";
import type { Node } from "../../src/engine/graph.ts";
import { evaluateReference } from "../../src/engine/reference.ts";
import { derivativesOf, finiteDifferences } from "./derivatives.ts";
import { operationCases } from "./operation-cases.ts";
import { relativeError } from "./random-arrays.ts";

function scalarNamed(outputs: Readonly<Record<string, Node>>, name: string): Node {
  const node = outputs[name];
  if (node === undefined) throw new Error(`no output named ${name}`);
  return node;
}

describe("gradients agree with central differences in float64", () => {
  test.each(
    operationCases.filter(({ name }) => name !== "detach").map((operation) => [operation.name, operation] as const),
  )("%s", (_, operation) => {
    const { outputs, feeds, operandNames } = derivativesOf(operation);
    const computed = evaluateReference(outputs, feeds);
    for (const [order, scalar] of [
      ["first", "loss"],
      ["second", "projection"],
    ] as const)
      for (const operand of operandNames) {
        const differences = finiteDifferences(scalarNamed(outputs, scalar), feeds, operand);
        const error = relativeError(computed[`${order}:${operand}`]?.data ?? [], differences);
        expect(error, `${order} order, ${operand}`).toBeLessThan(1e-7);
      }
  });
});
