import { describe, expect, it } from "vitest";
import { paper } from "../../claims/cvae-2022/paper.ts";
import { table1 } from "../../claims/cvae-2022/tables.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { noEvidence, readEvidence } from "../../src/audit/evidence.ts";
import { checkFraction } from "../../src/checks/exact-splits.ts";
import { syntheticDataset } from "../../src/data/synthetic.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Measurement } from "../../src/paper/experiment.ts";
import { quantitiesOf } from "../../src/paper/quantities-of.ts";
import { cvae } from "../../src/pipelines/cvae/index.ts";
import { claimOf, outcomesOf, resultOf } from "./outcomes.ts";
import { haveTextOf, secondText } from "./shared.ts";

const text = "cvae-2022.txt";

describe.skipIf(!haveTextOf("cvae-2022"))("the transcription of the CVAE report against its text", () => {
  it("has every row of Table 1, cell by cell, and no other", () => {
    const [header, ...rows] = secondText(text)
      .split("\n")
      .filter((line) => line.includes("\t"))
      .map((line) => line.split("\t"));
    expect(header).toEqual(["tag", ...table1.columnNames]);
    expect(table1.rowNames.map((row) => [row, ...table1.row(row).map((cell) => cell.text)])).toEqual(rows);
  });

  it("quotes each sentence where a claim carries printed words", () => {
    const sentences = new Map(sentencesOf(secondText(text)).map(({ place, text: words }) => [place, words]));
    const quoted = paper.claims.filter(({ at, printed }) => at.kind === "sentence" && printed !== undefined);
    expect(quoted.length).toBeGreaterThan(70);
    for (const { id, at, printed = "" } of quoted) {
      const place = at.kind === "sentence" ? `${at.section}, ${at.sentence}` : "";
      expect(sentences.get(place) ?? "", id).toContain(printed);
    }
  });

  it("quotes captions, formulas and printouts as they stand", () => {
    const places = paper.claims.filter(({ at }) => at.kind === "place");
    expect(places.length).toBeGreaterThan(5);
    for (const { id, printed = "none" } of places) expect(secondText(text), id).toContain(printed);
  });

  it("has a claim on every sentence that prints a number", () => {
    const claimed = new Set(
      paper.claims.flatMap(({ at }) => (at.kind === "sentence" ? [`${at.section}, ${at.sentence}`] : [])),
    );
    const counted = sentencesOf(secondText(text)).filter(({ text: words }) => numbersIn(words).length > 0);
    expect(counted.length).toBeGreaterThan(18);
    expect(counted.map(({ place }) => place).filter((place) => !claimed.has(place))).toEqual([]);
  });

  it("covers every number of the running text by the quotation of a claim on its sentence", () => {
    const quotations = new Map<string, string>();
    for (const { at, printed = "" } of paper.claims) {
      const place = at.kind === "sentence" ? `${at.section}, ${at.sentence}` : "";
      quotations.set(place, `${quotations.get(place) ?? ""} ${printed}`);
    }
    const numbers = sentencesOf(secondText(text)).flatMap(({ place, text: words }) =>
      numbersIn(words).map((number) => ({ place, number })),
    );
    expect(numbers.length).toBeGreaterThan(25);
    const uncovered = numbers.filter(({ place, number }) => !numbersIn(quotations.get(place) ?? "").includes(number));
    expect(uncovered).toEqual([]);
  });
});

/** The running text of each section, sentence by sentence; formulas, printouts, captions and the table left out. */
function sentencesOf(whole: string): readonly { readonly place: string; readonly text: string }[] {
  const [report = ""] = whole.split("\nReferences\n");
  const running = report.replaceAll(/```.*?```|\$\$.*?\$\$/gs, "");
  return running.split(/^(?=\d(?:\.\d)* [A-Z])/m).flatMap((part) => {
    const [heading = "", ...lines] = part.split("\n");
    const section = /^\d(?:\.\d)*(?= )/.exec(heading)?.[0];
    if (section === undefined) return [];
    return lines
      .filter((line) => line.trim() !== "" && !/\t|^(Figure|Table) \d:/.test(line))
      .flatMap((line) => line.replace(/^(\d\.|-) /, "").split(/(?<=[.?!])\s+(?=[A-Z\d])/))
      .map((sentence, index) => ({ place: `${section}, ${index + 1}`, text: sentence }));
  });
}

/** Without references, numbers of figures, equations, questions and tasks, and dimensions in names. */
function numbersIn(words: string): readonly string[] {
  const bare = words.replaceAll(
    /\[\d\]|(Figure|Question|task|equation) \d|shown in 1|\b2D\b|_\\\w+|representative_set_\d/g,
    "",
  );
  return bare.match(/\d+(?:\.\d+)?/g) ?? [];
}

describe("the counts", () => {
  it("agree wherever they are printed", () => {
    expect(outcomesOf(paper, /^t1\./)).toEqual({ consistent: 9 });
    expect(outcomesOf(paper, /^s4\.2\.3\.(points|in-distribution)/)).toEqual({ consistent: 4 });
    expect(outcomesOf(paper, /^s(1\.(three|five)|2\.three|3\.1\.four)/)).toEqual({ consistent: 4 });
    expect(26_000 + 2_000 + 2 * 1_000).toBe(5 * 6_000);
  });
});

describe("the printed doubles", () => {
  it("are 989 and 880 of 1052, and 50868 of 52000 pairs", () => {
    expect(resultOf(paper, "s4.2.2.accuracy-set-1").details.fractions).toEqual(["989/1052"]);
    expect(resultOf(paper, "s4.2.2.accuracy-set-2").details.fractions).toEqual(["880/1052"]);
    expect(resultOf(paper, "s4.2.2.roc-auc.pairs").details.fractions).toEqual(["50868/52000"]);
  });

  it("leave no other total below 2,000 for the first accuracy, multiples of 263 for the second", () => {
    const under = (text: string) => checkFraction({ value: parseDecimal(text), greatestTotal: 1999 }).details.fractions;
    expect(under("0.9401140684410646")).toEqual(["989/1052"]);
    expect(
      [under("0.8365019011406845")].flat().map((fraction) => Number(String(fraction).split("/")[1]) % 263),
    ).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("prove 52 anomalies by the area: no other split of 1052, and no total below 13,000", () => {
    const { details } = resultOf(paper, "s4.2.2.roc-auc");
    expect(details).toMatchObject({ double: true, splits: ["52 + 1000", "1000 + 52"] });
    const area = parseDecimal("0.9782307692307692");
    expect(checkFraction({ value: area, greatestTotal: 12_999 })).toMatchObject({ details: { fractions: [] } });
    expect(checkFraction({ value: area, leastTotal: 13_000, greatestTotal: 13_000 }).outcome).toBe("consistent");
  });

  it("name the grid that the threshold was looked for on", () => {
    expect(resultOf(paper, "s4.2.2.threshold").details).toMatchObject({ steps: 141, pointPrintsAs: "0.141" });
  });
});

describe("the operating points", () => {
  it("have at most 7 misses on the first set, and at least 120 false alarms on the second", () => {
    expect(resultOf(paper, "s4.2.2.nearest-point").details).toMatchObject({
      misses: { least: 0, most: 7 },
      falseAlarms: { least: 56, most: 63 },
    });
    const works = resultOf(paper, "s4.2.2.works");
    expect([works.outcome, works.rescuedBy]).toEqual(["conditional", [expect.stringContaining("above 0.8")]]);
    expect(works.explanation).toContain("at least 120 of its 1000 normal images are false alarms (FPR at least 0.12)");
  });

  it("are no better than always answering normal: a finding, though not impossible", () => {
    const well = resultOf(paper, "s5.well");
    expect([well.outcome, well.details.counted]).toEqual(["conditional", 0]);
    expect(well.explanation).toContain(
      "0.9401 against 0.95057 on the first set (on which the threshold was chosen) and 0.8365 against 0.95057",
    );
  });
});

describe("what is printed twice", () => {
  const { findings } = auditPaper(paper, noEvidence);

  it("differs in the area and in the threshold", () => {
    expect(resultOf(paper, "s5.roc-auc").outcome).toBe("inconsistent");
    expect(resultOf(paper, "s5.roc-auc").nearMisses[0]).toContain("0.978 was meant where 0.988 is printed");
    expect(resultOf(paper, "s5.threshold").outcome).toBe("inconsistent");
    expect(resultOf(paper, "s5.roc-auc.pairs").explanation).toContain("51350 to 51402 of 52000");
  });

  it("is charged by the machine where numbers decide, by a reader where words do", () => {
    const machine = findings.filter(({ by }) => by === "machine").map(({ claim }) => claim);
    expect(machine).toEqual(["s4.2.2.works", "s5.well", "s5.roc-auc", "s5.threshold", "eq2.divergence"]);
    const words = [
      "s6.increases",
      "s3.2.decoder-is-encoder",
      "s3.2.encoder-is-decoder",
      "s4.2.3.accuracy",
      "s4.2.3.accuracy-again",
      "s2.unsupervised",
      "s2.integral-signs",
      "s2.distance",
      "s2.reference-2",
      "s3.2.reference-3",
      "s3.1.sixth-label",
      "s1.second-problem",
      "s2.convolutional",
      "s5.anker-boot",
      "figure3.caption",
    ];
    for (const id of words) expect(claimOf(paper, id).basis.kind, id).toBe("reader");
  });

  it("fits otherwise: the range of 0.8 to 0.9, thresholds around 0.14, 0.75 as 1490 to 1510 of 2000", () => {
    expect(outcomesOf(paper, /^s4\.2\.2\.(unseen-range|around-0\.14|close-to-1|pr-auc)$/)).toEqual({ consistent: 4 });
    expect(resultOf(paper, "s5.accuracy").details.countsThatFit).toEqual({ least: "1490", most: "1510" });
  });
});

describe("what only a run can tell", async () => {
  const quantities = paper.claims.flatMap(({ id, basis }) => quantitiesOf(basis).map((quantity) => ({ id, quantity })));
  const dataset = syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 60, testPerClass: 1 });
  const digits = syntheticDataset("synthetic-digits", { seed: 1, trainPerClass: 60, testPerClass: 1 });
  const engine = await openEngine({ engine: "ort" });
  const measuredBy = async (variant: string): Promise<readonly Measurement[]> => {
    const request = {
      pipeline: "cvae",
      variant,
      dataset: dataset.name,
      protocol: "smoke",
      seed: 1,
      options: {},
    } as const;
    const { measurements } = await cvae.run(request, {
      ...{
        cell: "test",
        code: "code",
        dataset: async (other) => (other === "mnist" ? digits : dataset),
        engine: async () => engine,
        progress: () => undefined,
      },
      memo: { get: async () => undefined, put: async () => undefined, forget: async () => undefined },
      ...{ signal: new AbortController().signal, now: () => 0 },
    });
    return measurements;
  };
  const measured = new Map<string, readonly Measurement[]>();
  for (const variant of cvae.variants) measured.set(variant, await measuredBy(variant));

  it("is asked of the pipeline at places where it measures", () => {
    expect(quantities.length).toBeGreaterThan(50);
    const nowhere = quantities.filter(
      ({ quantity: { variant, metric, where, meanOver } }) =>
        !measured
          .get(variant)
          ?.some(
            (each) =>
              each.metric === metric &&
              Object.entries(where).every(([name, value]) => each.at[name] === value) &&
              (meanOver === undefined || meanOver in each.at),
          ),
    );
    expect(nowhere).toEqual([]);
  });

  it("is planned under options that the pipeline has", () => {
    const plans = paper.claims.flatMap(({ basis }) =>
      basis.kind === "measured" || basis.kind === "ordering" || basis.kind === "spread"
        ? (basis.plan.options ?? [{}])
        : [],
    );
    const defaults = cvae.defaults("mlp-decoder");
    for (const options of plans)
      for (const [name, value] of Object.entries(options)) expect(typeof defaults[name], name).toBe(typeof value);
  });
});

it("says of the label that is fed what the runs say", async () => {
  const { records } = await readEvidence(new URL("../../claims/cvae-2022/evidence/", import.meta.url));
  const areas = records
    .filter(({ configuration: { variant, options }, declared }) => {
      const isDefault = Object.entries(declared.defaults).every(([name, value]) => options[name] === value);
      return variant === "mlp-decoder" && isDefault;
    })
    .flatMap(({ measurements }) => measurements)
    .filter(({ metric, at }) => metric === "auroc-of-label" && at.score === "reconstruction" && at.set === 1)
    .flatMap((each) => ("value" in each ? [each.value] : []));
  expect(areas).toHaveLength(10);
  const area = (areas.reduce((sum, value) => sum + value, 0) / areas.length).toFixed(2);
  const { basis } = claimOf(paper, "s4.2.2.label-fed");
  expect(basis.kind === "reader" ? basis.finding.why : "").toContain(`fed their own by an area of ${area}.`);
});

it("links lead to claims that exist", () => {
  const known = new Set(paper.claims.map(({ id }) => id));
  const links = paper.claims.flatMap(({ related = [] }) => related);
  expect(links.length).toBeGreaterThan(60);
  expect(links.filter((link) => !known.has(link))).toEqual([]);
});
