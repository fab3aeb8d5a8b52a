import type { CheckResult } from "../../src/checks/check-result.ts";
import { checkClassBatchMeans } from "../../src/checks/class-batch-means.ts";
import { decide } from "../../src/checks/decide.ts";
import { listText } from "../../src/checks/exact-text.ts";
import { checkGrim } from "../../src/checks/grim.ts";
import { checkGrimColumn } from "../../src/checks/grim-column.ts";
import { asFraction, fitsGrim, grimPower } from "../../src/checks/grim-lattice.ts";
import type { LabelledValue } from "../../src/checks/labelled-value.ts";
import { usualRules } from "../../src/checks/rule-words.ts";
import { type Decimal, toRational } from "../../src/numbers/decimal.ts";
import { floor, multiply, rational } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";
import { others, zeros } from "./tables.ts";

/** What accuracies are taken of: so many test images of a kind, or other numbers of images that come to mind. */
export interface CountedImages {
  readonly count: number;
  readonly what: string;
  readonly otherCounts: readonly { readonly what: string; readonly count: number }[];
}

/** MNIST's test images of digit 0. */
export const zeroImages: CountedImages = {
  count: zeros,
  what: "test images of digit 0",
  otherCounts: [
    { what: "training images of digit 0", count: 5923 },
    { what: "images of digit 0 in both sets", count: 6903 },
    { what: "all test images", count: 10_000 },
    { what: "a round number", count: 1000 },
  ],
};

/** MNIST's test images of the other digits. */
export const otherImages: CountedImages = {
  count: others,
  what: "test images of digits 1 to 9",
  otherCounts: [
    { what: "training images of digits 1 to 9", count: 54_077 },
    { what: "images of digits 1 to 9 in both sets", count: 63_097 },
    { what: "all test images", count: 10_000 },
    { what: "a round number", count: 9000 },
  ],
};

/** 10,000 test images in batches of 128, the only size that is printed (for training). */
const batches = 79;

/**
 * Whether a printed accuracy is the share of so many images. Where it is not, means of batch percentages may be it, but
 * they may be anything: nothing can be concluded, and the counts that were tried are laid open.
 */
export function checkShareOfImages(
  accuracy: Decimal,
  { count: images, what, otherCounts }: CountedImages,
): CheckResult {
  const share = checkGrim({ mean: accuracy, count: images, percent: true });
  const fitting = otherCounts.filter(({ count }) => fitsGrim(asFraction(accuracy), count, "half-either"));
  const details = {
    ...share.details,
    otherCounts: otherCounts.map(({ what: name, count }) => ({
      name,
      count,
      fits: fitting.some((other) => other.count === count),
    })),
  };
  if (share.outcome !== "inconsistent") return { ...share, details };
  const inBatches = checkClassBatchMeans({ accuracy, examples: images, batches });
  const below = floor(multiply(toRational(asFraction(accuracy)), rational(images)));
  const nearest = [below, below + 1n].map(
    (right) => `${right} would be ${round(rational(right * 100n, BigInt(images)), accuracy.decimals).text}`,
  );
  const elsewhere =
    fitting.length === 0
      ? "none of the other counts that were tried fits either"
      : `of the other counts that were tried ${listText(fitting.map(({ count, what: name }) => `${count.toLocaleString("en")} (${name})`))} ${fitting.length === 1 ? "fits" : "fit"}, as one of them would by chance for ${chanceOf(accuracy, otherCounts)} % of all numbers`;
  return {
    ...share,
    outcome: decide("false", [{ name: "a mean of batch percentages", truth: "unknown" }]).outcome,
    explanation: `Printed ${accuracy.text} % is no share of ${images.toLocaleString("en")} ${what} (${listText(nearest)}), and ${elsewhere}. A plain mean of the percentages of mixed batches can be ${accuracy.text}, but also every printed number near it: that reading fits anything, and nothing can be concluded.`,
    assumptions: [
      ...share.assumptions,
      `The other reading: the plain mean over ${batches} batches of the test set, each with an unknown number of these images.`,
    ],
    nearMisses: [],
    details: { ...details, batchMeans: inBatches.details },
  };
}

/** In percent, how many numbers with so many digits are a share of at least one of the counts, taken as independent. */
function chanceOf(accuracy: Decimal, counts: CountedImages["otherCounts"]): string {
  const fails = counts.map(({ count }) => grimPower(asFraction(accuracy), count, "half-either"));
  return (100 * (1 - fails.reduce((product, power) => product * power, 1))).toFixed(0);
}

/**
 * Whether a whole column of accuracies are shares of so many images. Alternatives: another rule of rounding; one other
 * number of images, up to the whole test set; means of batch percentages, which fit anything.
 */
export function checkSharesOfOneCount(
  accuracies: readonly LabelledValue[],
  { count: images, what }: CountedImages,
): CheckResult {
  const of = (least: number, greatest: number) =>
    checkGrimColumn({ means: accuracies, countRange: { least, greatest }, percent: true });
  const counted = (rule: (typeof usualRules)[number]) =>
    accuracies.filter(({ value }) => fitsGrim(asFraction(value), images, rule));
  const exact = of(images, images);
  const any = of(1, 10_000);
  const fitting = counted("half-either");
  const byChance = accuracies.reduce(
    (sum, { value }) => sum + 1 - grimPower(asFraction(value), images, "half-either"),
    0,
  );
  const byDefault = fitting.length === accuracies.length ? "true" : "false";
  const { outcome, rescuedBy } = decide(byDefault, [
    ...exact.rescuedBy.map((name) => ({ name, truth: "true" as const })),
    { name: "another number of images up to 10,000", truth: any.details.fitting === 0 ? "false" : "true" },
    {
      name: "plain means of the percentages of mixed batches, a reading that fits every number near the printed ones as well",
      truth: accuracies.every(
        ({ value }) => checkClassBatchMeans({ accuracy: value, examples: images, batches }).details.power !== undefined,
      )
        ? "true"
        : "unknown",
    },
  ]);
  return {
    check: "grim-column",
    outcome,
    explanation: `Of ${accuracies.length} printed percentages ${fitting.length === 0 ? "none is" : `${fitting.length} are`} a share of the ${images.toLocaleString("en")} ${what}; of as many arbitrary numbers with these digits ${byChance.toFixed(1)} would be by chance. ${any.details.fitting === 0 && any.rescuedBy.length === 0 ? "No one number of images up to 10,000 fits them all, by whatever rule they were rounded." : "Some other number of images fits them all."}`,
    assumptions: [
      `Each percentage is a number of ${what} over ${images.toLocaleString("en")}.`,
      "All were printed by rounding to nearest (ties either way).",
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      images,
      accuracies: accuracies.length,
      fitting: fitting.map(({ label, value }) => ({ label, value: value.text })),
      fittingByChance: byChance,
      fittingByRule: usualRules.map((rule) => ({ rule, fitting: counted(rule).length })),
      countsThatFitAll: any.details.fitting ?? 0,
    },
  };
}
