import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as simple from "simple-statistics";
import { describe, expect, it } from "vitest";
import { paper as cvae } from "../../claims/cvae-2022/paper.ts";
import { paper as gradcon } from "../../claims/gradcon-report-2021/paper.ts";
import { paper as hscae } from "../../claims/hscae/paper.ts";
import { decimalsOfHalfUnit, meanAndSpread, shortNumber } from "../../reports/view-models/format-number.ts";
import { spreadText } from "../../reports/view-models/number-tables.ts";
import { verdictView } from "../../reports/view-models/verdict-view.ts";
import type { ClaimAudit } from "../../src/audit/audit.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { type Evidence, readEvidence } from "../../src/audit/evidence.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";

const root = new URL("../../", import.meta.url);
const page = readFileSync(fileURLToPath(new URL("docs/findings.md", root)), "utf8");
const rows = page
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, claim]) => claim?.startsWith("`"));

/** What the runs gave, as the page's last two columns have it. */
function told({ kind, measurement, verdict, indication }: ClaimAudit): readonly string[] {
  const judged = measurement?.judged ?? [];
  const [first] = judged;
  if (measurement === undefined || first === undefined) return ["", verdictView(verdict, indication).label];
  if (kind === "spread") return [spreadText(first), verdictView(verdict, indication).label];
  const { reported } = measurement;
  const ours = meanAndSpread({
    ...{ mean: first.mean, sd: first.sd, count: first.values.length },
    printedDecimals: reported === undefined ? undefined : decimalsOfHalfUnit(reported.halfUnit),
  });
  const means = judged.map(({ mean }) => mean);
  const range = `${shortNumber(Math.min(...means))} to ${shortNumber(Math.max(...means))}`;
  return [
    judged.length === 1 ? ours : `${ours}; ${judged.length} settings: ${range}`,
    verdictView(verdict, indication).label,
  ];
}

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
        learnt: numberOf("explained-variance") > 0,
        combined: numberOf("auroc", "combined"),
        gradient: numberOf("auroc", "gradient"),
        reconstruction: numberOf("auroc", "reconstruction"),
      };
    }),
  );
}

it("docs/findings.md tells which of GradCon's trainings on MNIST learnt, and what they gave", async () => {
  const { records } = await readEvidence(new URL("claims/gradcon-report-2021/evidence/", root));
  const mnist = records.filter(({ configuration }) => configuration.dataset === "mnist");
  const [constrained, plain] = ["cae-grad", "cae"].map((variant) => trainings(mnist, variant));
  if (constrained === undefined || plain === undefined) throw new Error("both variants are needed");
  const failed = (of: typeof plain): string => `${of.filter(({ learnt }) => !learnt).length} of ${of.length}`;
  expect(page).toContain(
    `${failed(constrained)} with the constraint and ${failed(plain)} without it explain nothing of their digit`,
  );
  const both = constrained.flatMap((one) => {
    const other = plain.find(({ name }) => name === one.name);
    return one.learnt && other?.learnt === true ? [{ one, other }] : [];
  });
  const told = (leads: readonly number[]): string => {
    const [mean = 0, sd = 0] = [simple.mean([...leads]), simple.sampleStandardDeviation([...leads])];
    return meanAndSpread({ mean, sd, count: leads.length, printedDecimals: undefined });
  };
  const between = told(both.map(({ one, other }) => one.combined - other.reconstruction));
  expect(page).toContain(`the lead of GradCon's score over the plain reconstruction error is ${between}`);
  const gradients = told(both.map(({ one, other }) => one.gradient - other.gradient));
  expect(page).toContain(`that of the gradient score with the constraint over that without ${gradients}`);
});

it("docs/findings.md tells how HSCAE's areas under the ROC curve fall from level to level", async () => {
  const { records } = await readEvidence(new URL("claims/hscae/evidence/", root));
  const areas = records
    .filter(({ configuration }) => configuration.pipeline === "hscae" && configuration.variant === "hscae")
    .flatMap(({ measurements }) => measurements.filter(({ metric }) => metric === "auroc"));
  const mean = (wanted: Coordinates): string => {
    const own = areas.filter(({ at }) => Object.entries(wanted).every(([name, value]) => at[name] === value));
    return simple.mean(own.flatMap((each) => ("value" in each ? [each.value] : []))).toFixed(3);
  };
  const levels = (distance: string): string =>
    [1, 2, 3, 4, 5].map((level) => mean({ distance, condition: "predicted again", level })).join(", ");
  const odin = mean({ detector: "odin", perturbation: "without" });
  expect(page).toContain(`${levels("softmax")} from level 1 to 5, where ODIN has ${odin}`);
  expect(page).toContain(`With the squared error it is ${levels("squared-error")};`);
  expect(page).toContain(`(structural similarity: ${levels("ssim")})`);
});

describe.each([cvae, gradcon, hscae])("docs/findings.md on $id", (paper) => {
  it("has the numbers and verdicts of the committed evidence", async () => {
    const { claims } = auditPaper(paper, await readEvidence(new URL(`claims/${paper.id}/evidence/`, root)));
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
