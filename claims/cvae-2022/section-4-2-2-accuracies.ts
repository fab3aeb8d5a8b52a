import { alsoRead } from "../../src/checks/also-read.ts";
import type { CheckResult } from "../../src/checks/check-result.ts";
import { checkFraction } from "../../src/checks/exact-splits.ts";
import { checkRange } from "../../src/checks/range.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, seenByReader } from "../../src/paper/sentence-claims.ts";
import { anomalies, errorsOnSet1, errorsOnSet2, examplesOfAccuracy, images, normal, printed } from "./detector.ts";
import { margins, near, ordered, quantity } from "./measured-by.ts";

const sets = [
  {
    ...{ id: "set-1", name: "first", what: "detect anomaly", accuracy: printed.accuracyOnSet1, errors: errorsOnSet1 },
    // On the set that fixes the scale, both scales by least and greatest are one.
    ...{ where: { set: 1, label: "own", scale: "each-set" }, margin: margins.firstAccuracy },
  },
  {
    ...{ id: "set-2", name: "second", what: "unseen anomaly", accuracy: printed.accuracyOnSet2, errors: errorsOnSet2 },
    ...{ where: { set: 2, label: "own" }, margin: margins.secondAccuracy },
  },
] as const;

/** Section 4.2.2, sentence 9: both accuracies, and whether the threshold works. */
export const accuracies: readonly Claim[] = [
  ...sets.flatMap(({ id, name, what, accuracy, errors, where, margin }): readonly Claim[] => [
    checked(
      {
        id: `s4.2.2.accuracy-${id}`,
        section: "4.2.2",
        sentence: 9,
        states: `The accuracy of "${what}" is of the ${name} representative set as a whole: ${images - errors} of its ${images} images are judged rightly, ${errors} wrongly.`,
        printed: accuracy,
        related: ["s4.2.2.works", "s5.well"],
      },
      () => checkFraction({ value: parseDecimal(accuracy), leastTotal: images, greatestTotal: images }),
    ),
    checked(
      {
        id: `s4.2.2.accuracy-${id}.total`,
        section: "4.2.2",
        sentence: 9,
        states: `Which numbers of images up to those of both sets, ${2 * images}, have the accuracy of "${what}".`,
        printed: accuracy,
      },
      () => checkFraction({ value: parseDecimal(accuracy), greatestTotal: 2 * images }),
    ),
    near(
      {
        id: `s4.2.2.accuracy-${id}.run`,
        section: "4.2.2",
        sentence: 9,
        states: `Training the model again gives an accuracy like ${Number(accuracy).toFixed(3)} on the ${name} set, with each image's own label.`,
        related: [`s4.2.2.accuracy-${id}`],
      },
      quantity("accuracy", where),
      accuracy,
      margin,
      { examples: examplesOfAccuracy },
    ),
  ]),
  checked(
    {
      id: "s4.2.2.works",
      severity: "major",
      section: "4.2.2",
      sentence: 9,
      states:
        'The threshold works for unseen data: it gives no more false alarms there than errors of all kinds where it was chosen (our reading of "works").',
      printed: `We evaluate whether this threshold works by looking at the last two dataloaders, and the accuracies of detect anomaly and unseen anomaly are ${printed.accuracyOnSet1} and ${printed.accuracyOnSet2} respectively`,
      related: ["s4.2.2.accuracy-set-1", "s4.2.2.accuracy-set-2", "s4.2.2.score", "s5.able"],
    },
    () =>
      alsoRead(falseAlarms(), [
        {
          name: 'an accuracy above 0.8, the least that the text prints for unseen data, as the meaning of "works"',
          holds: true,
        },
      ]),
  ),
  ordered(
    {
      id: "s4.2.2.works.run",
      section: "4.2.2",
      sentence: 9,
      states:
        "A test of ours, not a claim of the report: false alarms on unseen images are 1.9 times those where the threshold was chosen, as the printed accuracies ask for at least; each scale of the scores by itself, with each image's own label.",
      related: ["s4.2.2.works", "s4.2.2.score"],
    },
    quantity("false-positive-rate", { set: 2, label: "own" }),
    quantity("false-positive-rate", { set: 1, label: "own" }, { scale: 1.9 }),
  ),
  seenByReader(
    {
      id: "s4.2.2.last-two-dataloaders",
      severity: "note",
      section: "4.2.2",
      sentence: 9,
      states: "The two accuracies are of the last two dataloaders.",
      printed: "by looking at the last two dataloaders",
    },
    {
      follows:
        "The last two that Section 3.1 constructs are test_out_dis_dataloader, of anomalies alone, and classification_dataloader; neither has 1052 images.",
      why: "Both accuracies are shares of 1052, so that each needs both dataloaders of one representative set.",
      wouldExplain: "Meant are the last two data sets.",
      confidence: "likely",
    },
  ),
  seenByReader(
    {
      id: "s4.2.2.chosen-on-set-1",
      section: "4.2.2",
      sentence: 9,
      states: "The accuracy of detecting anomalies is 0.94.",
      printed: `the accuracies of detect anomaly and unseen anomaly are ${printed.accuracyOnSet1}`,
      related: ["s4.2.2.accuracy-set-1"],
    },
    {
      follows: "It is of the set on which the threshold was chosen, and says nothing of other images.",
      why: "The one accuracy on other images is the second, 0.8365; the conclusion should rest on it.",
      confidence: "certain",
    },
  ),
  ordered(
    {
      id: "s4.2.2.chosen-on-set-1.run",
      section: "4.2.2",
      sentence: 9,
      states:
        "The accuracy is higher on the set where the threshold was chosen than on the other, with each image's own label.",
      related: ["s4.2.2.accuracy-set-1", "s4.2.2.accuracy-set-2"],
    },
    quantity("accuracy", { set: 1, label: "own" }),
    quantity("accuracy", { set: 2, label: "own" }),
  ),
];

/** At least so many on set 2: not more of its errors can be misses than there are anomalies. */
function falseAlarms(): CheckResult {
  const least = errorsOnSet2 - anomalies;
  const result = checkRange({
    items: [{ label: "false alarms on set 2, at least", value: parseDecimal(String(least)) }],
    atMost: parseDecimal(String(errorsOnSet1)),
    unit: "false alarms, as many as there are errors of all kinds on set 1",
    exact: true,
  });
  return {
    ...result,
    explanation: `Of the first set ${images - errorsOnSet1} of ${images} images are judged rightly and ${errorsOnSet1} wrongly, so that at most ${errorsOnSet1} of its ${normal} normal images are false alarms (FPR at most ${errorsOnSet1 / normal}). Of the second ${images - errorsOnSet2} are judged rightly and ${errorsOnSet2} wrongly, of which at most ${anomalies} are missed anomalies: at least ${least} of its ${normal} normal images are false alarms (FPR at least ${least / normal}), nearly twice as many or more.`,
    assumptions: [
      `Both sets have ${anomalies} anomalies and ${normal} normal images.`,
      "The first accuracy is of the first set, the second of the second, at one threshold.",
    ],
  };
}
