import { checkAucSplit } from "../../src/checks/exact-splits.ts";
import { type Decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import type { Examples } from "../../src/paper/claim.ts";
import { imagesOf } from "./tables.ts";

/** What is printed of the anomaly detector, in Section 4.2.2 unless said otherwise. */
export const printed = {
  threshold: "0.14100000000000001",
  thresholdInConclusion: "0.125",
  rocAuc: "0.9782307692307692",
  rocAucInConclusion: "0.988",
  prAuc: "0.833888483426052",
  accuracyOnSet1: "0.9401140684410646",
  accuracyOnSet2: "0.8365019011406845",
} as const;

/** Section 4.2.3: of both representative sets together. */
export const inDistribution: Decimal = parseDecimal("2000");

/** Of one representative set; that both have as many normal images is our reading, and the area of set 1 bears it out. */
export const images: number = Number(imagesOf("representative_set_1").text);
export const normal: number = Number(inDistribution.text) / 2;
export const anomalies: number = images - normal;

const testedOn = { scale: 1, source: "one representative set, drawn at random; ours is another draw" } as const;

/** What an accuracy of the detector, and the area of its ROC curve, were measured on. */
export const examplesOfAccuracy: Examples = { kind: "share", count: images, ...testedOn };
export const examplesOfArea: Examples = { kind: "area", positives: anomalies, negatives: normal, ...testedOn };

/** How many of a set's images are judged wrongly, by the printed accuracy. */
export const errorsOnSet1: number = errorsOf(printed.accuracyOnSet1);
export const errorsOnSet2: number = errorsOf(printed.accuracyOnSet2);

/** A double that is printed in full has one count of right answers at most. */
function errorsOf(accuracy: string): number {
  const right = Array.from({ length: images + 1 }, (_, count) => count).find((k) => String(k / images) === accuracy);
  if (right === undefined) throw new Error(`${accuracy} is no share of ${images}`);
  return images - right;
}

/** How many images of the first set are normal by the printed area alone: the larger part of the only split that gives it. */
export function normalByArea(): number {
  const { splits } = checkAucSplit({ auc: parseDecimal(printed.rocAuc), examples: images, ties: true }).details;
  const parts = [splits].flat().flatMap((split) => String(split).split(" + ").map(Number));
  return Math.max(...parts);
}
