import { createRequire } from "node:module";
import util from "node:util";
import { describe, expect, test } from "vitest";
import { diagnoseEngines } from "../../src/engine/diagnose.ts";
import { ENGINE_NAMES, type Engine, type Executable } from "../../src/engine/executor.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { probeEngine } from "../../src/engine/probe.ts";
import { restoreNullCheck } from "../../src/engine/tfjs/restore-null-check.ts";

describe("openEngine", () => {
  test("opens the engine that is named", async () => {
    const { identity } = await openEngine({ engine: "tfjs-cpu" });
    expect(identity).toEqual({ name: "tfjs-cpu", version: "4.22.0", provider: "cpu", threads: 1 });
  });

  test("chooses the first engine of the diagnosis that works", async () => {
    const working = (await diagnoseEngines()).filter((diagnosis) => diagnosis.works);
    const { identity } = await openEngine();
    expect(identity.name).toBe(working[0]?.name);
    expect(working.map(({ name }) => name)).toEqual(expect.arrayContaining(["ort", "tfjs-wasm", "tfjs-cpu"]));
  });

  test("says in one line why a named engine does not work, and how to get it", async () => {
    for (const diagnosis of await diagnoseEngines()) {
      if (diagnosis.works) continue;
      const failure = await openEngine({ engine: diagnosis.name }).catch((error: unknown) => String(error));
      expect(failure).toBe(
        `Error: engine ${diagnosis.name} does not work here: ${diagnosis.reason}; ${diagnosis.remedy}`,
      );
      expect(failure).not.toContain("\n");
    }
  });

  test("refuses a thread count that is none", async () => {
    await expect(openEngine({ threads: 0 })).rejects.toThrow("threads must be a whole number from 1, got 0");
  });
});

test("the diagnosis covers every engine, in order", async () => {
  expect((await diagnoseEngines()).map(({ name }) => name)).toEqual([...ENGINE_NAMES]);
});

test("an engine whose product is wrong does not pass the probe", async () => {
  const identity = { name: "tfjs-cpu", version: "0", provider: "cpu", threads: 1 } as const;
  const executable: Executable = {
    identity,
    fingerprint: "",
    run: async () => ({ product: { shape: [64, 64], data: new Float32Array(64 * 64) } }),
    release: async () => {},
  };
  const broken: Engine = { identity, compile: async () => executable };
  await expect(probeEngine(broken)).rejects.toThrow("wrong matrix product");
});

describe("restoreNullCheck", () => {
  test("gives back what Node 23 took away, to those who require node:util", () => {
    const original = Object.getOwnPropertyDescriptor(util, "isNullOrUndefined");
    Reflect.deleteProperty(util, "isNullOrUndefined");
    try {
      restoreNullCheck();
      const required: { isNullOrUndefined(value: unknown): boolean } = createRequire(import.meta.url)("node:util");
      expect([undefined, null, 0, ""].map((value) => required.isNullOrUndefined(value))).toEqual([
        true,
        true,
        false,
        false,
      ]);
    } finally {
      if (original !== undefined) Object.defineProperty(util, "isNullOrUndefined", original);
    }
  });

  test("leaves an existing check alone", () => {
    const existing = () => "mine";
    const target = { isNullOrUndefined: existing };
    restoreNullCheck(target);
    expect(target.isNullOrUndefined).toBe(existing);
  });
});
