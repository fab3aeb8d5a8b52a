import { describe, expect, it } from "vitest";
import { nothingDeclared } from "../../harness/record.ts";
import { describeSetting, observe } from "../../src/audit/observe.ts";
import { quantity, record, threeSeeds, twoClasses } from "./records.ts";

const observed = (...given: Parameters<typeof observe>) =>
  observe(...given).observed.map(({ freedoms, values }) => [freedoms, values]);

describe("observing a quantity", () => {
  it("averages each planned seed's cell over the classes, in printed units, by seed", () => {
    const { observed, absent, protocol } = observe(quantity, threeSeeds, [
      record(2, twoClasses(0.6, 0.7)),
      record(1, twoClasses(0.5, 0.75)),
    ]);
    expect(protocol).toBe("paper");
    expect(absent).toEqual([]);
    expect(observed).toHaveLength(1);
    expect(observed[0]?.freedoms).toEqual({});
    expect(observed[0]?.values.map(({ seed }) => seed)).toEqual([1, 2]);
    expect(observed[0]?.values[0]?.value).toBeCloseTo(62.5, 12);
    expect(observed[0]?.values[1]?.value).toBeCloseTo(65, 12);
    expect(observed[0]?.mean).toBeCloseTo(63.75, 12);
    // |65 − 62.5| / √2
    expect(observed[0]?.sd).toBeCloseTo(1.7677669529663689, 12);
  });

  it("gives no spread of a single seed", () => {
    expect(observe(quantity, threeSeeds, [record(1, twoClasses(0.5, 0.5))]).observed[0]).not.toHaveProperty("sd");
  });

  it("takes reduced runs where there are no others, unless they say nothing of the claim", () => {
    const reduced = record(1, twoClasses(0.5, 0.75), { protocol: "reduced" });
    expect(observe(quantity, threeSeeds, [reduced])).toMatchObject({ protocol: "reduced", absent: [] });
    const plan = { ...threeSeeds, noIndication: "too short" };
    expect(observe(quantity, plan, [reduced])).toEqual({
      ...{ observed: [], protocol: "paper", absent: ["reduced runs: too short"] },
    });
    expect(observe(quantity, plan, [reduced, record(2, twoClasses(0.6, 0.7))]).observed).toHaveLength(1);
  });

  it("leaves out seeds that are not planned and cells of anything else", () => {
    const others = [
      record(4, twoClasses(0.1, 0.1)),
      record(1, twoClasses(0.1, 0.1), { pipeline: "other" }),
      record(1, twoClasses(0.1, 0.1), { variant: "other" }),
      record(1, twoClasses(0.1, 0.1), { dataset: "other" }),
      record(
        1,
        twoClasses(0.1, 0.1),
        { options: { width: 3 } },
        { declared: { ...nothingDeclared, defaults: { width: 2 } } },
      ),
      record(1, [{ metric: "aupr", at: { kernel: "rbf", class: 0 }, value: 0.1 }]),
      record(1, [{ metric: "auroc", at: { kernel: "linear", class: 0 }, value: 0.1 }]),
    ];
    expect(observe(quantity, threeSeeds, others).observed).toEqual([]);
  });

  it("keeps apart the values of what is neither fixed nor averaged, sorted by setting", () => {
    const measurements = [...twoClasses(0.5, 0.5, { stem: "wide" }), ...twoClasses(0.25, 0.75, { stem: "narrow" })];
    expect(observed(quantity, threeSeeds, [record(1, measurements)])).toEqual([
      [{ stem: "narrow" }, [{ seed: 1, value: 50 }]],
      [{ stem: "wide" }, [{ seed: 1, value: 50 }]],
    ]);
  });

  it("has settings in the order in which the pipeline declares the values", () => {
    const freedoms = [{ name: "level", values: [10, 2, "all"], varied: "within-cell" as const, why: "not printed" }];
    const measurements = ["all", 2, 7, 10].flatMap((level) => twoClasses(0.5, 0.5, { level }));
    const ordered = record(1, measurements, {}, { declared: { ...nothingDeclared, freedoms } });
    expect(observe(quantity, threeSeeds, [ordered]).observed.map(({ freedoms: { level } }) => level)).toEqual([
      10,
      2,
      "all",
      7,
    ]);
  });

  it("takes the defaults of options that a plan does not name, and each set of options that it names", () => {
    const declared = { ...nothingDeclared, defaults: { width: 2 } };
    const cells = [2, 4].map((width) =>
      record(1, twoClasses(width / 8, width / 8), { options: { width } }, { declared }),
    );
    expect(observed(quantity, threeSeeds, cells)).toEqual([[{}, [{ seed: 1, value: 25 }]]]);
    const plan = { ...threeSeeds, options: [{ width: 4 }, { width: 2 }] };
    expect(observed(quantity, plan, cells)).toEqual([
      [{ width: 2 }, [{ seed: 1, value: 25 }]],
      [{ width: 4 }, [{ seed: 1, value: 50 }]],
    ]);
    expect(observed(quantity, { ...threeSeeds, options: [{ width: 8 }] }, cells)).toEqual([]);
  });

  it("says why a seed has no value: an undefined class makes the mean undefined, a failed cell has none", () => {
    const withoutOutliers = [
      ...twoClasses(0.5, 0.5).slice(0, 1),
      { metric: "auroc", at: { kernel: "rbf", class: 1 }, absent: "no outliers" },
    ];
    const { observed, absent } = observe(quantity, threeSeeds, [
      record(1, withoutOutliers),
      record(2, [], {}, { outcome: { kind: "failed", reason: "auroc is NaN" } }),
      record(3, twoClasses(0.5, 0.5)),
    ]);
    expect(observed.map(({ values }) => values.map(({ seed }) => seed))).toEqual([[3]]);
    expect(absent).toEqual(["seed 1, class 1, kernel rbf: no outliers", "seed 2 failed: auroc is NaN"]);
  });

  it("falls back on the reduced protocol and says so; a smoke run never counts", () => {
    const reduced = record(1, twoClasses(0.5, 0.5), { protocol: "reduced" });
    const smoke = record(2, twoClasses(0.5, 0.5), { protocol: "smoke" });
    expect(observe(quantity, threeSeeds, [reduced, smoke]).protocol).toBe("reduced");
    expect(observe(quantity, threeSeeds, [reduced, record(1, twoClasses(0.5, 0.5))]).protocol).toBe("paper");
    expect(observe(quantity, threeSeeds, [smoke]).observed).toEqual([]);
    expect(observe(quantity, { ...threeSeeds, protocol: "smoke" }, [smoke]).observed).toEqual([]);
  });

  it("names a setting in one order", () => {
    expect(describeSetting({ kernel: "rbf", gamma: 8 })).toBe("gamma 8, kernel rbf");
  });
});
