import { describe, expect, it } from "vitest";
import { paper } from "../../claims/k9de-2021/paper.ts";
import { table1, table2, table2Marks, workbook } from "../../claims/k9de-2021/tables.ts";
import { paper as original } from "../../claims/sohn-2021/paper.ts";
import { claimOf, idsWith, outcomesOf, resultOf } from "./outcomes.ts";
import { haveSecondReading, secondTable, secondText } from "./shared.ts";

const inTable2 = { "f-MNIST": "f-MNIST", CIFAR10: "CIFAR10", CIFAR100: "CIFAR100" } as const;

describe.skipIf(!haveSecondReading)("the transcription of the K9DE report against a second one", () => {
  it("has Table 1's ratings, sums, ranks and stars", () => {
    const second = secondTable("k9de-2021/k9de_report_table1_check.csv");
    expect(second).toHaveLength(table1.rowNames.length);
    for (const row of second) {
      const name = `${row.model}${row.starred}`;
      const text = (column: string): string => table1.cell(name, column).text;
      expect([text("Report Rating"), text("Code Rating"), text("Compute Rating")]).toEqual([
        row.report,
        row.code,
        row.compute,
      ]);
      expect(text("Overall Difficulty")).toBe(`${row.overall_printed} (${row.rank_printed})`);
    }
  });

  it("has Table 2's numbers, spreads and marks, and nothing else", () => {
    const second = secondTable("k9de-2021/k9de_report_table2_marks.csv");
    const filled = table2.rowNames.flatMap((row) => table2.row(row)).filter(({ isEmpty }) => !isEmpty);
    const expected = second.flatMap((row) => [row.paper_in_seed, row.ours, row.gamma_x8]).filter((text) => text !== "");
    expect(filled).toHaveLength(expected.length);
    for (const row of second) {
      const name = `${row.representation} / ${row.kernel}`;
      const dataset = inTable2[row.dataset as keyof typeof inTable2];
      const paperCell = table2.cell(name, `${dataset} / Paper`).printed();
      expect([paperCell.value.text, paperCell.spread?.text ?? ""]).toEqual([row.paper_in_seed, row.paper_sd_in_seed]);
      expect(table2.cell(name, `${dataset} / Ours`).text).toBe(marked(row.ours, row.mark_seed_text));
      expect(table2.cell(name, `${dataset} / Ours (γ*8)`).text).toBe(marked(row.gamma_x8, row.gamma_x8_mark));
      if (row.ours === "") continue;
      const pdfMark = (row.mark_repo_pdf ?? "").replace("--(en dash)", "–").replace("~", "≈");
      expect(table2Marks.cell(name, `${dataset} / Ours`).text).toBe(`(${pdfMark})`);
    }
  });

  it("has every row of Tables 1 and 2 in the report's text", () => {
    const text = secondText("k9de-2021.txt")
      .replaceAll(/\$\\gamma\*8\$/g, "γ*8")
      .replaceAll(/\$([\d.]+) \(\\approx\)\$/g, "$1 (≈)");
    const lines = text.split("\n").map((line) => line.split("\t"));
    for (const row of table2.rowNames) {
      const printed = table2.row(row).map((cell) => cell.text);
      expect(
        lines.some((line) => line.slice(2, 2 + printed.length).join("|") === printed.join("|")),
        row,
      ).toBe(true);
    }
    for (const row of table1.rowNames) {
      const printed = table1
        .row(row)
        .slice(1)
        .map((cell) => cell.text);
      expect(
        lines.some((line) => line[0] === row && line.slice(2, 6).join("|") === printed.join("|")),
        row,
      ).toBe(true);
    }
  });

  it("quotes the text where a claim carries printed words", () => {
    const text = normal(secondText("k9de-2021.txt"));
    const quoted = paper.claims.filter(({ at, printed }) => at.kind === "sentence" && printed !== undefined);
    expect(quoted.length).toBeGreaterThan(25);
    for (const { id, printed = "" } of quoted) expect(text.includes(normal(printed)), `${id}: ${printed}`).toBe(true);
  });

  it("has a claim for every sentence that prints a number", () => {
    const claimed = new Set(
      paper.claims.flatMap(({ at }) => (at.kind === "sentence" ? [`${at.section}, sentence ${at.sentence}`] : [])),
    );
    const counted = sentencesOf(secondText("k9de-2021.txt")).filter(({ text }) => /\d/.test(withoutNames(text)));
    expect(counted.length).toBeGreaterThan(25);
    expect(counted.map(({ place }) => place).filter((place) => !claimed.has(place))).toEqual([]);
  });

  it("has the workbook's complete runs, in percent", () => {
    const second = secondTable("k9de-2021/k9de_baseline_run_means.csv");
    const network: Record<string, string> = { resnet18: "ResNet18 (random)", resnet50: "ResNet50 (ImageNet)" };
    for (const row of second) {
      const column = [
        network[row.backbone ?? ""],
        row.kernel === "rbf" ? "RBF" : "Linear",
        row.dataset === "fMNIST" ? "f-MNIST" : row.dataset,
      ].join(" / ");
      const cell = workbook.cell(`${row.run_set?.charAt(0)} / ${row.run}`, column);
      expect(Number(cell.text), `${column}, run ${row.run}`).toBeCloseTo(100 * Number(row.mean_auc_recomputed), 6);
    }
  });
});

function marked(text: string | undefined, mark: string | undefined): string {
  return text === "" ? "-" : `${text} (${mark?.replace("~", "≈")})`;
}

/** The running text of the numbered sections up to the references, sentence by sentence; tables and notes left out. */
function sentencesOf(text: string): readonly { readonly place: string; readonly text: string }[] {
  const [report = ""] = text.split("# REFERENCES");
  return report.split(/^#+ (?=\**\d)/m).flatMap((part) => {
    const [heading = "", ...lines] = part.split("\n");
    const section = /^\**(\d(?:\.\d)?)/.exec(heading)?.[1];
    if (section === undefined) return [];
    const running = lines.filter((line) => !/\t|^(Table|Figure|http|#|- \d|<sup>(&lt;|\*))/.test(line)).join(" ");
    return running
      .replaceAll(/\b(i\.e|et al|eyeg)\./g, "$1")
      .split(/(?<=[.?!])\s+(?=[A-Z1])/)
      .map((sentence, index) => ({ place: `${section}, sentence ${index + 1}`, text: sentence }));
  });
}

/** Without the digits of names, years, footnotes and references. */
function withoutNames(text: string): string {
  return text.replaceAll(/<sup>.*?<\/sup>|\b(19|20)\d\d\)|\((19|20)\d\d|CIFAR\d+|ResNet ?\d+|Tables? \d|step \d/g, "");
}

/** Markup and line breaks aside. */
function normal(text: string): string {
  return text
    .replaceAll(/\$\\gamma\*8\$/g, "γ*8")
    .replaceAll(/[*$]|\\(?=_)/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(" ,", ",");
}

describe("Table 1", () => {
  it("adds up and is ranked, with one model attempted without a star", () => {
    expect(outcomesOf(paper, /^t1\..*\.sum$/)).toEqual({ consistent: 8 });
    expect(resultOf(paper, "t1.ranks").outcome).toBe("consistent");
    expect(resultOf(paper, "t1.stars")).toMatchObject({ outcome: "inconsistent", details: { counted: 4 } });
    expect(outcomesOf(paper, /^t1\.(stars\.(models|datasets)|team)$/)).toEqual({ consistent: 3 });
    expect(outcomesOf(paper, /^s2\.2\.(three|scale|score|expected|seven|compute-(hours|rating))/)).toEqual({
      consistent: 9,
    });
  });
});

describe("Table 2", () => {
  it("quotes 22 of 24 numbers rightly, and two from the row Contrastive (DA)", () => {
    expect(outcomesOf(paper, /^t2\..*\.paper$/)).toEqual({ consistent: 22, inconsistent: 2 });
    const slips = idsWith(paper, /^t2\..*\.paper$/, "inconsistent");
    expect(slips).toEqual(["t2.contrastive.linear.cifar10.paper", "t2.contrastive.rbf.cifar10.paper"]);
    for (const slip of slips) expect(resultOf(paper, slip).nearMisses[0]).toContain("Contrastive (DA)");
  });

  it("lies outside the kept runs in five of twelve cells, which other runs would explain, and three times a cut-off digit", () => {
    const outside = idsWith(paper, /kept-runs$/, "conditional");
    expect(outside).toEqual([
      "t2.resnet18.linear.cifar10.ours.kept-runs",
      "t2.resnet18.linear.cifar100.ours.kept-runs",
      "t2.resnet18.rbf.cifar100.ours.kept-runs",
      "t2.resnet50.linear.cifar100.ours.kept-runs",
      "t2.resnet50.rbf.cifar100.ours.kept-runs",
    ]);
    expect(outcomesOf(paper, /kept-runs$/)).toEqual({ consistent: 7, conditional: 5 });
    for (const id of outside) expect(resultOf(paper, id).rescuedBy.at(-1)).toContain("other runs");
    const cutOff = outside.filter((id) => resultOf(paper, id).rescuedBy.some((name) => name.includes("cut off")));
    expect(cutOff).toEqual(outside.slice(2));
  });

  it("has marks that four marks' scale allows, a relative scale does not, and no symmetric scale with five", () => {
    const { outcome, details } = resultOf(paper, "t2.marks");
    expect(outcome).toBe("consistent");
    expect((details.default as { thresholds: unknown }).thresholds).toMatchObject([
      { between: ["-", "≈"], lower: "-8.3", upper: "-5.5" },
      { between: ["≈", "+"], lower: "5.1", upper: "10.6" },
      { between: ["+", "++"], lower: "13.1", upper: "14.4" },
    ]);
    expect(details.default).toMatchObject({ symmetric: { exists: true } });
    const pdf = resultOf(paper, "t2.marks.pdf");
    expect(pdf.outcome).toBe("consistent");
    expect(pdf.explanation).toContain("No limits are the same above and below");
    expect((pdf.details.default as { thresholds: unknown }).thresholds).toMatchObject([
      { between: ["–", "-"], lower: "-31.9", upper: "-15.6" },
      { between: ["-", "≈"], lower: "-8.3", upper: "-5.5" },
      { between: ["≈", "+"], lower: "5.1", upper: "10.6" },
      { between: ["+", "++"], lower: "13.1", upper: "14.4" },
    ]);
    expect(resultOf(paper, "t2.marks.pdf.symmetric").outcome).toBe("conditional");
    expect(details.alternative).toMatchObject({ scale: "relative", fits: false });
  });
});

describe("the sentences", () => {
  it("on row means rest on a tolerance of 0.5, and on positive errors", () => {
    const table7 = resultOf(paper, "s3.6.table7-means");
    expect(table7).toMatchObject({ outcome: "conditional", details: { counted: 18 } });
    expect(table7.rescuedBy).toEqual(["a tolerance of 0.5 points instead of rounding"]);
    const table2 = resultOf(paper, "s3.6.table2-means");
    expect(table2).toMatchObject({ outcome: "conditional", details: { counted: 9 } });
    expect(table2.rescuedBy).toEqual(["a tolerance of 0.5 points instead of rounding"]);
    const errors = resultOf(paper, "s3.6.two-to-five");
    expect(errors).toMatchObject({ outcome: "conditional", details: { counted: 7 } });
    expect(errors.rescuedBy).toEqual(["positive errors only (printed above the plain mean)"]);
    expect(resultOf(paper, "s4.row-means")).toMatchObject({ outcome: "consistent", details: { counted: 2 } });
  });

  it("count what can be counted", () => {
    expect(resultOf(paper, "s2.1.runs").outcome).toBe("undecidable");
    expect(resultOf(paper, "s2.1.configurations").outcome).toBe("undecidable");
    expect(resultOf(paper, "s2.1.results").outcome).toBe("consistent");
    expect(resultOf(paper, "s2.1.files").outcome).toBe("conditional");
    expect(resultOf(paper, "s2.1.lines").outcome).toBe("inconsistent");
    expect(resultOf(paper, "s2.1.epochs").outcome).toBe("consistent");
  });

  it("on the baselines hold or fail against the table and its marks", () => {
    expect(resultOf(paper, "s3.2.linear-higher").outcome).toBe("consistent");
    expect(resultOf(paper, "s3.2.linear-significantly-higher")).toMatchObject({
      outcome: "inconsistent",
      details: { counted: 5, notHolding: [{ label: "ResNet18 (random) / Linear, CIFAR10" }] },
    });
    expect(resultOf(paper, "s3.2.rbf-matched").outcome).toBe("consistent");
    expect(resultOf(paper, "s3.2.gamma8-close").outcome).toBe("consistent");
    expect(resultOf(paper, "s3.2.gamma-default").outcome).toBe("consistent");
    expect(resultOf(paper, "s3.2.response-varied").outcome).toBe("consistent");
    expect(resultOf(paper, "s3.2.response-varied").details).toMatchObject({ counted: 3 });
    expect(outcomesOf(paper, /^s3\.2\.response-varied/)).toEqual({ consistent: 2 });
    expect(resultOf(paper, "s3.2.same-over-initialisations.fmnist").outcome).toBe("conditional");
    expect(outcomesOf(paper, /^s3\.2\.same-over/)).toEqual({ conditional: 1, consistent: 2 });
    expect(outcomesOf(paper, /^s3\.2\.one-point-(linear|rbf)$/)).toEqual({ undecidable: 2 });
  });

  it("on denoising, rotation and contrastive learning hold or fail by the report's own marks", () => {
    expect(resultOf(paper, "s3.3.fmnist-rbf-equivalent").outcome).toBe("consistent");
    expect(resultOf(paper, "s3.3.fmnist-linear-below-rbf").outcome).toBe("consistent");
    expect(resultOf(paper, "s3.3.fmnist-linear-considerably-higher").outcome).toBe("consistent");
    expect(outcomesOf(paper, /^s3\.3\.cifar10-slightly-lower/)).toEqual({ conditional: 2 });
    expect(outcomesOf(paper, /^s3\.4\.well-below/)).toEqual({ consistent: 2 });
    expect(resultOf(paper, "s3.5.fmnist-similar.linear").outcome).toBe("conditional");
    expect(resultOf(paper, "s3.5.fmnist-similar.rbf").outcome).toBe("consistent");
    expect(outcomesOf(paper, /^s3\.5\.cifar10-significantly-lower/)).toEqual({ consistent: 2 });
  });

  it("carry the loci of the report: sections and tables that it has", () => {
    const sections = new Set(paper.claims.flatMap(({ at }) => (at.kind === "sentence" ? [at.section] : [])));
    expect([...sections].sort()).toEqual([
      "1",
      "2.1",
      "2.2",
      "3.1",
      "3.2",
      "3.3",
      "3.4",
      "3.5",
      "3.6",
      "4",
      "Abstract",
    ]);
    expect(claimOf(paper, "s3.6.table7-means").at).toEqual({ kind: "sentence", section: "3.6", sentence: 2 });
  });
});

describe("links between claims", () => {
  it("lead to claims that exist, of this paper or the original", () => {
    const known = new Set([
      ...paper.claims.map(({ id }) => id),
      ...original.claims.map(({ id }) => `${original.id}:${id}`),
    ]);
    const links = paper.claims.flatMap(({ related = [] }) => related);
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((link) => !known.has(link))).toEqual([]);
    const own = new Set(original.claims.map(({ id }) => id));
    expect(original.claims.flatMap(({ related = [] }) => related).filter((link) => !own.has(link))).toEqual([]);
  });
});

describe("the measured claims", () => {
  it("measure the report's numbers by the report's variant, with margins from the kept runs' spread", () => {
    const measured = paper.claims.flatMap(({ id, basis }) =>
      basis.kind === "measured" && id.startsWith("t2.") ? [{ id, ...basis }] : [],
    );
    expect(measured).toHaveLength(9);
    for (const { quantity, plan } of measured) {
      expect(quantity.variant).toBe("k9de");
      expect(plan).toEqual({ protocol: "paper", seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
    }
    const margins = Object.fromEntries(measured.map(({ quantity, margin }) => [quantity.dataset, margin.value]));
    expect(margins).toEqual({ "fashion-mnist": "5.0", "cifar-10": "2.0", "cifar-100": "1.5" });
  });
});
