import type { Interval } from "../numbers/interval.ts";
import { compare, maximum, minimum, type Rational, zero } from "../numbers/rational.ts";
import { type AucRange, aucThrough } from "./auc-bounds.ts";

/** Where a point of a curve can lie. */
export interface RocBox {
  readonly fpr: Interval;
  readonly tpr: Interval;
}

/** Every order from left to right in which a rising curve can meet the points. */
export function* orders(boxes: readonly RocBox[], before: readonly RocBox[] = []): Generator<readonly RocBox[]> {
  if (boxes.length === 0) {
    yield before;
    return;
  }
  for (const [index, box] of boxes.entries()) {
    const rest = boxes.toSpliced(index, 1);
    const first = rest.every(
      (other) => compare(box.fpr.lower, other.fpr.upper) <= 0 && compare(box.tpr.lower, other.tpr.upper) <= 0,
    );
    if (first) yield* orders(rest, [...before, box]);
  }
}

/** The lowest staircase has each FPR as far right and each TPR as low as the order allows; the highest the reverse. */
export function rangeOf(order: readonly RocBox[]): AucRange {
  const lows = (pick: (box: RocBox) => Interval): Rational[] => {
    let floor = zero;
    return order.map((box) => {
      floor = maximum(floor, pick(box).lower);
      return floor;
    });
  };
  const highs = (pick: (box: RocBox) => Interval): Rational[] => {
    const found: Rational[] = [];
    let roof: Rational | undefined;
    for (const box of order.toReversed()) {
      roof = roof === undefined ? pick(box).upper : minimum(roof, pick(box).upper);
      found.unshift(roof);
    }
    return found;
  };
  const join = (fprs: readonly Rational[], tprs: readonly Rational[]) =>
    fprs.map((fpr, index) => ({ fpr, tpr: tprs[index] ?? zero }));
  const [fprOf, tprOf] = [(box: RocBox) => box.fpr, (box: RocBox) => box.tpr];
  return {
    least: aucThrough(join(highs(fprOf), lows(tprOf))).least,
    most: aucThrough(join(lows(fprOf), highs(tprOf))).most,
  };
}
