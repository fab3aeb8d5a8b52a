import { describe, expect, test } from "vitest";
import { evaluateReference } from "../../src/engine/reference.ts";
import { derivativesOf } from "./derivatives.ts";
import { forEachEngine } from "./each-engine.ts";
import { operationCases } from "./operation-cases.ts";
import { relativeError, toTensor } from "./random-arrays.ts";

forEachEngine(
  (name) => `${name} agrees with float64 on values, gradients and their gradients`,
  (title, engine) =>
    describe(title, () => {
      test.each(operationCases.map((operation) => [operation.name, operation] as const))("%s", async (_, operation) => {
        const { outputs, feeds } = derivativesOf(operation);
        const expected = evaluateReference(outputs, feeds);
        const executable = await engine.compile(outputs);
        const tensors = Object.fromEntries(Object.entries(feeds).map(([input, feed]) => [input, toTensor(feed)]));
        const actual = await executable.run(tensors);
        await executable.release();
        for (const [output, { data, shape }] of Object.entries(expected)) {
          expect(actual[output]?.shape, output).toEqual(shape);
          expect(relativeError(actual[output]?.data ?? [], data), output).toBeLessThan(5e-6);
        }
      });
    }),
);
