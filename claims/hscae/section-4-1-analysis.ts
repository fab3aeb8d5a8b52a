import { type CountedItem, checkCount } from "../../src/checks/count.ts";
import { checkRange } from "../../src/checks/range.ts";
import { parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { compare } from "../../src/numbers/rational.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, judgement, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { odinQuantity, oneReading, ordered, reported } from "./measured-by.ts";
import { detection, perturbations } from "./results.ts";
import { evaluation, table1 } from "./tables.ts";
import { odinThresholds } from "./thresholds.ts";

/** Section 4.1 from the trade-off on: what the results are taken to mean. */
export const section41analysis: readonly Claim[] = [
  checked(
    {
      id: "s4.1.trade-off",
      section: "4.1",
      sentence: 10,
      states:
        "Perturbation trades else_acc for zero_acc: with it the first falls and the second rises, in every model.",
      printed: "the perturbation shows the trade-off between zero-acc and else-acc",
    },
    () =>
      checkCount({
        what: "models whose zero_acc rises and whose else_acc falls with perturbation",
        items: table1.rowNames.map(tradeOff),
        reported: parseDecimal("4"),
        qualifier: "all",
      }),
  ),
  ...(["zero", "else"] as const).map((side) => {
    const [higher, lower] = side === "zero" ? (["with", "without"] as const) : (["without", "with"] as const);
    const accuracy = (perturbation: "with" | "without") =>
      odinQuantity(`${side}-accuracy`, { ...reported(perturbation), ...oneReading });
    return ordered(
      {
        id: `s4.1.trade-off.${side}.run`,
        section: "4.1",
        sentence: 10,
        states: `In runs of ours with ResNet18, ${side}_acc ${side === "zero" ? "rises" : "falls"} with perturbation, each at its own best threshold.`,
        related: ["s4.1.trade-off"],
      },
      accuracy(higher),
      accuracy(lower),
    );
  }),
  checked(
    {
      id: "s4.1.classification-does-not-ensure",
      section: "4.1",
      sentence: 12,
      states:
        "Better recognition does not ensure better detection: some model recognises digits better than another and is worse in all four accuracies.",
      printed: "better classification performance doesn't ensures the better OOD detection",
    },
    () =>
      checkCount({
        what: "pairs of models of which the better at digits is the worse at detection in all four accuracies",
        items: pairs(table1.rowNames).map(turnedRound),
        reported: parseDecimal("1"),
        qualifier: "at-least",
      }),
  ),
  outOfScope(
    {
      id: "s4.1.sensitive-to-optimisation",
      section: "4.1",
      sentence: 13,
      states: "Detection is very sensitive to the optimisation.",
      printed: "performance is very sensitive to it's optimization",
      related: ["s4.1.one-to-three"],
    },
    "how far is not said but in the next sentences' numbers; by how much two trainings differ is claimed beside them",
  ),
  seenByReader(
    {
      id: "s4.1.threshold-sensitive",
      section: "4.1",
      sentence: 14,
      states: "Detection is sensitive to the threshold.",
      printed: "Third it's threshold is also sensitive.",
      related: ["s4.2.stable"],
    },
    {
      follows:
        "What is printed is that the best threshold differs from model to model; how much accuracy a model loses at another threshold is not.",
      why: "Sensitivity is the second: a best threshold may move far along a flat curve, or little along a steep one.",
      wouldExplain: "A threshold that must be found anew for every model may be what is meant.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "s4.1.thresholds",
      section: "4.1",
      sentence: 15,
      states:
        "The thresholds 0.235, 0.28 and 0.34 can reject and accept images: the greatest of nine probabilities lies between 1/9 and 1.",
      printed: "ResNet18-ep50-1, ResNet18-ep50-2, ResNet18-ep100 were 0.235, 0.28, 0.34",
    },
    () =>
      checkRange({
        items: odinThresholds.map(({ model, threshold }) => ({ label: model, value: threshold })),
        atLeast: parseDecimal("0.1112"),
        atMost: parseDecimal("1"),
        unit: "(from just above 1/9)",
      }),
  ),
  seenByReader(
    {
      id: "s4.1.one-threshold-for-two",
      section: "4.1",
      sentence: 15,
      states: "One best threshold is given for each of the three ResNet18 models.",
      printed: "The best threshold values for each ResNet18-ep50-1, ResNet18-ep50-2, ResNet18-ep100",
      related: ["s4.threshold-search"],
    },
    {
      follows:
        "Each model has two results, without and with perturbation, and one threshold; which it belongs to is not said. SpinalVGG has none.",
      why: "Perturbation raises the scores of all images, so that one threshold cannot be the best of both but by accident.",
      wouldExplain: "The thresholds may be those of ODIN proper, with perturbation.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "s4.1.stochastic",
      section: "4.1",
      sentence: 16,
      states: "A classifier forms its manifold in a stochastic manner.",
    },
    judgement,
  ),
];

function tradeOff(row: string): CountedItem {
  const step = (side: string): number => {
    const [before, after] = perturbations.map((which) =>
      toRational(table1.cell(row, `${which} / ${side}`).printed().value),
    );
    return before === undefined || after === undefined ? 0 : compare(after, before);
  };
  const texts = ["zero_acc", "else_acc"].map((side) =>
    perturbations.map((which) => table1.cell(row, `${which} / ${side}`).text).join(" to "),
  );
  return { label: row, holds: step("zero_acc") > 0 && step("else_acc") < 0, why: texts.join(", ") };
}

function pairs(rows: readonly string[]): readonly (readonly [string, string])[] {
  return rows.flatMap((a, index) => rows.slice(index + 1).map((b) => [a, b] as const));
}

function turnedRound([a, b]: readonly [string, string]): CountedItem {
  const order = (column: string) =>
    compare(toRational(table1.cell(a, column).printed().value), toRational(table1.cell(b, column).printed().value));
  const recognition = order(evaluation);
  const turned = detection.filter((column) => order(column) * recognition < 0).length;
  return { label: `${a} and ${b}`, holds: turned === detection.length, why: `turned in ${turned} of 4 accuracies` };
}
