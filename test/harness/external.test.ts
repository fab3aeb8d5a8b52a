import { describe, expect, it } from "vitest";
import { openStore } from "../../harness/store.ts";
import { compiledHarness, freeze, requests, runRequests } from "./compiled.ts";
import { temporaryFolder } from "./example.ts";

const harness = await compiledHarness();

describe("external programs", () => {
  it("give their results on the standard output or in a file; what goes wrong is recorded with what they wrote", async () => {
    const store = await temporaryFolder();
    const behaviours = ["stdout", "file", "nan", "garbage", "fail", "diverge", "hang"];
    const wanted = behaviours.flatMap((behaviour) => requests(1, { behaviour }, "program"));
    const { summary } = await runRequests(
      harness,
      store,
      [...wanted, ...requests(2, { behaviour: "stdout" }, "program"), ...requests(1, {}, "missing")],
      { timeLimitSeconds: 5 },
    );
    expect(summary).toMatchObject({ planned: 9, done: 3, remaining: 0 });
    const records = await (await openStore(store)).list();
    const of = (behaviour: string, seed = 0) =>
      records.find(({ configuration }) => configuration.options.behaviour === behaviour && configuration.seed === seed);
    const accuracy = (value: number) => [{ metric: "accuracy", at: { class: 1 }, value }];
    expect(of("stdout", 1)).toMatchObject({ outcome: { kind: "done" }, measurements: accuracy(0.1) });
    expect(of("stdout", 1)?.curves).toEqual([
      {
        name: "loss",
        at: {},
        x: "epoch",
        y: "loss",
        points: [
          [0, 1],
          [1, 0.5],
        ],
      },
    ]);
    expect(of("stdout", 1)?.pictures).toMatchObject([{ name: "generated", pixels: "AA==" }]);
    expect(of("stdout", 1)).toMatchObject({
      engine: { absent: "an external program" },
      output: { stderr: "seed 1\n" },
    });
    expect(of("file")).toMatchObject({ measurements: accuracy(0.25), output: { stdout: "epoch 1 of 1\n" } });
    expect(of("nan")?.outcome).toEqual({
      kind: "failed",
      reason: "accuracy at class = 1 is NaN; an undefined value must be absent with its reason",
    });
    expect(of("garbage")).toMatchObject({
      outcome: { kind: "failed", reason: expect.stringMatching(/^the program's result: /) },
      output: { stdout: "accuracy: 0.9\n" },
    });
    expect(of("fail")).toMatchObject({
      outcome: {
        kind: "failed",
        reason: expect.stringMatching(/ ended with exit code 1: RuntimeError: CUDA out of memory$/),
      },
      output: { stderr: "seed 0\nRuntimeError: CUDA out of memory\n" },
    });
    expect(of("diverge")?.outcome).toEqual({ kind: "diverged", reason: "the loss is NaN in epoch 2" });
    expect(of("hang")?.outcome).toEqual({ kind: "timed-out", limitSeconds: 5 });
    expect(records.find(({ configuration }) => configuration.pipeline === "missing")?.outcome).toEqual({
      kind: "failed",
      reason: expect.stringMatching(/^no program "no-such-program-anywhere" in \S+ or on the PATH$/),
    });
  });
});

describe("runCanary", () => {
  it("tells identical runs from noisy ones, and leaves the store alone", async () => {
    const store = await temporaryFolder();
    process.env.ASSAY_TEST_FOLDER = store;
    const plan = await freeze(harness, store, [...requests(1), ...requests(1, { behaviour: "noise" })]);
    expect(await harness.runCanary({ plan, index: 0 })).toEqual({ kind: "identical", measurements: 1 });
    const noisy = await harness.runCanary({ plan, index: 1 });
    expect(noisy.kind).toBe("noise");
    // Process ids differ by less than a million, of which the noise is a billionth.
    if (noisy.kind === "noise") expect(noisy.floor.sum).toBeLessThan(0.01);
    expect(await (await openStore(store)).list()).toEqual([]);
  });
});
