import { describe, expect, it } from "vitest";
import { paper } from "../../claims/hscae/paper.ts";
import { table1, table2, table3 } from "../../claims/hscae/tables.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { noEvidence } from "../../src/audit/evidence.ts";
import { verifyTranscription } from "../../src/paper/transcription/verify-transcription.ts";
import { claimOf, idsWith, outcomesOf, resultOf } from "./outcomes.ts";
import { haveTextOf, secondText } from "./shared.ts";

const text = "hscae.txt";

describe.skipIf(!haveTextOf("hscae"))("the transcription of the HSCAE report against its text", () => {
  it("has every row of the three tables, cell by cell, and no other", () => {
    const rows = secondText(text)
      .split("\n")
      .filter((line) => line.startsWith("|") && /\d\d\.\d\d/.test(line))
      .map((line) => line.split("|").flatMap((cell) => (cell.trim() === "" ? [] : [cell.trim()])));
    const ours = [table1, table2, table3].flatMap((table) =>
      table.rowNames.map((row) => [...(row === "Ensemble" ? [] : [row]), ...table.row(row).map((cell) => cell.text)]),
    );
    expect(rows).toHaveLength(8);
    expect(ours).toEqual(rows);
  });

  it("quotes each sentence where a claim carries printed words", () => {
    const sentences = new Map(
      sentencesOf(secondText(text)).map(({ place, text: words }) => [place, withoutMarkup(words)]),
    );
    const quoted = paper.claims.filter(({ at, printed }) => at.kind === "sentence" && printed !== undefined);
    expect(quoted.length).toBeGreaterThan(60);
    for (const { id, at, printed = "" } of quoted) {
      const place = at.kind === "sentence" ? `${at.section}, ${at.sentence}` : "";
      expect(sentences.get(place) ?? "", id).toContain(withoutMarkup(printed));
    }
  });

  it("has a claim for every sentence that prints a number", () => {
    const claimed = new Set(
      paper.claims.flatMap(({ at }) => (at.kind === "sentence" ? [`${at.section}, ${at.sentence}`] : [])),
    );
    const counted = sentencesOf(secondText(text)).filter(({ text: words }) => /\d/.test(withoutReferences(words)));
    expect(counted.length).toBeGreaterThan(25);
    expect(counted.map(({ place }) => place).filter((place) => !claimed.has(place))).toEqual([]);
  });

  it("leaves no number uncovered but the one that names a person", () => {
    const { unfound, covered, numbers } = verifyTranscription(paper, secondText(text));
    expect(unfound).toEqual([]);
    expect(numbers - covered).toBe(1);
  });
});

/** The running text of the abstract and the numbered sections, sentence by sentence; tables, captions, formulas left out. */
function sentencesOf(whole: string): readonly { readonly place: string; readonly text: string }[] {
  const [report = ""] = whole.split("\nReferences");
  const sections = new Map<string, string[]>();
  let section: string | undefined;
  for (const line of report.split("\n").map((each) => each.trim())) {
    const heading = /^(Abstract)$|^(\d(?:\.\d)?)\. [A-Z].{0,55}$/.exec(line);
    if (heading !== null) section = heading[1] ?? heading[2];
    else if (section !== undefined && line !== "" && !/^(\||(Table|Figure) \d\.|\$\$|\(\d\)$|http)/.test(line))
      sections.set(section, [...(sections.get(section) ?? []), line]);
  }
  return [...sections].flatMap(([name, lines]) =>
    lines
      .join(" ")
      .replaceAll("(e.g. ", "(e.g.\u00a0")
      .replaceAll("(Eq. ", "(Eq.\u00a0")
      .split(/(?<=[.?!]) +(?=[A-Z1])/)
      .map((words, index) => ({ place: `${name}, ${index + 1}`, text: words })),
  );
}

function withoutMarkup(words: string): string {
  return words.replaceAll(/[*$]/g, "").replaceAll("\u00a0", " ");
}

/** Without citations, and the numbers of figures, tables, equations and sections. */
function withoutReferences(words: string): string {
  return words.replaceAll(/\[[\d,]+\]|(Fig|Eq\.?|Sec|table)\s?[\d.]+|ResNet18(-ep\d+(-\d)?)?/g, "");
}

describe("the accuracies", () => {
  it("are shares of MNIST's 980 zeros in none of 21 columns, and of 9,020 other images in nine of 21", () => {
    const [zero, other] = ["zero", "else"].map((side) => resultOf(paper, `tables.${side}.shares`));
    expect(zero?.details.fitting).toEqual([]);
    expect(other?.details.fitting).toHaveLength(9);
    for (const result of [zero, other]) {
      expect(result).toMatchObject({ outcome: "conditional", details: { accuracies: 21, countsThatFitAll: 0 } });
      expect(result?.rescuedBy).toHaveLength(1);
      expect(result?.rescuedBy[0]).toContain("fits every number");
    }
  });

  it("name the neighbours, and say that means of batches explain anything", () => {
    const { outcome, explanation, details } = resultOf(paper, "t1.resnet18-ep50-1.without.zero");
    expect(outcome).toBe("undecidable");
    expect(explanation).toContain("945 would be 96.429 and 946 would be 96.531");
    expect(explanation).toContain("that reading fits anything, and nothing can be concluded");
    expect(details.batchMeans).toMatchObject({ power: 0 });
    expect(resultOf(paper, "t1.resnet18-ep50-1.with.zero").explanation).toContain("10,000 (all test images) fits");
    expect(resultOf(paper, "t2.10.level-2.zero").explanation).toContain(
      "10,000 (all test images) and 1,000 (a round number) fit",
    );
  });

  it("are decided one by one as exact arithmetic has it", () => {
    expect(outcomesOf(paper, /^t[123]\..*\.zero$/)).toEqual({ undecidable: 20, conditional: 1 });
    expect(outcomesOf(paper, /^t[123]\..*\.else$/)).toEqual({ consistent: 9, conditional: 1, undecidable: 11 });
    expect(outcomesOf(paper, /\.eval$/)).toEqual({ consistent: 3, conditional: 1 });
    expect(idsWith(paper, /^t[123]\.(?!.*(results|latent|run)$)/, "conditional")).toEqual([
      "t1.spinalvgg-ep50.eval",
      "t2.10.level-2.else",
      "t3.ensemble.level-4.zero",
    ]);
    // 8,844 and 8,498 of 9,020 are those of Table 1.
    const right = ["t1.resnet18-ep50-1.without.else", "t1.resnet18-ep100.without.else"].map(
      (id) => resultOf(paper, id).details.witness,
    );
    expect(right).toMatchObject([{ sum: "8844" }, { sum: "8498" }]);
  });

  it("of the abstract are those of Table 3 at level 5", () => {
    expect(outcomesOf(paper, /^abstract\.(zero|else)$/)).toEqual({ consistent: 2 });
  });
});

describe("what is best", () => {
  const readings = (id: string) =>
    Object.fromEntries(
      (resultOf(paper, id).details.readings as readonly { readonly name: string; readonly truth: string }[]).map(
        ({ name, truth }) => [name.replace("a comparison by ", ""), truth],
      ),
    );

  it.each(["abstract.best", "s4.2.best", "s4.2.outperforms", "s4.3.best-levels", "s4.3.over-odin"])(
    "%s: by zero_acc and the plain mean, not by else_acc nor over all images",
    (id) => {
      expect(resultOf(paper, id).outcome).toBe("conditional");
      expect(readings(id)).toMatchObject({
        "zero_acc alone": "true",
        "else_acc alone": "false",
        "the plain mean of the two": "true",
        "the accuracy over all 10,000 test images": "false",
      });
    },
  );

  it("names what the ensemble falls short of, and what it does not", () => {
    expect(resultOf(paper, "abstract.best").explanation).toContain(
      "ensemble at level 5 (97.32) against ResNet18-ep50-1 without perturbation (98.049)",
    );
    expect(resultOf(paper, "s4.3.over-hscae").outcome).toBe("consistent");
    expect(resultOf(paper, "s4.2.except").outcome).toBe("consistent");
  });

  it("finds SpinalVGG stronger than ResNet18-ep100 in all four accuracies, and weaker than those of 50 epochs", () => {
    const { outcome, rescuedBy, details } = resultOf(paper, "s4.1.spinal-weaker");
    expect([outcome, rescuedBy]).toEqual(["conditional", ["a comparison with the ResNet18 models of as many epochs"]]);
    for (const { notBetterThan } of details.exceptions as readonly { readonly notBetterThan: readonly string[] }[])
      expect(notBetterThan).toHaveLength(1);
    expect(resultOf(paper, "s4.1.spinal-best").outcome).toBe("consistent");
  });
});

describe("spreads, thresholds and steps", () => {
  it("differ by 1.380, 1.706, 2.356 and 1.475 between two equal trainings", () => {
    const { outcome, details } = resultOf(paper, "s4.1.one-to-three");
    expect(outcome).toBe("consistent");
    expect((details.items as readonly { readonly value: string }[]).map(({ value }) => Number(value))).toEqual([
      1.38, 1.706, 2.356, 1.475,
    ]);
  });

  it("have thresholds whose greatest is 1.2 times the least for HSCAE, 1.447 times for the classifiers", () => {
    const { outcome, details } = resultOf(paper, "s4.2.stable");
    expect(outcome).toBe("consistent");
    expect(details.narrower).toMatchObject({ ratio: "1.2" });
    expect(details.wider).toMatchObject({ ratio: "68/47" });
    expect((68 / 47).toFixed(3)).toBe("1.447");
  });

  it("trade off in four of four models, and turn round in five of six pairs", () => {
    expect(resultOf(paper, "s4.1.trade-off")).toMatchObject({ outcome: "consistent", details: { counted: 4, of: 4 } });
    expect(resultOf(paper, "s4.1.classification-does-not-ensure").details).toMatchObject({ counted: 5, of: 6 });
  });

  it("rise with the level in the ensemble, and in three of five steps of HSCAE alone", () => {
    expect(resultOf(paper, "s5.hierarchy").outcome).toBe("consistent");
    expect(resultOf(paper, "s3.2.hierarchy")).toMatchObject({
      outcome: "conditional",
      details: { counted: 3, of: 5 },
    });
  });

  it("leave one of nine settings without a result, and a threshold that no mean squared error exceeds", () => {
    expect(resultOf(paper, "s4.2.settings").details).toMatchObject({ counted: 8, of: 9 });
    expect(resultOf(paper, "s4.3.squared-error-threshold")).toMatchObject({ outcome: "conditional" });
  });
});

describe("the rest of the report", () => {
  it("charges nothing outright: every comparison that fails has a reading that the text leaves open", () => {
    const { claims, findings } = auditPaper(paper, noEvidence);
    expect(claims.filter(({ verdict }) => verdict === "inconsistent")).toEqual([]);
    expect(findings.filter(({ severity }) => severity === "major").map(({ claim }) => claim)).toEqual([
      "abstract.best",
      "tables.zero.shares",
      "s4.threshold-search",
    ]);
  });

  it("says what no number decides, and leaves nothing to be measured without a plan", () => {
    expect(
      outcomesOf(
        paper,
        /^(abstract\.sensitive-to-temperature|s3\.2\.metric-(alone|ensemble)|s5\.metric-.*|s6\.ablation)$/,
      ),
    ).toEqual({ undecidable: 6 });
    const planless = paper.claims.filter(
      ({ basis }) => basis.kind === "out-of-scope" && basis.reason.startsWith("to be measured"),
    );
    expect(planless).toEqual([]);
  });

  it("has every number of Tables 2 and 3 measured, each of its own latent dimension and level", () => {
    const runs = paper.claims.filter(({ id }) => /^t[23]\..*\.run$/.test(id));
    expect(runs).toHaveLength(16 + 10);
    expect(claimOf(paper, "t2.10.level-3.else.run").basis).toMatchObject({
      ...{ kind: "measured", reported: { text: "95.014" }, plan: { options: [{ latent: 10 }] } },
      quantity: {
        metric: "else-accuracy",
        scale: 100,
        where: { detector: "hscae", distance: "softmax", latent: 10, level: 3, tuned: "test" },
      },
    });
    expect(claimOf(paper, "t3.ensemble.level-5.zero.run").basis).toMatchObject({
      ...{ kind: "measured", reported: { text: "99.07" } },
      quantity: { metric: "zero-accuracy", where: { detector: "ensemble", latent: 8, level: 5 } },
    });
  });

  it("has every number of Table 1 measured, each of its own network and epochs", () => {
    const runs = paper.claims.filter(({ id }) => /^t1\..*\.run$/.test(id) && id !== "t1.more-training.run");
    expect(runs).toHaveLength(20);
    const asked = (id: string) => {
      const { basis } = claimOf(paper, id);
      return basis.kind === "measured" ? { ...basis.quantity, printed: basis.reported.text } : undefined;
    };
    expect(asked("t1.resnet18-ep100.with.zero.run")).toMatchObject({
      ...{ variant: "resnet18", metric: "zero-accuracy", printed: "94.991" },
      where: { epochs: 100, perturbation: "with", temperature: 10, tuned: "test" },
    });
    expect(asked("t1.spinalvgg-ep50.eval.run")).toMatchObject({
      ...{ variant: "spinal-vgg", metric: "accuracy", printed: "99.64", where: { epochs: 50 } },
    });
  });

  it("is rated by raters of this project, with a reason for each rating", () => {
    expect(paper.difficulty?.raters).toContain("this project's raters");
    for (const { reasons } of paper.difficulty?.ratings ?? []) expect(reasons).toBeDefined();
  });

  it("links claims that exist", () => {
    const known = new Set(paper.claims.map(({ id }) => id));
    const links = paper.claims.flatMap(({ related = [] }) => related);
    expect(links.length).toBeGreaterThan(60);
    expect(links.filter((link) => !known.has(link))).toEqual([]);
  });
});
