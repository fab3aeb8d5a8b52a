import { describe, expect, it } from "vitest";
import { checkMeanColumn } from "../../src/checks/weighted-means.ts";
import { unweighted } from "../../src/checks/weighting.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { byTasks, table7 } from "./table7.ts";

describe("checkMeanColumn", () => {
  const plain = unweighted(Object.keys(byTasks.weights));
  const result = checkMeanColumn({ rows: table7, weightings: [plain, byTasks] });

  it("finds the weights that make 18 of Table 7's 20 means true, and the two that stay", () => {
    expect(result.outcome).toBe("inconsistent");
    expect(result.details).toMatchObject({
      rowCount: 20,
      best: {
        name: "by one-class tasks",
        rule: "half-either",
        holds: 18,
        remaining: [
          { name: "ResNet-50 (ImageNet) / RBF", errorRounded: "-0.242" },
          { name: "ResNet-50 (ImageNet) / KDE", errorRounded: "-0.267" },
        ],
      },
      impossible: ["ResNet-50 (ImageNet) / RBF", "ResNet-50 (ImageNet) / KDE"],
    });
    expect(result.details.byWeighting).toMatchObject([
      { name: "unweighted", rule: "half-either", holds: 2 },
      {},
      {},
      {},
      {},
      {},
      {},
      {},
    ]);
    expect(result.explanation).toMatch(/^2 of 20 printed means agree with the unweighted mean of their cells\./);
  });

  it("is conditional where one weighting makes every row true, and consistent where it is the default", () => {
    const rows = table7.filter(({ name }) => !name.startsWith("ResNet-50 (ImageNet) / ") || name.endsWith("linear"));
    const searched = checkMeanColumn({ rows, weightings: [plain, byTasks] });
    expect(searched.outcome).toBe("conditional");
    expect(searched.rescuedBy).toEqual([
      "the mean by one-class tasks (f-MNIST: 10, CIFAR-10: 10, CIFAR-100: 20, Cat-vs-Dog: 2, CelebA: 1)",
    ]);
    expect(checkMeanColumn({ rows, weightings: [byTasks] }).outcome).toBe("consistent");
  });

  it("asks for one convention: rows that each hold under another weighting do not make a column true", () => {
    const cells = [
      { label: "A", value: parseDecimal("1.00") },
      { label: "B", value: parseDecimal("4.00") },
    ];
    const rows = ["2.50", "2.00"].map((text) => ({ name: text, cells, reported: parseDecimal(text) }));
    const weightings = [unweighted(["A", "B"]), { name: "by size", weights: { A: 2, B: 1 } }];
    const { outcome, details } = checkMeanColumn({ rows, weightings });
    expect(outcome).toBe("inconsistent");
    expect(details.impossible).toEqual([]);
  });
});
