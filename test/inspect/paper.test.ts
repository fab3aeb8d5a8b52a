import { describe, expect, it } from "vitest";
import { inspected, type MadeTable, outcomeOf, sentenceOf } from "./paper-of.ts";

const main: MadeTable = {
  label: "tab:main",
  caption: "Test accuracy in percent.",
  rows: [
    ["Method", "CIFAR-10", "SVHN-Extra", "STL-10", "Avg."],
    ["ResNet-50", "84.1", "91.20", "76.3", "83.9"],
    ["MC-Net", "87.3", "90.40", "78.0", "85.2"],
    ["MC-Net++", "88.37", "92.10", "77.1", "85.9"],
  ],
};
const ablation: MadeTable = {
  label: "tab:ablation",
  caption: "Ablation on ImageNet-V2.",
  rows: [
    ["Model", "Top-1"],
    ["MC-Net", "71.2"],
    ["MC-Net++", "72.9"],
  ],
};

describe("a number given as a cell's value", () => {
  it.each([
    ["MC-Net achieves 87.3% on CIFAR-10.", "consistent"],
    ["As Table [ref:tab:main] shows, MC-Net++ reaches an accuracy of 88.4 % on CIFAR-10.", "consistent"],
    ["On CIFAR10, ResNet-50 obtains 84.1.", "consistent"],
    ["MC-Net and ResNet-50 achieve 87.3% and 84.1% on CIFAR-10, respectively (Table [ref:tab:main]).", "consistent"],
    ["MC-Net achieves 87.3% and 78.0% on CIFAR-10 and STL-10, respectively.", "consistent"],
    ["On average, MC-Net++ achieves 85.9%.", "consistent"],
  ])("agrees: %s", (sentence, outcome) => {
    expect(outcomeOf([main, ablation], sentence)).toBe(outcome);
  });

  it("contradicts where the sentence names the table, the row and the column", () => {
    const { findings } = inspected([main], ["MC-Net achieves 87.8% on CIFAR-10 (Table [ref:tab:main])."]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ strength: "contradiction", check: "sentence-value" });
    expect(findings[0]?.headline).toContain('87.8 is printed, but table 1 (tab:main) prints 87.3 in row "MC-Net"');
    expect(findings[0]?.accused[0]?.place).toEqual({ file: "main.tex", line: 1, column: 1 });
    expect(findings[0]?.related[0]?.place).toEqual({ file: "main.tex", line: 102, column: 2 });
    expect(findings[0]?.result.nearMisses).toEqual(["87.8 is 87.3 with one other digit"]);
  });

  it("says whose number it is where another cell prints it", () => {
    const { findings } = inspected([main], ["MC-Net achieves 84.1% on CIFAR-10 (Table [ref:tab:main])."]);
    expect(findings[0]?.result.nearMisses[0]).toBe('84.1 is the number of row "ResNet-50"');
  });

  it("says nothing where two rows are called alike, or where the table holds another metric", () => {
    const twice: MadeTable = {
      label: "tab:main",
      caption: "F1 scores.",
      rows: [
        ["Method", "CIFAR-10", "STL-10"],
        ["MC-Net", "87.3", "70.0"],
        ["ResNet-50", "85.0", "66.0"],
        ["ResNet-50", "86.1", "68.0"],
      ],
    };
    expect(outcomeOf([twice], "ResNet-50 achieves 84.2% on CIFAR-10 (Table [ref:tab:main]).")).toBe("nothing");
    expect(outcomeOf([twice], "ResNet-50 achieves 86.1% on CIFAR-10 (Table [ref:tab:main]).")).toBe("consistent");
    expect(outcomeOf([twice], "MC-Net achieves an accuracy of 89.9% on CIFAR-10 (Table [ref:tab:main]).")).toBe(
      "nothing",
    );
    expect(outcomeOf([twice], "MC-Net achieves 89.9% on CIFAR-10 (Table [ref:tab:main]).")).toBe("contradiction");
  });

  it("rounds, but not twice or the wrong way", () => {
    expect(outcomeOf([main], "MC-Net++ achieves 88.3% on CIFAR-10 (Table [ref:tab:main]).")).toBe("conditional");
    expect(outcomeOf([main], "MC-Net++ achieves 88.5% on CIFAR-10 (Table [ref:tab:main]).")).toBe("suspicion");
  });

  it("is suspicious where the sentence does not name the table", () => {
    expect(outcomeOf([main], "MC-Net achieves 87.8% on CIFAR-10.")).toBe("suspicion");
  });

  it.each([
    "Without augmentation, MC-Net achieves 86.1% on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net without dropout achieves 86.1% on CIFAR-10 (Table [ref:tab:main]).",
    "The previous version of MC-Net achieves 86.1% on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net trained for 100 epochs achieves 86.1% on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net achieves up to 89.1% on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net-Large achieves 89.1% on CIFAR-10 (Table [ref:tab:main]).",
    "Dense MC-Net achieves 89.1% on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net achieves 89.1% on CIFAR-100 (Table [ref:tab:main]).",
    "MC-Net achieves 89.1% on CIFAR-10-C (Table [ref:tab:main]).",
    "[citation] show that MC-Net achieves 89.1% on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net has a training accuracy of 99.1% on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net achieves an F1 of 85.1% on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net achieves 89.1% on CIFAR-10 (Figure [ref:fig:curves]).",
    "MC-Net achieves 89.1% on CIFAR-10 (Table [ref:tab:unread]).",
    "MC-Net does not achieve 89.1% on CIFAR-10 (Table [ref:tab:main]).",
  ])("says nothing of what may be another setting: %s", (sentence) => {
    expect(outcomeOf([main], sentence)).toBe("nothing");
  });
});

describe("a sentence in a paper's own words", () => {
  const grouped: MadeTable = {
    label: "tab:fid",
    caption: "Zero-shot and finetuned models.",
    rows: [
      [
        "Model",
        "LN-COCO FID / Zero-shot",
        "LN-COCO FID / Finetuned",
        "MS-COCO FID / Zero-shot",
        "MS-COCO FID / Finetuned",
      ],
      ["Retrieval Baseline", "33.59", "16.48", "17.97", "6.82"],
      ["XMC-GAN", "-", "14.12", "-", "9.33"],
      ["Pinxi", "15.97", "8.39", "7.23", "3.22"],
    ],
  };

  it.each([
    ["MC-Net is competitive on SVHN-Extra - 90.40% (Table [ref:tab:main]).", "consistent"],
    ["MC-Net reaches 87.3% and 78.0% on CIFAR-10 and STL-10 correspondingly (Table [ref:tab:main]).", "consistent"],
    ["MC-Net reaches 87.3% and 79.0% on CIFAR-10 and STL-10 correspondingly (Table [ref:tab:main]).", "contradiction"],
  ])("is read with dashes and other words for in turn: %s %s", (sentence, outcome) => {
    const { findings, tallies } = inspected([main], [sentence]);
    const consistent = tallies.some((tally) => tally.consistent > 0) ? "consistent" : "nothing";
    expect(findings[0]?.strength ?? consistent).toBe(outcome);
  });

  it.each([
    ["On LN-COCO, Pinxi reaches a finetuned FID of 8.39, far below XMC-GAN's 14.12.", []],
    ["On LN-COCO, Pinxi reaches a finetuned FID of 8.29, far below XMC-GAN's finetuned 14.12.", []],
    [
      "On LN-COCO, Pinxi reaches a finetuned FID of 8.29, which improves on XMC-GAN's finetuned 14.12 and the retrieval baseline's 16.48.",
      ["8.29"],
    ],
    [
      "Pinxi reaches a finetuned FID of 8.29, which improves on XMC-GAN's finetuned 14.12 and the retrieval baseline's 16.48.",
      [],
    ],
    [
      "On LN-COCO, the larger Pinxi reaches a finetuned FID of 8.29, which improves on XMC-GAN's finetuned 14.12 and the retrieval baseline's 16.48.",
      [],
    ],
  ])("speaks of the table that two of its other numbers are of: %s", (sentence, flagged) => {
    const { findings } = inspected([grouped, main], [sentence]);
    expect(findings.map(({ accused }) => accused[0]?.text)).toEqual(flagged);
  });

  it("decides numbers of a row that it names beside a word of the column's name", () => {
    const sentence =
      "We improve on the state of the art, with 7.23 zero-shot for Pinxi and 9.33 finetuned for XMC-GAN.";
    expect(outcomeOf([grouped], sentence)).toBe("consistent");
    expect(outcomeOf([grouped], sentence.replace("7.23", "7.29").replace("9.33", "9.41"))).toBe("nothing");
  });
});

describe("a difference", () => {
  it.each([
    "MC-Net improves over ResNet-50 by 3.2 points on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net outperforms ResNet-50 by 3.8 % on CIFAR-10 (Table [ref:tab:main]).", // 3.2 / 84.1
    "MC-Net outperforms ResNet-50 by 3.7 % on CIFAR-10 (Table [ref:tab:main]).", // 3.2 / 87.3
    "MC-Net outperforms ResNet-50 by 20.1 % on CIFAR-10 (Table [ref:tab:main]).", // of the error: 3.2 / 15.9
    "On average, MC-Net++ achieves 0.7 and 2.0 points improvements over MC-Net and ResNet-50, respectively.",
    "MC-Net++ improves over ResNet-50 by 4.3 and 0.9 points on CIFAR-10 and SVHN-Extra, respectively.",
    "Accuracy increases from 84.1 to 87.3, an improvement of 3.2 points.",
    "MC-Net improves by 3.8% over the baseline (87.3 vs. 84.1).",
  ])("agrees: %s", (sentence) => {
    expect(outcomeOf([main, ablation], sentence)).toBe("consistent");
  });

  it.each([
    "MC-Net improves over ResNet-50 by 4.2 points on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net outperforms ResNet-50 by 2.8 % on CIFAR-10 (Table [ref:tab:main]).",
    "Accuracy increases from 84.1 to 87.3, an improvement of 3.7 points.",
    "MC-Net improves by 4.9% over the baseline (87.3 vs. 84.1).",
  ])("is suspicious: %s", (sentence) => {
    expect(outcomeOf([main, ablation], sentence)).toBe("suspicion");
  });

  it.each([
    "Accuracy increases from 84.1% to 87.3% (95% CI 86.9–87.7).",
    "Accuracy increases from 84.1% to 87.3% with 20% of the data.",
    "On 50% of the data, accuracy improves (87.3 vs. 84.1).",
    "MC-Net improves over ResNet-50 by more than 2.9 points on CIFAR-10 (Table [ref:tab:main]).",
    "MC-Net improves over ResNet-50 by 4.2 points on CIFAR-10 after fine-tuning (Table [ref:tab:main]).",
    "MC-Net improves over ResNet-50 by 4.2 points (Table [ref:tab:main]).",
    "MC-Net improves over ResNet-50 by 4.2 points on CIFAR-10.",
  ])("says nothing: %s", (sentence) => {
    expect(outcomeOf([main, ablation], sentence)).toBe("nothing");
  });
});

it("finds the slip where a table prints what was meant", () => {
  const { findings } = inspected([main], ["MC-Net improves accuracy by 3.8% (87.3 vs. 84.7)."]);
  expect(findings[0]?.result.nearMisses[0]).toContain(
    'with 84.1 in place of 84.7 it agrees; table 1 (tab:main), row "ResNet-50", column "CIFAR-10" prints that',
  );
});

// Gains that a draft on monocular 3D detection prints, with the two numbers that it gives for each; its table has 16.54.
it.each([
  ["an increase of 22% (17.03 vs 13.96)", "consistent"],
  ["an improvement of 58% and 75% (22.31 vs 14.10 and 12.68 respectively)", "conditional"], // 75.95, cut off
  ["an improvement of 11% (i.e. 13.05 vs 11.72)", "consistent"],
  ["an improvement of 21% (i.e. 20.09 vs. 15.54)", "suspicion"],
  ["an improvement of up to 30% (0.166 vs 0.245)", "nothing"],
])("a published gain: %s", (gain, outcome) => {
  const published: MadeTable = {
    label: "tab:test",
    rows: [
      ["Depth net", "Easy", "Med"],
      ["MonoDIS (multi)", "16.54", "12.97"],
      ["Ours FCOS-3D", "20.09", "12.81"],
    ],
  };
  expect(outcomeOf([published], `The detector shows ${gain}.`)).toBe(outcome);
  const { findings } = inspected([published], [`The detector shows ${gain}.`]);
  const meant = findings.flatMap(({ result }) => result.nearMisses);
  expect(meant.some((words) => words.includes("with 16.54 in place of 15.54"))).toBe(gain.includes("15.54"));
});

it("reads hostile sentences without delay", () => {
  const hostile = [
    `from 1.5% to 2.5% ${"a ".repeat(900)}3.5%`,
    `improves by 3% ${"(".repeat(1900)}`,
    `improves ${"1.5% vs ".repeat(240)}`,
    `MC-Net achieves ${"87.3 ".repeat(380)}on CIFAR-10`,
    "MC-Net".repeat(330),
    "A".repeat(1990),
  ];
  const started = process.cpuUsage().user;
  inspected([main], hostile);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(2);
});

describe("a count of firsts", () => {
  it.each([
    ["MC-Net++ is best on 2 of 3 datasets (Table [ref:tab:main]).", "consistent"],
    ["MC-Net achieves the highest accuracy on one of the three datasets (Table [ref:tab:main]).", "consistent"],
    ["MC-Net++ achieves the best results on all datasets (Table [ref:tab:main]).", "suspicion"],
    ["MC-Net++ achieves the highest accuracy on all datasets (Table [ref:tab:main]).", "suspicion"],
    ["MC-Net achieves the highest accuracy on 2 of the 3 datasets (Table [ref:tab:main]).", "suspicion"],
    ["MC-Net++ is best on 3 of 7 datasets (Table [ref:tab:main]).", "nothing"],
    ["Among small models, MC-Net is best on 3 of 3 datasets (Table [ref:tab:main]).", "nothing"],
  ])("%s %s", (sentence, outcome) => {
    expect(outcomeOf([main], sentence)).toBe(outcome);
  });

  it("leaves ties open both ways", () => {
    const tied: MadeTable = {
      label: "tab:tied",
      caption: "Accuracy.",
      rows: [
        ["Method", "CIFAR-10", "STL-10", "SVHN-Extra"],
        ["MC-Net", "87.3", "70.0", "91.0"],
        ["ResNet-50", "87.3", "71.0", "90.0"],
      ],
    };
    const said = (count: number) =>
      outcomeOf([tied], `MC-Net achieves the highest accuracy on ${count} of 3 datasets (Table [ref:tab:tied]).`);
    expect([0, 1, 2, 3].map(said)).toEqual(["suspicion", "consistent", "consistent", "suspicion"]);
  });
});

describe("a range", () => {
  it.each([
    ["The accuracies of MC-Net++ range from 77.1 to 92.1 (Table [ref:tab:main]).", "consistent"],
    ["The accuracies of MC-Net++ range between 77.1 % and 92.4 % (Table [ref:tab:main]).", "suspicion"],
    ["The accuracies of MC-Net++ range from 77.4 to 92.4 without augmentation (Table [ref:tab:main]).", "nothing"],
  ])("%s %s", (sentence, outcome) => {
    expect(outcomeOf([{ ...main, caption: "Accuracies." }], sentence)).toBe(outcome);
  });
});

describe("a result that is said twice in the same words", () => {
  const said = (number: string, section: string, line: number) =>
    sentenceOf(`Our method improves the state of the art by ${number} points on this task.`, line, section);
  const strengths = (first: [string, string], second: [string, string]) =>
    inspected([], [said(...first, 1), said(...second, 9)]).findings.map(({ strength }) => strength);

  it("is suspicious with two numbers, once where the paper sums up", () => {
    expect(strengths(["3.2", "Abstract"], ["3.4", "Results"])).toEqual(["suspicion"]);
    expect(strengths(["3.2", "Abstract"], ["3.24", "Results"])).toEqual([]);
    expect(strengths(["3.2", "Ablation"], ["3.4", "Results"])).toEqual([]);
  });
});

describe("inspectPaper", () => {
  it("counts the sentences with numbers, and those that were decided", () => {
    const { sentences, tallies } = inspected(
      [main],
      [
        "We use 3 GPUs.",
        "MC-Net achieves 87.3% on CIFAR-10.",
        "No number here.",
        "The learning rate is 0.1 in all cases.",
      ],
    );
    expect(sentences.decided).toBe(1);
    expect(sentences.seen).toBeGreaterThanOrEqual(1);
    expect(tallies).toEqual([
      { check: "sentence-value", asked: 1, consistent: 1, inconsistent: 0, conditional: 0, undecidable: 0 },
    ]);
  });

  it("asks only the checks that were chosen", () => {
    const wrong = ["MC-Net achieves 87.8% on CIFAR-10 (Table [ref:tab:main])."];
    expect(inspected([main], wrong, ["mean-row"]).findings).toEqual([]);
    expect(inspected([main], wrong, ["sentence-value"]).findings).toHaveLength(1);
    expect(inspected([main], wrong, ["sentence-value"]).tables[0]?.tallies).toEqual([]);
    expect(() => inspected([main], wrong, ["no-check"])).toThrow(/there is no check "no-check"/);
  });

  it("takes the table that the section spoke of last", () => {
    const difference = "MC-Net improves over ResNet-50 by 4.2 points on CIFAR-10.";
    const flags = (first: string, section: string) =>
      inspected([main], [sentenceOf(first, 1, section), sentenceOf(difference, 2)]).findings.map(
        ({ strength }) => strength,
      );
    expect(flags("Table [ref:tab:main] compares methods.", "Results")).toEqual(["suspicion"]);
    expect(flags("Table [ref:tab:main] compares methods.", "Method")).toEqual([]);
    expect(flags("Figure [ref:fig:main] compares methods.", "Results")).toEqual([]);
  });
});
