import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as simple from "simple-statistics";
import { describe, expect, it } from "vitest";
import { paper as cvae } from "../../claims/cvae-2022/paper.ts";
import { paper as gradcon } from "../../claims/gradcon-report-2021/paper.ts";
import { paper as hscae } from "../../claims/hscae/paper.ts";
import type { CellRecord } from "../../harness/record.ts";
import { decimalsOfHalfUnit, meanAndSpread, shortNumber } from "../../reports/view-models/format-number.ts";
import { spreadText } from "../../reports/view-models/number-tables.ts";
import { settingsText } from "../../reports/view-models/settings-view.ts";
import { verdictView } from "../../reports/view-models/verdict-view.ts";
import type { ClaimAudit } from "../../src/audit/audit.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { type Evidence, readEvidence } from "../../src/audit/evidence.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import type { Paper } from "../../src/paper/paper.ts";

const root = new URL("../../", import.meta.url);
const page = readFileSync(fileURLToPath(new URL("docs/findings.md", root)), "utf8");
const rows = page
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, claim]) => claim?.startsWith("`"));

const audits = new Map<string, readonly ClaimAudit[]>();

/** The claims of a paper with the verdicts of its committed evidence; decided once. */
async function audited(paper: Paper): Promise<readonly ClaimAudit[]> {
  const claims =
    audits.get(paper.id) ?? auditPaper(paper, await readEvidence(new URL(`claims/${paper.id}/evidence/`, root))).claims;
  audits.set(paper.id, claims);
  return claims;
}

/** What the runs gave, as the page's last two columns have it. */
function told({ kind, measurement, verdict, indication }: ClaimAudit): readonly string[] {
  const judged = measurement?.judged ?? [];
  const [first] = judged;
  const label = verdictView(verdict, indication).label;
  if (measurement === undefined || first === undefined) return ["", label];
  const settings = judged.length === 1 ? first.verdict : settingsText(measurement);
  const decided = judged.every((each) => each.verdict === verdict) ? label : `${label}: ${settings}`;
  if (kind === "spread") return [spreadText(first), decided];
  const { reported } = measurement;
  const ours = meanAndSpread({
    ...{ mean: first.mean, sd: first.sd, count: first.values.length },
    printedDecimals: reported === undefined ? undefined : decimalsOfHalfUnit(reported.halfUnit),
  });
  const means = judged.map(({ mean }) => mean);
  const range = `${shortNumber(Math.min(...means))} to ${shortNumber(Math.max(...means))}`;
  return [judged.length === 1 ? ours : `${ours}; ${judged.length} settings: ${range}`, decided];
}

/** Ten epochs over all digits, not single digits through 1,000. */
const isShort = ({ protocol }: CellRecord["configuration"]): boolean => protocol === "reduced";

/** Of each seed and digit: whether more is explained than by one grey value, and the areas, all at the end of training. */
function trainings(records: Evidence["records"], variant: string) {
  const done = records.filter(({ configuration }) => configuration.variant === variant);
  return done.flatMap(({ configuration: { dataset, seed }, measurements }) =>
    Array.from({ length: 10 }, (_, digit) => {
      const last = measurements.filter(({ at }) => at.class === digit && at.selection === "last");
      const numberOf = (metric: string, part?: string): number => {
        const found = last.find((each) => each.metric === metric && each.at.part === part);
        if (found === undefined || "absent" in found) throw new Error(`no ${metric} of digit ${digit}, seed ${seed}`);
        return found.value;
      };
      return {
        name: `${dataset} ${seed} ${digit}`,
        digit,
        explained: numberOf("explained-variance"),
        learnt: numberOf("explained-variance") > 0,
        black: measurements.find(({ at, metric }) => metric === "auroc-of-black" && at.class === digit),
        combined: numberOf("auroc", "combined"),
        gradient: numberOf("auroc", "gradient"),
        reconstruction: numberOf("auroc", "reconstruction"),
      };
    }),
  );
}

it("docs/findings.md tells which of GradCon's trainings on MNIST learnt, and what they gave", async () => {
  const { records } = await readEvidence(new URL("claims/gradcon-report-2021/evidence/", root));
  const mnist = records.filter(({ configuration }) => configuration.dataset === "mnist" && isShort(configuration));
  const [constrained, plain] = ["cae-grad", "cae"].map((variant) => trainings(mnist, variant));
  if (constrained === undefined || plain === undefined) throw new Error("both variants are needed");
  const failed = (of: typeof plain): string => `${of.filter(({ learnt }) => !learnt).length} of ${of.length}`;
  expect(page).toContain(
    `${failed(constrained)} with the constraint and ${failed(plain)} without it explain nothing of their digit`,
  );
  const failures = [...constrained, ...plain].filter(({ learnt }) => !learnt);
  const ofInk = failures.filter(
    ({ black, reconstruction }) =>
      black !== undefined && "value" in black && Math.abs(black.value - reconstruction) < 0.005,
  );
  expect(page).toContain(`${ofInk.length} of these ${failures.length} by a black output`);
  const pairs = constrained.flatMap((one) =>
    plain.flatMap((other) => (other.name === one.name ? [{ one, other }] : [])),
  );
  expect(pairs).toHaveLength(50);
  const failing = (which: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(which).length;
  expect(page).toContain(
    `${failing(({ one, other }) => one.learnt && !other.learnt)} fail without it alone, ${failing(({ one, other }) => !one.learnt && other.learnt)} with it alone`,
  );
  const perDigit = Array.from({ length: 10 }, (_, digit) => failing(({ one }) => one.digit === digit && !one.learnt));
  expect(page).toContain(`digits 0 to 9 fail ${perDigit.slice(0, 9).join(", ")} and ${perDigit[9]} times`);
  const both = pairs.filter(({ one, other }) => one.learnt && other.learnt);
  const digits = [...new Set(both.map(({ one }) => one.digit))].sort();
  expect(page).toContain(`(digits ${digits.slice(0, -1).join(", ")} and ${digits.at(-1)})`);
  const told = (leads: readonly number[]): string => {
    const [mean = 0, sd = 0] = [simple.mean([...leads]), simple.sampleStandardDeviation([...leads])];
    return meanAndSpread({ mean, sd, count: leads.length, printedDecimals: undefined });
  };
  const between = told(both.map(({ one, other }) => one.combined - other.reconstruction));
  expect(page).toContain(`the lead of GradCon's score over the plain reconstruction error is ${between}`);
  const gradients = told(both.map(({ one, other }) => one.gradient - other.gradient));
  expect(page).toContain(`that of the gradient score with the constraint over that without ${gradients}`);
});

it("docs/findings.md tells that GradCon's trainings on CIFAR-10 learnt, and their areas at the end", async () => {
  const { records } = await readEvidence(new URL("claims/gradcon-report-2021/evidence/", root));
  const cifar = records.filter(({ configuration }) => configuration.dataset === "cifar-10");
  const [constrained = [], plain = []] = ["cae-grad", "cae"].map((variant) => trainings(cifar, variant));
  const all = [...constrained, ...plain];
  expect(all.filter(({ learnt }) => !learnt)).toEqual([]);
  expect(page).toContain(`none of ${all.length} trainings fails`);
  const area = (of: typeof all, part: "combined" | "explained" | "gradient" | "reconstruction"): string =>
    simple.mean(of.map((each) => each[part])).toFixed(3);
  const seedMeans = (of: typeof all, part: "combined" | "gradient" | "reconstruction"): readonly number[] =>
    [1, 2, 3, 4, 5].map((seed) =>
      simple.mean(of.filter(({ name }) => name.startsWith(`cifar-10 ${seed} `)).map((each) => each[part])),
    );
  const ahead = (higher: readonly number[], lower: readonly number[]) =>
    higher.every((one, seed) => one > (lower[seed] ?? Number.NaN));
  expect(page).toContain("each lead that the paper claims is reproduced, at each seed");
  const [combined, gradient] = [seedMeans(constrained, "combined"), seedMeans(constrained, "gradient")];
  expect(ahead(gradient, seedMeans(plain, "gradient"))).toBe(true);
  for (const reconstruction of [seedMeans(plain, "reconstruction"), seedMeans(constrained, "reconstruction")])
    expect([ahead(combined, reconstruction), ahead(gradient, reconstruction)]).toEqual([true, true]);
  expect(page).toContain(`constraint (${area(constrained, "explained")}) than without (${area(plain, "explained")})`);
  expect(page).toContain(`(${area(constrained, "reconstruction")} with it, ${area(plain, "reconstruction")} without`);
  expect(page).toContain(`from ${area(plain, "gradient")} to ${area(constrained, "gradient")}, and both together have`);
  expect(page).toContain(`both together have ${area(constrained, "combined")}, where`);
});

it("docs/findings.md tells how GradCon's areas went on between the last two epochs that were measured", async () => {
  const { records } = await readEvidence(new URL("claims/gradcon-report-2021/evidence/", root));
  const mean = (variant: string, epoch: number): string =>
    simple
      .mean(
        records
          .filter(({ configuration }) => configuration.variant === variant && configuration.dataset === "mnist")
          .filter(({ configuration }) => isShort(configuration))
          .flatMap(({ measurements }) => measurements)
          .flatMap((each) =>
            each.metric === "auroc-at-epoch" &&
            each.at.part === "reconstruction" &&
            each.at.epoch === epoch &&
            "value" in each
              ? [each.value]
              : [],
          ),
      )
      .toFixed(3);
  expect(page).toContain(
    `from ${mean("cae-grad", 8)} to ${mean("cae-grad", 10)} with the constraint, and no longer without (${mean("cae", 8)} and ${mean("cae", 10)})`,
  );
});

it("docs/findings.md tells what two digits gave through 1,000 epochs", async () => {
  const { records } = await readEvidence(new URL("claims/gradcon-report-2021/evidence/", root));
  const long = records
    .filter(({ configuration }) => !isShort(configuration))
    .flatMap(({ measurements }) => measurements);
  const numberOf = (metric: string, digit: number, at: Coordinates): number => {
    const found = long.find(
      (each) =>
        each.metric === metric &&
        each.at.class === digit &&
        Object.entries(at).every(([name, value]) => each.at[name] === value),
    );
    if (found === undefined || "absent" in found) throw new Error(`no ${metric} of digit ${digit}`);
    return found.value;
  };
  const explained = (digit: number, selection: string): number => numberOf("explained-variance", digit, { selection });
  const kept = (digit: number, selection: string): number => numberOf("kept-epoch", digit, { selection });
  const earlier = (digit: number): number => kept(digit, "best") - kept(digit, "official");
  expect(page).toContain(`${earlier(3)} before the best for digit 3, and ${earlier(4)} before it for digit 4`);
  const area = (digit: number, selection: string, part = "combined"): string =>
    numberOf("auroc", digit, { part, selection }).toFixed(3);
  const atEpoch = (digit: number, epoch: number): number =>
    numberOf("auroc-at-epoch", digit, { part: "combined", epoch });
  const minus = (value: number, digits: number): string => value.toFixed(digits).replace("-", "−");

  expect(minus(explained(4, "official"), 3)).toBe(minus(explained(4, "best"), 3));
  expect(page).toContain(
    `its explained variance is ${minus(explained(4, "official"), 3)} at epoch ${kept(4, "official")}, which the official code keeps, at epoch ${kept(4, "best")}, the best of all 1,000, and ${minus(explained(4, "last"), 3)} at the last`,
  );
  const seen = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((epoch) => atEpoch(4, epoch));
  expect(page).toContain(`between ${Math.min(...seen).toFixed(3)} and ${Math.max(...seen).toFixed(3)} at each epoch`);
  expect(page).toContain(
    `explains ${explained(3, "official").toFixed(2)} and has ${area(3, "official")} at the kept epoch (${kept(3, "official")}) and ${area(3, "best")} at the best (${kept(3, "best")})`,
  );
  for (const selection of ["official", "best", "last"])
    expect(Number(area(3, selection)) - Number(area(4, selection)), selection).toBeCloseTo(1 / 3, 1);
  expect(page).toContain(`areas, ${area(3, "official")} and ${area(4, "official")}, are near`);
  expect(page).toContain(
    `${atEpoch(3, 10).toFixed(3)} at epoch 10, ${atEpoch(3, 200).toFixed(3)} at epoch 200 and ${area(3, "last")} at the end, where the reconstruction error alone has ${area(3, "last", "reconstruction")}`,
  );
});

it("docs/findings.md tells the areas of the CVAE by the label that is fed", async () => {
  const claims = await audited(cvae);
  const judged = claims.find(({ id }) => id === "s4.2.2.run")?.measurement?.judged ?? [];
  const area = (anomalies: string, label: string): string =>
    judged
      .find(
        ({ freedoms }) =>
          freedoms.anomalies === anomalies && freedoms.label === label && freedoms.score === "reconstruction",
      )
      ?.mean.toFixed(3) ?? "";
  expect(page).toContain(
    `${area("other-classes", "own")} with the own label, ${area("other-classes", "least")} with that of the five`,
  );
  expect(page).toContain(`any trained label does as well: ${area("digits", "own")} and ${area("digits", "least")}`);
});

it("docs/findings.md tells how HSCAE's areas under the ROC curve fall from level to level", async () => {
  const { records } = await readEvidence(new URL("claims/hscae/evidence/", root));
  const cells = records
    .filter(({ configuration }) => configuration.pipeline === "hscae" && configuration.variant === "hscae")
    .filter(({ configuration }) => configuration.options.latent === 8)
    .map(({ measurements }) => measurements.filter(({ metric }) => metric === "auroc"));
  expect(cells).toHaveLength(5);
  const perSeed = (wanted: Coordinates): readonly number[] =>
    cells.map((areas) => {
      const own = areas.filter(({ at }) => Object.entries(wanted).every(([name, value]) => at[name] === value));
      return simple.mean(own.flatMap((each) => ("value" in each ? [each.value] : [])));
    });
  const ofLevel = (distance: string, level: number): readonly number[] =>
    perSeed({ detector: "hscae", distance, condition: "predicted again", level });
  const mean = (values: readonly number[]): string => simple.mean([...values]).toFixed(3);
  const levels = (distance: string): string =>
    [1, 2, 3, 4, 5].map((level) => mean(ofLevel(distance, level))).join(", ");
  const odin = mean(perSeed({ detector: "odin", perturbation: "without" }));
  expect(page).toContain(`${levels("softmax")} from level 1 to 5, where ODIN has ${odin}`);
  expect(page).toContain(`With the squared error it is ${levels("squared-error")};`);
  expect(page).toContain(
    `(structural similarity: ${levels("ssim")}; content: ${levels("content")}; greatest softmax probability: ${levels("max-softmax")}, which detects best from level 3 on)`,
  );
  const distances = ["softmax", "squared-error", "ssim", "content", "max-softmax"];
  const best = (level: number) =>
    distances.toSorted((a, b) => simple.mean([...ofLevel(b, level)]) - simple.mean([...ofLevel(a, level)]))[0];
  expect([2, 3, 4, 5].map(best)).toEqual(["squared-error", "max-softmax", "max-softmax", "max-softmax"]);
  const leads = (distance: string): readonly number[] =>
    ofLevel(distance, 2).map((area, seed) => area - (ofLevel(distance, 1)[seed] ?? Number.NaN));
  const lead = (distance: string): string => {
    const [mean = 0, sd = 0] = [
      simple.mean([...leads(distance)]),
      simple.sampleStandardDeviation([...leads(distance)]),
    ];
    return `${mean.toFixed(3)} ± ${sd.toFixed(3)} (n 5)`;
  };
  expect(page).toContain(`by ${lead("ssim")}, ${lead("content")} and ${lead("max-softmax")} in these three`);
  const gains = ["ssim", "content", "max-softmax"].map((each) => leads(each).every((one) => one > 0));
  expect(gains).toEqual([true, false, false]);
});

it("docs/findings.md tells what the report's own rule gives for HSCAE's ensemble, and how thresholds vary", async () => {
  const claims = await audited(hscae);
  const judgedOf = (claim: string) => claims.find(({ id }) => id === claim)?.measurement?.judged ?? [];
  const own = judgedOf("s4.3.best-levels.run").find(
    ({ freedoms }) => freedoms.rule === "report" && freedoms.condition === "predicted again",
  );
  if (own === undefined) throw new Error("the report's own rule is not judged");
  const { mean, sd, values, verdict } = own;
  const lead = meanAndSpread({ ...{ mean, sd }, count: values.length, printedDecimals: undefined });
  expect(page).toContain(`by the report's own rule level 5 leads level 1 by ${lead}, which shows nothing`);
  expect(verdict).toBe("inconclusive");
  const [spread] = judgedOf("s4.2.stable.run");
  expect(Math.round(1 / Number(spread?.judgement.ratio))).toBe(18);
  expect(page).toContain("varies some eighteen times as much as ODIN's");
});

describe.each([cvae, gradcon, hscae])("docs/findings.md on $id", (paper) => {
  it("has the numbers and verdicts of the committed evidence", async () => {
    const claims = await audited(paper);
    const own = rows.filter(([, claim]) => claim?.startsWith(`\`${paper.id}\` `));
    expect(own).not.toEqual([]);
    for (const [, name = "", , ...cells] of own) {
      const id = /` `(.*)`$/.exec(name)?.[1];
      const claim = claims.find((each) => each.id === id);
      if (claim === undefined) throw new Error(`docs/findings.md: there is no claim ${name}`);
      expect(cells.slice(0, 2), name).toEqual(told(claim));
    }
  });
});
