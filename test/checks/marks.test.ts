import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMarks } from "../../src/checks/marks.ts";
import { decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { rational } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";

/** The K9DE report's Table 2: paper, ours, mark in the text, mark in the repository's PDF where it is another. */
const table2: readonly (readonly [string, string, string, string, string?])[] = [
  ["R18 linear f-MNIST", "50.3", "70.5", "++"],
  ["R18 linear CIFAR10", "50.1", "55.2", "≈"],
  ["R18 linear CIFAR100", "50.1", "60.7", "+"],
  ["R18 RBF f-MNIST", "89.8", "74.5", "-"],
  ["R18 RBF CIFAR10", "61.2", "60.5", "≈"],
  ["R18 RBF CIFAR100", "59.6", "63.3", "≈"],
  ["R50 linear f-MNIST", "77.0", "91.4", "++"],
  ["R50 linear CIFAR10", "67.9", "90.7", "++"],
  ["R50 linear CIFAR100", "71.0", "94.1", "++"],
  ["R50 RBF f-MNIST", "91.8", "93.8", "≈"],
  ["R50 RBF CIFAR10", "80.0", "93.1", "+"],
  ["R50 RBF CIFAR100", "83.7", "96.2", "+"],
  ["Denoising linear f-MNIST", "55.0", "92.4", "++"],
  ["Denoising linear CIFAR10", "72.6", "62.5", "-"],
  ["Denoising RBF f-MNIST", "93.9", "94.7", "≈"],
  ["Denoising RBF CIFAR10", "83.4", "67.8", "-"],
  ["Rotation linear f-MNIST", "89.0", "57.1", "-", "--"],
  ["Rotation RBF f-MNIST", "94.6", "57.1", "-", "--"],
  ["Contrastive linear f-MNIST", "92.3", "84.0", "-"],
  ["Contrastive linear CIFAR10", "90.7", "53.6", "-", "--"],
  ["Contrastive RBF f-MNIST", "93.9", "88.4", "≈"],
  ["Contrastive RBF CIFAR10", "92.5", "58.7", "-", "--"],
];

const cells = (source: "text" | "pdf") =>
  table2.map(([label, reference, value, text, pdf = text]) => ({
    label,
    reference: parseDecimal(reference),
    value: parseDecimal(value),
    mark: source === "text" ? text : pdf,
  }));

const legend = [
  { mark: "-", meaning: "lower" },
  { mark: "≈", meaning: "similar" },
  { mark: "+", meaning: "higher" },
  { mark: "++", meaning: "much higher" },
];
const withDoubleMinus = [{ mark: "--", meaning: "much lower" }, ...legend];

describe("checkMarks", () => {
  it("finds the thresholds that the four marks of the text leave, and limits alike on both sides", () => {
    const { outcome, details, explanation } = checkMarks({ cells: cells("text"), legend, scale: "absolute" });
    expect(outcome).toBe("consistent");
    expect(details.default).toMatchObject({
      thresholds: [
        { between: ["-", "≈"], lower: "-8.3", upper: "-5.5", lowerWithRounding: "-8.4", upperWithRounding: "-5.4" },
        { between: ["≈", "+"], lower: "5.1", upper: "10.6" },
        { between: ["+", "++"], lower: "13.1", upper: "14.4" },
      ],
      symmetric: {
        exists: true,
        limits: [
          { lower: "5.5", upper: "8.3" },
          { lower: "13.1", upper: "14.4" },
        ],
      },
    });
    expect(explanation).toBe(
      "Thresholds on the absolute scale fit all 22 marks, as printed: - | ≈ in -8.3 to -5.5; ≈ | + in 5.1 to 10.6; + | ++ in 13.1 to 14.4. Limits that are the same above and below exist: limit 1 in 5.5 to 8.3; limit 2 in 13.1 to 14.4.",
    );
  });

  it("finds no limits alike on both sides for the five marks of the PDF, and the pairs that contradict", () => {
    const input = { cells: cells("pdf"), legend: withDoubleMinus, scale: "absolute" } as const;
    const { outcome, details } = checkMarks(input);
    expect(outcome).toBe("consistent");
    expect(details.default).toMatchObject({
      thresholds: [{ lower: "-31.9", upper: "-15.6" }, {}, {}, {}],
      symmetric: {
        exists: false,
        conflicts: [
          ["Denoising RBF CIFAR10", "R50 linear f-MNIST"],
          ["R18 RBF f-MNIST", "R50 linear f-MNIST"],
        ],
      },
    });
    expect(checkMarks({ ...input, symmetric: true }).outcome).toBe("inconsistent");
  });

  it("finds that the relative scale contradicts the marks", () => {
    const { outcome, rescuedBy, details } = checkMarks({
      cells: cells("pdf"),
      legend: withDoubleMinus,
      scale: "relative",
    });
    expect(outcome).toBe("conditional");
    expect(rescuedBy).toEqual(["the absolute scale"]);
    expect(details.default).toMatchObject({ fits: false });
  });

  it("never calls marks inconsistent that thresholds gave to numbers before rounding", () => {
    const scenario = fc.record({
      limits: fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 })),
      pairs: fc.array(fc.tuple(fc.integer({ min: 100, max: 1000 }), fc.integer({ min: -700, max: 700 })), {
        minLength: 1,
        maxLength: 12,
      }),
      scale: fc.constantFrom("absolute", "relative"),
      rule: fc.constantFrom("half-up", "half-down", "half-even"),
    });
    fc.assert(
      fc.property(scenario, ({ limits: [near, more], pairs, scale, rule }) => {
        const far = near + more;
        const marked = pairs.map(([reference, step], index) => {
          // In hundredths; on the relative scale the limits are hundredths of the reference.
          const size = scale === "absolute" ? step : (100 * step) / reference;
          const mark = size < -far ? "--" : size < -near ? "-" : size <= near ? "≈" : size <= far ? "+" : "++";
          return {
            label: `cell ${index}`,
            reference: round(rational(reference, 100), 1, rule),
            value: round(rational(reference + step, 100), 1, rule),
            mark,
          };
        });
        const input = { cells: marked, legend: withDoubleMinus, scale, symmetric: true } as const;
        expect(checkMarks(input).outcome).toBe("consistent");
        expect(checkMarks({ ...input, symmetric: false }).outcome).toBe("consistent");
      }),
      { seed: 51, numRuns: 400 },
    );
  });

  it("decides as trying every threshold on a grid does", () => {
    const marks = ["-", "≈", "+"];
    const three = legend.slice(0, 3);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 2 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (drawn) => {
          const marked = drawn.map(([tenths, level], index) => ({
            label: `cell ${index}`,
            reference: parseDecimal("5.0"),
            value: decimal(BigInt(50 + tenths), 1),
            mark: marks[level] as string,
          }));
          // Differences within ±0.1 of the printed ones; hundredths of tenths make room for strict order.
          const grid = Array.from({ length: 241 }, (_, index) => (index - 120) / 20);
          const fits = (low: number, high: number): boolean =>
            drawn.every(([tenths, level]) => {
              const [least, most] = [tenths - 1, tenths + 1];
              return level === 0 ? least < low : level === 1 ? most >= low && least <= high : most > high;
            });
          const inclusive = grid.some((low) => grid.some((high) => low <= high && fits(low, high)));
          const { details } = checkMarks({ cells: marked, legend: three, scale: "absolute" });
          expect((details.default as { fits: boolean }).fits).toBe(inclusive);
        },
      ),
      { seed: 52, numRuns: 150 },
    );
  });

  it("refuses a mark that the legend lacks", () => {
    expect(() => checkMarks({ cells: cells("pdf"), legend, scale: "absolute" })).toThrow(
      'checkMarks, Rotation linear f-MNIST: the legend (- ≈ + ++) has no mark "--"',
    );
  });
});
