import { checkCount } from "../../src/checks/count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { odinQuantity, ordered } from "./measured-by.ts";

const inDistribution = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const outOfDistribution = [0];

/** Sections 1 and 2: the task and the related work. */
export const introduction: readonly Claim[] = [
  seenByReader(
    {
      id: "s1.unsupervised",
      section: "1",
      sentence: 4,
      states: "The task is unsupervised anomaly detection.",
      printed: "The given task for this report is the unsupervised anomaly detection of MNIST digit data.",
      related: ["s4.threshold-search"],
    },
    {
      follows:
        "The networks are trained without zeros, but temperature, perturbation weight and thresholds were chosen by results on zeros.",
      why: "Sections 3.1 and 4 choose them by grid search on accuracies, and zero_acc needs labelled zeros.",
      wouldExplain: "Unsupervised may speak of the training of the networks alone.",
      confidence: "likely",
    },
  ),
  checked(
    {
      id: "s1.task",
      section: "1",
      sentence: 5,
      states: "Nine digits are in-distribution and one is not: together they are the ten digits, each once.",
      printed: "1 to 9 digits are defined as in-distribution and the 0 digit is defined as OOD.",
    },
    () =>
      checkCount({
        what: "digits on exactly one side",
        items: Array.from({ length: 10 }, (_, digit) => {
          const sides = [inDistribution, outOfDistribution].filter((side) => side.includes(digit)).length;
          return { label: `digit ${digit}`, holds: sides === 1, why: `on ${sides} sides` };
        }),
        reported: parseDecimal("10"),
        qualifier: "all",
      }),
  ),
  outOfScope(
    {
      id: "s2.two-methods",
      section: "2",
      sentence: 1,
      states: "There are two main methods of unsupervised out-of-distribution detection.",
      printed: "two main methods",
    },
    "a statement about the field, which no number here could contradict",
  ),
  outOfScope(
    {
      id: "s2.1.temperature-formula",
      section: "2.1",
      sentence: 5,
      states: "Temperature scaling divides the logits (Equation 1).",
      printed: "Temperature Scaling(Eq. 1)",
    },
    "a definition; for every temperature the shares sum to 1 and keep the order of the logits, and no printed number rests on it",
  ),
  checked(
    {
      id: "s2.1.perturbation-sign",
      section: "2.1",
      sentence: 8,
      states:
        "Equation 2 subtracts what increases the loss: to first order, its step lowers the loss −log S and never raises it.",
      printed: "It computes the gradient that increases the loss, and subtract it to the input image(Eq 2).",
    },
    neverRaisesLoss,
  ),
  ordered(
    {
      id: "s2.1.raises-in-distribution",
      section: "2.1",
      sentence: 9,
      states:
        "The perturbation raises the mean softmax score of in-distribution images (whether it raises that of zeros less, which alone would help detection, is not said).",
      printed: "The subtraction increases the softmax score of the in-distribution data.",
      related: ["s2.1.perturbation-sign", "s4.1.trade-off"],
    },
    odinQuantity("confidence", scored("with")),
    odinQuantity("confidence", scored("without")),
  ),
];

function scored(perturbation: "with" | "without"): Coordinates {
  return { detector: "odin", temperature: 10, perturbation, epochs: 50, group: "else" };
}

/** All gradients of −log S with three whole coordinates from −2 to 2: the step is −sign of each, so that no number is rounded. */
function neverRaisesLoss() {
  const numbers = [-2, -1, 0, 1, 2];
  const items = numbers.flatMap((x) =>
    numbers.flatMap((y) =>
      numbers.map((z) => {
        const gradient = [x, y, z];
        const change = gradient.reduce((sum, slope) => sum + slope * -Math.sign(slope), 0);
        const flat = gradient.every((slope) => slope === 0);
        return {
          label: `gradient (${gradient.join(", ")})`,
          holds: flat ? change === 0 : change < 0,
          why: `the loss changes by ${change} times the weight`,
        };
      }),
    ),
  );
  return checkCount({
    what: "gradients along which the step lowers the loss, or leaves it where the gradient is zero",
    items,
    reported: parseDecimal(String(items.length)),
    qualifier: "all",
  });
}
