import { describe, expect, it } from "vitest";
import { paper } from "../../claims/sohn-2021/paper.ts";
import { table2, table5, table7, table8, table9, table10, table11 } from "../../claims/sohn-2021/tables.ts";
import type { Table } from "../../src/tables/table.ts";
import { idsWith, outcomesOf, resultOf } from "./outcomes.ts";
import { haveSecondReading, secondTable } from "./shared.ts";

const columns = {
  "CIFAR-10": "cifar10",
  "CIFAR-100": "cifar100",
  "f-MNIST": "fmnist",
  "Cat-vs-Dog": "catvsdog",
  CelebA: "celeba",
};

describe.skipIf(!haveSecondReading)("the transcription of Sohn et al. against a second one", () => {
  it.each([
    [table2, "sohn_table2_inferred.csv", 10],
    [table5, "sohn_table5.csv", 4],
    [table7, "sohn_table7.csv", 20],
  ])("%#: rows by representation", (table: Table, file: string, rows: number) => {
    const second = secondTable(`sohn-2021/${file}`);
    expect(second).toHaveLength(rows);
    expect(table.rowNames).toEqual(second.map((row) => `${row.representation} / ${row.classifier}`));
    for (const row of second) {
      const name = `${row.representation} / ${row.classifier}`;
      expect(table.cell(name, "Mean").text).toBe(row.mean_printed);
      for (const [column, key] of Object.entries(columns)) {
        const { value, spread } = table.cell(name, column).printed();
        expect([value.text, spread?.text ?? ""]).toEqual([row[`${key}_auc`], row[`${key}_sd`]]);
      }
    }
  });

  it.each([
    [table8, "sohn_table8_cifar10.csv", 11],
    [table9, "sohn_table9_cifar100_coarse20.csv", 21],
    [table10, "sohn_table10_fmnist.csv", 11],
    [table11, "sohn_table11_catvsdog.csv", 3],
  ])("%#: rows by class", (table: Table, file: string, rows: number) => {
    const second = secondTable(`sohn-2021/${file}`);
    expect(second).toHaveLength(rows * 10);
    expect([table.rowNames.length, table.columnNames.length]).toEqual([rows, 10]);
    for (const row of second) {
      const cell = table.cell(row.class ?? "", `${row.representation} / ${row.classifier}`);
      expect(cell.text).toBe(`${row.auc}±${row.sd}`);
    }
  });
});

describe("the means over data sets", () => {
  it("takes 2 of Table 7's 20 rows as plain means, 16 by tasks, and leaves the two that no weighting mends", () => {
    expect(outcomesOf(paper, /^t7\..*\.mean$/)).toEqual({ consistent: 2, conditional: 16, inconsistent: 2 });
    expect(idsWith(paper, /^t7\..*\.mean$/, "inconsistent")).toEqual(["t7.resnet50.rbf.mean", "t7.resnet50.kde.mean"]);
    expect(idsWith(paper, /^t7\..*\.mean$/, "consistent")).toEqual([
      "t7.resnet18.linear.mean",
      "t7.contrastive-da.kde.mean",
    ]);
  });

  it("takes 1 row of Table 5 as a plain mean, and all others by tasks", () => {
    expect(outcomesOf(paper, /^t5\..*\.mean$/)).toEqual({ consistent: 1, conditional: 3 });
  });

  it("claims nothing of single rows of Table 2, which nobody read from print", () => {
    expect(paper.claims.filter(({ id }) => id.startsWith("t2.")).map(({ id }) => id)).toEqual(["t2.means"]);
  });

  it("guesses at slips in the two rows under the weights that the others agree with, and in no other row", () => {
    for (const { id } of paper.claims.filter((claim) => /^t[57]\..*\.mean$/.test(claim.id))) {
      const { outcome, nearMisses } = resultOf(paper, id);
      if (outcome !== "inconsistent") expect(nearMisses, id).toEqual([]);
    }
    // With 84.2 or 84.3, and 83.9, printed for the mean, the rows would hold: by tasks they give 84.242 and 83.967.
    expect(resultOf(paper, "t7.resnet50.rbf.mean").nearMisses.join()).toContain("the mean meant 84.2 or 84.3 where");
    expect(resultOf(paper, "t7.resnet50.kde.mean").nearMisses.join()).toContain("the mean meant 83.9 where");
  });

  it("finds the weights by tasks among the candidates, with every other candidate's count of rows", () => {
    const { outcome, details } = resultOf(paper, "t7.means");
    expect(outcome).toBe("inconsistent");
    expect(details.best).toMatchObject({ name: "by one-class tasks", holds: 18 });
    const nearest = (details.byWeighting as readonly { name: string; rule: string; holds: number }[])
      .filter(({ rule }) => rule === "half-either")
      .map(({ name, holds }) => [name, holds]);
    expect(nearest).toEqual([
      ["unweighted", 2],
      ["by one-class tasks", 18],
      ["by one-class tasks, CIFAR-100 with its fine classes", 3],
      ["unweighted without CelebA", 1],
      ["by one-class tasks, CelebA as two", 7],
      ["by one-class tasks without CelebA", 5],
    ]);
    expect(resultOf(paper, "t5.means")).toMatchObject({ outcome: "conditional" });
    expect(resultOf(paper, "t2.means")).toMatchObject({ outcome: "conditional" });
  });

  it("prints the errors that remain: 84.0 for 84.242, 83.7 for 83.967", () => {
    const remaining = resultOf(paper, "t7.means").details.best;
    expect(JSON.stringify(remaining)).toContain('"errorRounded":"-0.242"');
    expect(JSON.stringify(remaining)).toContain('"errorRounded":"-0.267"');
  });

  it("proves that no weights give all 20 rows, nor 19 of them", () => {
    const { outcome, details } = resultOf(paper, "t7.weights-exist");
    expect(outcome).toBe("inconsistent");
    expect(details).toMatchObject({
      rowCount: 20,
      mostRows: 18,
      proved: true,
      leftOut: ["ResNet-50 (ImageNet) / OC-SVM (kernel)", "ResNet-50 (ImageNet) / KDE"],
    });
    expect(details.leavingOutOne).toHaveLength(20);
  });
});

describe("numbers that stand in two tables", () => {
  it("agree in Tables 5 and 7", () => {
    expect(outcomesOf(paper, /^t5\..*agrees-with-t7$/)).toEqual({ consistent: 18 });
  });

  it("agree in Table 7 and Tables 8 to 11, four cells of denoising apart", () => {
    expect(outcomesOf(paper, /^t(8|9|10|11)\..*agrees-with-t7$/)).toEqual({ consistent: 36, inconsistent: 4 });
    expect(idsWith(paper, /agrees-with-t7$/, "inconsistent")).toEqual([
      "t10.denoising.rbf.agrees-with-t7",
      "t10.denoising.kde.agrees-with-t7",
      "t11.denoising.rbf.agrees-with-t7",
      "t11.denoising.kde.agrees-with-t7",
    ]);
  });
});

describe("the means over classes", () => {
  it("are the plain means of their classes in all 40 columns", () => {
    expect(outcomesOf(paper, /^t(8|9|10|11)\..*\.mean$/)).toEqual({ consistent: 40 });
  });

  it("carry the mean of the classes' spreads in all 40 columns", () => {
    expect(outcomesOf(paper, /^t(8|9|10|11)\..*\.spread$/)).toEqual({ consistent: 40 });
  });
});
