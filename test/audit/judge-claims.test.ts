import { describe, expect, it } from "vitest";
import { nothingDeclared } from "../../harness/record.ts";
import { type Evidence, noEvidence } from "../../src/audit/evidence.ts";
import { judgeMeasured } from "../../src/audit/judge-measured.ts";
import { judgeOrdering } from "../../src/audit/judge-ordering.ts";
import { judgeSpread } from "../../src/audit/judge-spread.ts";
import { pairObservations } from "../../src/audit/pair-observations.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";
import type { MeasuredBasis, OrderingBasis, SpreadBasis } from "../../src/paper/claim.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { quantity, record, threeSeeds, twoClasses } from "./records.ts";

const evidenceOf = (...records: Evidence["records"]): Evidence => ({ records, presentCode: {} });

const basis: MeasuredBasis = {
  kind: "measured",
  quantity,
  plan: threeSeeds,
  reported: parsePrinted("62.5"),
  margin: { value: "2.0", reason: "stated beforehand" },
  split: "same",
};

/** One cell a seed whose mean over the classes is the value, in percent. */
const cells = (values: readonly number[], at = {}, changes = {}) =>
  values.map((value, index) => record(index + 1, twoClasses(value / 100, value / 100, at), {}, changes));

describe("a printed number against runs", () => {
  it("is not run without a single value, with the command that would run it", () => {
    const decision = judgeMeasured("a-paper", basis, noEvidence);
    expect(decision).toMatchObject({
      verdict: "not-run",
      reason: "no run of its pipeline is in the evidence",
      command: "assay run a-paper --pipeline example --variant plain --dataset dots --seeds 3",
      measurement: { reported: { text: "62.5", value: 62.5, halfUnit: 0.05 }, margin: { value: 2 }, judged: [] },
    });
    const failed = record(1, [], {}, { outcome: { kind: "timed-out", limitSeconds: 5 } });
    expect(judgeMeasured("a-paper", basis, evidenceOf(failed)).reason).toBe(
      "no run gave a value: seed 1 timed out after 5 s",
    );
  });

  it("is reproduced by close runs and refuted by distant ones", () => {
    const close = judgeMeasured("a-paper", basis, evidenceOf(...cells([62.4, 62.6, 62.5])));
    expect(close).toMatchObject({ verdict: "reproduced", indication: false });
    expect(close.measurement?.judged[0]?.mean).toBeCloseTo(62.5, 10);
    expect(judgeMeasured("a-paper", basis, evidenceOf(...cells([50.1, 50, 49.9]))).verdict).toBe("refuted");
  });

  it("stays inconclusive while the plan is only partly run, and says what it would be", () => {
    const { verdict, reason } = judgeMeasured(
      "a-paper",
      { ...basis, plan: { ...threeSeeds, seeds: [1, 2, 3, 4] } },
      evidenceOf(...cells([50.1, 50, 49.9])),
    );
    expect(verdict).toBe("inconclusive");
    expect(reason).toMatch(/^3 of 4 planned seeds are done; so far: refuted, /);
  });

  it("says why a planned seed is missing", () => {
    const failed = record(3, [], {}, { outcome: { kind: "failed", reason: "auroc is NaN" } });
    const { reason } = judgeMeasured("a-paper", basis, evidenceOf(...cells([62.4, 62.6]), failed));
    expect(reason).toMatch(/^2 of 3 planned seeds are done \(seed 3 failed: auroc is NaN\); so far: /);
  });

  it("is an indication under the reduced protocol", () => {
    const reduced = [1, 2, 3].map((seed) => record(seed, twoClasses(0.5, 0.5 + seed / 1000), { protocol: "reduced" }));
    expect(judgeMeasured("a-paper", basis, evidenceOf(...reduced))).toMatchObject({
      verdict: "refuted",
      indication: true,
    });
  });

  it("depends on a freedom where its values disagree, and never takes the best match", () => {
    const both = [62.4, 62.6, 62.5].map((value, index) =>
      record(index + 1, [
        ...twoClasses(value / 100, value / 100, { stem: "cifar" }),
        ...twoClasses(0.5, 0.5 + index / 1000, { stem: "imagenet" }),
      ]),
    );
    const decision = judgeMeasured("a-paper", basis, evidenceOf(...both));
    expect(decision).toMatchObject({ verdict: "inconclusive", reason: "depends on stem" });
    expect(decision.measurement?.judged.map(({ verdict }) => verdict)).toEqual(["reproduced", "refuted"]);
    expect(decision.explanation).toMatch(
      /^Of 2 settings 1 reproduced, 1 refuted; our means lie between 50\.05 and 62\.5\. With stem cifar: .* With stem imagenet: /s,
    );
  });

  it("has one sentence for settings that agree, and one of them in full", () => {
    const stems = ["a", "b", "c", "d"];
    const alike = [62.4, 62.6, 62.5].map((value, index) =>
      record(
        index + 1,
        stems.flatMap((stem, of) => twoClasses((value + of / 10) / 100, (value + of / 10) / 100, { stem })),
      ),
    );
    const { explanation } = judgeMeasured("a-paper", basis, evidenceOf(...alike));
    expect(explanation).toMatch(
      /^All 4 settings are reproduced; our means lie between 62\.5 and 62\.8\. With stem a: .* And 3 more that agree\.$/s,
    );
    expect(explanation).not.toContain("With stem b");
  });

  it("has the default options first, and the others after them", () => {
    const runs = [{}, { epochs: 5 }].flatMap((options) =>
      [62.4, 62.6, 62.5].map((value, index) =>
        record(
          index + 1,
          twoClasses(value / 100, value / 100),
          { options: { epochs: 9, ...options } },
          {
            declared: { ...nothingDeclared, defaults: { epochs: 9 } },
          },
        ),
      ),
    );
    const varied = { ...basis, plan: { ...basis.plan, options: [{ epochs: 5 }, {}] } };
    const { measurement, explanation } = judgeMeasured("a-paper", varied, evidenceOf(...runs));
    expect(measurement?.judged.map(({ freedoms }) => freedoms)).toEqual([{}, { epochs: 5 }]);
    expect(explanation).toContain("With the defaults: ");
  });

  it("is not refuted while something assumed is not varied", () => {
    const declared = {
      ...nothingDeclared,
      hyperparameters: [{ name: "gamma", value: 1, source: { kind: "assumed" as const, reason: "not printed" } }],
      freedoms: [{ name: "gamma", values: [1, 8], varied: "within-cell" as const, why: "not printed" }],
    };
    const judge = (...gammas: readonly number[]) =>
      judgeMeasured(
        "a-paper",
        basis,
        evidenceOf(
          ...[0.501, 0.5, 0.499].map((value, index) =>
            record(
              index + 1,
              gammas.flatMap((gamma) => twoClasses(value, value, { gamma })),
              {},
              { declared },
            ),
          ),
        ),
      );
    expect(judge(1)).toMatchObject({
      verdict: "inconclusive",
      reason: "refuted under every value run, but gamma assumed and not varied",
    });
    expect(judge(1, 8).verdict).toBe("refuted");
  });

  it("is refuted on unknown examples only where another draw of them does not explain it", () => {
    const runs = evidenceOf(...cells([59.1, 59, 58.9]));
    const unknown = { ...basis, split: "unknown" } as const;
    const tested = (count: number): MeasuredBasis => ({
      ...unknown,
      examples: { kind: "area", positives: count, negatives: count, scale: 100, source: "Section 4" },
    });
    expect(judgeMeasured("a-paper", basis, runs).verdict).toBe("refuted");
    expect(judgeMeasured("a-paper", unknown, runs)).toMatchObject({
      verdict: "inconclusive",
      reason: "split not fixed",
    });
    expect(judgeMeasured("a-paper", tested(500), runs)).toMatchObject({
      verdict: "inconclusive",
      reason: "split not fixed",
    });
    expect(judgeMeasured("a-paper", tested(50_000), runs).verdict).toBe("refuted");
  });
});

describe("an ordering", () => {
  const linear = { ...quantity, where: { kernel: "linear" } };
  const ordering: OrderingBasis = { kind: "ordering", higher: quantity, lower: linear, plan: threeSeeds };
  /** Per seed: the higher and the lower quantity, in percent. */
  const pairs = (values: readonly (readonly [number, number])[]) =>
    values.map(([higher, lower], index) =>
      record(index + 1, [
        ...twoClasses(higher / 100, higher / 100),
        { metric: "auroc", at: { kernel: "linear", class: 0 }, value: lower / 100 },
      ]),
    );
  const leading = pairs([
    [70, 60],
    [73, 61],
    [71, 60],
  ]);

  it("is judged by the leads at each seed", () => {
    const decision = judgeOrdering("a-paper", ordering, evidenceOf(...leading));
    expect(decision.verdict).toBe("reproduced");
    const [judged] = decision.measurement?.judged ?? [];
    expect(judged?.values.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    for (const [index, lead] of [10, 12, 11].entries()) expect(judged?.values[index]?.value).toBeCloseTo(lead, 10);
    expect(judged?.mean).toBeCloseTo(11, 10);
    expect(judged?.sd).toBeCloseTo(1, 10);
    expect(
      judgeOrdering("a-paper", { ...ordering, higher: linear, lower: quantity }, evidenceOf(...leading)).verdict,
    ).toBe("refuted");
  });

  it("asks for a lead of its own where one is claimed", () => {
    const by = { value: "12", reason: "considerably" };
    const decision = judgeOrdering("a-paper", { ...ordering, by }, evidenceOf(...leading));
    expect(decision.verdict).not.toBe("reproduced");
    expect(decision.measurement?.judged[0]?.mean).toBeCloseTo(11, 10);
    expect(decision.measurement?.margin).toEqual({ value: 12, reason: "considerably" });
  });

  it("is not run while one side is missing, or while no seed has both", () => {
    const [first, second] = leading.map(({ measurements }) => measurements);
    const rbfOnly = record(
      1,
      (first ?? []).filter(({ at }) => at.kernel === "rbf"),
    );
    const linearOnly = record(
      2,
      (second ?? []).filter(({ at }) => at.kernel === "linear"),
    );
    expect(judgeOrdering("a-paper", ordering, evidenceOf(rbfOnly)).verdict).toBe("not-run");
    expect(judgeOrdering("a-paper", ordering, evidenceOf(rbfOnly, linearOnly))).toMatchObject({
      verdict: "not-run",
      reason: "no run gave a value: no seed has both sides",
    });
  });

  it("counts the seeds that both have", () => {
    const partial = [...leading.slice(0, 2), record(3, twoClasses(0.7, 0.7))];
    expect(judgeOrdering("a-paper", ordering, evidenceOf(...partial)).reason).toMatch(/^2 of 3 planned seeds are done/);
  });

  it("compares settings of the same freedoms with each other", () => {
    const swept = leading.map(({ measurements }, index) =>
      record(
        index + 1,
        ["cifar", "imagenet"].flatMap((stem) => measurements.map((each) => ({ ...each, at: { ...each.at, stem } }))),
      ),
    );
    const { measurement } = judgeOrdering("a-paper", ordering, evidenceOf(...swept));
    expect(measurement?.judged.map(({ freedoms }) => freedoms)).toEqual([{ stem: "cifar" }, { stem: "imagenet" }]);
  });

  it("keeps to the same value of a freedom where the two sides differ in another one by nature, and names both of that", () => {
    const at = (stem: string, epochs: number) => ({
      freedoms: { stem, epochs },
      values: [{ seed: 1, value: 1 }],
      mean: 1,
    });
    const above = ["cifar", "imagenet"].map((stem) => at(stem, 5));
    const below = ["cifar", "imagenet"].map((stem) => at(stem, 9));
    const pairs = pairObservations(above, below).map(({ freedoms }) => freedoms);
    expect(pairs).toEqual([
      { stem: "cifar", epochs: "5 over 9" },
      { stem: "imagenet", epochs: "5 over 9" },
    ]);
    expect(pairObservations(above, [{ ...at("", 9), freedoms: { epochs: 9 } }])).toHaveLength(2);
  });

  it("names a freedom that the lower side alone has", () => {
    const at = (freedoms: Coordinates) => ({ freedoms, values: [{ seed: 1, value: 1 }], mean: 1 });
    const paired = pairObservations([at({})], [at({ condition: "kept" }), at({ condition: "again" })]);
    expect(paired.map(({ freedoms }) => freedoms)).toEqual([{ condition: "kept" }, { condition: "again" }]);
  });
});

it("says of a bound of ours that nobody printed it", () => {
  const basis: MeasuredBasis = {
    ...{ kind: "measured", quantity, plan: threeSeeds, reported: parsePrinted("50"), split: "same" },
    ...{ margin: { value: "0", reason: "a half" }, sided: "at-least" },
  };
  const textOf = (one: MeasuredBasis) => judgeMeasured("a-paper", one, noEvidence).measurement?.reported?.text;
  expect([textOf(basis), textOf({ ...basis, bound: "ours" })]).toEqual(["50", "50 (our bound)"]);
});

describe("a spread over seeds", () => {
  const linear = { ...quantity, where: { kernel: "linear" } };
  const both = (values: readonly (readonly [number, number])[]) =>
    values.map(([wide, narrow], index) =>
      record(index + 1, [
        ...twoClasses(wide / 100, wide / 100),
        { metric: "auroc", at: { kernel: "linear", class: 0 }, value: narrow / 100 },
      ]),
    );
  const plan = { ...threeSeeds, seeds: [1, 2, 3, 4, 5] };
  const runs = both([
    [70, 60.1],
    [80, 60],
    [75, 60.2],
    [66, 60.1],
    [84, 60],
  ]);
  const wider: SpreadBasis = {
    kind: "spread",
    of: quantity,
    than: { kind: "quantity", quantity: linear, relative: false },
    plan,
  };
  const differs = (value: string): SpreadBasis => ({
    ...wider,
    than: { kind: "run-difference", atLeast: { value, reason: "as printed" } },
  });

  it("is compared with another quantity's at the same seeds", () => {
    const decision = judgeSpread("a-paper", wider, evidenceOf(...runs));
    expect(decision).toMatchObject({ verdict: "reproduced", indication: false });
    const [judged] = decision.measurement?.judged ?? [];
    expect(judged?.mean).toBeCloseTo(75, 10);
    expect(judged?.explanation).toMatch(/^Standard deviations 7\.28 against 0\.08367 over 5 seeds/);
    const narrower: SpreadBasis = { ...wider, of: linear, than: { kind: "quantity", quantity, relative: true } };
    expect(judgeSpread("a-paper", narrower, evidenceOf(...runs)).verdict).toBe("refuted");
  });

  it("is compared with a claimed difference of two runs", () => {
    // The expected difference is 1.128 times the standard deviation of 7.28 points, its lower bound 5.3.
    expect(judgeSpread("a-paper", differs("5"), evidenceOf(...runs)).verdict).toBe("reproduced");
    expect(judgeSpread("a-paper", differs("6"), evidenceOf(...runs))).toMatchObject({
      verdict: "inconclusive",
      measurement: { margin: { value: 6, reason: "as printed" } },
    });
    expect(judgeSpread("a-paper", differs("20"), evidenceOf(...runs)).verdict).toBe("refuted");
  });

  it("is open where a value has no relative spread, and never an error", () => {
    const relative: SpreadBasis = { ...wider, than: { kind: "quantity", quantity: linear, relative: true } };
    const [first = [0, 0], ...others] = [
      [70, 0],
      [80, 60],
      [75, 60.2],
      [66, 60.1],
      [84, 60],
    ] as const;
    expect(judgeSpread("a-paper", relative, evidenceOf(...both([first, ...others])))).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringMatching(
        /^4 of 5 planned seeds are done \(a value that is not positive has no relative spread\)/,
      ),
    });
    const none = evidenceOf(...both([first, first, first]));
    expect(judgeSpread("a-paper", relative, none)).toMatchObject({
      verdict: "not-run",
      reason: "no run gave a value: a value that is not positive has no relative spread",
    });
  });

  it("is not run while a side is missing, and open while seeds are", () => {
    const alone = runs.map(({ measurements }, index) =>
      record(
        index + 1,
        measurements.filter(({ at }) => at.kernel === "rbf"),
      ),
    );
    expect(judgeSpread("a-paper", wider, evidenceOf(...alone)).verdict).toBe("not-run");
    expect(judgeSpread("a-paper", wider, noEvidence).verdict).toBe("not-run");
    expect(judgeSpread("a-paper", wider, evidenceOf(...runs.slice(0, 4))).reason).toMatch(
      /^4 of 5 planned seeds are done; so far: reproduced, /,
    );
  });
});
