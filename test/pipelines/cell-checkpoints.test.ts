import { expect, test } from "vitest";
import { cellCheckpoints } from "../../src/pipelines/cell-checkpoints.ts";

test("the checkpoints of a cell are told apart by part and cell, and forgotten together", async () => {
  const values = new Map<string, Uint8Array>([["somebody else's", Uint8Array.of(9)]]);
  const memo = {
    get: async (key: string) => values.get(key),
    put: async (key: string, value: Uint8Array) => void values.set(key, value),
    forget: async (key: string) => void values.delete(key),
  };
  const checkpoints = cellCheckpoints({ cell: "abc", memo });
  expect(checkpoints.of("class", 3).identity).toEqual(["abc", "class", 3]);
  await checkpoints.of("class", 3).memo.put("one", Uint8Array.of(1));
  await checkpoints.of("class", 4).memo.put("two", Uint8Array.of(2));
  expect(await checkpoints.of("class", 4).memo.get("one")).toEqual(Uint8Array.of(1));
  await checkpoints.forget();
  expect([...values.keys()]).toEqual(["somebody else's"]);
});
